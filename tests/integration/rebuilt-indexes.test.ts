import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivePieces } from '../../src/app/lost/derive-pieces.ts';
import { deriveTerms } from '../../src/app/terms/derive-topics.ts';
import { dropIndexesOf } from '../../src/store/bulk-indexes.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';

const indexes = ({ connection }: ProjectDatabase): string[] => connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`).pluck().all() as string[];
const quiet = { seed: 1, check: () => undefined, onProgress: () => undefined };

describe('indexes of what is made anew', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tribuna-rebuilt-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const made = (name: string): ProjectDatabase => createProject(join(folder, `${name}.tribuna`), { name, timeZone: 'Europe/Rome', createdAtMs: 0 });

  it('are all there afterwards, also where the work was stopped', () => {
    const project = made('stopped');
    const before = indexes(project);
    expect(before).toEqual(expect.arrayContaining(['request_brand', 'value_piece_group', 'message_term_message']));
    deriveTerms(project, quiet);
    derivePieces(project, quiet);
    expect(indexes(project)).toEqual(before);
    const stopped = (): never => {
      throw new Error('stopped');
    };
    project.connection.exec('DELETE FROM piece_stamp; DELETE FROM text_stamp');
    expect(() => derivePieces(project, { ...quiet, check: stopped })).toThrow('stopped');
    expect(indexes(project)).toEqual(before);
    closeProject(project);
  });

  it('come back when a file is opened whose program was killed meanwhile', () => {
    const project = made('killed');
    const before = indexes(project);
    dropIndexesOf(project, ['request', 'request_part', 'compliment', 'message_term', 'value_piece']);
    const left = indexes(project);
    expect(before.filter((name) => !left.includes(name))).toEqual(['compliment_brand', 'compliment_message', 'message_term_message', 'request_brand', 'request_message', 'request_part_request', 'value_piece_group', 'value_piece_kind', 'value_piece_message', 'value_piece_routed']);
    closeProject(project);
    const opened = openProject(join(folder, 'killed.tribuna'));
    expect(indexes(opened)).toEqual(before);
    closeProject(opened);
  });
});
