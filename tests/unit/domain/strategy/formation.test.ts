import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../src/domain/model/codes.ts';
import { CRITICISED_SHARES, type FormationLine } from '../../../../src/domain/model/formation-line.ts';
import { placedMessages, type BrandMessage } from '../../../../src/domain/strategy/formation-line.ts';
import { distanceFromCriticised, formationDistance, formationRows, totalVariation } from '../../../../src/domain/strategy/formation.ts';

const HOUR_MS = 3_600_000;

function message(messageId: number, acts: readonly Act[], more: Partial<BrandMessage> = {}): BrandMessage {
  return { messageId, rootId: messageId, networkId: 1, acts, atMs: messageId * HOUR_MS, accountId: null, answersMs: null, isReply: false, gesture: false, ...more };
}

const lineOf = (...messages: readonly BrandMessage[]): FormationLine | undefined => placedMessages(messages).at(-1)?.line;

describe('placedMessages', () => {
  it('puts each act on its line, the last that applies', () => {
    expect(lineOf(message(1, ['content']))).toBe('presence');
    expect(lineOf(message(1, []))).toBe('presence');
    expect(lineOf(message(1, ['content', 'promotion']))).toBe('promotion');
    expect(lineOf(message(1, ['promotion', 'answer']))).toBe('listening');
    expect(lineOf(message(1, ['answer', 'personal']))).toBe('one-to-one');
    expect(lineOf(message(1, ['personal'], { gesture: true }))).toBe('surprise');
    expect(lineOf(message(1, ['answer'], { gesture: true }))).toBe('listening');
  });

  it('listens in form only when nothing but a template or a referral is in it', () => {
    const formOnly = (acts: readonly Act[]): boolean | undefined => placedMessages([message(1, acts)])[0]?.formOnly;
    expect(formOnly(['template'])).toBe(true);
    expect(formOnly(['deflect'])).toBe(true);
    expect(formOnly(['deflect', 'care'])).toBe(false);
    expect(formOnly(['promotion'])).toBe(false);
  });

  it('takes a message for a follow-up only a day after, to the same person, who has not written since', () => {
    const answered = message(10, ['answer'], { accountId: 7, answersMs: 9 * HOUR_MS });
    expect(lineOf(answered, message(34, ['ask'], { accountId: 7 }))).toBe('crm');
    expect(lineOf(answered, message(33, ['ask'], { accountId: 7 }))).toBe('listening');
    expect(lineOf(answered, message(40, ['answer'], { accountId: 7, answersMs: 39 * HOUR_MS }))).toBe('listening');
    expect(lineOf(answered, message(40, ['content'], { accountId: 7, answersMs: 9 * HOUR_MS }))).toBe('crm');
    expect(lineOf(answered, message(40, ['answer'], { accountId: 8 }))).toBe('listening');
    expect(lineOf(answered, message(40, ['personal'], { accountId: 7 }))).toBe('one-to-one');
  });

  it('never takes a message without a time for a follow-up', () => {
    const places = placedMessages([message(10, ['answer'], { accountId: 7 }), message(11, ['ask'], { accountId: 7, atMs: null })]);
    expect(places.map(({ line }) => line)).toEqual(['listening', 'listening']);
  });
});

describe('formationRows', () => {
  const many = placedMessages([...Array.from({ length: 20 }, (_, at) => message(at + 1, ['answer'])), ...Array.from({ length: 20 }, (_, at) => message(at + 21, ['content']))]);

  it('gives shares with limits from thirty messages on', () => {
    const rows = formationRows(many, {});
    expect(rows.find(({ line }) => line === 'listening')).toMatchObject({ n: 20, share: 0.5, time: null });
    // Wilson limits of 20 of 40
    expect(rows.find(({ line }) => line === 'listening')?.low).toBeCloseTo(0.352, 3);
    expect(formationRows(many.slice(0, 29), {}).every(({ share }) => share === null)).toBe(true);
  });

  it('tells shares of time only when every line that is played has minutes, with the bounds that the ranges allow', () => {
    const minutes = { listening: { low: 5, high: 15 }, presence: { low: 20, high: 40 } };
    expect(formationRows(many, { listening: minutes.listening }).every(({ time }) => time === null)).toBe(true);
    const listening = formationRows(many, minutes).find(({ line }) => line === 'listening');
    expect(listening?.time?.share).toBeCloseTo(10 / 40, 12);
    expect(listening?.time?.low).toBeCloseTo(5 / 45, 12);
    expect(listening?.time?.high).toBeCloseTo(15 / 35, 12);
  });
});

describe('distance', () => {
  it('is half the sum of differences', () => {
    expect(totalVariation(CRITICISED_SHARES, CRITICISED_SHARES)).toBe(0);
    expect(totalVariation({ ...CRITICISED_SHARES, listening: 0, surprise: 0.4 }, CRITICISED_SHARES)).toBeCloseTo(0.4, 12);
  });

  it('is drawn by threads: all in one thread has no width, and few messages have none at all', () => {
    const one = placedMessages(Array.from({ length: 40 }, (_, at) => message(at + 1, at < 20 ? ['answer'] : ['content'], { rootId: 1 })));
    expect(distanceFromCriticised(one, { seed: 1 })).toMatchObject({ estimate: expect.closeTo(0.1, 12) as number, low: expect.closeTo(0.1, 12) as number, high: expect.closeTo(0.1, 12) as number });
    expect(formationDistance(one.slice(0, 10), CRITICISED_SHARES, { seed: 1 })).toEqual({ estimate: null, low: null, high: null });
    const apart = distanceFromCriticised(placedMessages(one.map((each) => ({ ...each, rootId: each.messageId }))), { seed: 1 });
    expect((apart.high ?? 0) - (apart.low ?? 0)).toBeGreaterThan(0.05);
  });
});
