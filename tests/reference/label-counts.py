"""Outside values for src/domain/reading-check/label-shift.ts, src/domain/value/corrected-bookings.ts and src/domain/stats/binomial-draw.ts.

Run from this folder: python3 label-counts.py > label-counts.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import optimize, stats

generator = numpy.random.default_rng(20261127)
CODES = ["a", "b", "c"]
PRIOR_RIGHT, PRIOR_WRONG, PRIOR_MESSAGES = 0.5, 0.05, 10


def shifted(rows, whole, group):
    """Shares of true labels that maximise the likelihood of the group's reading with the prior's messages, by SciPy on the simplex."""
    rows, whole, group = numpy.array(rows), numpy.array(whole, float), numpy.array(group, float)
    joint = (whole / whole.sum())[:, None] * rows
    shares = joint.sum(0)
    given = joint / shares

    def loss(logits):
        share = numpy.exp(logits - logits.max())
        share /= share.sum()
        return -(group @ numpy.log(given @ share) + PRIOR_MESSAGES * shares @ numpy.log(share))

    best = optimize.minimize(loss, numpy.log(shares), method="BFGS", options={"gtol": 1e-10})
    share = numpy.exp(best.x - best.x.max())
    share /= share.sum()
    return {"rows": rows.tolist(), "whole": whole.tolist(), "group": group.tolist(), "shares": shares.tolist(), "ratio": (share / shares).tolist()}


def drawn_rows(donors, sets):
    """Dirichlet rows as the sample gives them, with half a message for right and a twentieth for each wrong label."""
    rows = []
    for said in range(3):
        own = [(truth, weight) for row, truth, weight in donors if row == said]
        weights = numpy.array([weight for _, weight in own], float)
        loudness = weights.sum() / (weights ** 2).sum()
        alpha = numpy.full(3, PRIOR_WRONG)
        alpha[said] = PRIOR_RIGHT
        for truth, weight in own:
            alpha[truth] += weight * loudness
        rows.append(generator.dirichlet(alpha, sets))
    return rows


def em(rows, whole, counts):
    """The same shift by plain iteration, vectorised over one set."""
    shares = (whole / whole.sum()) @ rows
    ratio = numpy.ones(3)
    for _ in range(400):
        held = rows * ratio
        held /= held.sum(1, keepdims=True)
        ratio = (counts @ held + PRIOR_MESSAGES * shares) / (counts.sum() + PRIOR_MESSAGES) / shares
    return ratio


def counted(wanted, settled, donors, whole, cells, sets=20000):
    """Messages of a rule that truly carry a label: mean and standard deviation of 20,000 sets, each with its own confusion, shift and binomial draws."""
    rows = drawn_rows(donors, sets)
    whole, cells = numpy.array(whole, float), numpy.array(cells)
    totals = []
    for at in range(sets):
        own = numpy.array([rows[said][at] for said in range(3)])
        weighed = own * em(own, whole, generator.gamma(numpy.maximum(cells, 1e-300)))
        share = weighed[:, wanted] / weighed.sum(1)
        totals.append(settled + generator.binomial(cells, share).sum())
    return {"wanted": CODES[wanted], "settled": settled, "donors": [{"said": CODES[s], "truth": CODES[t], "weight": w} for s, t, w in donors], "whole": whole.tolist(), "cells": cells.tolist(), "mean": float(numpy.mean(totals)), "spread": float(numpy.std(totals))}


def many(*groups):
    return [(said, truth, weight) for said, truth, weight, number in groups for _ in range(number)]


result = {
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "shifts": [
        shifted([[0.8, 0.15, 0.05], [0.1, 0.7, 0.2], [0.05, 0.1, 0.85]], [500, 300, 200], [50, 200, 30]),
        shifted([[0.8, 0.15, 0.05], [0.1, 0.7, 0.2], [0.05, 0.1, 0.85]], [500, 300, 200], [3, 0, 1]),
        shifted([[0.6, 0.4, 0.001], [0.3, 0.69, 0.01], [0.02, 0.02, 0.96]], [900, 90, 10], [10, 10, 400]),
    ],
    "counts": [
        counted(1, 4, many((0, 0, 3.0, 40), (0, 1, 3.0, 4), (1, 1, 1.0, 18), (1, 0, 1.0, 6), (2, 2, 2.0, 30), (2, 1, 2.0, 1)), [1320, 240, 620], [600, 120, 200]),
        counted(1, 0, many((0, 0, 3.0, 40), (0, 1, 3.0, 4), (1, 1, 1.0, 18), (1, 0, 1.0, 6), (2, 2, 2.0, 30), (2, 1, 2.0, 1)), [1320, 240, 620], [100, 150, 10]),
    ],
    "binomial": [{"trials": trials, "share": share, "mass": stats.binom.pmf(numpy.arange(trials + 1), trials, share).tolist()} for trials, share in [(30, 0.3), (200, 0.02), (60, 0.9), (5, 0.5)]],
}
json.dump(result, sys.stdout, indent=1)
