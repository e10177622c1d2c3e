import { writeFileSync } from 'node:fs';
import { metricsPage } from '../src/domain/metrics/metric-definitions.ts';

// Writes docs/metrics.md from the table of metrics.
writeFileSync(new URL('../docs/metrics.md', import.meta.url), metricsPage());
