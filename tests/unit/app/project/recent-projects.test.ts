import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAsClosed, recentProjects, rememberClosed, rememberProject } from '../../../../src/app/project/recent-projects.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function closedProject(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'one.tribuna');
  writeFileSync(path, 'whole');
  rememberProject(folder, { path, name: 'one', openedAtMs: 1, messages: 5 });
  return { folder, path };
}

it('knows a file that is as it was closed, and no other', () => {
  const { folder, path } = closedProject();
  expect(isAsClosed(folder, path)).toBe(false);
  rememberClosed(folder, path);
  expect(isAsClosed(folder, path)).toBe(true);
  expect(isAsClosed(folder, join(folder, 'two.tribuna'))).toBe(false);
  expect(recentProjects(folder)).toMatchObject([{ path, messages: 5 }]);
});

it('knows it no longer once it was opened, grew, was written again, or left a log behind', () => {
  for (const change of [
    (path: string, folder: string) => { rememberProject(folder, { path, name: 'one', openedAtMs: 2, messages: 5 }); },
    (path: string) => { appendFileSync(path, '!'); },
    (path: string) => { utimesSync(path, 1, 1); },
    (path: string) => { writeFileSync(`${path}-wal`, ''); },
  ]) {
    const { folder, path } = closedProject();
    rememberClosed(folder, path);
    change(path, folder);
    expect(isAsClosed(folder, path)).toBe(false);
  }
});

it('notes nothing of a file that is not whole, or not among the recent ones', () => {
  const { folder, path } = closedProject();
  writeFileSync(`${path}-wal`, '');
  rememberClosed(folder, path);
  rememberClosed(folder, join(folder, 'other.tribuna'));
  expect(recentProjects(folder)).toHaveLength(1);
  expect(recentProjects(folder)[0]).not.toHaveProperty('whole');
});
