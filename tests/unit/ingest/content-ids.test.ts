import { describe, expect, it } from 'vitest';
import { contentDigest, createContentIds, createCopyCounter } from '../../../src/ingest/content-ids.ts';
import { reactionOfEmoji } from '../../../src/ingest/formats/emoji-reaction.ts';
import { reactionKind } from '../../../src/ingest/formats/meta-reactions.ts';
import { firstTime, NO_TIME, storedTime } from '../../../src/ingest/stored-time.ts';

describe('ids from content', () => {
  it('are those of every version before, as long as asked for', () => {
    expect(contentDigest(['a', 1, null], 22)).toBe('Cudkv_06F7ZFTI2ev3EjEd');
    expect(contentDigest(['a', 1, null], 10)).toBe('Cudkv_06F7');
    const idOf = createContentIds();
    expect([idOf(['a', 1, null]), idOf(['a', 1, null]), idOf(['b']), idOf(['a', 1, null])].map((id) => id.replace(/^content:[\w-]{22}/, '#'))).toEqual(['#', '#:1', '#', '#:2']);
  });
  it('count equal contents', () => {
    const before = createCopyCounter();
    expect(['a', 'b', 'a', 'a'].map(before)).toEqual([0, 0, 1, 2]);
  });
});

describe('what formats share', () => {
  it('stores times as they were read', () => {
    expect(storedTime(null)).toEqual(NO_TIME);
    expect(storedTime({ form: 'wall', ms: 10, precision: 's' }, (ms) => ms + 5)).toEqual({ ms: 15, precision: 's' });
    expect(storedTime({ form: 'zoned', ms: 10, precision: 'min' }, (ms) => ms + 5)).toEqual({ ms: 10, precision: 'min' });
    expect([firstTime(NO_TIME, { ms: 3, precision: 'day' }, { ms: 4, precision: 's' }), firstTime()]).toEqual([{ ms: 3, precision: 'day' }, NO_TIME]);
  });
  it('knows one table of emoji, by which Meta\'s reactions go too', () => {
    for (const emoji of ['👍', '❤️', '❤︎', '😂', '😯', '😢', '😡', '🤗', '👏🏽', '🙏']) expect([emoji, reactionKind(emoji)]).toEqual([emoji, reactionOfEmoji(emoji)]);
    expect([reactionKind('ANGER'), reactionKind('Mi piace'), reactionKind('🏳️'), reactionOfEmoji('🏳️'), reactionKind('grazie')]).toEqual(['angry', 'like', null, 'other', null]);
  });
});
