import { describe, expect, it } from 'vitest';
import { accountBalances, shownBalance } from '../../../../src/domain/value/account-balance.ts';
import { densityCells } from '../../../../src/domain/value/density-cells.ts';
import { createUnitTable, type UnitEntry } from '../../../../src/domain/value/unit-table.ts';
import { COLUMN_COUNT, RULE_COUNT, RULE_POSITION, weightVector } from '../../../../src/domain/value/value-columns.ts';
import { VALUE_RULE_CODES, type ValueRuleCode } from '../../../../src/domain/model/value-codes.ts';
import { VALUE_RULES, valueWeights } from '../../../../src/domain/value/value-rules.ts';
import { balanceZone, valueZone } from '../../../../src/domain/value/value-zone.ts';
import { weightTables } from '../../../../src/domain/value/weight-tables.ts';
import { zoneStability } from '../../../../src/domain/value/zone-stability.ts';

const weights = valueWeights();
const entry = (rule: ValueRuleCode, change: Partial<UnitEntry>): UnitEntry => ({ rule: RULE_POSITION[rule] ?? 0, giverKind: 'commons', giverId: 0, receiverKind: 'commons', receiverId: 0, units: 1, basis: 'observed', paired: false, ...change });

describe('rules', () => {
  it('stand in the order of their codes with the default weights', () => {
    expect(VALUE_RULES.map(({ code }) => code)).toEqual([...VALUE_RULE_CODES]);
    expect(VALUE_RULES.filter(({ defaultWeight }) => defaultWeight !== 1).map(({ code, defaultWeight }) => [code, defaultWeight])).toEqual([['reaction', 0.1], ['view', 0.05]]);
  });

  it('take a project\'s own weights and ignore impossible ones', () => {
    expect(valueWeights({ idea: 3, review: -1, reaction: Number.NaN, unheard: 9 })).toEqual({ ...weights, idea: 3 });
  });
});

describe('zones', () => {
  it('put both borders into the even band', () => {
    expect(balanceZone({ created: 3, consumed: 1 })).toBe('even');
    expect(balanceZone({ created: 1, consumed: 3 })).toBe('even');
    expect(balanceZone({ created: 3.01, consumed: 1 })).toBe('gives-more');
    expect(balanceZone({ created: 1, consumed: 3.01 })).toBe('receives-more');
  });

  it('say too few under five bookings and little active under two and a half points', () => {
    expect(valueZone({ bookings: 4, created: 4, consumed: 0 })).toBe('few');
    expect(valueZone({ bookings: 20, created: 0, consumed: 2 })).toBe('little-active');
    expect(valueZone({ bookings: 5, created: 5, consumed: 0 })).toBe('gives-more');
  });

  it('never move five exchanges to little active, whatever the weights', () => {
    for (const table of weightTables(weightVector(weights), { seed: 4 })) {
      const weight = table[RULE_POSITION['idea'] ?? 0] ?? 0;
      expect(weight).toBeGreaterThanOrEqual(0.5);
      expect(weight).toBeLessThanOrEqual(2);
      expect(valueZone({ bookings: 5, created: 5 * weight, consumed: 0 })).not.toBe('little-active');
    }
  });

  it('hold when far from a border and depend on the weights when on it', () => {
    const vector = weightVector(weights);
    const tables = weightTables(vector, { seed: 1 });
    const row = (ideas: number, answers: number): Float64Array => {
      const units = new Float64Array(COLUMN_COUNT);
      units[RULE_POSITION['idea'] ?? 0] = ideas;
      units[RULE_COUNT + (RULE_POSITION['brand-answer'] ?? 0)] = answers;
      return units;
    };
    const zoneOf = balanceZone;
    expect(zoneStability(row(100, 1), { weights: vector, tables, zoneOf })).toEqual({ zone: 'gives-more', share: 1, holds: true });
    const onBorder = zoneStability(row(41, 20), { weights: vector, tables, zoneOf });
    expect(onBorder.zone).toBe('even');
    expect(onBorder.share).toBeLessThan(0.8);
    expect(onBorder.holds).toBe(false);
    expect(zoneStability(row(41, 20), { weights: vector, tables: weightTables(vector, { seed: 1 }), zoneOf })).toEqual(onBorder);
    expect(() => zoneStability(row(1, 1), { weights: vector, tables: [], zoneOf })).toThrow('invalid tables: 0');
  });
});

describe('balances of accounts', () => {
  it('give null, never 1, to an account without bookings', () => {
    const [account] = [...accountBalances(createUnitTable([7], weights), { weights, seed: 1 })];
    expect(account).toMatchObject({ accountId: 7, bookings: 0, created: 0, consumed: 0, log2Balance: null, low: null, high: null, zone: 'few' });
    if (account !== undefined) expect(shownBalance(account)).toEqual({ balance: null, log2Balance: null, low: null, high: null, closeness: null, balanceWithoutPairs: null, tooFew: true });
  });

  it('leave pairs out on the side of the person who has both halves, and estimates out of the balance', () => {
    const table = createUnitTable([1, 2], weights);
    for (let i = 0; i < 3; i += 1) table.add(entry('question-answered', { giverKind: 'account', giverId: 1, paired: true }));
    for (let i = 0; i < 3; i += 1) table.add(entry('peer-help', { giverKind: 'account', giverId: 2, receiverKind: 'account', receiverId: 1, basis: 'received', paired: true }));
    table.add(entry('idea', { giverKind: 'account', giverId: 1, receiverKind: 'brand', receiverId: 1 }));
    table.add(entry('reaction', { receiverKind: 'account', receiverId: 2, units: 50, basis: 'estimated' }));
    table.add(entry('idea', { giverKind: 'account', giverId: 99, receiverKind: 'brand', receiverId: 1 }));
    const [asker, helper] = [...accountBalances(table, { weights, seed: 1 })];
    expect(asker).toMatchObject({ bookings: 7, created: 4, consumed: 3, received: 3, observed: 0, createdUnpaired: 1, consumedUnpaired: 0 });
    if (asker !== undefined) expect(shownBalance(asker)).toMatchObject({ balance: 5 / 4, balanceWithoutPairs: 2, tooFew: false });
    expect(helper).toMatchObject({ bookings: 4, created: 3, consumed: 0, estimated: 5, createdUnpaired: 3, consumedUnpaired: 0 });
  });

  it('say nothing without pairs when everything rests on pairs', () => {
    const table = createUnitTable([1], weights);
    for (let i = 0; i < 3; i += 1) {
      table.add(entry('question-answered', { giverKind: 'account', giverId: 1, paired: true }));
      table.add(entry('brand-answer', { giverKind: 'brand', giverId: 1, receiverKind: 'account', receiverId: 1, basis: 'received', paired: true }));
    }
    const [asker] = [...accountBalances(table, { weights, seed: 1 })];
    if (asker !== undefined) expect(shownBalance(asker)).toMatchObject({ balance: 1, closeness: 1, balanceWithoutPairs: null });
    expect(asker?.bookings).toBe(6);
  });
});

describe('density', () => {
  it('counts everybody once in at most 2,000 cells', () => {
    const accounts = Array.from({ length: 5000 }, (_, i) => ({ created: (i * 37) % 977, consumed: (i * 91) % 1013 }));
    const cells = densityCells(accounts);
    expect(cells.length).toBeLessThanOrEqual(2000);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect(densityCells([])).toEqual([]);
  });
});
