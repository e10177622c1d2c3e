import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentText } from '../../../../src/domain/decisions/content-text.ts';

it('says the same of a content whatever the order of its parts, and another thing of another content', () => {
  expect(contentText({ b: { d: 1, c: [2, 1] }, a: null })).toBe('{"a":null,"b":{"c":[2,1],"d":1}}');
  expect(contentText({ a: [1, 2] })).not.toBe(contentText({ a: [2, 1] }));
  expect(contentText({ a: undefined })).toBe('{}');
  expect(contentText(undefined)).toBe('null');
});

it('holds what JSON holds', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(contentText(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});
