/*
 * The reference model, "diffusion with tie formation", in plain C: the limit that the others are held against.
 * Columns of doubles as in the JavaScript versions, exp of the C library, chance from xoshiro256+ (Blackman and
 * Vigna 2018), a sequential generator that costs about a nanosecond a draw.
 *
 *   gcc -O3 -march=native -o reference reference.c -lm
 *   reference <actors> <recomputed|kept>
 *
 * Each line read from the input is a number of ticks: a fresh world is built, the ticks are timed, and a line of
 * JSON says how long they took, the mean adoption after them and the most memory so far.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { capacity = 20, firstTies = 10 };

static uint64_t state[4];

static inline uint64_t rotated(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline double draw(void) {
  const uint64_t result = state[0] + state[3];
  const uint64_t t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotated(state[3], 45);
  return (double)(result >> 11) * 0x1.0p-53;
}

static int n;
static double *x, *y, *z, *adoption, *next, *weight;
static int32_t *degree, *target;

static inline double closeness(int i, int j) {
  const double dx = x[i] - x[j], dy = y[i] - y[j], dz = z[i] - z[j];
  return exp(-sqrt(dx * dx + dy * dy + dz * dz));
}

static int other(int i) {
  const int j = (int)(draw() * (n - 1));
  return j >= i ? j + 1 : j;
}

static void begin(void) {
  uint64_t seed = 1;
  for (int k = 0; k < 4; k++) { /* splitmix64 */
    uint64_t v = (seed += 0x9e3779b97f4a7c15u);
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    state[k] = v ^ (v >> 31);
  }
  for (int i = 0; i < n; i++) {
    x[i] = draw();
    y[i] = draw();
    z[i] = draw();
    adoption[i] = draw();
  }
  for (int i = 0; i < n; i++) {
    degree[i] = firstTies;
    for (int k = 0; k < firstTies; k++) {
      const int at = i * capacity + k;
      target[at] = other(i);
      if (weight) weight[at] = closeness(i, target[at]);
    }
  }
}

static void meet(int i) {
  const int j = other(i);
  const double near = closeness(i, j);
  if (near * draw() <= 0.3) return;
  const int at = i * capacity + (degree[i] < capacity ? degree[i]++ : (int)(draw() * capacity));
  target[at] = j;
  if (weight) weight[at] = near;
}

static void step(void) {
  for (int i = 0; i < n; i++) {
    const int first = i * capacity, last = first + degree[i];
    double sum = 0, weights = 0;
    if (weight) {
      for (int t = first; t < last; t++) {
        sum += weight[t] * adoption[target[t]];
        weights += weight[t];
      }
    } else {
      for (int t = first; t < last; t++) {
        const double w = closeness(i, target[t]);
        sum += w * adoption[target[t]];
        weights += w;
      }
    }
    const double u1 = draw(), u2 = draw();
    const double pull = 6 * (0.7 * (sum / weights) + 0.3 * adoption[i] - 0.45);
    next[i] = 1 / (1 + exp(-(pull + 2 * (u1 - 0.5))));
    if (u2 < 0.02) meet(i);
  }
  memcpy(adoption, next, n * sizeof *adoption);
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  n = atoi(argv[1]);
  const size_t ties = (size_t)n * capacity;
  x = malloc(n * sizeof *x);
  y = malloc(n * sizeof *y);
  z = malloc(n * sizeof *z);
  adoption = malloc(n * sizeof *adoption);
  next = malloc(n * sizeof *next);
  degree = malloc(n * sizeof *degree);
  target = malloc(ties * sizeof *target);
  if (strcmp(argv[2], "kept") == 0) weight = malloc(ties * sizeof *weight);
  int ticks;
  while (scanf("%d", &ticks) == 1) {
    begin();
    const double start = seconds();
    double mean = 0;
    for (int tick = 0; tick < ticks; tick++) {
      step();
      mean = 0;
      for (int i = 0; i < n; i++) mean += adoption[i];
      mean /= n;
    }
    const double took = seconds() - start;
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("{\"seconds\":%.9f,\"mean\":%.9f,\"kilobytes\":%ld}\n", took, mean, use.ru_maxrss);
    fflush(stdout);
  }
  return 0;
}
