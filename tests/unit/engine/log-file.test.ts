import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failed, success } from '../../../src/contract/outcome.ts';
import { openLog } from '../../../src/engine/log-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const AT = Date.UTC(2026, 10, 27, 9);
const STAMP = '2026-11-27T09:00:00.000Z';

test('what failed, what changed something and what was long in coming is written down, what was looked at is not', () => {
  const folder = join(temporaryFolder(), 'log');
  const log = openLog(folder, () => AT);
  log.began({ version: '0.1.0', host: 'electron', platform: 'linux-x64' });
  log.answered('overview', success({}), 3);
  log.answered('messages.list', success({ Anna: 1 }), 999);
  log.answered('messages.list', success({ Anna: 1 }), 1000);
  log.answered('overview', failed('not-found', 'no project of Anna'), 3.6);
  log.answered('import.run', success({ Anna: 1 }), 1200);
  log.answered('canary of Anna', failed('invalid-input', 'canary'), 0);
  log.bug('bug in overview: TypeError at a.ts:1:2');
  log.engineLost();
  const lines = ['began 0.1.0 electron linux-x64', 'done messages.list 1000 ms', 'failed not-found overview 4 ms', 'done import.run 1200 ms', 'failed invalid-input an unknown operation 0 ms', 'bug in overview: TypeError at a.ts:1:2', 'the engine ended by itself'].map((line) => `${STAMP} ${line}`);
  expect(log.latest(100)).toEqual(lines);
  expect(log.latest(2)).toEqual(lines.slice(-2));
  expect(readFileSync(join(folder, 'tribuna.log'), 'utf8')).not.toMatch(/Anna|canary/);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'tribuna.log')).mode & 0o777).toBe(0o600);
});

test('a log that grows is put aside, four files at most, and its latest lines go on across them', () => {
  const folder = temporaryFolder();
  const log = openLog(folder, () => AT);
  mkdirSync(folder, { recursive: true });
  for (let round = 0; round < 6; round += 1) {
    writeFileSync(join(folder, 'tribuna.log'), `${'x'.repeat(256 * 1024 - 1)}\n`);
    log.answered('import.run', success(null), round);
  }
  expect(readdirSync(folder).sort()).toEqual(['tribuna.log', 'tribuna.log.1', 'tribuna.log.2', 'tribuna.log.3']);
  expect(log.latest(2).at(-1)).toBe(`${STAMP} done import.run 5 ms`);
  expect(log.latest(2)[0]).toMatch(/^x+$/);
});

test('a place that cannot be written costs the log alone', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const log = openLog(join(folder, 'file', 'log'), () => AT);
  expect(() => log.engineLost()).not.toThrow();
  expect(log.latest(10)).toEqual([]);
});
