import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { referenceData } from '../support/reference-data.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type RequestLine = OperationValue<'response.requests'>['requests'][number];

/** The rule of the independent count: every inbound message by itself, answered by the first brand message that points at it. */
const DIRECT = { population: 'inbound', answerRule: 'direct', mergeFollowUps: false } as const;
const NAME = 'twcs_threads_17k.csv';

const folder = referenceData();

function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[(values.length - 1) / 2];
}

describe.skipIf(folder === null)('17,459 real messages of customer care (needs TRIBUNA_REFERENCE_DATA)', () => {
  const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
  const path = join(folder ?? '', 'twcs', NAME);
  let report: OperationValue<'import.run'>;

  beforeAll(async () => {
    await suite.ask('project.create', { name: 'Customer care' });
    report = await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, NAME) }] });
    await suite.ask('analyse.run', {});
  }, 60_000);

  it('are imported whole', () => {
    expect(report.imports).toMatchObject([{ format: 'twcs', messages: 17_459, rejected: 0, reasons: [], duplicates: 0 }]);
  });

  it('are answered 6,907 times of 9,894, as an independent count says', async () => {
    const { groups } = await suite.ask('response.survival', DIRECT);
    expect(groups).toMatchObject([{ key: 'all', n: 9894, answered: 6907, censored: 2987 }]);
  });

  it('wait 814 seconds in the middle of those answered, thread openers 942', async () => {
    const lines: RequestLine[] = [];
    for (let page = 0; lines.length < 9894; page += 1) {
      const { total, requests } = await suite.ask('response.requests', { ...DIRECT, page, size: 1000 });
      expect(total).toBe(9894);
      lines.push(...requests);
    }
    const waits = (of: readonly RequestLine[]): number[] => of.flatMap(({ censored, waitedSeconds }) => (censored || waitedSeconds === null ? [] : [waitedSeconds]));
    expect(waits(lines)).toHaveLength(6907);
    expect(median(waits(lines))).toBe(814);
    const { data } = Papa.parse<Readonly<Record<string, string>>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
    const openerIds = new Set(data.filter((row) => row['inbound'] === 'True' && row['in_response_to_tweet_id'] === '').map((row) => row['tweet_id']));
    const openers = lines.filter(({ nativeId }) => openerIds.has(nativeId));
    expect(openers).toHaveLength(5267);
    expect(waits(openers)).toHaveLength(4895);
    expect(median(waits(openers))).toBe(942);
  });
});
