import { describe, expect, it } from 'vitest';
import { PROMISE_REASONS, PROMISE_STATES } from '../../../../../src/domain/model/promise-state.ts';
import { dueWords, promiseChoice, promiseFinding, PROMISE_STATE_ORDER, reasonWords, STATE_TONES, type PromiseLine, type PromiseSummary } from '../../../../../src/renderer/features/trust/promise-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const it_ = voiceOf('it');
const en = voiceOf('en');
const summary = (rate: Partial<PromiseSummary['rate']>): PromiseSummary => ({
  total: 0, byHand: 0, named: { open: 0, kept: 0, late: 0, broken: 0, unverifiable: 0 }, unnamed: { open: 0, kept: 0, late: 0, broken: 0, unverifiable: 0 },
  rate: { n: 0, estimate: null, low: null, high: null, tooFew: true, reason: null, unverifiable: 0, ...rate },
});
const line = (change: Partial<PromiseLine>): PromiseLine => ({
  messageId: 1, nativeId: '1', network: 'x', container: null, brand: null, accountId: null, personName: null, text: '', start: 0, end: 0, atMs: 0, dueText: null, dueMs: null, judgedMs: 0,
  state: 'open', derivedState: 'open', reason: 'not-due', shownMs: null, byHand: false, note: null, evidence: null, ...change,
});

describe('the finding of the register', () => {
  it('is a share with its interval and cases', () => {
    expect(promiseFinding(summary({ n: 1095, estimate: 0.734, low: 0.63, high: 0.81 }), it_)).toBe('Su 100 promesse con un termine e un esito visibile, 73 sono mantenute in tempo (tra 63 e 81; 1.095 promesse)');
    expect(promiseFinding(summary({ n: 95, estimate: 0.734, low: 0.63, high: 0.81 }), en)).toBe('Of every 100 promises with a due time and a visible outcome, 73 were kept in time (between 63 and 81; 95 promises)');
  });

  it('is that there are too few, without a number for the share', () => {
    expect(promiseFinding(summary({ n: 3 }), it_)).toBe('Quante promesse vengano mantenute non si può dire: quelle scadute di cui si vede l’esito sono troppo poche (3)');
  });
});

describe('the words of a promise', () => {
  it('exist for every state and reason in both languages', () => {
    for (const voice of [it_, en]) {
      for (const reason of PROMISE_REASONS) expect(reasonWords(line({ reason }), voice)).toHaveLength(1);
      for (const state of PROMISE_STATES) expect([voice.text(`promises.state.${state}`), voice.text(`promises.states.${state}`)].every((words) => words !== '')).toBe(true);
    }
    expect([...PROMISE_STATE_ORDER].sort()).toEqual([...PROMISE_STATES].sort());
    expect(Object.keys(STATE_TONES).sort()).toEqual([...PROMISE_STATES].sort());
  });

  it('say who decided, and what the program says', () => {
    expect(reasonWords(line({ state: 'kept', derivedState: 'unverifiable', byHand: true, note: 'sentito al telefono' }), it_)).toEqual(['deciso a mano; il programma dice: non verificabile', 'nota: sentito al telefono']);
    expect(reasonWords(line({ reason: 'asker-denies', note: '' }), en)).toEqual(['the person writes that it did not happen']);
  });

  it('name the end of a day as that day, a clock as a clock, in the project’s zone', () => {
    expect(dueWords(Date.parse('2026-03-07T00:00:00+01:00'), it_)).toBe('fine del 6 marzo 2026');
    expect(dueWords(Date.parse('2026-03-07T00:00:00+01:00'), en)).toBe('end of 6 March 2026');
    expect(dueWords(Date.parse('2026-03-06T18:00:00+01:00'), it_)).toBe(it_.dateTime(Date.parse('2026-03-06T18:00:00+01:00')));
  });
});

describe('what the table asks for', () => {
  it('is the state and the kind of time chosen', () => {
    expect(promiseChoice(null, 'all')).toEqual({});
    expect(promiseChoice('late', 'named')).toEqual({ state: 'late', named: true });
    expect(promiseChoice(null, 'unnamed')).toEqual({ named: false });
    expect(promiseChoice('kept', 'byHand')).toEqual({ state: 'kept', byHand: true });
  });
});
