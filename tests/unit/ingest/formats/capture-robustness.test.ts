import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOUR_CAT_NDJSON, ZEESCHUIMER } from '../../../../src/ingest/formats/zeeschuimer.ts';
import { X_API_V1 } from '../../../../src/ingest/formats/x-api-v1.ts';
import { X_API_V2 } from '../../../../src/ingest/formats/x-api-v2.ts';
import { X_ARCHIVE } from '../../../../src/ingest/formats/x-archive.ts';
import { emptyFacts, type Part, type RecordFormat } from '../../../../src/ingest/record-format.ts';
import { fixture, partOf } from '../../../support/ingest.ts';

/** Values that stand where another kind is expected, own members of odd names among them. */
const ODD = [null, '', 'x', 0, -1, 1e300, true, [], [null], {}, { result: null }, JSON.parse('{"__proto__": {"text": "a"}, "constructor": 1}') as unknown];

/** A copy of a JSON value in which one member, chosen by a number, is replaced. */
function damaged(value: unknown, at: number, odd: unknown): unknown {
  let left = at;
  const copy = (inner: unknown): unknown => {
    left -= 1;
    if (left === 0) return odd;
    if (Array.isArray(inner)) return inner.map(copy);
    return typeof inner === 'object' && inner !== null ? Object.fromEntries(Object.entries(inner).map(([key, member]) => [key, copy(member)])) : inner;
  };
  return copy(value);
}

async function recordsOf(format: RecordFormat, part: Part): Promise<{ messages: number; reactions: number; rejected: number; rows: number }> {
  const sums = { messages: 0, reactions: 0, rejected: 0, rows: 0 };
  for await (const batch of format.read(part, { timeZone: 'Europe/Rome', collectedAtMs: null, facts: emptyFacts() })) {
    for (const { nativeId, network, createdAtMs, precision, text } of batch.messages) {
      expect(nativeId.length * network.length).toBeGreaterThan(0);
      expect(createdAtMs === null).toBe(precision === 'none');
      expect(text === null || typeof text === 'string').toBe(true);
    }
    for (const { account, targetNativeId, container } of batch.reactions) expect(account !== null && (targetNativeId ?? container) !== null).toBe(true);
    sums.messages += batch.messages.length;
    sums.reactions += batch.reactions.length;
    sums.rejected += batch.rejected.length;
    sums.rows += batch.rows;
  }
  return sums;
}

const LINES: readonly (readonly [RecordFormat, string])[] = [
  ...readdirSync('tests/fixtures/formats/zeeschuimer').map((name) => [ZEESCHUIMER, `zeeschuimer/${name}`] as const),
  [FOUR_CAT_NDJSON, '4cat/x.ndjson'], [X_API_V2, 'x-api-v2/pages.jsonl'], [X_API_V2, 'x-api-v2/flat.jsonl'],
];

describe('one damaged member costs no more than its row', () => {
  it.each(LINES.map(([format, name]) => [name, format] as const))('%s', async (name, format) => {
    const lines = fixture(`formats/${name}`).trim().split('\n').map((line) => JSON.parse(line) as unknown);
    const whole = await recordsOf(format, await partOf(lines.map((line) => JSON.stringify(line)).join('\n')));
    await fc.assert(fc.asyncProperty(fc.nat(lines.length - 1), fc.integer({ min: 2, max: 120 }), fc.constantFrom(...ODD), async (line, at, odd) => {
      const part = await partOf(lines.map((value, position) => JSON.stringify(position === line ? damaged(value, at, odd) : value)).join('\n'));
      const found = await recordsOf(format, part);
      expect(found.rejected).toBeLessThanOrEqual(whole.rejected + 8);
      expect(found.messages + found.reactions + found.rejected).toBeGreaterThan(0);
    }), { numRuns: 60, seed: 7 });
  });

  it.each([
    ['x-api-v1/tweets.json', X_API_V1, ''], ['x-archive/tweets.js', X_ARCHIVE, 'window.YTD.tweets.part0 = '], ['x-archive/note-tweet.js', X_ARCHIVE, 'window.YTD.note_tweet.part0 = '],
    ['x-archive/account.js', X_ARCHIVE, 'window.YTD.account.part0 = '], ['x-archive/manifest.js', X_ARCHIVE, 'window.__THAR_CONFIG = '],
  ] as const)('%s', async (name, format, assignment) => {
    const document = JSON.parse(fixture(`formats/${name}`).slice(assignment.length)) as unknown;
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 250 }), fc.constantFrom(...ODD), async (at, odd) => {
      await recordsOf(format, await partOf(assignment + JSON.stringify(damaged(document, at, odd))));
    }), { numRuns: 100, seed: 7 });
  });
});

describe('an archive too large to be read whole', () => {
  it('is read as a stream with the same records', async () => {
    const part = await partOf(fixture('formats/x-archive/tweets.js'));
    const { name, survey, text, isWhole, json, table } = part.head;
    const large: Part = { source: part.source, head: { name, survey: { ...survey, bytes: 1 << 30 }, text, isWhole, json, table } };
    expect(await recordsOf(X_ARCHIVE, large)).toEqual(await recordsOf(X_ARCHIVE, part));
  });
});
