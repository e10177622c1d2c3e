import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/app/import/check-files.ts';
import { importBench, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = importBench();
});
afterEach(() => bench.close());

const ANNA = { id: '31', name: 'Anna' };
const page = (id: string, answers: number): string => JSON.stringify({ data: [{
  id: `10600_${id}`, created_time: '2026-01-01T09:00:00+0000', message: 'Il nuovo caffè è qui ☕', from: { id: '10600', name: 'Caffè Prova' }, likes: { data: [ANNA] },
  comments: { data: Array.from({ length: answers }, (_, at) => ({ id: `${id}_1000${String(at)}`, created_time: '2026-01-01T10:00:00+0000', message: `commento ${String(at)}`, from: ANNA })) },
}] });
/** A page of documentation: bars and a word that is also a column's name, and nothing that anybody said. */
const MANUAL = `# Fields\n\nEvery export has these.\n\n${Array.from({ length: 8 }, (_, at) => `Part ${String(at)}\n\n- more of it\n- and more\n- *in the end*\n\n| Column | Text |\n|---|---|\n| id | the id |\n| body | what was written |\n`).join('\n')}`;

const checked = async (files: Record<string, string>, skipUnreadable = false) =>
  checkFiles(bench.context, { files: Object.entries(files).map(([name, content]) => ({ file: { fileHandle: bench.file(name, content) } })), skipUnreadable }, QUIET_CALL);

describe('a dry run', () => {
  it('counts a message or a reaction that several files hold once, as the import after it does', async () => {
    const files = { 'a.json': page('45700', 2), 'b.json': page('45700', 3), 'c.json': page('45800', 1) };
    const dry = valueOf(await checked(files)).files;
    expect(dry.map(({ messages, reactions, copies, copiesCounted }) => [messages, reactions, copies, copiesCounted])).toEqual([[3, 1, 0, true], [1, 0, 4, true], [2, 1, 0, true]]);
    const { imports } = valueOf(await bench.run(Object.keys(files).map((name) => `${bench.folder}/${name}`)));
    expect(imports.map(({ messages, reactions, duplicates }) => [messages, reactions, duplicates])).toEqual(dry.map(({ messages, reactions, copies }) => [messages, reactions, copies]));
  });

  it('leaves a text with bars in it out, where most rows are no rows of its table, and lists of what nobody said', async () => {
    expect(valueOf(await checked({ 'a.json': page('45700', 2), 'manual.md': MANUAL }, true))).toMatchObject({ files: [{ file: 'a.json', messages: 3 }], skipped: [{ name: 'manual.md' }] });
    expect(valueOf(await checked({ 'a.json': page('45700', 2), 'fields.csv': 'Field,Description\nid,the id\nbody,what was written\n' }, true)).skipped).toEqual([{ name: 'fields.csv', reason: 'no-messages' }]);
    expect(await checked({ 'manual.md': MANUAL })).toMatchObject({ ok: false, failure: { code: 'unknown-format' } });
  });
});
