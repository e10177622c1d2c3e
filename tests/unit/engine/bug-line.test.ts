import { expect, test } from 'vitest';
import { bugLine } from '../../../src/engine/bug-line.ts';

test('a bug is told without its message and without folders', () => {
  const error = new TypeError('canary text of a person at /home/mario/segreto.csv');
  error.stack = `TypeError: canary text of a person at /home/mario/segreto.csv\n    at readRow (/home/mario/tribuna/src/ingest/row.ts:12:7)\n    at file:///home/mario/tribuna/src/app/import.ts:3:1`;
  const line = bugLine('import.run', error);
  expect(line).toBe('bug in import.run: TypeError at row.ts:12:7 < import.ts:3:1');
});

test('a thrown value that is no error says its kind only', () => {
  expect(bugLine('overview', 'canary')).toBe('bug in overview: string');
});
