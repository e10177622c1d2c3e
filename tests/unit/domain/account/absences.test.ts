import { describe, expect, it } from 'vitest';
import { absences, type ExportedMessage } from '../../../../src/domain/account/absences.ts';

const DAY = 86_400_000;

/** A message held by exports, by position; ids of one digit are posts, the others stand below the post of their first digit. */
function held(id: number, heldBy: number[], more: Partial<ExportedMessage> = {}): ExportedMessage {
  const isBelow = id > 9;
  return { id, rootId: isBelow ? Math.floor(id / 10) : id, isBelow, kind: isBelow ? 'comment' : 'post', atMs: id * DAY, isDayOnly: false, key: () => `text ${String(id)}`, heldBy, declaredBy: new Map(), ...more };
}

const found = (messages: ExportedMessage[], collected: number[] = [1, 2]): [number, string, number][] => absences(messages, { collectedAtMs: collected, dayOf: (atMs) => Math.floor(atMs / DAY) }).map(({ id, state, since }) => [id, state, since]);

describe('absences', () => {
  it('are none without messages, with one export, and while everything is held again', () => {
    expect(found([])).toEqual([]);
    expect(found([held(1, [0]), held(11, [0])], [1])).toEqual([]);
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [1])])).toEqual([]);
  });
  it('are vanished in a thread that holds as many answers as it declares', () => {
    const whole = [held(1, [0, 1], { declaredBy: new Map([[0, 3], [1, 1]]) }), held(11, [0]), held(12, [0]), held(13, [0, 1])];
    expect(found(whole)).toEqual([[11, 'vanished', 1], [12, 'vanished', 1]]);
    const cut = whole.map((message) => (message.id === 1 ? { ...message, declaredBy: new Map([[1, 2]]) } : message));
    expect(found(cut)).toEqual([[11, 'not-re-exported', 1], [12, 'not-re-exported', 1]]);
  });
  it('take the number that a file of posts of the same moment declares', () => {
    expect(found([held(1, [2], { declaredBy: new Map([[2, 1]]) }), held(11, [0]), held(12, [0]), held(13, [0, 1])], [1, 2, 2])).toEqual([[11, 'vanished', 1], [12, 'vanished', 1]]);
  });
  it('need half of what was known, inside the dates, where nothing is declared', () => {
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [0]), held(13, [0, 1])])).toEqual([[12, 'vanished', 1]]);
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [0]), held(13, [0]), held(14, [0]), held(15, [0, 1])])).toEqual([[12, 'not-re-exported', 1], [13, 'not-re-exported', 1], [14, 'not-re-exported', 1]]);
    // after the last answer of the export: it may have stopped there
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [0, 1]), held(13, [0])])).toEqual([[13, 'not-re-exported', 1]]);
  });
  it('stay outside posts that an export does not hold, and threads at the size where a tool stops', () => {
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(2, [0]), held(21, [0])])).toEqual([[2, 'not-re-exported', 1], [21, 'not-re-exported', 1]]);
    // of two posts of one moment only one was asked for
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(2, [0], { atMs: DAY }), held(21, [0])])).toEqual([[2, 'not-re-exported', 1], [21, 'not-re-exported', 1]]);
    const capped = [1, 2, 3, 4, 5].flatMap((post) => [held(post, [0, 1]), ...[1, 2, 3, 4, 5].map((answer) => held(post * 10 + answer, [0, 1]))]);
    expect(found([...capped, held(26, [0])])).toEqual([[26, 'not-re-exported', 1]]);
  });
  it('take the answers of a vanished post with it', () => {
    const posts = [held(1, [0, 1]), held(3, [0, 1]), held(11, [0, 1]), held(31, [0, 1]), held(2, [0]), held(21, [0])];
    expect(found(posts)).toEqual([[2, 'vanished', 1], [21, 'vanished', 1]]);
  });
  it('are not said of another tool, of texts that are there under another id, or by an export that is not later', () => {
    expect(found([held(1, [0]), held(11, [0]), held(12, [0]), held(2, [1]), held(21, [1])])).toEqual([]);
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [0]), held(13, [0, 1]), held(19, [1], { key: () => 'text 12' })])).toEqual([[12, 'not-re-exported', 1]]);
    expect(found([held(1, [0, 1]), held(11, [0, 1]), held(12, [0]), held(13, [0, 1])], [5, 5])).toEqual([]);
  });
  it('end when a later export holds the message again, and begin with the first export that says so', () => {
    const thread = [held(1, [0, 1, 2]), held(11, [0, 1, 2]), held(13, [0, 1, 2])];
    expect(found([...thread, held(12, [0, 2])], [1, 2, 3])).toEqual([]);
    expect(found([...thread, held(12, [0])], [1, 2, 3])).toEqual([[12, 'vanished', 1]]);
  });
  it('compare days where the day is all that is known: on the first and last day of an export as between them', () => {
    const day = (id: number, heldBy: number[], at: number, more: Partial<ExportedMessage> = {}): ExportedMessage => held(id, heldBy, { atMs: Math.floor(at) * DAY, isDayOnly: true, ...more });
    const at = (id: number, heldBy: number[], days: number): ExportedMessage => held(id, heldBy, { atMs: days * DAY });
    // reviews of one day, of which the one that is gone is known by its day alone
    expect(found([at(1, [0, 1], 4.25), day(2, [0], 4.4), at(3, [0, 1], 4.75)])).toEqual([[2, 'vanished', 1]]);
    expect(found([at(1, [0, 1], 4.25), day(2, [0], 3), at(3, [0, 1], 4.75)])).toEqual([[2, 'not-re-exported', 1]]);
    expect(found([at(1, [0, 1], 4.25), day(2, [0], 5), at(3, [0, 1], 4.75)])).toEqual([[2, 'not-re-exported', 1]]);
    // the day of the last one is known alone: the moment that is gone may be before it
    expect(found([at(1, [0, 1], 2), at(2, [0], 4.4), day(3, [0, 1], 4)])).toEqual([[2, 'vanished', 1]]);
    expect(found([at(1, [0, 1], 2), at(2, [0], 5), day(3, [0, 1], 4)])).toEqual([[2, 'not-re-exported', 1]]);
    // a single one says nothing of others of its day
    expect(found([day(1, [0, 1], 4), day(2, [0], 4)])).toEqual([[2, 'not-re-exported', 1]]);
    expect(found([day(1, [0, 1], 4), day(2, [0], 4), day(3, [0, 1], 4)])).toEqual([[2, 'vanished', 1]]);
    // answers
    const answers = (time: number, isDayOnly: boolean): ExportedMessage[] => [held(1, [0, 1]), at(11, [0, 1], 11.5), at(12, [0, 1], 12.5), held(13, [0], { atMs: time * DAY, isDayOnly })];
    expect(found(answers(12, true))).toEqual([[13, 'vanished', 1]]);
    expect(found(answers(11, true))).toEqual([[13, 'vanished', 1]]);
    expect(found(answers(13, true))).toEqual([[13, 'not-re-exported', 1]]);
    expect(found(answers(12.6, false))).toEqual([[13, 'not-re-exported', 1]]);
  });
  it('need a time that is known', () => {
    expect(found([held(1, [0, 1]), held(3, [0, 1]), held(2, [0], { atMs: null })])).toEqual([[2, 'not-re-exported', 1]]);
  });
  it('are found in a place of as many threads as a large export has', () => {
    const threads = 130_000;
    const answers = Array.from({ length: threads }, (_, thread) => held(threads + thread, [0, 1], { rootId: thread, isBelow: true }));
    expect(found([...answers, held(2 * threads, [0], { rootId: 2 * threads, isBelow: true, atMs: threads * DAY })])).toEqual([[2 * threads, 'not-re-exported', 1]]);
  });
});
