import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { giveBackFreedPages } from '../../src/store/freed-pages.ts';
import { settingOf, storeSetting } from '../../src/store/stage-queries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('what an update freed is given back where it is much, and nothing else changes', () => {
  const project = createProject(join(temporaryFolder(), 'a.tribuna'), { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 0 });
  const { connection } = project;
  const pages = (): number => connection.pragma('page_count', { simple: true }) as number;
  for (let row = 0; row < 300; row += 1) storeSetting(project, `rule ${String(row)}`, 'x'.repeat(4000));
  const full = pages();
  connection.exec(`DELETE FROM setting WHERE key LIKE 'rule 1_'`);
  expect(giveBackFreedPages(connection)).toBe(false);
  expect(pages()).toBe(full);
  connection.exec(`DELETE FROM setting WHERE key LIKE 'rule 1%' OR key LIKE 'rule 2%'`);
  expect(giveBackFreedPages(connection)).toBe(true);
  expect(pages()).toBeLessThan(0.6 * full);
  expect(connection.pragma('freelist_count', { simple: true })).toBe(0);
  expect(settingOf(project, 'rule 3')).toHaveLength(4000);
  closeProject(project);
});
