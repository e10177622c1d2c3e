import { describe, expect, it } from 'vitest';
import { foundMetrics } from '../../../../../src/renderer/features/definitions/found-metrics.ts';

const metric = (id: string, name: string, definition: string) => ({ id, name, definition, formula: '', unit: '', source: '', limits: '', version: 1 });
const METRICS = [metric('b', 'Tribù', 'Persone che stanno insieme'), metric('a', 'Fiducia', 'Ciò che le tribù si aspettano'), metric('c', 'Silenzio', 'Nessuna risposta')];
const names = (typed: string): string[] => foundMetrics(METRICS, typed).map(({ name }) => name);

describe('definitions that are looked for', () => {
  it('are all of them by name when nothing is typed', () => {
    expect(names('  ')).toEqual(['Fiducia', 'Silenzio', 'Tribù']);
  });
  it('are found without accents, in names before meanings', () => {
    expect(names('tribu')).toEqual(['Tribù', 'Fiducia']);
    expect(names('CIO tribu')).toEqual(['Fiducia']);
    expect(names('xyz')).toEqual([]);
  });
});
