import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dropVanishedTexts } from '../../src/app/import/vanished-texts.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { statementBook } from '../../src/store/statements.ts';
import { NOW_MS } from '../support/import-bench.ts';
import { differences, projectContents } from '../support/project-contents.ts';
import { ROOT } from '../support/root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;

/** A project that version 2 made, opened by this one. */
function earlierProject(): ProjectDatabase {
  const path = join(temporaryFolder(), 'earlier.tribuna');
  const connection = new (databaseConstructor())(path);
  migrate(connection, MIGRATIONS.slice(0, 2));
  connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v2-project.sql'), 'utf8'));
  connection.close();
  const project = openProject(path);
  onTestFinished(() => closeProject(project));
  return project;
}

/** The project is whole, and every record is what all that is said of it makes together. */
function isSound(project: ProjectDatabase): void {
  expect(projectProblems(project)).toEqual([]);
  const { connection } = project;
  for (const kind of ['container', 'account', 'message'] as const) {
    const rows = (): unknown[] => connection.prepare(`SELECT * FROM ${kind}`).all();
    const before = rows();
    const book = statementBook(project, kind);
    connection.exec('BEGIN');
    for (const id of connection.prepare(`SELECT id FROM ${kind}`).pluck().all() as number[]) book.put(id, book.read(id), { isCounted: false });
    expect(rows()).toEqual(before);
    connection.exec('ROLLBACK');
  }
}

const texts = ({ connection }: ProjectDatabase): unknown => Object.fromEntries(connection.prepare('SELECT m.native_id, json_array(m.text, m.likes, a.native_id) FROM message m LEFT JOIN account a ON a.id = m.account_id ORDER BY 1').raw().all() as [string, string][]);

describe('a project of an earlier version', () => {
  it('brings back imports that were taken out there, and takes them out again', () => {
    const project = earlierProject();
    isSound(project);
    expect(texts(project)).toMatchObject({ k1: '["ciao",1,"zoe"]', k2: '["bello",null,"anna"]', g1: '["segreto",3,"bruno"]' });
    for (let count = 0; count < 2; count += 1) expect(undoLast(project)).toBe(true);
    isSound(project);
    expect(texts(project)).toEqual({ g1: '["segreto grande",5,"bruno"]', k1: '["ciao mondo intero assai @zoe",11,"zoe"]', k2: '["bello davvero",7,"anna"]', n1: '["altro",1,"bruno"]', p0: '["uno",null,"eva"]', p9: '["due",null,"eva"]', z1: '["altro",1,"ugo"]' });
    const whole = projectContents(project);
    for (const importId of [1, 2, 3, 4, 5]) {
      expect(undoImport(project, importId, NOW_MS)).toBe(true);
      isSound(project);
      expect(undoLast(project)).toBe(true);
      isSound(project);
      expect(differences(whole, projectContents(project))).toEqual({});
    }
    for (let undone = true; undone;) undone = undoLast(project);
    expect(texts(project)).toEqual({});
    for (let redone = true; redone;) redone = redoNext(project);
    isSound(project);
  });

  it('leaves dropped what was dropped before they come back', () => {
    const project = earlierProject();
    expect(dropVanishedTexts(project, NOW_MS + 31 * DAY_MS)).toBe(1);
    for (let count = 0; count < 2; count += 1) expect(undoLast(project)).toBe(true);
    isSound(project);
    // the archive of that version has no account of its own for the second of bruno's messages: it comes back without
    expect(texts(project)).toMatchObject({ g1: '[null,5,null]', n1: '["altro",1,null]', k1: '["ciao mondo intero assai @zoe",11,"zoe"]' });
    expect(project.connection.prepare(`SELECT created_at_ms AS at, precision FROM message WHERE native_id = 'g1'`).get()).toEqual({ at: Date.UTC(2026, 0, 1, 23), precision: 'day' });
  });

  it('knows what each import said of a record where one that was there replaced it', () => {
    const path = join(temporaryFolder(), 'chained.tribuna');
    // version 2 kept the values before each replacement, in a chain
    const connection = new (databaseConstructor())(path);
    migrate(connection, MIGRATIONS.slice(0, 2));
    connection.exec(`INSERT INTO setting VALUES ('time_zone', 'Europe/Rome'); INSERT INTO network VALUES (1, 'facebook'); INSERT INTO account (id, network_id, native_id, name) VALUES (1, 1, 'zoe', 'Ada'), (2, 1, 'bea', NULL);
      INSERT INTO import (id, file_name, file_hash, format, mapping, time_zone, started_at_ms, state) VALUES (1, 'a', '', 'csv', '{}', 'UTC', 0, 'done'), (2, 'b', '', 'csv', '{}', 'UTC', 0, 'done'), (3, 'c', '', 'csv', '{}', 'UTC', 0, 'done');
      INSERT INTO message (id, import_id, network_id, native_id, kind, account_id, precision, text, likes, root_id, line) VALUES (1, 1, 1, 'k1', 'comment', 1, 'none', 'ciao mondo @bea @zoe', 9, 1, 1);
      INSERT INTO mention (message_id, handle, leading) VALUES (1, 'bea', 0), (1, 'zoe', 0);
      INSERT INTO sighting (import_id, record, record_id, before, said) VALUES (2, 'message', 1, '{"account_id":1,"precision":"none","text":"ciao","likes":1,"mentions":[]}', '{"text":1}'), (3, 'message', 1, '{"account_id":1,"precision":"none","text":"ciao mondo @bea","likes":5,"mentions":[["bea",0]]}', '{"text":1}'),
        (2, 'account', 1, '{"name":"Zoe"}', NULL);
      INSERT INTO message_search (message_search) VALUES ('rebuild');`);
    connection.close();
    const chained = openProject(path);
    onTestFinished(() => closeProject(chained));
    isSound(chained);
    expect(undoImport(chained, 3, NOW_MS)).toBe(true);
    isSound(chained);
    expect(texts(chained)).toEqual({ k1: '["ciao mondo @bea",5,"zoe"]' });
    expect(chained.connection.prepare('SELECT handle FROM mention').pluck().all()).toEqual(['bea']);
    expect(undoImport(chained, 2, NOW_MS)).toBe(true);
    isSound(chained);
    expect(texts(chained)).toEqual({ k1: '["ciao",1,"zoe"]' });
    expect(chained.connection.prepare('SELECT name FROM account WHERE id = 1').pluck().get()).toBe('Zoe');
    expect(chained.connection.prepare('SELECT handle FROM mention').pluck().all()).toEqual([]);
  });
});
