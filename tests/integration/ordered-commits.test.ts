import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { withOrderedCommits } from '../../src/store/ordered-commits.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('commits that need not wait for the disk are the exception, whatever becomes of the work', async () => {
  const project = createProject(join(temporaryFolder(), 'a.tribuna'), { name: 'Prova', timeZone: 'Europe/Rome', createdAtMs: 0 });
  const synchronous = (): unknown => project.connection.pragma('synchronous', { simple: true });
  expect(synchronous()).toBe(2);
  expect(await withOrderedCommits(project, () => Promise.resolve(synchronous()))).toBe(1);
  expect(synchronous()).toBe(2);
  await expect(withOrderedCommits(project, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  expect(synchronous()).toBe(2);
  expect(await withOrderedCommits({ ...project, journalMode: 'delete' }, () => Promise.resolve(synchronous()))).toBe(2);
  closeProject(project);
});
