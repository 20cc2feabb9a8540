"""The reference model in NumPy: whole columns at a time, chance from PCG64.

    python3 numpy_reference.py <actors> <recomputed|kept>

Answers each number of ticks on standard input as `reference.c` does.
"""

import json
import resource
import sys
import time

import numpy as np

CAPACITY, FIRST_TIES = 20, 10
n, kept = int(sys.argv[1]), sys.argv[2] == "kept"
rows = np.arange(n)
slots = np.arange(CAPACITY)


def others(random, i):
    j = (random.random(len(i)) * (n - 1)).astype(np.int64)
    return j + (j >= i)


def run(ticks):
    random = np.random.default_rng(1)
    place = random.random((3, n))
    adoption = random.random(n)
    degree = np.full(n, FIRST_TIES)
    target = np.zeros((n, CAPACITY), np.int64)
    for k in range(FIRST_TIES):
        target[:, k] = others(random, rows)

    def closeness(i, j):
        d = place[:, i] - place[:, j]
        return np.exp(-np.sqrt((d * d).sum(axis=0)))

    weight = closeness(rows[:, None], target) if kept else None
    start = time.perf_counter()
    mean = 0.0
    for _ in range(ticks):
        w = weight if kept else closeness(rows[:, None], target)
        w = np.where(slots < degree[:, None], w, 0)
        m = (w * adoption[target]).sum(axis=1) / w.sum(axis=1)
        u1, u2 = random.random((2, n))
        pull = 6 * (0.7 * m + 0.3 * adoption - 0.45) + 2 * (u1 - 0.5)
        adoption = 1 / (1 + np.exp(-pull))
        i = rows[u2 < 0.02]
        j = others(random, i)
        near = closeness(i, j)
        meets = near * random.random(len(i)) > 0.3
        i, j, near = i[meets], j[meets], near[meets]
        full = degree[i] == CAPACITY
        slot = np.where(full, (random.random(len(i)) * CAPACITY).astype(np.int64), degree[i])
        degree[i[~full]] += 1
        target[i, slot] = j
        if kept:
            weight[i, slot] = near
        mean = float(adoption.mean())
    return time.perf_counter() - start, mean


for line in sys.stdin:
    seconds, mean = run(int(line))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "mean": mean, "kilobytes": kilobytes}), flush=True)
