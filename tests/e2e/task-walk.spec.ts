import { join } from 'node:path';
import { test } from './workbench-test.ts';
import { walkAndUndoItAll } from './walk-and-undo-it-all.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('import, correct, find a tribe, keep a view, plan, present, and undo all of it', async ({ openedPage: page, workbench }) => {
  test.setTimeout(480_000);
  await walkAndUndoItAll(page, { folder: workbench.projectsFolder, path: () => join(workbench.projectsFolder, 'Prova.tribuna') });
});
