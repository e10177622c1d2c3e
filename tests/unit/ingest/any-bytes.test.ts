import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileSurvey } from '../../../src/ingest/file-survey.ts';
import { RECORD_FORMATS } from '../../../src/ingest/format-registry.ts';
import { IngestFailure } from '../../../src/ingest/ingest-failure.ts';
import { partHead } from '../../../src/ingest/part-head.ts';
import { emptyFacts, type Part, type RecordFormat } from '../../../src/ingest/record-format.ts';
import { bytesSource } from '../../support/ingest.ts';
import { filesBelow, ROOT } from '../../support/root.ts';

/** Reads a part as one format and gives back how many records came; only a failure in words may stop it. */
async function tried(format: RecordFormat, part: Part): Promise<number> {
  let records = 0;
  try {
    for await (const { messages, reactions, rejected } of format.read(part, { timeZone: 'Europe/Rome', collectedAtMs: null, facts: emptyFacts() })) {
      records += messages.length + reactions.length + rejected.length;
      for (const { nativeId, network, createdAtMs, precision } of messages) {
        expect(nativeId).not.toBe('');
        expect(network).not.toBe('');
        expect(createdAtMs === null || Number.isSafeInteger(createdAtMs), `${format.id}: ${String(createdAtMs)}`).toBe(true);
        if (createdAtMs === null) expect(precision, format.id).toBe('none');
      }
    }
  } catch (error) {
    if (!(error instanceof IngestFailure)) throw new Error(`${format.id} on ${part.head.name}: ${String(error)}`, { cause: error });
  }
  return records;
}

async function part(content: Buffer, name: string): Promise<Part | null> {
  const source = bytesSource(content, name);
  try {
    const head = partHead(name, await fileSurvey(source));
    for (const format of RECORD_FORMATS) expect(format.recognise(head), format.id).toBeLessThanOrEqual(1);
    return { source, head };
  } catch (error) {
    if (error instanceof IngestFailure) return null;
    throw error;
  }
}

const fixtures = existsSync(join(ROOT, 'tests/fixtures/formats')) ? filesBelow('tests/fixtures/formats', ['']).filter((path) => statSync(join(ROOT, path)).isFile()).map((path) => [path, readFileSync(join(ROOT, path))] as const) : [];

describe('any bytes', () => {
  test('never crash an importer, whichever it is', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)), fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text))), async (bytes) => {
      const found = await part(Buffer.from(bytes), 'any');
      if (found === null) return;
      for (const format of RECORD_FORMATS) await tried(format, found);
    }), { numRuns: 60 });
  }, 60_000);

  test('cut, doubled or changed in the middle, a real shape is read or refused in words', async () => {
    expect(fixtures.length).toBeGreaterThan(20);
    const small = fixtures.filter(([, content]) => content.length < 20_000);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...small), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('cut', 'flip', 'double', 'null', 'drop'), fc.nat(255), async ([path, content], place, how, byte) => {
      const at = Math.floor(place * content.length);
      const changed = how === 'cut' ? content.subarray(0, at) : how === 'drop' ? Buffer.concat([content.subarray(0, at), content.subarray(at + 9)]) : how === 'double' ? Buffer.concat([content.subarray(0, at), content]) : Buffer.from(content);
      if (how === 'flip') changed[Math.min(at, changed.length - 1)] = byte;
      const found = await part(how === 'null' ? Buffer.from(content.toString('latin1').replace(/"[^"\n]{1,30}"(?=[,}\]])/, 'null'), 'latin1') : Buffer.from(changed), path);
      if (found === null) return;
      const likely = [...RECORD_FORMATS].map((format) => ({ format, confidence: format.recognise(found.head) })).filter(({ confidence }) => confidence > 0.5);
      for (const { format } of likely) await tried(format, found);
    }), { numRuns: 400 });
  }, 120_000);

  test('every fixture read as every format gives records, refusals or words', async () => {
    for (const [path, content] of fixtures.filter(([, bytes]) => bytes.length < 20_000)) {
      const found = await part(content, path);
      if (found !== null) for (const format of RECORD_FORMATS) await tried(format, found);
    }
  }, 180_000);
});
