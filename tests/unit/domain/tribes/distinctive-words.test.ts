import { describe, expect, it } from 'vitest';
import { distinctiveTerms } from '../../../../src/domain/terms/distinctive-terms.ts';
import type { TermRow } from '../../../../src/domain/terms/pair-census.ts';
import { termCode } from '../../../../src/domain/terms/term-code.ts';
import { tribeTerms } from '../../../../src/domain/terms/tribe-census.ts';
import { tribeFigures } from '../../../../src/domain/tribes/tribe-figures.ts';
import { tribeResponse } from '../../../../src/domain/tribes/tribe-response.ts';
import { createUnitTable } from '../../../../src/domain/value/unit-table.ts';
import { RULE_POSITION } from '../../../../src/domain/value/value-columns.ts';
import { valueWeights } from '../../../../src/domain/value/value-rules.ts';
import reference from '../../../reference/value/fightin-words.json' with { type: 'json' };

describe('words of a tribe', () => {
  const [A, B, C, D] = [termCode(0), termCode(1), termCode(2), termCode(3)];
  const options = { codes: [A, B, C, D, `${A}${B}`], counts: () => true, limit: 12 };

  it('agree with the reference computation in scores and choice', () => {
    const { ofGroup } = distinctiveTerms(reference.tribe.map((inGroup, key) => ({ key, inGroup, inRest: (reference.everybody[key] ?? 0) - inGroup })), { limit: 100 });
    expect(ofGroup.map(({ key }) => key).sort((a, b) => a - b)).toEqual(reference.kept.filter((key) => (reference.tribe[key] ?? 0) >= 5));
    for (const { key, z } of ofGroup) expect(z).toBeCloseTo(reference.z[key] ?? 0, 9);
  });

  it('count a person once however often a word is repeated, and two words in a row as one term', () => {
    const rows = Array.from({ length: 400 }, (_, id): TermRow[] => [{ accountId: id, messageId: id * 2, terms: id < 200 ? `${A}${B}${A}` : C }, { accountId: id, messageId: id * 2 + 1, terms: D }]).flat();
    const words = tribeTerms(rows, { ...options, tribesOf: (id) => (id < 200 ? ['t'] : []) });
    expect(words.get('t')?.map(({ code, authors }) => [code, authors])).toEqual([[`${A}${B}`, 200]]);
    expect(words.get('other')).toBeUndefined();
  });

  it('leave out accounts and messages that do not count; a tribe that is everybody has none', () => {
    const rows = Array.from({ length: 60 }, (_, id): TermRow => ({ accountId: id, messageId: id, terms: id < 30 ? A : C }));
    expect(tribeTerms(rows, { ...options, tribesOf: (id) => (id < 30 ? null : ['t']) }).get('t')).toEqual([]);
    expect(tribeTerms(rows, { ...options, tribesOf: (id) => (id < 30 ? ['t'] : []), counts: (id) => id >= 26 }).get('t')).toEqual([]);
    expect(tribeTerms(rows, { ...options, tribesOf: () => ['t'] }).get('t')).toEqual([]);
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
