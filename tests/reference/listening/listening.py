"""Outside values for change points, isotonic regression and the limits of a cumulative incidence, computed with NumPy.

Run from this folder: python3 listening.py > listening.json. The versions used are written into the result. Each value is computed
another way than the product does: change points by the exhaustive dynamic programme of optimal partitioning (Jackson et al. 2005)
with costs from the points themselves, isotonic regression by the max-min formula (Barlow et al. 1972, theorem 1.4.4), the variance
of an incidence as the double sum of Marubini and Valsecchi 1995, term by term.
"""

import json
import sys

import numpy

generator = numpy.random.default_rng(20260302)


def optimal_partition(values: numpy.ndarray, variance: float, penalty: float, least: int) -> tuple[list[int], float]:
    n = len(values)
    best = numpy.full(n + 1, numpy.inf)
    best[0] = -penalty
    start = numpy.zeros(n + 1, dtype=int)
    for end in range(least, n + 1):
        costs = [best[begin] + ((values[begin:end] - values[begin:end].mean()) ** 2).sum() / variance + penalty for begin in range(0, end - least + 1)]
        start[end] = int(numpy.argmin(costs))
        best[end] = min(costs)
    changes, at = [], n
    while at > 0:
        at = int(start[at])
        if at > 0:
            changes.insert(0, at)
    return changes, float(best[n])


def change_case(levels: list[tuple[int, float]], noise: float) -> dict:
    values = numpy.concatenate([generator.normal(level, noise, length) for length, level in levels]).round(6)
    variance = float((numpy.diff(values) ** 2).mean() / 2)
    changes, cost = optimal_partition(values, variance, 3 * numpy.log(len(values)), 8)
    return {"values": values.tolist(), "variance": variance, "changes": changes, "cost": cost}


def isotonic(values: numpy.ndarray, weights: numpy.ndarray) -> list[float]:
    n = len(values)
    mean = lambda low, high: float((values[low:high + 1] * weights[low:high + 1]).sum() / weights[low:high + 1].sum())
    return [max(min(mean(low, high) for high in range(i, n)) for low in range(i + 1)) for i in range(n)]


def incidence(times: numpy.ndarray, causes: numpy.ndarray, wanted: int) -> list[dict]:
    moments = sorted(set(times[causes > 0].tolist()))
    at_risk = [int((times >= t).sum()) for t in moments]
    ended = [int(((times == t) & (causes > 0)).sum()) for t in moments]
    own = [int(((times == t) & (causes == wanted)).sum()) for t in moments]
    before, curve, waiting, total = [], [], 1.0, 0.0
    for n, d, k in zip(at_risk, ended, own):
        before.append(waiting)
        total += waiting * k / n
        waiting *= 1 - d / n
        curve.append(total)
    rows = []
    for m, t in enumerate(moments):
        variance = 0.0
        for j in range(m + 1):
            n, d, k, s = at_risk[j], ended[j], own[j], before[j]
            gap = curve[m] - curve[j]
            if n > d:
                variance += gap ** 2 * d / (n * (n - d))
            variance += s ** 2 * (n - k) * k / n ** 3 - 2 * gap * s * k / n ** 2
        rows.append({"at": t, "incidence": curve[m], "standardError": float(numpy.sqrt(max(0.0, variance)))})
    return rows


times = generator.exponential(10, 60).round().astype(int) + 1
causes = generator.choice([0, 1, 2], 60, p=[0.3, 0.45, 0.25])
pooled = [(generator.normal(0, 1, n).cumsum().round(4), generator.integers(1, 40, n)) for n in (1, 2, 7, 25)]
json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__},
    "changePoints": [
        change_case([(52, 0.5)], 0.08),
        change_case([(30, 0.6), (26, 0.35)], 0.07),
        change_case([(10, 5.0), (9, 2.0), (40, 6.0), (20, 5.0)], 0.6),
        change_case([(12, 0.0), (8, 3.0), (8, 0.0)], 0.5),
        change_case([(100, 1.0), (60, 1.2), (40, 0.7)], 0.25),
    ],
    "isotonic": [{"values": values.tolist(), "weights": weights.tolist(), "fitted": isotonic(values, weights)} for values, weights in pooled],
    "incidence": {"times": times.tolist(), "causes": causes.tolist(), "brand": incidence(times, causes, 1), "peer": incidence(times, causes, 2)},
}, sys.stdout)
print()
