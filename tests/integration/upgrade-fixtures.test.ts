import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/contract/outcome.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { CURRENT_VERSION, MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import { chancesIn, spansIn } from '../../src/store/reading-bytes.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { unreadIds } from '../../src/store/reading-queries.ts';
import { callerOf } from '../support/project-at-work.ts';
import { ROOT } from '../support/root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine } from '../support/test-engine.ts';

type Rows = Record<string, readonly unknown[]>;

/** Tables of what people decided and wrote down; those that a version did not know yet are absent there. */
const DECISIONS = ['label_verdict', 'role_decision', 'identity_decision', 'duplicate_decision', 'promise_verdict', 'check_sample', 'dictionary', 'reading_layer', 'weight_version', 'piece_route', 'piece_route_step', 'piece_pair', 'question_card', 'own_tribe', 'tribe_edit', 'tribe_judgement', 'plan_record', 'journal'];

/** Decisions of each kind that every version's fixture must hold, so that none is tested on nothing. */
const HELD: Readonly<Record<number, readonly string[]>> = {
  3: ['label_verdict', 'role_decision', 'identity_decision', 'duplicate_decision', 'check_sample', 'journal'],
  4: ['label_verdict', 'role_decision', 'identity_decision', 'weight_version', 'own_tribe', 'tribe_edit', 'journal'],
  5: ['label_verdict', 'role_decision', 'identity_decision', 'weight_version', 'own_tribe', 'tribe_edit', 'plan_record', 'journal'],
  6: ['label_verdict', 'role_decision', 'identity_decision', 'weight_version', 'own_tribe', 'tribe_edit', 'plan_record', 'journal'],
  7: ['label_verdict', 'role_decision', 'identity_decision', 'weight_version', 'own_tribe', 'tribe_edit', 'plan_record', 'journal'],
};

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

/** A project file as a version left it. */
function earlierFile(version: number): string {
  const path = join(temporaryFolder(), `v${String(version)}.tribuna`);
  const connection = new (databaseConstructor())(path);
  migrate(connection, MIGRATIONS.slice(0, version));
  connection.exec(readFileSync(join(ROOT, `tests/fixtures/schema/v${String(version)}-project.sql`), 'utf8'));
  connection.close();
  return path;
}

function decisionsOf({ connection }: Pick<ProjectDatabase, 'connection'>): Rows {
  const present = new Set(connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
  return Object.fromEntries(DECISIONS.filter((table) => present.has(table)).map((table) => [table, connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()]));
}

/** Rows of earlier decisions as they stand now; tables and columns that came since are left out. */
function standing(before: Rows, after: Rows): Rows {
  return Object.fromEntries(Object.entries(before).map(([table, rows]) => {
    const columns = Object.keys((rows[0] as object | undefined) ?? {});
    return [table, (after[table] ?? []).map((row) => Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column]])))];
  }));
}

describe.each([3, 4, 5, 6, 7])('a project of version %i', (version) => {
  test('is brought up to date whole, with a copy beside it, and keeps every decision by hand', () => {
    const path = earlierFile(version);
    const earlier = new (databaseConstructor())(path, { readonly: true });
    expect(earlier.pragma('user_version', { simple: true })).toBe(version);
    const before = decisionsOf({ connection: earlier });
    const messages = earlier.prepare('SELECT count(*) FROM message').pluck().get();
    earlier.close();
    for (const table of HELD[version] ?? []) expect(before[table]?.length, table).toBeGreaterThan(0);
    const project = openProject(path);
    expect(project.connection.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
    expect(existsSync(`${path}.v${String(version)}.bak`)).toBe(true);
    expect(projectProblems(project)).toEqual([]);
    expect(project.connection.prepare('SELECT count(*) FROM message').pluck().get()).toBe(messages);
    expect(standing(before, decisionsOf(project))).toEqual(before);
    closeProject(project);
  });

  test('is analysed, undone and done again, and decisions still stand', async () => {
    const path = earlierFile(version);
    const engine = testEngine(temporaryFolder());
    const call = callerOf(engine);
    value(await call('project.open', { file: await engine.registerFile(path, basename(path)) }));
    const { didWork } = value(await call('analyse.run', {}));
    // from the sixth on they were analysed when they were left; how much of that still holds is a matter of definitions
    if (version < 6) expect(didWork).toBe(true);
    const before = value(await call('project.summary', {}));
    let steps = 0;
    while ((await call('history.undo', {})).ok) steps += 1;
    expect(steps).toBeGreaterThan(3);
    expect(value(await call('project.summary', {})).messages).toBe(0);
    while ((await call('history.redo', {})).ok) steps -= 1;
    value(await call('analyse.run', {}));
    expect(value(await call('project.summary', {})).messages).toBeGreaterThanOrEqual(before.messages);
    await engine.close();
    const project = openProject(path);
    expect(projectProblems(project)).toEqual([]);
    for (const table of (HELD[version] ?? []).filter((each) => each !== 'journal')) expect(project.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBeGreaterThan(0);
    closeProject(project);
  });
});

describe('readings of version 6', () => {
  test('are turned into bytes, each as it was, and no message is without one', () => {
    const path = earlierFile(6);
    const earlier = new (databaseConstructor())(path, { readonly: true });
    const before = earlier.prepare('SELECT * FROM reading ORDER BY message_id').all() as Record<string, unknown>[];
    earlier.close();
    expect(before.filter(({ probabilities, spans }) => probabilities !== null && spans !== null).length).toBeGreaterThan(2);
    const project = openProject(path);
    const after = project.connection.prepare('SELECT * FROM reading ORDER BY message_id').all() as Record<string, unknown>[];
    const parsed = (text: unknown): unknown => JSON.parse((text as string | null) ?? 'null');
    const packed = (place: number): Record<string, unknown> => ({ probabilities: after[place]?.['probabilities'], spans: after[place]?.['spans'] });
    expect(after).toEqual(before.map(({ positive: _, surest, ...rest }, place) => ({ ...rest, ...packed(place), surest_millionths: surest === null ? null : Math.floor((surest as number) * 1e6) })));
    expect(after.map(({ probabilities }) => chancesIn(probabilities as Uint8Array | null))).toEqual(before.map(({ probabilities }) => parsed(probabilities) ?? {}));
    expect(after.map(({ spans }) => spansIn(spans as Uint8Array | null))).toEqual(before.map(({ spans }) => parsed(spans) ?? []));
    expect(unreadIds(project)).toEqual([]);
    closeProject(project);
  });
});
