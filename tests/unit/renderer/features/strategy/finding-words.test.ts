import { expect, it } from 'vitest';
import { advised, isOverdue, planned, type FindingLine } from '../../../../../src/renderer/features/strategy/finding-words.ts';

const DAY_MS = 86_400_000;

function finding(id: string, more: Partial<FindingLine> = {}): FindingLine {
  return { id, sentence: 'Chi chiede aspetta.', detail: '', language: 'it', form: null, metric: null, figure: null, evidence: null, table: null, address: '', tribe: null, state: 'accepted', owner: '', dueMs: null, outcome: '', note: '', recommendation: '', decision: '', madeMs: 1, changedMs: 1, steps: [], ...more };
}

it('plans what was accepted, by date, without a date last', () => {
  expect(planned([finding('none'), finding('late', { dueMs: 30 }), finding('soon', { dueMs: 10 }), finding('no', { state: 'rejected', dueMs: 1 })]).map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
});

it('logs what was advised or decided', () => {
  expect(advised([finding('a'), finding('b', { recommendation: 'Rispondere.' }), finding('c', { decision: 'No.' })]).map(({ id }) => id)).toEqual(['b', 'c']);
});

it('is overdue only when accepted, past its date and without an outcome', () => {
  expect(isOverdue(finding('a', { dueMs: 10 }), DAY_MS)).toBe(true);
  expect(isOverdue(finding('a', { dueMs: 10, outcome: 'Fatto.' }), DAY_MS)).toBe(false);
  expect(isOverdue(finding('a', { dueMs: 10, state: 'postponed' }), DAY_MS)).toBe(false);
  expect(isOverdue(finding('a', { dueMs: 12 }), 11)).toBe(false);
  expect(isOverdue(finding('a'), 11)).toBe(false);
});
