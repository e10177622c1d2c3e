import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMissingTriggers, dropBulkTriggers } from '../../src/store/bulk-triggers.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { schemaObjects } from '../../src/store/migrations.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { expectedSchema } from '../../src/store/project-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = (): string => join(temporaryFolder(), 'a.tribuna');
const made = (at: string): ProjectDatabase => createProject(at, { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 0 });
const triggersOn = ({ connection }: ProjectDatabase, table: string): number => connection.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`).pluck().get(table) as number;

describe('what notes changes of records', () => {
  it('goes for a first import and comes back as it was', () => {
    const project = made(path());
    const before = triggersOn(project, 'message');
    expect(before).toBeGreaterThan(5);
    dropBulkTriggers(project);
    expect(['message', 'mention', 'account', 'reaction'].map((table) => triggersOn(project, table))).toEqual([0, 0, 0, 0]);
    expect(triggersOn(project, 'reading')).toBeGreaterThan(5);
    createMissingTriggers(project.connection);
    createMissingTriggers(project.connection);
    expect(schemaObjects(project.connection)).toEqual(expectedSchema());
    closeProject(project);
  });

  it('comes back when a project is opened whose first import was killed', () => {
    const at = path();
    const project = made(at);
    dropBulkTriggers(project);
    closeProject(project);
    const reading = openProject(at, { readOnly: true });
    expect(triggersOn(reading, 'message')).toBe(0);
    closeProject(reading);
    const again = openProject(at);
    expect(schemaObjects(again.connection)).toEqual(expectedSchema());
    closeProject(again);
  });

  it('stays where something is derived', () => {
    for (const stamp of [`INSERT INTO ledger_stamp VALUES ('bookings', '', 1)`, `INSERT INTO piece_stamp VALUES (1, '', 1)`, `INSERT INTO text_stamp VALUES (1, '', 1)`, `INSERT INTO derive_stamp VALUES ('roles', '', 0, 0, 1)`]) {
      const project = made(path());
      project.connection.exec(stamp);
      dropBulkTriggers(project);
      expect(schemaObjects(project.connection)).toEqual(expectedSchema());
      closeProject(project);
    }
  });

  it('lets nobody take another trigger away', () => {
    const at = path();
    const project = made(at);
    project.connection.exec('DROP TRIGGER derive_reading_added');
    closeProject(project);
    expect(() => openProject(at)).toThrow('incomplete');
  });
});
