import { describe, expect, it } from 'vitest';
import { bestAnswer, type GivenAnswer } from '../../../../src/domain/terms/best-answer.ts';
import { questionGroups, type QuestionTopic } from '../../../../src/domain/terms/question-groups.ts';
import { keptTopicIds } from '../../../../src/domain/terms/topic-identity.ts';
import { tokenHashes, tokenRuns } from '../../../../src/domain/terms/token-runs.ts';

const asked = (stems: string, asks: string | null = null, apart = 'Aurora it'): QuestionTopic => ({ stems: stems === '' ? [] : stems.split(' '), asks, apart });
const membersOf = (questions: readonly QuestionTopic[], seed?: number): number[][] =>
  questionGroups(questions, seed === undefined ? {} : { seed }).map((members) => members.map(({ position }) => position)).filter(({ length }) => length > 1).sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));

describe('grouped questions', () => {
  it('share half of their content words and what they ask for', () => {
    expect(membersOf([asked('temp spedizion sicil', 'time'), asked('temp spedizion', 'time'), asked('temp spedizion', 'amount'), asked('negoz milan', 'place')])).toEqual([[0, 1]]);
  });

  it('take in a question without a question word, never the other way round', () => {
    expect(membersOf([asked('cost spedizion', 'amount'), asked('cost spedizion')])).toEqual([[0, 1]]);
    const loose = membersOf([asked('cost spedizion'), asked('cost spedizion'), asked('cost spedizion', 'amount'), asked('cost spedizion', 'why')]);
    expect(loose.some((members) => members.includes(2) && members.includes(3))).toBe(false);
  });

  it('keep brands and languages apart', () => {
    expect(membersOf([asked('app', 'how', 'Aurora it'), asked('app', 'how', 'Aurora en'), asked('app', 'how', 'Bottega it')])).toEqual([]);
  });

  it('are not chained: every member is like the middle', () => {
    const questions = [...Array.from({ length: 4 }, () => asked('a b c', 'how')), asked('b c d', 'how'), asked('c d e', 'how'), asked('d e f', 'how')];
    const groups = questionGroups(questions);
    for (const members of groups) {
      const middle = members.find(({ likeness }) => likeness === 1)?.position ?? -1;
      for (const { position, likeness } of members) {
        const [one, other] = [new Set(questions[middle]?.stems), new Set(questions[position]?.stems)];
        const shared = [...one].filter((stem) => other.has(stem)).length;
        expect(likeness).toBeCloseTo(shared / (one.size + other.size - shared), 6);
        expect(likeness).toBeGreaterThanOrEqual(0.5);
      }
    }
    expect(groups.find((members) => members.some(({ position }) => position === 0))?.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  it('leave questions without content words alone', () => {
    expect(membersOf([asked(''), asked(''), asked('', 'how')])).toEqual([]);
    expect(questionGroups([])).toEqual([]);
  });

  it('are the same in any order', () => {
    const questions = Array.from({ length: 300 }, (_, i) => asked(`s${i % 17} s${(i * 3) % 17} s${(i * 5) % 17}`.split(' ').filter((stem, place, all) => all.indexOf(stem) === place).join(' '), ['how', 'when', null][i % 3] ?? null));
    const order = questions.map((_, position) => position).sort((one, other) => ((one * 101) % 300) - ((other * 101) % 300));
    const turned = membersOf(order.map((position) => questions[position] ?? asked(''))).map((members) => members.map((place) => order[place] ?? 0).sort((a, b) => a - b)).sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
    expect(turned).toEqual(membersOf(questions));
  });
});

describe('names of topics', () => {
  it('stay with the group that holds most of the earlier members', () => {
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3, 4] }, { id: 'b', members: [10, 11] }], [[10, 11, 12], [1, 2, 3, 4, 5, 6]])).toEqual(['b', 'a']);
  });

  it('go to one group only when a topic splits, and one is kept when two become one', () => {
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3, 4, 5] }], [[1, 2], [3, 4, 5]])).toEqual([null, 'a']);
    expect(keptTopicIds([{ id: 'a', members: [1, 2] }, { id: 'b', members: [3, 4, 5] }], [[1, 2, 3, 4, 5]])).toEqual(['b']);
  });

  it('are lost below three tenths of overlap, and at equal overlap go to the larger group', () => {
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3] }], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])).toEqual(['a']);
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3] }], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]])).toEqual([null]);
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3, 4, 5, 6] }], [[1, 2, 3], [4, 5, 6]])).toEqual(['a', null]);
    expect(keptTopicIds([{ id: 'a', members: [1, 2, 3, 4, 5, 6] }], [[1, 2], [3, 4, 5, 7, 8, 9]])).toEqual([null, 'a']);
  });

  it('are none without anything before', () => {
    expect(keptTopicIds([], [[1]])).toEqual([null]);
    expect(keptTopicIds([{ id: 'a', members: [] }], [[1]])).toEqual([null]);
  });
});

describe('the best answer', () => {
  const answer = (messageId: number, text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({ messageId, byBrand: true, thanked: false, answers: true, atMs: messageId * 1000, key: String(messageId), runs: tokenRuns(tokenHashes(text)), ...more });
  const often = 'ciao la spedizione in italia richiede due o tre giorni lavorativi';

  it('is one that was thanked for, whoever gave it', () => {
    expect(bestAnswer([answer(1, often), answer(2, often), answer(3, 'di solito arriva in una settimana', { byBrand: false, thanked: true }), answer(4, 'altro')])).toEqual({ messageId: 3, reason: 'thanked' });
  });

  it('is else the wording given most often, in its latest copy', () => {
    expect(bestAnswer([answer(1, often), answer(5, often), answer(9, 'dipende dal corriere e dalla zona in cui abita')])).toEqual({ messageId: 5, reason: 'repeated' });
  });

  it('is else the latest of the brand; others count only when thanked', () => {
    expect(bestAnswer([answer(1, 'uno due tre'), answer(2, 'quattro cinque sei'), answer(3, 'sette otto nove', { byBrand: false })])).toEqual({ messageId: 2, reason: 'latest' });
    expect(bestAnswer([answer(3, 'sette otto nove', { byBrand: false })])).toBeNull();
    expect(bestAnswer([])).toBeNull();
  });

  it('is a question back only where nothing else was said', () => {
    const back = answer(9, 'di quale ordine si tratta', { answers: false });
    expect(bestAnswer([answer(1, 'arriva domani in mattinata'), back])).toEqual({ messageId: 1, reason: 'latest' });
    expect(bestAnswer([back])).toEqual({ messageId: 9, reason: 'latest' });
  });
});
