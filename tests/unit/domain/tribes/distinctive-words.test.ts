import { describe, expect, it } from 'vitest';
import { distinctiveWords } from '../../../../src/domain/tribes/distinctive-words.ts';
import { discoveries } from '../../../../src/domain/tribes/false-discovery.ts';
import { plainWords } from '../../../../src/domain/tribes/plain-words.ts';
import { tribeFigures } from '../../../../src/domain/tribes/tribe-figures.ts';
import { tribeResponse } from '../../../../src/domain/tribes/tribe-response.ts';
import { createWordCensus } from '../../../../src/domain/tribes/word-census.ts';
import { createUnitTable } from '../../../../src/domain/value/unit-table.ts';
import { RULE_POSITION } from '../../../../src/domain/value/value-columns.ts';
import { valueWeights } from '../../../../src/domain/value/value-rules.ts';
import reference from '../../../reference/value/fightin-words.json' with { type: 'json' };

describe('distinctive words', () => {
  it('agree with the reference computation in scores and choice', () => {
    const words = reference.tribe.map((tribe, position) => ({ word: `w${position}`, tribe, everybody: reference.everybody[position] ?? 0 }));
    const found = distinctiveWords(words);
    expect(found.map(({ word }) => Number(word.slice(1))).sort((a, b) => a - b)).toEqual(reference.kept);
    for (const { word, z } of found) expect(z).toBeCloseTo(reference.z[Number(word.slice(1))] ?? 0, 9);
  });

  it('are none for a tribe that is everybody or nobody', () => {
    expect(distinctiveWords([{ word: 'pane', tribe: 9, everybody: 9 }])).toEqual([]);
    expect(distinctiveWords([{ word: 'pane', tribe: 0, everybody: 9 }])).toEqual([]);
  });

  it('count a person once however often a word is repeated', () => {
    const census = createWordCensus();
    for (let id = 0; id < 400; id += 1) census.add([id < 200 ? 'macinato macinato fine' : 'cialde comode', 'ordine'], id < 200 ? ['t'] : []);
    const words = census.wordsOf('t');
    expect(words.map(({ word, authors }) => [word, authors])).toEqual([['fine', 200], ['macinato', 200]]);
    expect(census.wordsOf('other')).toEqual([]);
  });

  it('leave out links, handles, numbers and common words', () => {
    expect(plainWords('Ciao @anna, vedi https://x.it/pane: il #Caffè è del 2024 and the coffee')).toEqual(['ciao', 'vedi', 'caffè', 'coffee']);
  });
});

describe('false discoveries', () => {
  it('keep all smaller p values below the largest that passes', () => {
    expect(discoveries([0.04, 0.03, 0.035, 0.9], 0.05)).toEqual([]);
    expect(discoveries([0.01, 0.03, 0.035, 0.9], 0.05)).toEqual([0, 1, 2]);
    expect(discoveries([], 0.05)).toEqual([]);
  });
});

describe('figures of a tribe', () => {
  const weights = valueWeights();
  const table = createUnitTable([1, 2, 3, 4, 5, 6], weights);
  for (const id of [1, 2, 3, 4, 5]) {
    for (let i = 0; i < 7; i += 1) table.add({ rule: RULE_POSITION['idea'] ?? 0, giverKind: 'account', giverId: id, receiverKind: 'brand', receiverId: 1, units: 1, basis: 'observed', paired: false });
  }

  it('are missing under five people', () => {
    expect(tribeFigures(table, [0, 1, 2, 3], { weights, seed: 1 })).toMatchObject({ size: 4, tooFew: true, created: 0, balance: null, stability: null });
  });

  it('rest on summed points and say whether the zone holds', () => {
    expect(tribeFigures(table, [0, 1, 2, 3, 4], { weights, seed: 1 })).toMatchObject({ size: 5, tooFew: false, created: 35, consumed: 0, balance: 36, stability: 1, zoneHolds: true, balanceWithoutPairs: 36 });
  });

  it('give no balance to people without bookings', () => {
    const idle = createUnitTable([1, 2, 3, 4, 5], weights);
    expect(tribeFigures(idle, [0, 1, 2, 3, 4], { weights, seed: 1 })).toMatchObject({ size: 5, tooFew: false, balance: null, closeness: null });
  });
});

describe('response of a tribe', () => {
  const waits = (requests: number, people: number) => Array.from({ length: requests }, (_, i) => ({ accountId: i % people, waitedSeconds: 3600 * (i + 1), answered: i % 2 === 0 }));

  it('is a count alone under twenty requests or ten people', () => {
    expect(tribeResponse(waits(19, 19))).toEqual({ requests: 19, answered: null, answeredWithin7d: null });
    expect(tribeResponse(waits(40, 9))).toEqual({ requests: 40, answered: null, answeredWithin7d: null });
  });

  it('is the product-limit share at seven days', () => {
    const { answered, answeredWithin7d } = tribeResponse(Array.from({ length: 20 }, (_, i) => ({ accountId: i, waitedSeconds: i < 5 ? 60 : 700_000, answered: i < 5 })));
    expect(answered).toBe(5);
    expect(answeredWithin7d?.estimate).toBeCloseTo(0.25, 12);
  });
});
