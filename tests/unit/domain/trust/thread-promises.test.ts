import { describe, expect, it } from 'vitest';
import { threadPromises, type FollowedPromise, type ThreadMessage } from '../../../../src/domain/trust/thread-promises.ts';

const HOUR_MS = 3_600_000;
const AURORA = 1;
const ANNA = 7;
const BRUNO = 8;
const VOICE = 1;

type Line = Partial<ThreadMessage> & { readonly id: number };

/** Anna asks (1), Aurora promises within a day (2); what follows is given. */
const asked: Line = { id: 1, personId: ANNA, text: 'Dove è il mio pacco?' };
const promised = (change: Partial<Line> = {}): Line => ({
  id: 2, parentId: 1, personId: VOICE, brandId: AURORA, atMs: HOUR_MS, text: 'Ciao, il pacco riparte entro domani', promises: [{ start: 6, end: 35, dueText: 'entro domani', dueAfterSeconds: 86_400 }], ...change,
});
const byBrand = (id: number, parentId: number | null, hours: number, text: string, change: Partial<Line> = {}): Line => ({ id, parentId, personId: VOICE, brandId: AURORA, atMs: hours * HOUR_MS, text, ...change });
const byAnna = (id: number, parentId: number | null, hours: number, text: string, change: Partial<Line> = {}): Line => ({ id, parentId, personId: ANNA, atMs: hours * HOUR_MS, text, ...change });
const DONE = 'Il pacco è ripartito, tracciamento nella mail';

const follow = (...lines: readonly Line[]): FollowedPromise[] => threadPromises(
  lines.map(({ id, ...line }) => ({ messageId: id, parentId: null, personId: null, brandId: null, automatic: false, atMs: 0, onlyDay: false, text: '', thanks: false, trouble: false, answers: false, mentionedIds: [], promises: [], ...line })),
  { endMs: () => 1000 * HOUR_MS, page: () => null },
);
const states = (...lines: readonly Line[]): string[] => follow(...lines).map(({ verdict: { state, reason } }) => `${state}: ${reason}`);

describe('whose messages follow a promise', () => {
  it('the brand’s to the person, by the chain of replies', () => {
    expect(follow(asked, promised(), byBrand(3, 1, 5, DONE))).toMatchObject([{ messageId: 2, personId: ANNA, brandId: AURORA, verdict: { state: 'kept', evidence: { messageId: 3 } } }]);
  });

  it('the brand’s reply to itself, which goes on speaking to the person', () => {
    expect(states(asked, promised(), byBrand(3, 2, 5, DONE))).toEqual(['kept: brand-shows']);
    expect(follow(asked, byBrand(4, 1, 0.5, 'Verifichiamo'), promised({ parentId: 4 }))[0]?.personId).toBe(ANNA);
  });

  it('the brand’s that names the person where no link says whom it answers', () => {
    expect(states(asked, promised(), byBrand(3, null, 5, DONE, { mentionedIds: [ANNA] }))).toEqual(['kept: brand-shows']);
    expect(states(asked, promised(), byBrand(3, null, 5, DONE))).toEqual(['unverifiable: nothing-shown']);
  });

  it('not what the brand says to somebody else, or another brand to the person', () => {
    expect(states(asked, promised(), { id: 3, parentId: 1, personId: BRUNO, atMs: 2 * HOUR_MS, text: 'anche il mio' }, byBrand(4, 3, 5, DONE))).toEqual(['unverifiable: nothing-shown']);
    expect(states(asked, promised(), byBrand(3, 1, 5, DONE, { brandId: 2, personId: 99 }))).toEqual(['unverifiable: nothing-shown']);
  });

  it('not what somebody else says', () => {
    expect(states(asked, promised(), { id: 3, parentId: 2, personId: BRUNO, atMs: 50 * HOUR_MS, text: 'a me non è arrivato niente' })).toEqual(['unverifiable: nothing-shown']);
    expect(states(asked, promised(), { id: 3, parentId: 2, personId: BRUNO, atMs: 5 * HOUR_MS, text: 'arrivato, grazie', thanks: true })).toEqual(['unverifiable: nothing-shown']);
  });

  it('not an automatic message', () => {
    expect(states(asked, promised(), byBrand(3, 1, 5, DONE, { automatic: true }))).toEqual(['unverifiable: nothing-shown']);
  });

  it('the person’s, wherever in the conversation', () => {
    expect(states(asked, promised(), byAnna(3, null, 50, 'ancora niente'))).toEqual(['broken: asker-denies']);
  });
});

describe('what comes with a promise is no sequel of it', () => {
  it('the pieces of one answer, written within a minute', () => {
    expect(states(asked, promised(), byBrand(3, 1, 1 + 1 / 90, '2/2 il tracciamento è stato inviato'))).toEqual(['unverifiable: nothing-shown']);
    expect(states(asked, promised(), byBrand(3, 1, 1 + 1 / 30, DONE))).toEqual(['kept: brand-shows']);
  });

  it('in the same second only the person’s reply to it', () => {
    expect(states(asked, promised(), byAnna(3, 2, 1, 'è arrivato'))).toEqual(['kept: asker-confirms']);
    expect(states(asked, promised(), byAnna(3, 1, 1, 'è arrivato'))).toEqual(['unverifiable: nothing-shown']);
    expect(states(asked, promised(), byBrand(3, 2, 1, DONE))).toEqual(['unverifiable: nothing-shown']);
  });

  it('what was written before', () => {
    expect(states(asked, byAnna(3, 1, 0.5, 'è arrivato'), promised())).toEqual(['unverifiable: nothing-shown']);
  });
});

describe('a promise said again', () => {
  const again = (hours: number, dueAfterSeconds: number | null, text = 'il pacco riparte entro domani'): Line => byBrand(3, 1, hours, text, { promises: [{ start: 0, end: text.length, dueText: 'entro domani', dueAfterSeconds }] });

  it('for the same moment is followed once, from the first time', () => {
    expect(follow(asked, promised(), again(3, 86_400 - 7200)).map(({ messageId }) => messageId)).toEqual([2]);
  });

  it('for another moment takes the place of the first', () => {
    expect(states(asked, promised(), again(20, 86_400))).toEqual(['unverifiable: replaced', 'unverifiable: nothing-shown']);
    expect(states(asked, promised(), again(20, 86_400), byBrand(4, 1, 40, DONE))).toEqual(['unverifiable: replaced', 'kept: brand-shows']);
  });

  it('to somebody else is another promise', () => {
    expect(follow(asked, promised(), { id: 5, personId: BRUNO, atMs: 2 * HOUR_MS }, { ...again(3, 86_400 - 7200), parentId: 5 }).map(({ personId }) => personId)).toEqual([ANNA, BRUNO]);
  });

  it('without a time within a week is one, later another', () => {
    const vague = (id: number, hours: number): Line => byBrand(id, 1, hours, 'ti faremo sapere', { promises: [{ start: 0, end: 16, dueText: null, dueAfterSeconds: null }] });
    expect(follow(asked, vague(3, 1), vague(4, 30))).toHaveLength(1);
    expect(follow(asked, vague(3, 1), vague(4, 200))).toHaveLength(2);
  });
});

describe('whom a promise is made to', () => {
  it('nobody in particular under the brand’s own post', () => {
    expect(follow({ ...promised(), parentId: null })).toMatchObject([{ personId: null, verdict: { state: 'unverifiable' } }]);
  });

  it('is found although parents form a circle', () => {
    expect(follow({ ...promised(), id: 2, parentId: 3 }, byBrand(3, 2, 2, 'sì'))).toMatchObject([{ personId: null }]);
  });

  it('has several promises in one message followed each', () => {
    const two = promised({ text: 'Il pacco riparte entro domani. Ti chiamo.', promises: [{ start: 0, end: 29, dueText: 'entro domani', dueAfterSeconds: 86_400 }, { start: 31, end: 40, dueText: null, dueAfterSeconds: null }] });
    expect(states(asked, two, byBrand(3, 1, 5, DONE))).toEqual(['kept: brand-shows', 'kept: brand-shows']);
    expect(follow(asked, two).map(({ start }) => start)).toEqual([0, 31]);
  });

  it('shows a page only what was written to everybody', () => {
    const post: Line = { ...promised(), parentId: null, text: 'Domani annunceremo qui il vincitore della macchina', promises: [{ start: 0, end: 49, dueText: 'Domani', dueAfterSeconds: 86_400 }] };
    const told = 'Il vincitore della macchina è Sara';
    expect(states(post, byBrand(4, 2, 20, told))).toEqual(['kept: page-shows']);
    expect(states(post, byBrand(4, 2, 20, `@marco ${told}`))).toEqual(['unverifiable: nothing-shown']);
    expect(states(post, byBrand(4, 2, 20, told, { mentionedIds: [BRUNO] }))).toEqual(['unverifiable: nothing-shown']);
  });
});
