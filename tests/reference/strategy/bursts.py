"""Outside values for src/domain/strategy/burst-automaton.ts and early-warning.ts, computed with NumPy and SciPy.

Likelihoods come from scipy.stats; the best path of states of the short series is found by trying all of them, of the long
ones by a full Viterbi table. Run from this folder: python3 bursts.py > bursts.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import stats


def base(counts):
    counts = numpy.asarray(counts, float)
    cut = numpy.minimum(counts, numpy.sort(counts)[int(numpy.ceil(0.95 * len(counts))) - 1])
    mean, variance = cut.mean(), cut.var(ddof=1)
    return mean, (mean**2 / (variance - mean) if variance > mean else None)


def logs(counts, mean, size):
    return stats.poisson.logpmf(counts, mean) if size is None else stats.nbinom.logpmf(counts, size, size / (size + mean))


def table(counts):
    mean, size = base(counts)
    high = max(2 * mean, mean + 3)
    return numpy.stack([logs(counts, mean, size), logs(counts, high, size)]), 2 * numpy.log(len(counts))


def all_paths(counts):
    likely, cost = table(counts)
    n = len(counts)
    paths = ((numpy.arange(2**n)[:, None] >> numpy.arange(n)) & 1).astype(numpy.int8)
    ups = (numpy.diff(paths, axis=1, prepend=0) == 1).sum(axis=1)
    scores = paths @ (likely[1] - likely[0]) - cost * ups
    best = numpy.flatnonzero(scores > scores.max() - 1e-9)
    return paths[best[paths[best].sum(axis=1).argmin()]].tolist()


def viterbi(counts):
    likely, cost = table(counts)
    score, back = numpy.array([0.0, -numpy.inf]), []
    for day in range(len(counts)):
        from_state = score[:, None] - numpy.array([[0, cost], [0, 0]])
        back.append(from_state.argmax(axis=0))
        score = from_state.max(axis=0) + likely[:, day]
    state, path = int(score.argmax()), []
    for step in reversed(back):
        path.append(state)
        state = int(step[state])
    return path[::-1]


def ewma(counts):
    counts = numpy.asarray(counts, float)
    smooth, over = counts[0], []
    for day, count in enumerate(counts):
        smooth = 0.3 * count + 0.7 * smooth
        known = counts[max(0, day - 56) : day]
        if len(known) >= 28 and count >= 3:
            limit = known.mean() + 3 * numpy.sqrt(0.3 / 1.7) * numpy.sqrt(max(known.mean(), known.var(ddof=1)))
            if smooth > limit:
                over.append(day)
    return over


def main():
    draw = numpy.random.default_rng(20)
    short = [draw.poisson(1.5, 20).tolist() for _ in range(2)] + [draw.poisson(numpy.r_[numpy.ones(9) * 0.7, storm, numpy.ones(10) * 0.7]).tolist() for storm in (8, 20, 40)]
    long = []
    for mean, spread in ((0.4, None), (3, None), (12, 3)):
        level = numpy.full(240, float(mean))
        level[100:104] = mean * 3 + 8
        level[180] = mean * 5 + 12
        long.append((draw.poisson(level) if spread is None else draw.negative_binomial(spread, spread / (spread + level))).tolist())
    json.dump({
        "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
        "short": [{"counts": counts, "states": all_paths(counts)} for counts in short],
        "long": [{"counts": counts, "mean": base(counts)[0], "size": base(counts)[1], "states": viterbi(counts), "over": ewma(counts)} for counts in long],
    }, sys.stdout)


main()
