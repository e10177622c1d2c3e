"""Mean of min(Poisson, capacity), summed term by term. Python 3, SciPy: python3 answered_capacity.py > answered_capacity.json"""
import json

import numpy
import scipy
from scipy.stats import poisson

CASES = [(0.3, 1), (2, 2), (5, 3.5), (12, 40), (40, 30), (40, 41.25), (250, 240), (900, 60), (900, 905.5), (3000, 2950)]


def answered(mean, capacity):
    counts = numpy.arange(0, int(mean + 40 * mean**0.5 + 60))
    return float((numpy.minimum(counts, capacity) * poisson.pmf(counts, mean)).sum())


print(json.dumps({"scipy": scipy.__version__, "cases": [{"mean": m, "capacity": c, "answered": answered(m, c)} for m, c in CASES]}, indent=1))
