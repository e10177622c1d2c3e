import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '../../src/contract/operations.ts';
import { STARTING_HOURS } from '../../src/domain/model/opening-hours.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { takeProjectLock } from '../../src/store/project-lock.ts';
import { projectWithMessages } from '../support/project-at-work.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

/** Commands and jobs that leave a setting behind. */
const DECISIONS: readonly (readonly [operation: OperationName, input: object])[] = [
  ['sheet.save', { source: 'Pagina', collected: 'marzo', collectedBy: 'agenzia', legalBasis: 'interesse legittimo', retention: 'un anno' }],
  ['retention.set', { importId: 1, untilMs: Date.UTC(2030, 0, 1) }],
  ['counting.setZone', { timeZone: 'America/New_York' }],
  ['counting.setFloors', { people: 10, cases: 50 }],
  ['counting.setWeekStart', { weekStart: 7 }],
  ['clock.setCalendar', { hours: STARTING_HOURS }],
  ['import.setRules', { includeInferred: false, vanishedKeptDays: 40 }],
  ['value.setZoneBorder', { borderLog2: 0.5 }],
  ['trust.setWeights', { weights: { promises: 0, reciprocity: 1, 'tie-strength': 0, care: 1, advocacy: 0 } }],
  ['lost.setRequesters', { requesters: 3 }],
  ['reading.setThreshold', { abstainBelow: 0.4 }],
  ['check.draw', { size: 20, seed: 3 }],
  ['analyse.run', { nowMs: Date.UTC(2026, 5, 1), seed: 7 }],
  ['network.detect', { resolution: 1.2 }],
  ['value.setWeights', { weights: { review: 2.5 }, note: 'x' }],
  ['tribes.save', { name: 'Assidui', rule: { op: 'number', of: 'messages', from: 2 } }],
  ['probes.save', { network: 'other', text: 'Aprite domani?', intent: 'information', atMs: Date.UTC(2025, 2, 12) }],
];
const KEYS = [
  'analysis_now_ms', 'brand_claims', 'check_draw', 'created_at_ms', 'data_sheet', 'data_version', 'erasure_receipts', 'floors', 'include_inferred', 'lost_requesters', 'network_resolution', 'opening_hours',
  'reading_abstain_below', 'retention', 'suppression', 'time_zone', 'trust_weights', 'value_seed', 'vanished_kept_days', 'week_start', 'zone_border_log2',
];
/** None of these may stand in any of them: too large, of another type, half written, of no zone, or nothing at all. */
const FORGED = ['1e999', '-1e308', '9'.repeat(400), 'NaN', '"x"', '[{"a":1}]', '{', 'Mars/Olympus'];

const suite = suiteEngine({ nowMs: Date.UTC(2026, 5, 1) });
let whole = '';

beforeAll(async () => {
  const { path } = await projectWithMessages({ threads: 40, engine: suite.engine() }, suite.folder());
  for (const [operation, input] of DECISIONS) expect(await suite.engine().call(operation, input), operation).toMatchObject({ ok: true });
  const { people } = await suite.ask('people.list', { size: 50 });
  await suite.ask('privacy.erase', { accountId: people.find(({ roles }) => roles.every(({ role }) => role !== 'voice'))?.accountId ?? 0, word: 'ERASE' });
  await suite.ask('analyse.run', {});
  await suite.ask('project.close', {});
  whole = path;
}, 120_000);

/** Opens a copy of the project in which one setting was written by hand. */
async function openedWith(key: string, value: string | null): Promise<{ readonly outcome: unknown; readonly same: boolean }> {
  const folder = temporaryFolder();
  const path = join(folder, 'forged.tribuna');
  copyFileSync(whole, path);
  const connection = new (databaseConstructor())(path);
  if (value !== null) expect(connection.prepare('UPDATE setting SET value = ? WHERE key = ?').run(value, key).changes, key).toBe(1);
  connection.close();
  const bugs: string[] = [];
  const engine = createEngine(testSettings(folder), { onBug: (line) => void bugs.push(line) });
  const outcome = await engine.call('project.open', { file: await engine.registerFile(path, 'forged.tribuna') });
  // nobody holds a project that was refused
  if (value !== null) takeProjectLock(path).release();
  if (value !== null) expect(await engine.call('project.salvage', { file: await engine.registerFile(path, 'forged.tribuna') })).toMatchObject({ ok: true });
  await engine.close();
  expect(bugs).toEqual([]);
  const after = new (databaseConstructor())(path, { readonly: true });
  const kept = after.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  after.close();
  return { outcome, same: value === null || kept === value };
}

/** Opens a copy of the project in which a column was written by hand. */
async function openedWithDocument(table: string, column: string, value: string): Promise<unknown> {
  const folder = temporaryFolder();
  const path = join(folder, 'forged.tribuna');
  copyFileSync(whole, path);
  const connection = new (databaseConstructor())(path);
  // whoever forges a file is not held by its checks
  connection.pragma('ignore_check_constraints = ON');
  expect(connection.prepare(`UPDATE ${table} SET ${column} = ?`).run(value).changes, `${table}.${column}`).toBeGreaterThan(0);
  connection.close();
  const bugs: string[] = [];
  const engine = createEngine(testSettings(folder), { onBug: (line) => void bugs.push(line) });
  const outcome = await engine.call('project.open', { file: await engine.registerFile(path, 'forged.tribuna') });
  takeProjectLock(path).release();
  await engine.close();
  expect(bugs).toEqual([]);
  return outcome;
}

describe('documents of a project that no Tribuna wrote', () => {
  it.each([
    ['plan_record', 'body'], ['journal', 'forward'], ['journal', 'inverse'], ['import', 'mapping'], ['import', 'answers'], ['import', 'report'], ['role_proposal', 'detail'], ['own_tribe', 'rule'], ['tribe', 'result'],
    ['weight_version', 'points'], ['network_run', 'facts'], ['interest_run', 'facts'],
  ])('%s.%s: JSON that is none, or of another kind, is refused as damage', async (table, column) => {
    for (const value of ['{', 'null', '[null]', '"x"', '1e999', '']) expect(await openedWithDocument(table, column, value), `${table}.${column} ${value}`).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
  });

  it('lacks what answers are made of: the same', async () => {
    for (const [table, column] of [['plan_record', 'body'], ['role_proposal', 'detail'], ['tribe', 'result'], ['network_run', 'facts'], ['interest_run', 'facts']] as const) expect(await openedWithDocument(table, column, '{"a":1}'), table).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
  });
});

describe('words of a project that no Tribuna wrote', () => {
  it.each([['coverage', 'replies'], ['account_balance', 'zone'], ['message', 'kind'], ['reading', 'sentiment']])('%s.%s: refused as damage', async (table, column) => {
    expect(await openedWithDocument(table, column, '=1+1')).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
  });
});

describe('settings of a project that no Tribuna wrote', () => {
  it('are none among those that the program itself writes', async () => {
    expect((await openedWith('', null)).outcome).toMatchObject({ ok: true });
  });

  it.each(KEYS)('%s: the project is refused as damaged, by the name of the setting, and left as it is', async (key) => {
    for (const value of FORGED) {
      const { outcome, same } = await openedWith(key, value);
      expect(outcome, `${key} ${value.slice(0, 20)}`).toMatchObject({ ok: false, failure: { code: 'corrupt-project', message: expect.stringContaining(key) as string } });
      expect(same, key).toBe(true);
    }
  });
});
