import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, Intent } from '../../src/domain/model/codes.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR_MS = 3_600_000;
const COLLECTED_MS = Date.parse('2026-06-03T07:11:00Z');
const COLUMNS = ['id', 'network', 'container', 'kind', 'author', 'text', 'createdAt', 'parentId'] as const;

type Row = Record<(typeof COLUMNS)[number], string>;
const rows: Row[] = [];
const labels = new Map<string, { readonly intents?: Intent[]; readonly acts?: Act[] }>();

function add(row: Omit<Row, 'network'>, label: { readonly intents?: Intent[]; readonly acts?: Act[] }): void {
  rows.push({ network: 'facebook', ...row });
  labels.set(row.id, label);
}

// five months; in each a post of both brands and twelve people who ask. Aurora answers all of them within two hours, Bottega every other one
for (const [brand, container] of [['Aurora', 'aurora'], ['Bottega', 'bottega']] as const) {
  for (let month = 0; month < 5; month += 1) {
    const startMs = Date.UTC(2026, month, 9, 8, 13, 7 * month);
    const root = `${container}-${String(month)}`;
    add({ id: root, container, kind: 'post', author: brand, text: `La novità numero ${String(month)} di ${brand}`, createdAt: new Date(startMs).toISOString(), parentId: '' }, { acts: ['content'] });
    for (let i = 0; i < 12; i += 1) {
      // five people ask both brands in March
      const author = month === 2 && i < 5 ? `both${String(i)}` : `${container}-${String(month)}-${String(i)}`;
      const atMs = startMs + i * HOUR_MS * 1.37;
      add({ id: `${root}-q${String(i)}`, container, kind: 'comment', author, text: `A che ora apre il negozio numero ${String(i)} di ${brand}, mese ${String(month)}?`, createdAt: new Date(atMs).toISOString(), parentId: root }, { intents: ['information'] });
      if (brand === 'Bottega' && i % 2 === 1) continue;
      add({ id: `${root}-r${String(i)}`, container, kind: 'comment', author: brand, text: `Il negozio ${String(i)} apre presto, il mese ${String(month)} alle ${String(7 + i)}`, createdAt: new Date(atMs + 1.9 * HOUR_MS).toISOString(), parentId: `${root}-q${String(i)}` }, { acts: ['answer'] });
    }
    for (let i = 0; i < month; i += 1) add({ id: `${root}-k${String(i)}`, container, kind: 'comment', author: `fan-${root}-${String(i)}`, text: `Che bella la novità ${String(i)}`, createdAt: new Date(startMs + i * 977_000).toISOString(), parentId: root }, { intents: ['praise'] });
  }
}

const suite = suiteEngine({ nowMs: COLLECTED_MS + 24 * HOUR_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-brands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'brands.csv');
  const cell = (value: string): string => `"${value}"`;
  writeFileSync(path, `${[COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))].join('\n')}\n`);
  await suite.ask('project.create', { name: 'Brands' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'brands.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: COLLECTED_MS, mapping: { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'], containers: ['bottega'] }],
  });
  const { messages } = await suite.ask('messages.list', { size: 1000 });
  await suite.ask('labels.set', { labels: messages.flatMap(({ nativeId, messageId }) => (labels.has(nativeId) ? [{ messageId, ...labels.get(nativeId) }] : [])) });
  await suite.ask('analyse.run', {});
});

describe('another brand of the project', () => {
  it('is compared on the whole months that both have; the months at both ends are named as left out', async () => {
    const { brands } = await suite.ask('response.benchmarks', {});
    expect(brands).toMatchObject({ reason: null, cells: [{ network: 'facebook', kind: 'comment', fromMonth: '2026-02', toMonth: '2026-04' }], peopleAtTwo: 5 });
    const [day] = brands.rivals[0]?.comparisons ?? [];
    expect(brands.rivals.map(({ brand }) => brand)).toEqual(['Bottega']);
    expect(day).toMatchObject({ seconds: 86_400, first: { n: 36, authors: 36, share: { estimate: 1 } }, second: { n: 36, share: { estimate: 0.5 } }, difference: { estimate: 0.5 } });
    expect(day?.difference?.low).toBeGreaterThan(0.3);
    // January and May: twelve questions each, and the compliments of May
    expect(brands.leftOut).toContainEqual({ brand: 'Bottega', reason: 'months-not-shared', network: 'facebook', kind: 'comment', messages: 28 });
  });

  it('is held against the brand that is asked for, the other way round', async () => {
    const { brands } = await suite.ask('response.benchmarks', { brand: 'Bottega' });
    expect(brands.rivals.map(({ brand }) => brand)).toEqual(['Aurora']);
    expect(brands.rivals[0]?.comparisons[0]?.difference?.estimate).toBe(-0.5);
  });
});
