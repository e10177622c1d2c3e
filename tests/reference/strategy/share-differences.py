"""Reference values of differences of two independent shares and of two means drawn again.

Made with Python 3, NumPy 2.4.6 and SciPy 1.17.1. Wilson limits come from SciPy (binomtest(...).proportion_ci(method="wilson")),
the difference joins them as in Newcombe 1998, Statistics in Medicine 17:873-890, method 10, whose table 2 holds the first
eight cases to four decimals. Run: python3 share-differences.py > share-differences.json
"""
import json
import math

import numpy
import scipy
from scipy.stats import binomtest

CASES = [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10), (31, 64, 22, 71), (0, 30, 30, 30), (150, 3000, 171, 2900)]


def wilson(k, n):
    interval = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    return interval.low, interval.high


def difference(k, n, l, m):
    a, b = k / n, l / m
    (a_low, a_high), (b_low, b_high) = wilson(k, n), wilson(l, m)
    return a - b, a - b - math.hypot(a - a_low, b_high - b), a - b + math.hypot(a_high - a, b - b_low)


rows = []
for k, n, l, m in CASES:
    estimate, low, high = difference(k, n, l, m)
    rows.append({"first": [k, n], "second": [l, m], "estimate": estimate, "low": low, "high": high})

# two groups of points with long tails: percentile limits of the difference of means, people drawn from both groups together
generator = numpy.random.default_rng(11)
first = numpy.round(generator.gamma(0.6, 4.0, 120), 2)
second = numpy.round(generator.gamma(0.6, 3.0, 140), 2)
joined = numpy.concatenate([first, second])
draws = []
for _ in range(200_000):
    drawn = generator.integers(0, len(joined), len(joined))
    own = drawn < len(first)
    draws.append(joined[drawn[own]].mean() - joined[drawn[~own]].mean())
low, high = numpy.percentile(draws, [2.5, 97.5])
means = {"first": first.tolist(), "second": second.tolist(), "estimate": float(first.mean() - second.mean()), "low": float(low), "high": float(high)}
print(json.dumps({"numpy": numpy.__version__, "scipy": scipy.__version__, "shares": rows, "means": means}, indent=1))
