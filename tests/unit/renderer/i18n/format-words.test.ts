import { describe, expect, it } from 'vitest';
import { RECORD_FORMATS as FORMATS } from '../../../../src/ingest/format-registry.ts';
import { FORMAT_WORDS } from '../../../../src/renderer/i18n/it/format-words.ts';

describe('Italian words of the formats', () => {
  it('stand for every format of the registry and for no other', () => {
    expect(Object.keys(FORMAT_WORDS).sort()).toEqual(FORMATS.map(({ id }) => id).sort());
  });

  it('name each format once, and say something else than the English ones', () => {
    const names = Object.values(FORMAT_WORDS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { id, description } of FORMATS) expect(FORMAT_WORDS[id]?.description, id).not.toBe(description);
    for (const [id, { description }] of Object.entries(FORMAT_WORDS)) expect(description, id).not.toMatch(/\.$|[aeiou]'/u);
  });
});
