import { describe, expect, test } from 'vitest';
import { drawnInput } from '../../scripts/fuzz/drawn-input.ts';
import { drawsFrom, roundSeed } from '../../scripts/fuzz/draws.ts';
import { hostileValue } from '../../scripts/fuzz/hostile-values.ts';
import { runRounds, type FuzzKind } from '../../scripts/fuzz/run-rounds.ts';
import { differences } from '../../scripts/fuzz/watched-project.ts';
import { isOperationName, operations } from '../../src/contract/operations.ts';
import { RECORD_FORMATS } from '../../src/ingest/format-registry.ts';
import { openSource } from '../../src/ingest/open-source.ts';
import { isLongRun } from '../support/long-run.ts';
import { filesBelow } from '../support/root.ts';

/** The rounds of every run: the same files and requests each time; `npm run fuzz` goes on from other seeds. */
const SEED = 20_261_127;
const ROUNDS: Readonly<Record<FuzzKind, number>> = isLongRun() ? { importers: 300, contract: 300 } : { importers: 16, contract: 16 };

describe('files and requests changed by seeded chance', () => {
  test.each(['importers', 'contract'] as const)('%s: a value or a failure in words, nothing half done, nothing hung', { timeout: 3_600_000 }, async (kind) => {
    const { findings, endings, rounds } = await runRounds({ seed: SEED, kinds: [kind], goesOn: (done) => done < ROUNDS[kind] });
    if (isLongRun()) process.stdout.write(`fuzz, ${kind}: ${JSON.stringify(endings[kind])}\n`);
    expect(findings).toEqual([]);
    expect(rounds[kind]).toBe(ROUNDS[kind]);
    // both ways out are taken, or nothing was tried
    expect(endings[kind]['value']).toBeGreaterThan(100);
    const refused = Object.entries(endings[kind]).filter(([ending]) => ending !== 'value').reduce((sum, [, count]) => sum + count, 0);
    expect(refused).toBeGreaterThan(20);
  });
});

describe('what the rounds are made of', () => {
  test('every importer has a file of its own among those that are changed', async () => {
    const seen = new Set<string>();
    for (const path of filesBelow('tests/fixtures/formats', [''])) {
      try {
        const source = await openSource(path, path.replace('tests/fixtures/formats/', ''), {});
        for (const { format } of source.parts) seen.add(format.id);
        source.close();
      } catch {
        // a page that is refused on purpose
      }
    }
    expect(RECORD_FORMATS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test('requests are mostly of the shape their operation asks for, and the same for a seed', () => {
    const good = (name: string): number => {
      const { input } = operations[isOperationName(name) ? name : 'app.state'];
      let fits = 0;
      for (let round = 0; round < 200; round += 1) if (input.safeParse(drawnInput(input, new Map(), drawsFrom(roundSeed(7, round)))).success) fits += 1;
      return fits;
    };
    for (const name of ['overview', 'messages.list', 'notes.save', 'import.run', 'strategy.setGate', 'tribes.save', 'present.report']) {
      expect(good(name), name).toBeGreaterThan(40);
      expect(good(name), name).toBeLessThan(200);
      expect(good(name), name).toBe(good(name));
    }
  });

  test('hostile values hold own members by names that plain assignment would swallow', () => {
    const texts = Array.from({ length: 2000 }, (_, seed) => JSON.stringify(hostileValue(drawsFrom(seed))) ?? '');
    for (const part of ['"__proto__":', '"constructor":', '[[[[', '<script>', '\\ud800', '1e+300']) expect(texts.some((text) => text.includes(part)), part).toBe(true);
  });

  test('a difference in any table is seen, but for those that were named', () => {
    const before = { message: 3, setting: 2 };
    expect(differences(before, { ...before })).toBe('');
    expect(differences(before, { message: 4, setting: 2, journal: 1 })).toBe('message 3 -> 4, journal undefined -> 1');
    expect(differences(before, { message: 4, setting: 9 }, { but: new Set(['setting']) })).toBe('message 3 -> 4');
    expect(differences(before, { message: 4, setting: 9 }, { of: ['setting'] })).toBe('setting 2 -> 9');
  });
});
