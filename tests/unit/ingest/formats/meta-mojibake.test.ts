import { describe, expect, it } from 'vitest';
import { repairedText, repairedValue } from '../../../../src/ingest/formats/meta-mojibake.ts';

const broken = (text: string): string => [...Buffer.from(text)].map((byte) => String.fromCharCode(byte)).join('');

describe('broken characters of Meta downloads', () => {
  it('puts accents, quotes and emoji together again', () => {
    for (const text of ['caffè perché', '“già” l’ora', '🙂☕👩‍🍳', 'Þetta søt', '日本語']) expect(repairedText(broken(text))).toBe(text);
  });

  it('leaves alone what was right before, and runs that are no UTF-8', () => {
    for (const text of ['èà città', 'caffè', '日本語 ok', 'Ã', '🙂', '\u00c3\u00c3\u00a8\u00ff', '']) expect(repairedText(text)).toBe(text);
  });

  it('repairs every text and key of a value, whatever its key is called', () => {
    expect(JSON.stringify(repairedValue(JSON.parse(`{"${broken('Città')}": ["${broken('è')}", 1, null], "__proto__": {"a": "${broken('ù')}"}}`)))).toBe('{"Città":["è",1,null],"__proto__":{"a":"ù"}}');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
