import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const START_MS = Date.parse('2026-03-02T08:00:00Z');
const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const BURST_DAY = 50;
const suite = suiteEngine({ nowMs: NOW_MS });

/** A message: its number, who, days after the start, what, and the number it answers. */
type Line = readonly [id: number, author: string, days: number, text: string, answers: number | null];

// a complaint on every other day for eighty days, and on the days from the fiftieth three, eight and six more; the brand answers all but those
const CALM: readonly Line[] = Array.from({ length: 40 }, (_, at): Line => [100 + at, `persona${String(at)}`, at * 2 + 0.1, `@Aurora il pacco numero ${String(at)} non è arrivato`, null]);
const STORM: readonly Line[] = [...Array.from({ length: 3 }, () => 0), ...Array.from({ length: 8 }, () => 1), ...Array.from({ length: 6 }, () => 2)].map((day, at): Line => [200 + at, `cliente${String(at)}`, BURST_DAY + day + 0.2 + at * 0.01, `@Aurora la macchina numero ${String(at)} è rotta`, null]);
const ANSWERS: readonly Line[] = CALM.map(([id, , days], at): Line => [300 + at, 'Aurora', days + 0.2, `Ce ne occupiamo subito, pacco ${String(at)}`, id]);
const LATE: readonly Line[] = [[400, 'Aurora', BURST_DAY + 2.9, 'Ci scusiamo, arriviamo', 200]];
const LINES: readonly Line[] = [...CALM, ...STORM, ...ANSWERS, ...LATE];

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-ladder-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, ['id,network,container,author,created_at,text,parent_id', ...LINES.map(([id, author, days, text, answers]) => `${String(id)},facebook,Pagina,${author},${new Date(START_MS + days * DAY_MS + id * 1700).toISOString()},"${text}",${answers === null ? '' : String(answers)}`)].join('\n'));
  await suite.ask('project.create', { name: 'ladder' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'] },
  });
  await suite.ask('analyse.run', {});
  const byNative = new Map((await suite.ask('messages.list', { size: 1000 })).messages.map(({ nativeId, messageId }) => [nativeId, messageId]));
  await suite.ask('labels.set', { labels: [...CALM, ...STORM].map(([id]) => ({ messageId: byNative.get(String(id)) ?? 0, intents: ['trouble' as const] })) });
  await suite.ask('analyse.run', {});
}, 60_000);

type Ladder = OperationValue<'strategy.ladder'>;
const gateOf = ({ steps }: Ladder, name: string): Ladder['steps'][number]['gates'][number] | undefined => steps.flatMap(({ gates }) => gates).find(({ gate }) => gate === name);

describe('the ladder', () => {
  it('judges what the data show, and says where they show nothing', async () => {
    const ladder = await suite.ask('strategy.ladder', {});
    // forty of fifty-seven within the day, and one of the storm after more than two
    expect(gateOf(ladder, 'trouble-day')).toMatchObject({ figure: { k: 40, n: 57 }, state: 'near' });
    expect(gateOf(ladder, 'trouble-day')?.messageIds).toHaveLength(40);
    expect(gateOf(ladder, 'opening-hours')).toMatchObject({ figure: { estimate: 0 }, state: 'unmet' });
    expect(gateOf(ladder, 'handed-over')).toMatchObject({ figure: null, state: 'not-visible' });
    expect(gateOf(ladder, 'goals')).toMatchObject({ figure: null, state: 'open', evidence: null });
    expect(ladder.steps.every(({ state }) => state !== 'reached')).toBe(true);
  });

  it('takes a document where the data are silent, not against them, and takes it back', async () => {
    for (const gate of ['handed-over', 'opening-hours'] as const) await suite.ask('strategy.setGate', { gate, document: 'Verbale del 3 marzo', dateMs: START_MS, owner: 'Marta' });
    const ladder = await suite.ask('strategy.ladder', {});
    expect(gateOf(ladder, 'handed-over')).toMatchObject({ state: 'met', evidence: { document: 'Verbale del 3 marzo', owner: 'Marta', declared: null } });
    expect(gateOf(ladder, 'opening-hours')).toMatchObject({ state: 'unmet' });
    await suite.ask('history.undo', {});
    expect(gateOf(await suite.ask('strategy.ladder', {}), 'opening-hours')?.evidence).toBeNull();
    expect(await suite.ask('strategy.setGate', { gate: 'handed-over', document: 'Verbale del 3 marzo' })).toEqual({ changed: false });
    await suite.ask('strategy.setGate', { gate: 'handed-over', document: '', dateMs: null, owner: '' });
    expect(gateOf(await suite.ask('strategy.ladder', {}), 'handed-over')).toMatchObject({ state: 'not-visible', evidence: null });
  });

  it('counts the lines of plan B', async () => {
    await suite.ask('strategy.setCrisisPlan', { lines: { speaks: 'Marta', decides: 'La direzione', statement: 'Ce ne occupiamo.', channels: 'Pagina e sito' } });
    expect(gateOf(await suite.ask('strategy.ladder', {}), 'crisis-plan')).toMatchObject({ figure: { k: 4, n: 5 }, state: 'unmet' });
    await suite.ask('strategy.setCrisisPlan', { lines: { stop: 'Nessun messaggio nuovo per un giorno' } });
    const ladder = await suite.ask('strategy.ladder', {});
    expect(gateOf(ladder, 'crisis-plan')).toMatchObject({ figure: { k: 5, n: 5 }, state: 'met' });
    expect(ladder.plan.lines.speaks).toBe('Marta');
    await suite.ask('history.undo', {});
    expect((await suite.ask('strategy.ladder', {})).plan.lines.stop).toBe('');
  });
});

describe('bursts and the drill', () => {
  it('finds the storm, with what the brand did in it', async () => {
    const { bursts, warnings, precision, n, untimed, leftOut, tooFew } = await suite.ask('strategy.bursts', {});
    expect({ n, untimed, tooFew }).toEqual({ n: 57, untimed: 0, tooFew: false });
    // the first and the last day of the import are not whole
    expect(leftOut).toBe(2);
    expect(bursts).toMatchObject([{ kind: 'burst', peak: 8, messages: 19, atEdge: false, answered: { k: 3, n: 19 } }]);
    expect(new Date(bursts[0]?.peakMs ?? 0).toISOString()).toBe('2026-04-21T22:00:00.000Z');
    expect(bursts[0]?.messageIds).toHaveLength(19);
    expect(bursts[0]?.terms.join(' ')).toMatch(/rotta/);
    expect(bursts[0]?.statement?.seconds).toBeGreaterThan(0);
    expect(precision.n).toBe(warnings.length);
    expect(warnings).toMatchObject([{ burst: 0, leadDays: 1 }]);
  });

  it('plays the week of the storm again, hides what happened until asked, and scores it', async () => {
    const open = await suite.ask('strategy.drill', {});
    expect(open).toMatchObject({ week: { key: '2026-W17', messages: 20, unanswered: 16, byUnanswered: true }, decided: 0, next: 0, score: null });
    expect(open.moments.every(({ happened }) => happened === null)).toBe(true);
    expect(open.moments.map(({ atMs }) => atMs)).toEqual(open.moments.map(({ atMs }) => atMs).sort((one, other) => one - other));
    const week = open.week?.key ?? '';
    const ladderDrill = async (): Promise<unknown> => gateOf(await suite.ask('strategy.ladder', {}), 'drill')?.figure?.estimate;
    expect(await ladderDrill()).toBe(0);
    expect(await suite.ask('strategy.saveDrill', { week, decisions: open.moments.map(({ messageId }, at) => ({ messageId, choice: at < 4 ? 'wait' as const : 'care' as const })), finished: true })).toEqual({ changed: 20 });
    const { score, finished, next } = await suite.ask('strategy.drill', { reveal: true });
    expect({ finished, next }).toEqual({ finished: true, next: 20 });
    // four waited; the brand answered the three calm ones at once and one of the storm after two days
    expect(score).toMatchObject({ n: 20, team: { k: 16, n: 20, estimate: null }, brand: { k: 3, n: 20 }, undecided: 0, minutes: 160 });
    expect(await ladderDrill()).toBe(1);
    await suite.ask('history.undo', {});
    expect((await suite.ask('strategy.drill', {})).decided).toBe(0);
    expect(await suite.ask('strategy.drill', { week: '2020-W01' })).toMatchObject({ week: null, moments: [] });
  });
});
