import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const START_MS = Date.parse('2026-03-02T08:00:00Z');
const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const suite = suiteEngine({ nowMs: NOW_MS });
const KINDS = ['purchase', 'trouble'] as const;

/** Thirty people who want to buy are answered in an hour, thirty with a problem in two days; five of the latter never. */
const LINES = KINDS.flatMap((kind, group) => Array.from({ length: 30 }, (_, at) => {
  const id = 1000 * (group + 1) + at * 2;
  const hours = at * 24 + group * 3.3 + at * 0.11;
  const asked = [id, `${kind}${String(at)}`, hours, kind === 'purchase' ? `@Aurora quanto costa la moka numero ${String(at)}?` : `@Aurora la moka numero ${String(at)} si è rotta`, ''] as const;
  const answered = [id + 1, 'Aurora', hours + (kind === 'purchase' ? 1 : 48), `Rispondiamo al caso ${String(id)}`, String(id)] as const;
  return kind === 'trouble' && at < 5 ? [asked] : [asked, answered];
}).flat());

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-sceptic-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, ['id,network,container,author,created_at,text,parent_id', ...LINES.map(([id, author, hours, text, parent]) => `${String(id)},facebook,Pagina,${author},${new Date(START_MS + hours * HOUR_MS + id * 1300).toISOString()},"${text}",${parent}`)].join('\n'));
  await suite.ask('project.create', { name: 'sceptic' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'] },
  });
  await suite.ask('analyse.run', {});
  const messages = (await suite.ask('messages.list', { size: 1000 })).messages;
  await suite.ask('labels.set', { labels: messages.flatMap(({ messageId, nativeId }) => (Number(nativeId) % 2 === 1 ? [] : [{ messageId, intents: [Number(nativeId) < 2000 ? ('purchase' as const) : ('trouble' as const)] }])) });
  await suite.ask('analyse.run', {});
}, 60_000);

const gap = { unit: 'seconds-difference' as const, source: { operation: 'response.gaps', input: {}, at: ['gaps', { intent: 'trouble' }], fields: { estimate: 'gapSeconds', low: 'low', high: 'high', n: 'n' } }, draws: 60 };
const silence = { unit: 'count' as const, source: { operation: 'response.survival', input: { by: 'intent' }, at: ['groups', { key: 'trouble' }], fields: { estimate: 'censored', n: 'n' } }, draws: 60 };
const variation = ({ variations }: OperationValue<'findings.challenge'>, change: string): OperationValue<'findings.challenge'>['variations'][number] | undefined => variations.find((one) => one.change === change);

describe('the sceptic', () => {
  it('says what would falsify a gap, and that nothing tried does', async () => {
    const answer = await suite.ask('findings.challenge', gap);
    const gaps = await suite.ask('response.gaps', {});
    expect(answer.now?.estimate).toBe(gaps.gaps.find(({ intent }) => intent === 'trouble')?.gapSeconds);
    expect(answer).toMatchObject({ measures: 'figure', claim: { kind: 'direction', low: 0, high: null }, distance: { threshold: 0 }, verdict: { level: 'holds', failed: 0 } });
    expect(answer.joint).toMatchObject({ asked: 60, draws: 60, carried: 60, held: 60, definitions: 16 });
    // labels were set by hand, so no reading is stricter than them; follow-ups do not exist
    expect(variation(answer, 'follow-ups-apart')?.estimate).toBeCloseTo(answer.now?.estimate ?? 0, 6);
    // up to three days the fifth that never got an answer weighs less: 5 x 72 h and 25 x 48 h over 30, less the hour
    expect((variation(answer, 'horizon-shorter')?.estimate ?? 0) / 3600).toBeCloseTo((5 * 72 + 25 * 48) / 30 - 1, 1);
    expect((variation(answer, 'horizon-longer')?.estimate ?? 0) / 3600).toBeCloseTo((5 * 336 + 25 * 48) / 30 - 1, 1);
  });

  it('lists what it could not change, and why', async () => {
    const { unvaried } = await suite.ask('findings.challenge', gap);
    expect(unvaried).toEqual(expect.arrayContaining([{ change: 'opening-hours', reason: 'no-hours' }, { change: 'reader-corrected', reason: 'not-checked' }, { change: 'unread-silent', reason: 'no-waits' }]));
  });

  it('tells a count as a size, and gives the same draws again', async () => {
    const answer = await suite.ask('findings.challenge', silence);
    expect(answer).toMatchObject({ now: { estimate: 5, n: 30 }, claim: { kind: 'size', low: 2.5, high: 10 } });
    expect(answer.unvaried).toEqual(expect.arrayContaining([{ change: 'horizon-longer', reason: 'not-resting' }]));
    await suite.ask('labels.set', { labels: [] }).catch(() => undefined);
    expect((await suite.ask('findings.challenge', { ...silence, seed: 1 })).joint).toEqual(answer.joint);
    expect((await suite.ask('findings.challenge', { ...silence, seed: 2 })).joint?.low).not.toBeUndefined();
  });

  it('reports its steps, and a cancel ends it with nothing changed', async () => {
    const engine = suite.engine();
    const steps: [done: number, total: number | null][] = [];
    const stop = engine.onEvent((event) => {
      if (event.type !== 'job-progress' || event.phase !== 'challenge') return;
      steps.push([event.done, event.total]);
      void engine.call('job.cancel', { jobId: 'cancelled-challenge' });
    });
    const before = await suite.ask('project.summary', {});
    const outcome = await engine.call('findings.challenge', { ...gap, seed: 9, jobId: 'cancelled-challenge' });
    stop();
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(steps[0]?.[0]).toBeLessThan(steps[0]?.[1] ?? 0);
    expect((await suite.ask('project.summary', {})).dataVersion).toBe(before.dataVersion);
    // nothing of the cancelled one is remembered as an answer
    expect((await suite.ask('findings.challenge', { ...gap, seed: 9 })).joint).toMatchObject({ draws: 60 });
  });

  it('has nothing to try on a figure that it does not know, and says so', async () => {
    expect(await suite.ask('findings.challenge', { unit: 'share', source: { operation: 'value.inequality', input: {}, at: ['nowhere'], fields: { estimate: 'gini' } } })).toMatchObject({ now: null, claim: null, joint: null, verdict: { level: 'untried' } });
    expect(await suite.engine().call('findings.challenge', { unit: 'share', source: { operation: 'findings.keep', input: {}, at: [], fields: { estimate: 'x' } } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});
