import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS, metricDefinitions, metricsPage } from '../../../../src/domain/metrics/metric-definitions.ts';

describe('metric definitions', () => {
  it('are the ones of the docs page', () => {
    expect(readFileSync('docs/metrics.md', 'utf8')).toBe(metricsPage());
  });

  it('have distinct ids and every word in both languages', () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
    for (const metric of METRICS) {
      for (const words of [metric.it, metric.en]) for (const text of Object.values(words)) expect(text.length, metric.id).toBeGreaterThan(3);
      expect(metric.it.definition).not.toBe(metric.en.definition);
    }
  });

  it('never raise their voice', () => {
    for (const language of ['it', 'en'] as const) for (const { definition, limits } of metricDefinitions(language)) expect(definition + limits).not.toContain('!');
  });
});
