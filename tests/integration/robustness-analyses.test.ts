import { expect, test } from 'vitest';
import { createReader } from '../../src/text/reader.ts';
import { projectWithMessages } from '../support/project-at-work.ts';

test('a program that stays open reads as well the fortieth time as the first', () => {
  const text = { id: '1', text: 'My order arrived broken and nobody answers, can you help me?', direction: 'inbound', timeZone: 'UTC' } as const;
  const first = createReader().readMany([text]);
  for (let time = 0; time < 25; time += 1) expect(createReader().readMany([text])).toEqual(first);
  // the caches of one reader are dropped as often in a long import
  const reader = createReader({ recycleAfter: 1 });
  for (let time = 0; time < 15; time += 1) expect(reader.readMany([text])).toEqual(first);
});

test('a message that a later import changes is read again, and only then', async () => {
  const work = await projectWithMessages({ analysed: false, threads: 6 });
  const table = (text: string): string => `id,text,author,date\nm1,${text},Ada,2026-01-01T10:00:00Z\n`;
  const mapping = { columns: {}, network: 'facebook' };
  const languageOf = async (): Promise<string | null | undefined> => {
    const listed = await work.call('messages.list', { filters: { networks: ['facebook'] } });
    return listed.ok ? listed.value.messages[0]?.language : 'failed';
  };
  await work.call('import.run', { files: [{ file: await work.file('a.csv', table('Non funziona niente da ieri e nessuno mi risponde')), mapping }] });
  await work.call('analyse.run', {});
  expect(await languageOf()).toBe('it');
  const changed = await work.file('b.csv', table('Nothing works since yesterday and nobody answers me'));
  // an import that fails leaves the reading
  expect(await work.call('import.run', { files: [{ file: changed, mapping }, { file: await work.file('c.csv', '') }] })).toMatchObject({ ok: false });
  expect(await languageOf()).toBe('it');
  expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
  // one that succeeds makes it outdated
  expect(await work.call('import.run', { files: [{ file: changed, mapping }] })).toMatchObject({ ok: true, value: { imports: [{ duplicates: 1 }] } });
  await work.call('analyse.run', {});
  expect(await languageOf()).toBe('en');
  expect(await work.call('history.undo', {})).toMatchObject({ ok: true });
  await work.call('analyse.run', {});
  expect(await languageOf()).toBe('it');
});

test('an analysis with other arguments that is stopped halfway does not pass for the one before', async () => {
  const work = await projectWithMessages({ threads: 30 });
  const requests = async (): Promise<unknown> => [await work.call('response.requests', { size: 1000 }), await work.call('tribes.list', {}), await work.call('value.books', {})];
  const before = await requests();
  for (const phase of ['derive', 'aggregate']) {
    const stop = work.engine.onEvent((event) => {
      if (event.type === 'job-progress' && event.phase === phase) void work.call('job.cancel', { jobId: 'other' });
    });
    expect(await work.call('analyse.run', { jobId: 'other', nowMs: Date.UTC(2025, 3, 1), seed: 7 })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    stop();
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true, value: { analysed: false } });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: true } });
    expect(await requests()).toEqual(before);
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: false } });
  }
});

test('what a stopped reading has read is not read again', async () => {
  const work = await projectWithMessages({ analysed: false, threads: 1400 });
  const stop = work.engine.onEvent((event) => {
    if (event.type === 'job-progress' && event.phase === 'read' && event.done >= 2000) void work.call('job.cancel', { jobId: 'reading' });
  });
  expect(await work.call('analyse.run', { jobId: 'reading' })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  stop();
  const total = await work.call('project.summary', {});
  const resumed = await work.call('analyse.run', {});
  expect(resumed.ok && resumed.value.stages[0]).toMatchObject({ name: 'read', worked: true, items: (total.ok ? total.value.messages : 0) - 2000 });
});
