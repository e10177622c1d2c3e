"""Outside values for src/domain/reading-check and for what its corrections rest on, computed with NumPy and SciPy.

Run from this folder: python3 reading-check.py > reading-check.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import optimize, special, stats

generator = numpy.random.default_rng(20261126)


def weighted_scores(said, truth, primary_said, primary_truth, weights, codes):
    """Precision, recall, F1 by label with sample weights; accuracy and Cohen's kappa of the primary one, by their matrices."""
    labels = []
    for at in range(len(codes)):
        hit = weights[(said[:, at] == 1) & (truth[:, at] == 1)].sum()
        says, holds = weights[said[:, at] == 1].sum(), weights[truth[:, at] == 1].sum()
        precision, recall = hit / says, hit / holds
        labels.append({"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)})
    matrix = numpy.zeros((len(codes), len(codes)))
    for one, other, weight in zip(primary_said, primary_truth, weights):
        matrix[one, other] += weight
    matrix /= matrix.sum()
    observed, expected = numpy.trace(matrix), matrix.sum(1) @ matrix.sum(0)
    return {"labels": labels, "accuracy": observed, "kappa": (observed - expected) / (1 - expected), "macroF1": float(numpy.mean([label["f1"] for label in labels]))}


def check_sample():
    """A made-up sample of 160 messages with three labels, two a message at most, in six strata of unequal weight."""
    codes, messages = ["a", "b", "c"], []
    said, truth, first_said, first_truth, weights = [], [], [], [], []
    stratum_weights = generator.uniform(1, 9, 6).round(3)
    for _ in range(160):
        true = int(generator.integers(3))
        reads = true if generator.random() < 0.7 else int(generator.integers(3))
        more_true, more_read = int(generator.integers(3)), int(generator.integers(3))
        true_set = [true] + ([more_true] if more_true != true and generator.random() < 0.3 else [])
        read_set = [reads] + ([more_read] if more_read != reads and generator.random() < 0.2 else [])
        stratum = reads * 2 + int(generator.integers(2))
        messages.append({"said": codes[reads], "truth": codes[true], "saidAll": [codes[i] for i in read_set], "truthAll": [codes[i] for i in true_set], "stratum": str(stratum), "weight": float(stratum_weights[stratum])})
        said.append([int(i in read_set) for i in range(3)])
        truth.append([int(i in true_set) for i in range(3)])
        first_said.append(reads)
        first_truth.append(true)
        weights.append(stratum_weights[stratum])
    scores = weighted_scores(numpy.array(said), numpy.array(truth), first_said, first_truth, numpy.array(weights), codes)
    effective = float(numpy.sum(weights) ** 2 / numpy.sum(numpy.square(weights)))
    return {"codes": codes, "messages": messages, "effective": effective, **scores}


def weighted_wilson(weights, holds):
    """Wilson's limits by the roots of their quadratic, with Kish's effective number of messages."""
    weights, holds = numpy.array(weights, float), numpy.array(holds, float)
    share = (weights * holds).sum() / weights.sum()
    n = weights.sum() ** 2 / (weights ** 2).sum()
    z = stats.norm.ppf(0.975)
    low, high = sorted(numpy.roots([1 + z * z / n, -(2 * share + z * z / n), share * share]).real)
    return {"weights": weights.tolist(), "holds": [bool(h) for h in holds], "estimate": float(share), "low": float(max(0, low)), "high": float(min(1, high))}


def survival(seconds, answered, weights, at):
    """Weighted product-limit share still waiting after `at`."""
    waiting = 1.0
    for time in numpy.unique(seconds[answered == 1]):
        if time > at:
            break
        waiting *= 1 - weights[(seconds == time) & (answered == 1)].sum() / weights[seconds >= time].sum()
    return waiting


def restricted_mean(seconds, answered, weights, horizon):
    """Weighted area under the product-limit curve up to `horizon`."""
    times = [0.0] + [time for time in numpy.unique(seconds[answered == 1]) if time < horizon] + [horizon]
    return sum(survival(seconds, answered, weights, start) * (end - start) for start, end in zip(times, times[1:]))


def clustered(figure, cluster):
    """Sum over clusters of the squared derivative of a figure by the cluster's weight, by central differences."""
    variance = 0.0
    for one in numpy.unique(cluster):
        step = 1e-5
        up, down = numpy.ones(len(cluster)), numpy.ones(len(cluster))
        up[cluster == one] += step
        down[cluster == one] -= step
        variance += ((figure(up) - figure(down)) / (2 * step)) ** 2
    return variance


def waiting_case(n, clusters, horizon, shares, rounding):
    seconds = numpy.maximum(0, (generator.exponential(40000, n) / rounding).round() * rounding)
    answered = (generator.random(n) < 0.7).astype(int)
    seconds[0] = max(seconds.max(), horizon) + 1
    cluster = generator.integers(clusters, size=n)
    ones = numpy.ones(n)
    greenwood = 0.0
    for time in numpy.unique(seconds[(answered == 1) & (seconds < horizon)]):
        events, risk = ((seconds == time) & (answered == 1)).sum(), (seconds >= time).sum()
        area = restricted_mean(seconds, answered, ones, horizon) - restricted_mean(seconds, answered, ones, time)
        greenwood += area ** 2 * events / (risk * (risk - events)) if risk > events else 0
    return {
        "seconds": seconds.tolist(), "answered": answered.tolist(), "cluster": cluster.tolist(), "clusters": clusters, "horizon": horizon,
        "mean": restricted_mean(seconds, answered, ones, horizon), "meanVariance": clustered(lambda w: restricted_mean(seconds, answered, w, horizon), cluster),
        "independent": clustered(lambda w: restricted_mean(seconds, answered, w, horizon), numpy.arange(n)), "greenwood": greenwood,
        "shares": [{"seconds": at, "waiting": survival(seconds, answered, ones, at), "variance": clustered(lambda w, at=at: survival(seconds, answered, w, at), cluster)} for at in shares],
    }


def rubin(estimates, variances):
    """Rubin's rules with SciPy's t."""
    estimates, variances = numpy.array(estimates), numpy.array(variances)
    m = len(estimates)
    within, between = variances.mean(), estimates.var(ddof=1)
    total = within + (1 + 1 / m) * between
    degrees = (m - 1) * (1 + within / ((1 + 1 / m) * between)) ** 2
    reach = stats.t.ppf(0.975, degrees) * numpy.sqrt(total)
    return {"estimates": estimates.tolist(), "variances": variances.tolist(), "estimate": float(estimates.mean()), "low": float(estimates.mean() - reach), "high": float(estimates.mean() + reach), "addedShare": float((1 + 1 / m) * between / total), "degrees": float(degrees)}


def ridge(n, buckets, exclusive):
    """Ridge logistic shift over given logits, minimised by SciPy: one output, or three that compete."""
    words = [sorted(generator.choice(buckets, size=int(generator.integers(1, 6)), replace=False).tolist()) for _ in range(n)]
    outputs = 3 if exclusive else 1
    logits = generator.normal(0, 1.2, (n, outputs)).round(3)
    truth = generator.integers(outputs, size=n) if exclusive else (generator.random(n) < 0.5).astype(int)
    for text in range(n):
        # two words carry the label, so that there is something to learn
        if 0 in words[text]:
            truth[text] = 1
        if 1 in words[text]:
            truth[text] = 0
    kept = [bucket for bucket in range(buckets) if sum(bucket in text for text in words) >= 2]
    design = numpy.zeros((n, len(kept)))
    for text, of in enumerate(words):
        for bucket in of:
            if bucket in kept:
                design[text, kept.index(bucket)] = 1 / numpy.sqrt(len(of))
    word_ridge, bias_ridge = 1.5, 20.0

    def loss(flat):
        shift = flat.reshape(outputs, len(kept) + 1)
        scores = logits + design @ shift[:, 1:].T + shift[:, 0]
        if exclusive:
            likelihood = scores[numpy.arange(n), truth] - special.logsumexp(scores, axis=1)
        else:
            likelihood = -numpy.logaddexp(0, numpy.where(truth == 1, -scores[:, 0], scores[:, 0]))
        return -likelihood.sum() + (word_ridge * (shift[:, 1:] ** 2).sum() + bias_ridge * (shift[:, 0] ** 2).sum()) / 2

    found = optimize.minimize(loss, numpy.zeros(outputs * (len(kept) + 1)), method="BFGS", options={"gtol": 1e-7})
    shift = found.x.reshape(outputs, len(kept) + 1)
    return {"exclusive": exclusive, "words": words, "logits": logits.tolist(), "truth": truth.tolist(), "buckets": kept, "bias": shift[:, 0].tolist(), "weights": shift[:, 1:].tolist()}


shapes = [0.05, 0.5, 1.0, 2.5, 30.0]
json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "sample": check_sample(),
    "shares": [weighted_wilson(generator.uniform(0.5, 6, n).round(3), generator.random(n) < p) for n, p in ((12, 0.5), (40, 0.9), (15, 1.1), (15, -0.1), (1, 0.5))],
    "student": [{"degrees": d, "t": float(stats.t.ppf(0.975, d))} for d in (0.5, 1, 2, 3.7, 10, 49, 120.5, 5000, 1e6)],
    "gamma": [{"shape": s, "mean": s, "variance": s, "quantiles": [{"p": p, "x": float(stats.gamma.ppf(p, s))} for p in (0.1, 0.5, 0.9, 0.99)]} for s in shapes],
    "rubin": [rubin([12.1, 13.4, 11.7, 12.9, 12.2], [0.9, 1.1, 1.0, 0.8, 1.2]), rubin(generator.normal(50, 4, 50).round(4), generator.uniform(2, 3, 50).round(4))],
    "waiting": [waiting_case(60, 25, 60000, [3600, 30000], 1), waiting_case(80, 15, 50000, [10000, 40000], 5000), waiting_case(30, 30, 90000, [20000], 1)],
    "ridge": [ridge(60, 8, False), ridge(50, 6, True)],
}, sys.stdout)
print()
