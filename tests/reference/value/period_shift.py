"""Shift of a group's log2 balance between two periods, with a bootstrap of whole people. Writes period-shift.json beside it.

Made with Python 3 and NumPy; the version used is written into the file. 40,000 draws; limits are percentiles by linear
interpolation. The tolerance allows for the Monte Carlo error of 1,000 draws.
"""
import json
from pathlib import Path

import numpy as np

random = np.random.default_rng(20)
people = 40
before = random.poisson((2.0, 4.0), (people, 2))
after = before // 2 + random.poisson((4.0, 1.5), (people, 2))


def log2_balance(points):
    return np.log2((points[..., 0] + 1) / (points[..., 1] + 1))


shift = log2_balance(after.sum(axis=0)) - log2_balance(before.sum(axis=0))
drawn = random.integers(0, people, (40_000, people))
draws = log2_balance(after[drawn].sum(axis=1)) - log2_balance(before[drawn].sum(axis=1))
low, high = np.quantile(draws, (0.025, 0.975))
Path(__file__).with_name("period-shift.json").write_text(json.dumps({
    "numpy": np.__version__,
    "people": [{"before": b.tolist(), "after": a.tolist()} for b, a in zip(before, after)],
    "shift": float(shift), "low": float(low), "high": float(high), "tolerance": 0.06,
}, indent=1) + "\n")
