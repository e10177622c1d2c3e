import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RoomRequest, RoomRow } from '../../../../src/present/client-room/room-requests.ts';
import { roomTable } from '../../../../src/present/client-room/room-table.ts';

const FLOOR = 10;
const digest = (secret: string) => (key: string): string => createHmac('sha256', secret).update(key).digest('hex');
const ask = (given: Partial<RoomRequest>): RoomRequest => ({ person: 'facebook 1', network: 'facebook', intents: ['trouble'], asked: '2026-03-02T09', waitedSeconds: 3601, answered: true, precision: 'fine', ...given });
const people = (count: number, given: (at: number) => Partial<RoomRequest> = () => ({})): RoomRequest[] => Array.from({ length: count }, (_, at) => ask({ person: `p ${String(at)}`, ...given(at) }));
const table = (requests: readonly RoomRequest[], secret = 'one'): ReturnType<typeof roomTable> => roomTable(requests, { floor: FLOOR, digest: digest(secret) });

/** Every group that a kind and a network make of the rows. */
function groupsOf(rows: readonly RoomRow[]): RoomRow[][] {
  const groups = new Map<string, RoomRow[]>();
  for (const row of rows) for (const intent of row.intents) {
    const key = JSON.stringify([intent, row.network]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

const request: fc.Arbitrary<RoomRequest> = fc.record({
  person: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 45 }).map((at) => `p ${String(at)}`) }, { weight: 1, arbitrary: fc.constant(null) }),
  network: fc.constantFrom('facebook', 'facebook', 'facebook', 'reddit', 'x', 'mail'),
  intents: fc.subarray(['trouble', 'information', 'idea', 'purchase', 'other'], { minLength: 1, maxLength: 3 }),
  asked: fc.constantFrom('2026-03-02T09', '2026-03-03T17', null), waitedSeconds: fc.option(fc.integer({ min: 0, max: 900_000 })), answered: fc.boolean(), precision: fc.constantFrom('fine', 'day', 'count'),
});

describe('the table of a room', () => {
  it('holds no row of a group of fewer than ten people, nor of one that a few people make, whatever is asked', () => {
    fc.assert(fc.property(fc.array(request, { maxLength: 220, size: 'max' }), (requests) => {
      const { rows, leftOut, missing, voices } = table(requests);
      for (const group of groupsOf(rows)) {
        const counts = new Map<number, number>();
        for (const { voice } of group) if (voice > 0) counts.set(voice, (counts.get(voice) ?? 0) + 1);
        const most = [...counts.values()].sort((one, other) => other - one);
        expect(counts.size).toBeGreaterThanOrEqual(FLOOR);
        expect(most[0] ?? 0).toBeLessThanOrEqual(group.length / 2);
        expect((most[0] ?? 0) + (most[1] ?? 0) + (most[2] ?? 0)).toBeLessThanOrEqual(group.length * 0.8);
      }
      expect(rows.length + missing).toBe(requests.length);
      for (const kind of ['trouble', 'idea']) expect(rows.filter(({ intents }) => intents.includes(kind)).length + (leftOut.get(kind) ?? 0)).toBe(requests.filter(({ intents }) => intents.includes(kind)).length);
      expect(new Set(rows.map(({ voice }) => voice).filter((voice) => voice > 0)).size).toBe(voices);
    }), { numRuns: 80, seed: 11 });
  });
  it('does not tell the network of too few, nor that of some others, so that nobody can tell who is who', () => {
    const requests = [...people(40), ...people(4, (at) => ({ person: `r ${String(at)}`, network: 'reddit' })), ...people(12, (at) => ({ person: `x ${String(at)}`, network: 'x' }))];
    const { rows, leftOut } = table(requests);
    const of = (network: string | null): number => rows.filter((row) => row.network === network).length;
    expect([of('facebook'), of('x'), of('reddit'), of(null)]).toEqual([34, 12, 0, 10]);
    expect(leftOut.size).toBe(0);
    // who joins them is chosen by the deliverable's hash
    const joined = (secret: string): string => table(requests, secret).rows.filter(({ network }) => network === null).map(({ voice }) => voice).join();
    expect(joined('one')).toBe(joined('one'));
    expect(joined('one')).not.toBe(joined('two'));
  });
  it('leaves out a kind of too few, and the request with it where it has no other', () => {
    const { rows, leftOut, missing } = table([...people(30), ...people(3, (at) => ({ person: `i ${String(at)}`, intents: ['idea'] })), ask({ person: 'p 1', intents: ['trouble', 'idea'] })]);
    expect(rows).toHaveLength(31);
    expect(rows.every(({ intents, network }) => intents.join() === 'trouble' && network === 'facebook')).toBe(true);
    expect([leftOut.get('idea'), leftOut.get('trouble'), missing]).toEqual([4, undefined, 3]);
  });
  it('cuts times to the hour and rounds waits up to it', () => {
    const { rows } = table([...people(10), ...people(10, () => ({ waitedSeconds: 7200 })), ...people(10, () => ({ waitedSeconds: 0, asked: '2026-03-02T08', precision: 'day' })), ...people(10, () => ({ precision: 'count' }))]);
    expect(new Set(rows.map(({ asked, hours, precision }) => `${precision} ${asked ?? '–'} ${String(hours)}`))).toEqual(new Set(['fine 2026-03-02T09 2', 'day 2026-03-02 0', 'count – null']));
  });
  it('gives one person one number in a deliverable, and another in the next', () => {
    const requests = people(60, (at) => ({ asked: `2026-03-${String(2 + (at % 20)).padStart(2, '0')}T09`, waitedSeconds: at * 3600 }));
    const byWait = (secret: string): Map<number | null, number> => new Map(table([...requests, ...requests.map((one) => ({ ...one, waitedSeconds: (one.waitedSeconds ?? 0) + 1000 * 3600 }))], secret).rows.map(({ hours, voice }) => [hours, voice]));
    const [one, other] = [byWait('one'), byWait('two')];
    for (let at = 0; at < 60; at += 1) expect(one.get(at)).toBe(one.get(at + 1000));
    expect(Array.from({ length: 60 }, (_, at) => at).filter((at) => one.get(at) === other.get(at)).length).toBeLessThan(8);
    expect(byWait('one')).toEqual(one);
  });
  it('stands in an order that tells nothing of the people', () => {
    const rows = table(people(30)).rows.map(({ voice }) => voice);
    expect(rows).toEqual(rows.toSorted((first, second) => first - second));
  });
});
