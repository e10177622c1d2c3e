import { expect, it } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { projectWithMessages } from '../support/project-at-work.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

it.each([['its messages are read', 'read'], ['communities are looked for among their authors', 'communities']])('an import taken back while %s leaves nothing of them, and no fault', async (_, phase) => {
  const folder = temporaryFolder();
  const bugs: string[] = [];
  const engine = createEngine(testSettings(folder), { onBug: (line) => void bugs.push(line) });
  const work = await projectWithMessages({ engine, threads: 5, analysed: true }, folder);
  const before = await work.call('overview', {});
  const file = await work.file('many.csv', `${[...madeUpTwcsRows(5200, 4)].join('\n')}\n`);
  expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true });
  const undone: Promise<unknown>[] = [];
  const stop = engine.onEvent((event) => {
    // in its turn after the next texts were taken, before their readings are stored; or between two draws
    if (event.type === 'job-progress' && event.phase === phase && undone.length === 0) undone.push(new Promise((resolve) => setImmediate(() => resolve(engine.call('history.undo', {})))));
  });
  const outcome = await work.call('analyse.run', {});
  stop();
  expect(undone).toHaveLength(1);
  expect(await Promise.all(undone)).toMatchObject([{ ok: true }]);
  expect(bugs).toEqual([]);
  expect(outcome.ok || outcome.failure.code !== 'internal').toBe(true);
  // what is left is what was there, once it is analysed again
  expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
  const after = await work.call('overview', {});
  expect([after.ok && after.value.messages, after.ok && after.value.unread]).toEqual([before.ok && before.value.messages, before.ok && before.value.unread]);
  await engine.close();
}, 120_000);
