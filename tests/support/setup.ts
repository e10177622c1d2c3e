import { afterEach, beforeEach, expect } from 'vitest';

/** A test that writes an error or a warning to the console fails: the product is silent unless something is wrong. */
const complaints: string[] = [];
const original = { error: console.error, warn: console.warn };

beforeEach(() => {
  complaints.length = 0;
  console.error = (...parts: unknown[]) => void complaints.push(parts.map(String).join(' '));
  console.warn = (...parts: unknown[]) => void complaints.push(parts.map(String).join(' '));
});

afterEach(() => {
  Object.assign(console, original);
  expect(complaints, 'console errors or warnings during the test').toEqual([]);
});
