"""Reference values for the account of an initiative: python3 tests/reference/initiative/initiative.py (SciPy, NumPy)."""
import numpy, scipy
from scipy import stats

print('scipy', scipy.__version__, 'numpy', numpy.__version__)
values = numpy.array([12.0, 15, 9, 22, 17, 14, 11, 19, 16, 13])
k = len(values)
reach = stats.t.ppf(0.975, k - 1) * values.std(ddof=1) * numpy.sqrt(1 + 1 / k)
print('usual', values.mean(), values.mean() - reach, values.mean() + reach)


def wilson(x, n):
    z = stats.norm.ppf(0.975)
    p = x / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * numpy.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return p, centre - half, centre + half


p1, l1, u1 = wilson(9, 60)
p2, l2, u2 = wilson(24, 80)
print('newcombe', p1 - p2, p1 - p2 - numpy.hypot(p1 - l1, u2 - p2), p1 - p2 + numpy.hypot(u1 - p1, p2 - l2))
