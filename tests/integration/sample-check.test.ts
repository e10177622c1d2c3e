import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_SEED, sampleFiles } from '../../scripts/make-sample/sample-files.ts';
import { BRAND } from '../../scripts/make-sample/world.ts';
import type { OperationValue } from '../../src/contract/operations.ts';
import { INTENTS, type Intent } from '../../src/domain/model/codes.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const PAGE = { networks: ['facebook'], containers: [BRAND.name] };
const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
const sample = sampleFiles(SAMPLE_SEED);
const truth = JSON.parse(sample.files.get('truth.json') ?? '') as { response: { byIntent: readonly { intent: Intent; restrictedMeanSeconds: number }[]; gapSeconds: Readonly<Record<string, number>> } };
const planted = new Map(sample.messages.map(({ network, id, truth: { intents } }) => [`${network} ${id}`, intents.length === 0 ? (['other'] as const) : intents]));

const SIZE = 200;
let scores: OperationValue<'check.scores'>;
let labelled = 0;

beforeAll(async () => {
  await suite.ask('project.openSample', {});
  await suite.ask('analyse.run', {});
  await suite.ask('check.draw', { size: SIZE, seed: 11 });
  const drawn: OperationValue<'check.next'>['messages'] = [];
  for (let from = 1; from <= SIZE; from += 50) drawn.push(...(await suite.ask('check.next', { fromPosition: from, size: 50 })).messages);
  const rows = new Map((await suite.ask('messages.list', { messageIds: drawn.map(({ messageId }) => messageId), size: 1000 })).messages.map((row) => [row.messageId, row]));
  for (const { messageId } of drawn) {
    const row = rows.get(messageId);
    const intents = planted.get(`${row?.network ?? ''} ${row?.nativeId ?? ''}`);
    // reviews and tickets are planted otherwise: whoever checks sets them aside
    if (row === undefined || intents === undefined) continue;
    await suite.ask('check.label', { messageId, intents: [...intents] });
    labelled += 1;
  }
  await suite.ask('analyse.run', {});
  scores = await suite.ask('check.scores', {});
}, 480_000);

describe('the reading of the sample project, checked by what was planted', () => {
  it('is scored on every label, each in one cell of the confusion', () => {
    expect(labelled).toBeGreaterThan(150);
    expect(scores.status).toMatchObject({ checked: true, drawn: SIZE, labelled, left: SIZE - labelled });
    expect(scores.scores[0]?.intents.n).toBe(labelled);
    expect(scores.confusion.intents.reduce((sum, { n }) => sum + n, 0)).toBe(labelled);
    for (const said of INTENTS) {
      const row = scores.confusion.intents.filter((cell) => cell.said === said);
      if (row.length > 0) expect(row.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    const accuracy = scores.scores[0]?.intents.accuracy;
    expect(accuracy?.estimate).toBeGreaterThan(0.5);
    expect(accuracy?.low).toBeLessThan(accuracy?.estimate ?? 0);
    expect(scores.scores[0]?.sentiments).toMatchObject({ n: 0, accuracy: { estimate: null } });
  });

  it('corrects the mean waits and gaps towards the planted ones', async () => {
    const survival = await suite.ask('response.survival', { by: 'intent', horizonSeconds: 604_800, filters: PAGE });
    const gaps = await suite.ask('response.gaps', { horizonSeconds: 604_800, filters: PAGE });
    expect(survival.correction).toMatchObject({ available: true });
    let [held, heldAsRead, compared] = [0, 0, 0];
    const note = (own: number | undefined, corrected: { low: number; high: number } | null | undefined, raw: readonly [number | null, number | null]): void => {
      if (own === undefined || corrected == null || raw[0] === null || raw[1] === null) return;
      compared += 1;
      held += own >= corrected.low && own <= corrected.high ? 1 : 0;
      heldAsRead += own >= raw[0] && own <= raw[1] ? 1 : 0;
    };
    for (const group of survival.groups) {
      note(truth.response.byIntent.find(({ intent }) => intent === group.key)?.restrictedMeanSeconds, group.corrected?.restrictedMeanSeconds, [group.restrictedMeanLow, group.restrictedMeanHigh]);
    }
    for (const gap of gaps.gaps) note(truth.response.gapSeconds[gap.intent], gap.corrected, [gap.low, gap.high]);
    expect(compared).toBeGreaterThanOrEqual(6);
    expect(held / compared).toBeGreaterThanOrEqual(0.7);
    expect(held).toBeGreaterThanOrEqual(heldAsRead);
  }, 60_000);

  it('offers a layer only where it does not lower the mean F1, and says what it does', async () => {
    const { effect, offered } = scores;
    expect(effect.intents).not.toBeNull();
    expect(offered).toBe((effect.intents?.difference ?? -1) >= 0 || (effect.sentiments?.difference ?? 0) >= 0);
    const adapted = await suite.ask('reading.adapt', {});
    if (adapted.kept) expect(adapted.card?.groups.intents).toBe((effect.intents?.difference ?? -1) >= 0);
    else expect(adapted.reason).toBe('lowers');
  }, 60_000);
});
