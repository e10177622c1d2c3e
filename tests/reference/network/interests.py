"""Reference values for ties by shared features: Poisson tails, the bipartite configuration model solved by another method,
and the ties that pass the false discovery rate. Run: python3 tests/reference/network/interests.py > tests/reference/network/interests.json
"""
import json
import sys
import numpy as np
import scipy
from scipy.optimize import least_squares
from scipy.stats import poisson

tails = [{"mean": m, "least": k, "tail": float(poisson.sf(k - 1, m))} for m, k in [(0.01, 1), (0.01, 4), (0.5, 3), (2.5, 1), (2.5, 9), (40, 12), (40, 41), (40, 90), (300, 240)]]

# 300 people, 300 features: two groups that share some, the rest at random
random = np.random.default_rng(5)
matrix = random.random((300, 300)) < 0.012
matrix[:8, :10] |= random.random((8, 10)) < 0.85
matrix[10:17, 14:24] |= random.random((7, 10)) < 0.85
matrix[:, 0] |= random.random(300) < 0.3
k = matrix.sum(1)
d = matrix.sum(0)
rows, cols = k > 0, d > 0


def degrees(logs):
    x, y = np.exp(logs[: rows.sum()]), np.exp(logs[rows.sum():])
    p = np.outer(x, y) / (1 + np.outer(x, y))
    return np.concatenate([p.sum(1) - k[rows], p.sum(0) - d[cols]])


start = np.log(np.concatenate([k[rows], d[cols]]) / np.sqrt(k.sum()))
logs = least_squares(degrees, start, xtol=1e-15, ftol=1e-15, gtol=1e-15).x
x, y = np.zeros(len(k)), np.zeros(len(d))
x[rows], y[cols] = np.exp(logs[: rows.sum()]), np.exp(logs[rows.sum():])
p = np.outer(x, y) / (1 + np.outer(x, y))
shared = matrix.astype(int) @ matrix.T.astype(int)
expected = p @ p.T
pairs = [(i, j) for i in range(len(k)) for j in range(i + 1, len(k)) if rows[i] and rows[j]]
values = [(float(poisson.sf(shared[i, j] - 1, expected[i, j])) if shared[i, j] else 1.0, i, j) for i, j in pairs]
ordered = sorted(v for v, _, _ in values)
passing = [v for rank, v in enumerate(ordered, 1) if v <= 0.05 * rank / len(pairs)]
threshold = passing[-1] if passing else 0.0
json.dump({
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "tails": tails,
    "people": len(k),
    "features": len(d),
    "has": [" ".join(str(at) for at in np.flatnonzero(row)) for row in matrix],
    "expected": [{"one": i, "other": j, "shared": float(expected[i, j])} for i, j in [(0, 1), (0, 20), (11, 12), (25, 299), (3, 15)]],
    "pairs": len(pairs),
    "threshold": threshold,
    "ties": [{"from": i, "to": j, "weight": float(shared[i, j] - expected[i, j])} for v, i, j in values if v <= threshold],
}, sys.stdout, indent=1)
