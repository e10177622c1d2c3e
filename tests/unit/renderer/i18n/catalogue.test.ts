import { describe, expect, it } from 'vitest';
import { ACTS, INTENTS, OUTCOMES, REPLY_COVERAGES, ROLES, SENTIMENTS, ZONES } from '../../../../src/domain/model/codes.ts';
import { FILE_WARNINGS } from '../../../../src/domain/model/file-warning.ts';
import { REJECTION_CODES } from '../../../../src/domain/model/record.ts';
import { MAPPING_FIELDS } from '../../../../src/contract/operations/imports.ts';
import { FAILURE_CODES } from '../../../../src/contract/outcome.ts';
import { createTranslator, english, italian } from '../../../../src/renderer/i18n/catalogue.ts';

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();

describe('the catalogue', () => {
  const [it_, en] = [new Map(leaves(italian)), new Map(leaves(english))];

  it('has the same keys in both languages', () => {
    expect([...it_.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('fills the same places in both languages', () => {
    const different = [...it_].filter(([key, text]) => JSON.stringify(placeholders(text)) !== JSON.stringify(placeholders(en.get(key) ?? ''))).map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('has no empty text and no exclamation mark', () => {
    expect([...it_, ...en].filter(([, text]) => text.trim() === '' || text.includes('!')).map(([key]) => key)).toEqual([]);
  });

  it('has a plural for every singular', () => {
    expect([...it_.keys()].filter((key) => key.endsWith('_one') && !it_.has(key.replace(/_one$/, '_other')))).toEqual([]);
  });

  it('names every stored code', () => {
    expect(Object.keys(italian.codes.intent)).toEqual([...INTENTS]);
    expect(Object.keys(italian.codes.act)).toEqual([...ACTS]);
    expect(Object.keys(italian.codes.role)).toEqual([...ROLES]);
    expect(Object.keys(italian.codes.sentiment)).toEqual([...SENTIMENTS]);
    expect(Object.keys(italian.codes.outcome)).toEqual([...OUTCOMES]);
    expect(Object.keys(italian.codes.replies)).toEqual([...REPLY_COVERAGES]);
    expect(Object.keys(italian.codes.zone)).toEqual([...ZONES]);
    expect(Object.keys(italian.codes.rejection)).toEqual([...REJECTION_CODES]);
    expect(Object.keys(italian.importing.warning).sort()).toEqual([...FILE_WARNINGS].sort());
    expect(Object.keys(italian.importing.fields)).toEqual([...MAPPING_FIELDS]);
  });

  it('says what happened and what to do for every failure', () => {
    expect(Object.keys(italian.failures.what)).toEqual([...FAILURE_CODES]);
    expect(Object.keys(italian.failures.advice)).toEqual([...FAILURE_CODES]);
  });

  it('chooses the plural, a million included', () => {
    const t = createTranslator('it').getFixedT('it', 'shell');
    expect(t('messages', { count: 1, n: '1' })).toBe('1 messaggio');
    expect(t('messages', { count: 8214, n: '8.214' })).toBe('8.214 messaggi');
    expect(t('messages', { count: 1_000_000, n: '1.000.000' })).toBe('1.000.000 messaggi');
  });
});
