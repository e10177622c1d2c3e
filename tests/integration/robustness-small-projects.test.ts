import { describe, expect, test } from 'vitest';
import type { OperationName } from '../../src/contract/operations.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';

/** Paths of numbers that are none, found by walking a value before JSON would hide them. */
function strangeNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${String(value)}`];
  if (typeof value === 'string') return /\b(NaN|Infinity|undefined)\b/.test(value) ? [`${path}: ${value.slice(0, 60)}`] : [];
  if (Array.isArray(value)) return value.flatMap((item, position) => strangeNumbers(item, `${path}[${String(position)}]`));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, item]) => strangeNumbers(item, `${path}.${key}`));
  return [];
}

const READS: readonly (readonly [OperationName, object])[] = [
  ['overview', {}], ['overview', { filters: { intents: ['trouble'], fromMs: 0, toMs: 1 } }], ['filters.options', {}], ['metrics.list', {}], ['messages.list', {}], ['import.list', {}], ['project.summary', {}], ['app.state', {}],
  ...(['none', 'intent', 'network', 'container', 'tribe', 'hour', 'weekday'] as const).map((by) => ['response.survival', { by }] as const),
  ['response.survival', { population: 'inbound', answerRule: 'direct', mergeFollowUps: false, includeInferred: false, maxSteps: 10 }], ['response.survival', { horizonSeconds: 1e-9 }], ['response.survival', { horizonSeconds: 31_536_000, filters: { text: 'niente di tutto questo' } }],
  ['response.gaps', {}], ['response.gaps', { population: 'inbound' }], ['response.requests', {}], ['response.requests', { orderBy: 'waited' }], ['value.accounts', { orderBy: 'balance' }], ['value.books', {}], ['value.map', {}], ['value.map', { box: { createdFrom: 5, createdTo: 1 } }],
  ['tribes.list', {}], ['tribes.list', { lens: 'roles' }], ['tribes.list', { lens: 'communities' }], ['trust.parts', {}],
];

async function answers(work: ProjectAtWork): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [name, input] of READS) {
    const outcome = await work.engine.call(name, input);
    const said = `${name} ${JSON.stringify(input)}`;
    expect(outcome, said).toMatchObject({ ok: true });
    if (outcome.ok) {
      expect(strangeNumbers(outcome.value), said).toEqual([]);
      found.set(said, outcome.value);
    }
  }
  return found;
}

/** Every object below a value that says whether it rests on too few cases. */
function floors(value: unknown): { tooFew: boolean; [key: string]: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(floors);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(floors);
  return 'tooFew' in value && typeof value.tooFew === 'boolean' ? [value as { tooFew: boolean }, ...below] : below;
}

const row = (position: number, cells: string): string => `m${String(position)},${cells}`;
const days = (count: number, cells: (position: number) => string, header = 'id,text,author,date,parent_id'): string => `${header}\n${Array.from({ length: count }, (_, position) => row(position, cells(position))).join('\n')}\n`;
const at = (position: number): string => new Date(Date.UTC(2026, 0, 1) + position * 3_600_000).toISOString();

const CASES: readonly (readonly [name: string, table: string | null, brand: string])[] = [
  ['no message at all', null, 'Aurora'],
  ['a header and nothing else', 'id,text,author,date,parent_id\n', 'Aurora'],
  ['one message', days(1, (position) => `La carta non funziona,Ada,${at(position)},`), 'Aurora'],
  ['one message of the brand', days(1, (position) => `Ci dispiace,Aurora,${at(position)},`), 'Aurora'],
  ['no times', days(20, (position) => `La carta ${String(position)} non funziona,autore ${String(position % 7)}`, 'id,text,author'), 'Aurora'],
  ['no authors', days(20, (position) => `La carta ${String(position)} non funziona,${at(position)}`, 'id,text,date'), 'Aurora'],
  ['no texts', days(20, (position) => `${String(1 + position % 5)},autore ${String(position)},${at(position)}`, 'id,stars,author,date'), 'Aurora'],
  ['empty texts', days(20, (position) => `,autore ${String(position)},${at(position)},`), 'Aurora'],
  ['only messages of the brand', days(30, (position) => `Ci dispiace ${String(position)},Aurora,${at(position)},${position % 2 === 1 ? `m${String(position - 1)}` : ''}`), 'Aurora'],
  ['one author', days(40, (position) => `${position % 2 === 0 ? '@Aurora la carta non funziona, aiuto' : 'Grazie'} ${String(position)},Ada,${at(position)},`), 'Aurora'],
  ['one author who is answered at once', days(40, (position) => (position % 2 === 0 ? `La carta non funziona perché?,Ada,${at(position)},` : `Ci dispiace,Aurora,${at(position - 1)},m${String(position - 1)}`)), 'Aurora'],
  ['all in one moment', days(40, (position) => `Quanto costa la carta ${String(position)}?,autore ${String(position % 9)},${at(0)},`), 'Aurora'],
  ['answers before their questions', days(40, (position) => (position % 2 === 0 ? `Quanto costa la carta?,autore ${String(position)},${at(100 + position)},` : `Dieci euro,Aurora,${at(1)},m${String(position - 1)}`)), 'Aurora'],
  ['years apart', days(12, (position) => `Quanto costa la carta?,autore ${String(position)},${String(1901 + position * 90)}-01-01T00:00:00Z,`), 'Aurora'],
  ['everything in answer to itself or to nothing', days(20, (position) => `Quanto costa?,autore ${String(position)},${at(position)},${position % 2 === 0 ? `m${String(position)}` : 'gone'}`), 'Aurora'],
];

describe('a project with next to nothing in it', () => {
  test.each(CASES)('%s: every read answers in finite numbers, before and after the analysis', async (_name, table, brand) => {
    const work = await projectAtWork();
    if (table !== null) expect(await work.call('import.run', { files: [{ file: await work.file('t.csv', table) }], ownBrand: { name: brand } })).toMatchObject({ ok: true });
    await answers(work);
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
    const analysed = await answers(work);
    if (table === null || table.split('\n').length < 6) {
      const figures = [...analysed].flatMap(([said, value]) => floors(value).map((figure) => [said, figure] as const));
      expect(figures.length).toBeGreaterThan(5);
      for (const [said, figure] of figures) {
        expect(figure.tooFew, said).toBe(true);
        for (const shown of ['medianSeconds', 'restrictedMeanSeconds', 'gapSeconds', 'balance', 'estimate', 'log2Balance']) if (shown in figure) expect(figure[shown], `${said} ${shown}`).toBeNull();
      }
    }
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
  });
});
