import { describe, expect, it } from 'vitest';
import { chanceNote, chanceWords, pathForm, pathTitle, type PathValue } from '../../../../../src/renderer/features/trust/promise-path-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const it_ = voiceOf('it');
const en = voiceOf('en');
const none = { k: 0, n: 0, estimate: null, low: null, high: null };

/** A path whose kept side praises 20 of 40 times, under a chance. */
function path(praise: Partial<PathValue['sides'][number]['praise']>, chance: Partial<PathValue['chance']> = {}): PathValue {
  const side = { people: 40, early: 0, before: none, praiseEarly: 0, advice: none, promiseMessageIds: [], praiseMessageIds: [], adviceMessageIds: [], paths: [] };
  return {
    days: 90, seed: 3, difference: null, sides: [{ ...side, side: 'kept', praise: { k: 20, n: 40, estimate: 0.5, low: 0.35, high: 0.65, ...praise } }, { ...side, side: 'broken', praise: none }],
    chance: { draws: 1000, movable: 30, reason: null, praise: { mean: 0.3, low: 0.2, high: 0.4 }, advice: null, ...chance },
  };
}

describe('the finding of the path from a kept promise', () => {
  it('says where the share lies against chance, as sure as that is', () => {
    expect(pathTitle(path({}), it_)).toBe('Dopo una promessa mantenuta 50 persone su 100 fanno un complimento entro 90 giorni (tra 35 e 65): più di quanto darebbe il caso');
    expect(pathTitle(path({ estimate: 0.3, low: 0.2, high: 0.4 }), en)).toBe('After a promise kept, 30 people in 100 pay a compliment within 90 days (between 20 and 40): as many as chance would give');
    expect(pathTitle(path({ estimate: 0.1, low: 0.05, high: 0.2 }), it_)).toContain('meno di quanto darebbe il caso');
    expect([path({}), path({ estimate: 0.3 }), path({ estimate: 0.1 })].map(pathForm)).toEqual(['clear', 'not-clear', 'clear']);
  });

  it('claims nothing where chance cannot be told, and has no share of few or of nobody', () => {
    const alone = path({}, { praise: null, reason: 'few-movable', movable: 7 });
    expect([pathTitle(alone, it_), pathForm(alone)]).toEqual(['Dopo una promessa mantenuta 50 persone su 100 fanno un complimento entro 90 giorni (tra 35 e 65); se sia più del caso non si può dire', 'not-clear']);
    const few = path({ n: 22, k: 7, estimate: null, low: null, high: null });
    expect([pathTitle(few, en), pathForm(few)]).toEqual(['People with a promise kept who are followed for 90 days are too few for a share (22)', 'too-few']);
    expect(pathTitle(path(none), it_)).toBe('Nessuna persona con una promessa mantenuta è seguita per 90 giorni');
  });

  it('tells chance step by step, how it was drawn, or what is missing for it', () => {
    expect([chanceWords(path({}), 'praise', en), chanceWords(path({}), 'advice', en), chanceWords(path({}), 'before', en)]).toEqual(['30 in 100 (between 20 and 40)', '–', '–']);
    expect(chanceNote(path({}), it_)).toContain('1.000 rimescolamenti, seme 3');
    expect(chanceNote(path({}, { reason: 'few-movable', movable: 7 }), it_)).toContain('sono 7, ne servono 10');
    expect(chanceNote(path({}, { reason: 'few-people' }), en)).toBe('The comparison with chance needs at least 20 people followed.');
  });
});
