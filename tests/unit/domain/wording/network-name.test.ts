import { expect, test } from 'vitest';
import { networkName } from '../../../../src/domain/wording/network-name.ts';
import { voiceOf } from '../../renderer/charts/voice.ts';

test('networks are written as their owners do, others with a capital, and one that nobody named in words', () => {
  expect(['youtube', 'X', 'forum', ''].map((code) => networkName(code))).toEqual(['YouTube', 'X', 'Forum', '']);
  expect(networkName('unknown', 'rete non indicata')).toBe('rete non indicata');
});

test('a network called like a part of an object is a name like any other', () => {
  for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(networkName(code), code).toBe(code.charAt(0).toUpperCase() + code.slice(1));
});

test('a list of networks, one of them not named, is a list of words', () => {
  const voice = voiceOf('it');
  expect(voice.list(['unknown', 'reddit'].map(voice.network))).toBe('rete non indicata e Reddit');
});
