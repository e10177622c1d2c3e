# Exact binomial limits for tests/unit/domain/companies/company-of.test.ts. SciPy 1.17.1.
from scipy.stats import binomtest

for k, n in [(7, 22), (0, 10), (10, 10), (1, 5)]:
    limits = binomtest(k, n).proportion_ci(method="exact")
    print(k, n, round(limits.low, 5), round(limits.high, 5))
