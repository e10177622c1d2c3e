"""Outside values for the distance of two mixes: scipy.spatial.distance.jensenshannon, base 2. Writes jensen-shannon.json.
Made with Python 3, NumPy and SciPy; versions stand in the file."""
import json
import pathlib

import numpy
import scipy
from scipy.spatial.distance import jensenshannon

random = numpy.random.default_rng(20091)
cases = [([1, 0], [0, 1]), ([3, 3, 4], [3, 3, 4]), ([10, 0, 5], [1, 8, 6]), ([1, 2, 3, 4], [4, 3, 2, 1])]
for kinds in (2, 5, 10):
    for _ in range(6):
        one, other = random.integers(0, 40, kinds), random.integers(0, 40, kinds)
        one[0] += 1
        other[-1] += 1
        cases.append((one.tolist(), other.tolist()))
answers = [{'one': one, 'other': other, 'distance': float(numpy.nan_to_num(jensenshannon(one, other, base=2)))} for one, other in cases]
pathlib.Path(__file__).with_suffix('.json').write_text(json.dumps({'numpy': numpy.__version__, 'scipy': scipy.__version__, 'cases': answers}, indent=1) + '\n')
