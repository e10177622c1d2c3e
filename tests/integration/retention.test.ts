import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/contract/outcome.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { openProject } from '../../src/store/open-project.ts';
import { projectWithMessages } from '../support/project-at-work.ts';

const CSV = 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n90001,zzpersona,True,Mon Mar 03 09:00:00 +0000 2025,"@Aurora il canarino giallissimo non arriva mai a casa",,\n10000,1000,True,Mon Mar 03 09:00:00 +0000 2025,"@Aurora La mia carta non funziona da ieri, potete aiutarmi?",,\n';

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

describe('how long an import is kept', () => {
  test('a date is set, shown, undone and redone; nothing goes by itself', async () => {
    const work = await projectWithMessages({ threads: 12, analysed: false });
    expect(value(await work.call('retention.list', {}))).toEqual({ imports: [] });
    value(await work.call('retention.set', { importId: 1, untilMs: 1000 }));
    const dated = { imports: [expect.objectContaining({ importId: 1, untilMs: 1000, isPast: true })] };
    expect(value(await work.call('retention.list', {}))).toEqual(dated);
    value(await work.call('history.undo', {}));
    expect(value(await work.call('retention.list', {}))).toEqual({ imports: [] });
    value(await work.call('history.redo', {}));
    expect(value(await work.call('retention.list', {}))).toEqual(dated);
    await work.engine.close();
    const project = openProject(work.path);
    expect(project.connection.prepare('SELECT count(*) FROM message').pluck().get()).toBeGreaterThan(10);
    closeProject(project);
    expect(await work.call('retention.set', { importId: 99, untilMs: 1 })).toMatchObject({ ok: false });
  });

  test('a date given with the import holds for it', async () => {
    const work = await projectWithMessages({ threads: 4, analysed: false });
    value(await work.call('import.run', { files: [{ file: await work.file('b.csv', CSV) }], retainUntilMs: 4_102_444_800_000 }));
    expect(value(await work.call('retention.list', {})).imports).toEqual([{ importId: 2, file: 'b.csv', messages: 1, untilMs: 4_102_444_800_000, isPast: false }]);
  });

  test.each([false, true])('removed for good, no byte of what only it held is left, and the rest is sound (undone before: %s)', async (undone) => {
    const work = await projectWithMessages({ threads: 12, analysed: false });
    value(await work.call('import.run', { files: [{ file: await work.file('b.csv', CSV) }] }));
    value(await work.call('analyse.run', {}));
    const { messages } = value(await work.call('messages.list', { filters: { text: 'canarino' } }));
    value(await work.call('labels.set', { labels: [{ messageId: messages[0]?.messageId ?? 0, intents: ['trouble'] }, { messageId: 1, intents: ['praise'] }] }));
    if (undone) value(await work.call('import.undo', { importId: 2 }));
    expect(await work.call('retention.remove', { importId: 2, word: 'no' as never })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    const receipt = value(await work.call('retention.remove', { importId: 2, word: 'ELIMINA' }));
    expect(receipt).toMatchObject({ kind: 'import', number: 1, check: { left: 0 } });
    if (!undone) expect(receipt.counts.filter(({ kind }) => ['messages', 'accounts', 'decisions'].includes(kind))).toEqual([{ kind: 'accounts', count: 1 }, { kind: 'messages', count: 1 }, { kind: 'decisions', count: 1 }]);
    value(await work.call('analyse.run', {}));
    for (let left = true; left;) left = (await work.call('history.undo', {})).ok;
    for (let left = true; left;) left = (await work.call('history.redo', {})).ok;
    expect(value(await work.call('import.list', {})).imports.map(({ importId }) => importId)).toEqual([1]);
    await work.engine.close();
    const bytes = readFileSync(work.path);
    for (const canary of ['giallissimo', 'zzpersona']) expect(bytes.includes(canary), canary).toBe(false);
    expect(existsSync(`${work.path}-wal`)).toBe(false);
    const project = openProject(work.path);
    expect(projectProblems(project)).toEqual([]);
    expect(project.connection.prepare(`SELECT count(*) FROM label_verdict`).pluck().get()).toBe(1);
    closeProject(project);
  });

  test('the data sheet is written down, read again and undone', async () => {
    const work = await projectWithMessages({ threads: 4, analysed: false });
    const sheet = { source: 'Pagina ufficiale', collected: 'marzo 2025', collectedBy: 'Agenzia', legalBasis: 'Interesse legittimo', retention: 'Dodici mesi' };
    expect(Object.values(value(await work.call('sheet.get', {})))).toEqual(['', '', '', '', '']);
    expect(value(await work.call('sheet.save', sheet))).toEqual(sheet);
    value(await work.call('history.undo', {}));
    expect(value(await work.call('sheet.get', {})).source).toBe('');
    value(await work.call('history.redo', {}));
    expect(value(await work.call('sheet.get', {}))).toEqual(sheet);
  });
});
