import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTemplates, templateReplies, type WrittenReply } from '../../../../src/domain/response/template-replies.ts';

/** Replies of two accounts, most of them a few wordings with a word changed here and there, told to somebody else each time. */
const anyReplies = fc.array(fc.record({ accountId: fc.constantFrom(1, 1, 1, 2), wording: fc.integer({ min: 0, max: 1 }), change: fc.option(fc.record({ place: fc.constantFrom(0, 0, 23, 11), word: fc.constantFrom('presto', 'domani') }), { freq: 2 }), empty: fc.constantFrom(false, false, false, false, true) }), { minLength: 10, maxLength: 40, size: 'max' })
  .map((replies) => replies.map(({ accountId, wording, change, empty }, position): WrittenReply => {
    const words = Array.from({ length: 24 }, (_, place) => `w${wording}p${place}`);
    if (change !== null) words[change.place] = change.word;
    return { id: position + 1, accountId, text: empty ? '☕' : `@persona${position} ${words.join(' ')}` };
  }));

describe('templates among replies that come later', () => {
  it('are those of all replies together, step by step', () => {
    let flipped = 0;
    fc.assert(fc.property(anyReplies, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), (replies, sizes) => {
      let known = replies.slice(0, Math.floor(replies.length / 2));
      const first = templateReplies(known);
      const templates = new Set(first.templateIds);
      const runsOf = new Map(first.runsOf);
      for (const size of sizes) {
        const added = replies.slice(known.length, known.length + size);
        for (const accountId of new Set(added.map((reply) => reply.accountId))) {
          const runs = runsOf.get(accountId) ?? { runs: new Int32Array(0), ids: new Int32Array(0) };
          const earlier = known;
          const found = addedTemplates(added.filter((reply) => reply.accountId === accountId), {
            runs, isTemplate: (id) => templates.has(id),
            textsOf: (ids) => new Map(earlier.filter(({ id }) => ids.includes(id)).map(({ id, text }) => [id, text])),
          }, first.frequency);
          flipped += found.templateIds.filter((id) => earlier.some((reply) => reply.id === id)).length;
          for (const id of found.templateIds) templates.add(id);
          runsOf.set(accountId, { runs: Int32Array.from([...runs.runs, ...found.runs.runs]), ids: Int32Array.from([...runs.ids, ...found.runs.ids]) });
        }
        known = [...known, ...added];
        expect([...templates].sort((one, other) => one - other)).toEqual(templateReplies(known).templateIds);
      }
    }), { numRuns: 60 });
    expect(flipped).toBeGreaterThan(5);
  });

  it('are found by the rare runs they share: earlier replies that share none are not read', () => {
    const replies = Array.from({ length: 200 }, (_, id): WrittenReply => ({ id, accountId: 1, text: Array.from({ length: 20 }, (__, place) => `r${id}p${place}`).join(' ') }));
    const { runsOf, frequency } = templateReplies(replies);
    const read: number[] = [];
    const again = { id: 1000, accountId: 1, text: replies[7]?.text ?? '' };
    const { templateIds } = addedTemplates([again], {
      runs: runsOf.get(1) ?? { runs: new Int32Array(0), ids: new Int32Array(0) }, isTemplate: () => false,
      textsOf: (ids) => {
        read.push(...ids);
        return new Map(ids.map((id) => [id, replies[id]?.text ?? '']));
      },
    }, frequency);
    expect(templateIds).toEqual([]);
    expect(read).toEqual([7]);
  });
});
