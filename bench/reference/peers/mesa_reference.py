"""The reference model in Mesa 3.3.1 (https://mesa.readthedocs.io): actors are agents on the cells of Mesa's network,
ties are its connections, and all agents first make up their minds, then adopt.

    pip install mesa==3.3.1 networkx
    python3 mesa_reference.py <actors> <recomputed|kept>

Answers each number of ticks on standard input as `reference.c` does.
"""

import json
import math
import resource
import sys
import time

import mesa
import networkx
from mesa.discrete_space import FixedAgent, Network

CAPACITY, FIRST_TIES = 20, 10
n, kept = int(sys.argv[1]), sys.argv[2] == "kept"


class Actor(FixedAgent):
    def __init__(self, model, cell):
        super().__init__(model)
        random = self.random.random
        self.cell = cell
        self.place = (random(), random(), random())
        self.adoption = random()
        self.next = 0.0
        self.weights = {}

    def closeness(self, other):
        return math.exp(-math.dist(self.place, other.place))

    def decide(self):
        total = weights = 0.0
        for other in self.cell.neighborhood.agents:
            weight = self.weights[other] if kept else self.closeness(other)
            total += weight * other.adoption
            weights += weight
        random = self.random.random
        pull = 6 * (0.7 * total / weights + 0.3 * self.adoption - 0.45)
        self.next = 1 / (1 + math.exp(-pull - 2 * (random() - 0.5)))
        if random() < 0.02:
            self.meet()

    def adopt(self):
        self.adoption = self.next

    def meet(self):
        other = self.model.anybody_but(self)
        if self.closeness(other) * self.random.random() <= 0.3:
            return
        if len(self.cell.connections) == CAPACITY:
            self.cell.disconnect(self.random.choice(list(self.cell.connections.values())))
        self.tie(other)

    def tie(self, other):
        self.cell.connect(other.cell)
        if kept:
            self.weights[other] = self.closeness(other)


class Diffusion(mesa.Model):
    def __init__(self):
        super().__init__(seed=1)
        nobody_tied = networkx.empty_graph(n, networkx.DiGraph)
        network = Network(nobody_tied, capacity=1, random=self.random)
        self.actors = list(Actor.create_agents(self, n, network.all_cells.cells))
        for actor in self.actors:
            for _ in range(FIRST_TIES):
                actor.tie(self.anybody_but(actor))

    def anybody_but(self, actor):
        while (other := self.random.choice(self.actors)) is actor:
            pass
        return other

    def step(self):
        self.agents.do("decide")
        self.agents.do("adopt")


def run(ticks):
    model = Diffusion()
    start = time.perf_counter()
    mean = 0.0
    for _ in range(ticks):
        model.step()
        mean = model.agents.agg("adoption", sum) / n
    return time.perf_counter() - start, mean


for line in sys.stdin:
    seconds, mean = run(int(line))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "mean": mean, "kilobytes": kilobytes}), flush=True)
