"""Outside values for scripts/evaluate/reading, computed with NumPy and SciPy.

Run from this folder: python3 scores.py > scores.json. The versions used are written into the result.
Every measure is written here from its definition over the rows, not from a table of counts.
"""

import json
import sys

import numpy
import scipy
from scipy import stats

CODES = ["a", "b", "c", "d"]


def precision_recall_f1(truth, said, code):
    hits = numpy.sum((truth == code) & (said == code))
    precision = hits / numpy.sum(said == code)
    recall = hits / numpy.sum(truth == code)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits > 0 else 0.0


def macro(truth, said, codes, part):
    return float(numpy.mean([precision_recall_f1(truth, said, code)[part] for code in codes]))


def kappa(truth, said):
    observed = numpy.mean(truth == said)
    expected = sum(numpy.mean(truth == code) * numpy.mean(said == code) for code in numpy.unique(numpy.concatenate([truth, said])))
    return float((observed - expected) / (1 - expected))


def official(truth, said):
    """Mean over the two fields of the mean F of values 0 and 1 (section 4.2 of the overview of SENTIPOLC 2016)."""
    fields = []
    for place in (0, 1):
        t = numpy.array([code[place] for code in truth])
        s = numpy.array([code[place] for code in said])
        fields.append(numpy.mean([precision_recall_f1(t, s, value)[2] for value in "01"]))
    return {"positive": float(fields[0]), "negative": float(fields[1]), "both": float(numpy.mean(fields))}


def area(truth, probability):
    positive = probability[truth == "yes"]
    other = probability[truth == "no"]
    return float(stats.mannwhitneyu(positive, other).statistic / (len(positive) * len(other)))


def mostly(generator, truth, codes, share):
    """Answers that are right in a share of the rows and drawn at random in the others."""
    return numpy.where(generator.random(len(truth)) < share, truth, generator.choice(codes, len(truth)))


generator = numpy.random.default_rng(20240607)
truth = generator.choice(CODES, 240, p=[0.45, 0.28, 0.17, 0.1])
said = mostly(generator, truth, CODES, 0.55)
sides = ["00", "10", "01", "11"]
polar_truth = generator.choice(sides, 200, p=[0.45, 0.17, 0.35, 0.03])
polar_said = mostly(generator, polar_truth, sides, 0.5)
kinds = generator.choice(["yes", "no"], 150, p=[0.3, 0.7])
held = numpy.round(numpy.clip(generator.normal(0.4, 0.2, 150) + 0.15 * (kinds == "yes"), 0, 1), 1)


def interval(statistic, *columns):
    """Percentile limits, 95 %, from drawing rows with replacement."""
    rows = numpy.arange(len(columns[0]))
    found = stats.bootstrap((rows,), lambda drawn: statistic(*[column[drawn] for column in columns]), vectorized=False, n_resamples=20000, method="percentile",
                            random_state=numpy.random.default_rng(5))
    return {"low": float(found.confidence_interval.low), "high": float(found.confidence_interval.high)}


json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "codes": {
        "truth": truth.tolist(), "said": said.tolist(),
        "f1": {code: float(precision_recall_f1(truth, said, code)[2]) for code in CODES},
        "precision": {code: float(precision_recall_f1(truth, said, code)[0]) for code in CODES},
        "macroF1": macro(truth, said, CODES, 2), "macroF1OfTwo": macro(truth, said, ["a", "b"], 2), "macroRecall": macro(truth, said, CODES, 1),
        "accuracy": float(numpy.mean(truth == said)), "kappa": kappa(truth, said),
        "macroF1Interval": interval(lambda t, s: macro(t, s, CODES, 2), truth, said),
        "accuracyInterval": interval(lambda t, s: float(numpy.mean(t == s)), truth, said),
    },
    "polarity": {"truth": polar_truth.tolist(), "said": polar_said.tolist(), "official": official(polar_truth, polar_said)},
    "ranking": {"truth": kinds.tolist(), "probability": held.tolist(), "area": area(kinds, held), "interval": interval(area, kinds, held)},
}, sys.stdout)
print()
