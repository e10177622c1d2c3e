# Reference values for shares of clustered cases, trends in shares and needs that several tribes have at once.
# Python 3, NumPy, SciPy (versions in the file that is written). Run: python3 choices.py > choices.json
import json
import sys

import numpy as np
import scipy
from scipy import stats


def clustered(clusters):
    k = np.array([c[0] for c in clusters], float)
    n = np.array([c[1] for c in clusters], float)
    m, total, p = len(n), n.sum(), k.sum() / n.sum()
    variance = m / (m - 1) * ((k - p * n) ** 2).sum() / total**2
    deff = max(1.0, variance / (p * (1 - p) / total))
    worth = total / deff
    z = stats.norm.ppf(0.975)
    centre = p + z * z / (2 * worth)
    reach = z * np.sqrt(p * (1 - p) / worth + z * z / (4 * worth**2))
    scale = 1 + z * z / worth
    return {"clusters": clusters, "worth": worth, "estimate": p, "low": (centre - reach) / scale, "high": (centre + reach) / scale}


def trend(groups):
    # Cochran-Armitage as a score test of logistic regression with scores 0, 1, 2: the squared correlation times N is its square
    y = np.concatenate([[1.0] * k + [0.0] * (n - k) for k, n in groups])
    x = np.concatenate([[float(i)] * n for i, (k, n) in enumerate(groups)])
    r = np.corrcoef(x, y)[0, 1]
    z = r * np.sqrt(len(y))
    return {"groups": groups, "z": z, "p": 2 * stats.norm.sf(abs(z))}


def two_apart(first, second, askers):
    # two tribes that share nobody: both have at least five of the askers drawn
    law = stats.hypergeom(first + second, first, askers)
    p = sum(law.pmf(a) for a in range(5, askers - 4))
    mean = sum(law.pmf(a) * ((a >= 5) + (askers - a >= 5)) for a in range(0, askers + 1))
    return {"first": first, "second": second, "askers": askers, "p": p, "expected": mean}


json.dump(
    {
        "versions": {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__},
        "clustered": [clustered([[3, 4], [0, 1], [0, 12], [5, 5], [1, 9], [0, 3], [2, 2], [0, 6]]), clustered([[i % 2, 1] for i in range(41)])],
        "trends": [trend([[2, 20], [6, 25], [9, 22], [15, 30]]), trend([[5, 20], [4, 20], [6, 20]])],
        "apart": [two_apart(60, 20, 12), two_apart(30, 30, 10), two_apart(90, 12, 15)],
    },
    sys.stdout,
    indent=1,
)
