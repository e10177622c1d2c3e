import { describe, expect, it } from 'vitest';
import { brandNames } from '../../../src/domain/roles/brand-names.ts';
import { createRoleReader } from '../../../src/text/role-reader.ts';
import { roleWordRules } from '../../../src/text/role-lexicon.ts';

const brands = brandNames([{ id: 1, names: ['Caffè Aurora', 'caffeaurora'] }, { id: 2, names: ['Tramonto'] }]);
const reader = createRoleReader(brands);
const rulesIn = (text: string, on: 'text' | 'profile'): string[] => reader.read(text, on).map(({ rule }) => rule.rule);
const written = (line: string): string => line.replaceAll('@{brand}', '@caffeaurora').replaceAll('{brand}', 'Caffè Aurora');

describe.each(roleWordRules().map((rule) => ({ name: `${rule.language} ${rule.rule} (${rule.role})`, rule })))('$name', ({ rule }) => {
  const on = rule.on[0] ?? 'text';

  it.each(rule.matches)('finds %j', (line) => {
    expect(rulesIn(written(line), on)).toContain(rule.rule);
  });

  it.each(rule.matches)('finds %j in capitals and without accents', (line) => {
    expect(rulesIn(written(line).normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase(), on)).toContain(rule.rule);
  });

  it.each(rule.rejects)('leaves %j alone', (line) => {
    expect(rulesIn(written(line), on)).not.toContain(rule.rule);
  });
});
