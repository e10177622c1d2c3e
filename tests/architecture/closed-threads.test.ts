import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/root.ts';

const source = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sources = filesBelow('src', ['.ts', '.tsx']).map((path) => ({ path, code: source(path) }));

test.each(['src/engine/engine-entry.ts', 'src/engine/job-thread.ts', 'src/engine/reading-thread.ts', 'src/engine/drawing-thread.ts', 'src/engine/ahead-thread.ts', 'src/main/main.ts'])('%s closes the network before its first statement of any other kind', (path) => {
  const statements = source(path).split('\n').filter((line) => /^[a-z]/i.test(line) && !/^(import|interface|export type)\b/.test(line));
  const before = statements.slice(0, statements.indexOf('closeNetwork();'));
  expect(statements).toContain('closeNetwork();');
  expect(before.every((line) => /^const (testing|built|[A-Z_]+) = /.test(line)), before.join('\n')).toBe(true);
});

test('the command line closes the network before it runs any command', () => {
  expect(source('src/cli/run-command.ts')).toMatch(/closeNetwork\(\);\s+try \{/);
});

test('threads and processes are started in known places only, each from an entry that is closed', () => {
  const starts = (pattern: RegExp): string[] => sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
  expect(starts(/new Worker\(/)).toEqual(['src/engine/answers-ahead.ts', 'src/engine/job-thread-runner.ts', 'src/engine/thread-team.ts', 'src/serve/engine-thread.ts']);
  expect(starts(/child_process/)).toEqual(['src/engine/headless-browser.ts', 'src/serve/open-in-browser.ts']);
  expect(starts(/utilityProcess\.fork\(/)).toEqual(['src/main/engine-process.ts']);
  expect(starts(/node:cluster/)).toEqual([]);
});
