/**
 * The reference model in MASON 22 (https://cs.gmu.edu/~eclab/projects/mason/): actors are steppables at a place in
 * three dimensions, ties are the edges of a directed network, and the schedule lets all actors first decide, then adopt.
 *
 *   java -cp <MASON's jar or classes> MasonReference.java <actors> <recomputed|kept>
 *
 * Needs Java 17. Answers each number of ticks on standard input as `reference.c` does.
 */
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;
import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Bag;
import sim.util.Double3D;

public class MasonReference extends SimState {
  static final int CAPACITY = 20, FIRST_TIES = 10;

  final int n;
  final boolean kept;
  final Network knows = new Network(true);
  double mean;

  MasonReference(int n, boolean kept) {
    super(1);
    this.n = n;
    this.kept = kept;
  }

  static class Actor implements Steppable {
    Double3D place;
    double adoption, next;

    double closeness(Actor other) {
      return Math.exp(-place.distance(other.place));
    }

    @Override
    public void step(SimState state) {
      MasonReference model = (MasonReference) state;
      Bag ties = model.knows.getEdgesOut(this);
      double sum = 0, weights = 0;
      for (int t = 0; t < ties.numObjs; t++) {
        Edge tie = (Edge) ties.objs[t];
        Actor other = (Actor) tie.getTo();
        double weight = model.kept ? tie.getWeight() : closeness(other);
        sum += weight * other.adoption;
        weights += weight;
      }
      double u1 = model.random.nextDouble(), u2 = model.random.nextDouble();
      double pull = 6 * (0.7 * (sum / weights) + 0.3 * adoption - 0.45);
      next = 1 / (1 + Math.exp(-(pull + 2 * (u1 - 0.5))));
      if (u2 < 0.02) meet(model, ties);
    }

    void adopt() {
      adoption = next;
    }

    void meet(MasonReference model, Bag ties) {
      Actor other = model.other(this);
      if (closeness(other) * model.random.nextDouble() <= 0.3) return;
      if (ties.numObjs == CAPACITY) {
        model.knows.removeEdge((Edge) ties.objs[model.random.nextInt(CAPACITY)]);
      }
      model.tie(this, other);
    }
  }

  Actor other(Actor actor) {
    Bag actors = knows.getAllNodes();
    Actor other;
    do {
      other = (Actor) actors.objs[random.nextInt(n)];
    } while (other == actor);
    return other;
  }

  void tie(Actor from, Actor to) {
    knows.addEdge(from, to, kept ? from.closeness(to) : null);
  }

  @Override
  public void start() {
    super.start();
    Actor[] actors = new Actor[n];
    Steppable[] adopting = new Steppable[n];
    for (int i = 0; i < n; i++) {
      Actor actor = actors[i] = new Actor();
      actor.place = new Double3D(random.nextDouble(), random.nextDouble(), random.nextDouble());
      actor.adoption = random.nextDouble();
      adopting[i] = state -> actor.adopt();
      knows.addNode(actor);
    }
    for (Actor actor : actors) {
      for (int k = 0; k < FIRST_TIES; k++) tie(actor, other(actor));
    }
    schedule.scheduleRepeating(new Sequence(actors), 0, 1);
    schedule.scheduleRepeating(new Sequence(adopting), 1, 1);
    schedule.scheduleRepeating(state -> observe(actors), 2, 1);
  }

  void observe(Actor[] actors) {
    double sum = 0;
    for (Actor actor : actors) sum += actor.adoption;
    mean = sum / n;
  }

  /** The most memory so far, as Linux counts it. */
  static long kilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", ""));
    }
    return 0;
  }

  public static void main(String[] given) throws IOException {
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextInt()) {
      int ticks = lines.nextInt();
      MasonReference model = new MasonReference(Integer.parseInt(given[0]), given[1].equals("kept"));
      model.start();
      long start = System.nanoTime();
      for (int tick = 0; tick < ticks; tick++) model.schedule.step(model);
      double seconds = (System.nanoTime() - start) / 1e9;
      String answer = "{\"seconds\":%.9f,\"mean\":%.9f,\"kilobytes\":%d}";
      System.out.println(String.format(Locale.ROOT, answer, seconds, model.mean, kilobytes()));
    }
  }
}
