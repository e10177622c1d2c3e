import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measuredYardsticks } from '../../../scripts/bench/yardsticks.ts';

let folder: string;
let csv: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-test-'));
  csv = join(folder, 'few.csv');
  writeFileSync(csv, 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n1,a,True,x,"one, two",,\n2,b,False,x,three,,1\n');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('other programs on the same file', () => {
  it('stay in the list without a figure where they are not installed', async () => {
    vi.stubEnv('PATH', folder);
    const measured = await measuredYardsticks(csv, folder, 2);
    expect(measured.map(({ name }) => name)).toEqual(['wc -l', 'sqlite3 .import', 'sqlite3 .import, keys', 'sqlite3 .import, keys and words', 'pandas read_csv']);
    expect(measured.every(({ seconds, importTakesTimes }) => seconds === null && importTakesTimes === null)).toBe(true);
  });

  it('are multiples of the seconds they took, and leave nothing behind', async () => {
    const measured = await measuredYardsticks(csv, folder, 2);
    for (const { seconds, importTakesTimes } of measured) expect(importTakesTimes).toBe(seconds === null ? null : 2 / seconds);
    expect(readdirSync(folder)).toEqual(['few.csv']);
  });
});
