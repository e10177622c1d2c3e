import { describe, expect, it } from 'vitest';
import { allowEmptying } from '../../../../src/renderer/bridge/allow-emptying.ts';

describe('what may be written as HTML', () => {
  it('is nothing, so that elements can be emptied', () => {
    const policies: { readonly name: string; readonly createHTML: (text: string) => string | null }[] = [];
    allowEmptying({ trustedTypes: { createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => policies.push({ name, ...rules }) } } as unknown as Window);
    expect(policies.map(({ name }) => name)).toEqual(['default']);
    expect(['', ' ', '<b>x</b>', '<img onerror=alert(1)>'].map((text) => policies[0]?.createHTML(text))).toEqual(['', null, null, null]);
  });

  it('is left to browsers that know no trusted types', () => {
    expect(() => allowEmptying({} as unknown as Window)).not.toThrow();
  });
});
