import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function tribuna(words: readonly string[], onInterrupt?: Terminal['onInterrupt']): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await runCommand(words, { out: (text) => void (out += text), err: () => undefined, interactive: false, input: (async function* () {})(), ...(onInterrupt === undefined ? {} : { onInterrupt }) });
  return { code, out };
}

const comments = (from: number, many: number): string => `id,text,author,date\n${Array.from({ length: many }, (_, at) => `c${String(from + at)},commento ${String(at)},anna,2026-01-01T10:00:00Z`).join('\n')}\n`;

describe('the terminal', () => {
  it('ends a job on Ctrl-C as cancelled, with the project as before and nobody listening any more', async () => {
    const project = join(folder, 'p.tribuna');
    writeFileSync(join(folder, 'few.csv'), comments(0, 3));
    writeFileSync(join(folder, 'many.csv'), [...madeUpTwcsRows(40_000, 3)].join('\n'));
    expect((await tribuna(['import', project, join(folder, 'few.csv')])).code).toBe(0);
    let released = 0;
    const stopped = await tribuna(['import', project, join(folder, 'many.csv'), '--json'], (listener) => {
      setTimeout(listener, 60);
      return () => void (released += 1);
    });
    expect([stopped.code, JSON.parse(stopped.out), released]).toEqual([1, { ok: false, failure: { code: 'cancelled', message: 'cancelled; the project is as before' } }, 1]);
    const { out } = await tribuna(['query', project, 'project.summary', '--json']);
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { messages: 3 } });
  });

  it('tells the first twenty of many files, and the sum of all', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let at = 0; at < 23; at += 1) writeFileSync(join(many, `f${String(at + 10)}.csv`), comments(at * 2, 2));
    const { code, out } = await tribuna(['import', join(folder, 'p.tribuna'), many]);
    expect(code).toBe(0);
    expect(out).toContain('f29.csv');
    expect(out).not.toContain('f30.csv');
    expect(out).toMatch(/and 3 more files\n\n23 files together\n {2}rows +46\n {2}messages +46\n/);
  });
});
