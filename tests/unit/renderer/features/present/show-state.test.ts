import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elapsedText, filteredBy, isFiltered, laterState, readShowMessage, turnedTo, type ShowState } from '../../../../../src/renderer/features/present/show/show-state.ts';

const state: ShowState = { revision: 3, page: 'waits', live: {}, startedMs: 1000 };

test('turning the page ends its filter, and the same page is no change', () => {
  const filtered = filteredBy(state, { networks: ['facebook'] });
  expect(filtered).toMatchObject({ revision: 4, page: 'waits', live: { networks: ['facebook'] } });
  expect(turnedTo(filtered, 'map')).toEqual({ revision: 5, page: 'map', live: {}, startedMs: 1000 });
  expect(turnedTo(filtered, 'waits')).toBe(filtered);
});

test('an empty filter is none', () => {
  expect(isFiltered(filteredBy(state, { networks: [], intents: [], fromMs: undefined }))).toBe(false);
  expect(isFiltered(filteredBy(state, { fromMs: 0 }))).toBe(true);
});

test('of two states the one with more changes holds, in whatever order they come', () => {
  const later = turnedTo(state, 'map');
  expect(laterState(state, later)).toBe(later);
  expect(laterState(later, state)).toBe(later);
  expect(laterState(state, { ...state, page: 'other' })).toBe(state);
});

test('what is said comes through whole, whatever else stands in the channel is nothing', () => {
  const live = { networks: ['facebook'], intents: ['trouble' as const], fromMs: 5, toMs: 9 };
  expect(readShowMessage({ kind: 'state', from: 'a', state: { ...state, live } })).toEqual({ kind: 'state', from: 'a', state: { ...state, live } });
  expect(readShowMessage({ kind: 'state', from: 'a', state: { ...state, live: { networks: [7, '<b>'], text: 'Mario', fromMs: Number.NaN } } })).toEqual({ kind: 'state', from: 'a', state: { ...state, live: { networks: ['<b>'] } } });
  for (const kind of ['hello', 'swap', 'end']) expect(readShowMessage({ kind, from: 'a', more: 1 })).toEqual({ kind, from: 'a' });
  for (const wrong of [null, 'hello', {}, { kind: 'hello' }, { kind: 'state', from: 'a' }, { kind: 'state', from: 'a', state: { ...state, page: 7 } }, { kind: 'open', from: 'a' }]) expect(readShowMessage(wrong)).toBeNull();
  fc.assert(fc.property(fc.anything(), (value) => {
    const message = readShowMessage(value);
    expect(message === null || ['hello', 'state', 'swap', 'end'].includes(message.kind)).toBe(true);
  }));
});

test('time gone by is written with hours where there are any', () => {
  expect([elapsedText(-5), elapsedText(0), elapsedText(61_000), elapsedText(3_599_999), elapsedText(3_723_000)]).toEqual(['0:00', '0:00', '1:01', '59:59', '1:02:03']);
});
