import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allHandlers } from '../../src/app/handlers.ts';
import { dropVanishedTexts } from '../../src/app/import/vanished-texts.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import type { EngineOperationName, OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { operations } from '../../src/contract/operations.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { importBench, NOW_MS, valueOf, type ImportBench } from '../support/import-bench.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = importBench();
});
afterEach(() => bench.close());

const DAY_MS = 86_400_000;
const PAGE = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
const HEADER = 'id,text,author,date,parent_id,root_id,likes,replies,kind';

/** A table of comments of one page. */
const table = (...rows: string[]): string => `${HEADER}\n${rows.join('\n')}\n`;

async function call<Name extends EngineOperationName>(name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  const dispatch = createDispatch({ handlers: allHandlers(bench.context), checkOutput: true, onBug: (_operation, error) => { throw error; } });
  return operations[name].output.parse(valueOf((await dispatch(name, input)) as Outcome<OperationValue<Name>>)) as OperationValue<Name>;
}

async function imported(name: string, content: string, collectedAtMs: number): Promise<number> {
  const { imports } = valueOf(await bench.run(bench.file(name, content), { file: { mapping: PAGE, collectedAtMs } }));
  return imports[0]?.importId ?? 0;
}

const POST = 'p1,Il nuovo caffè è qui,caffeprova,2026-01-01T09:00:00Z,,,10,3,post';
const FIRST = table(POST, 'c1,quando arriva in Puglia?,anna,2026-01-01T10:00:00Z,p1,p1,1,,comment', 'c2,la macchina perde acqua 😡,bruno,2026-01-01T11:00:00Z,p1,p1,2,,comment', 'c3,buonissimo!,carla,2026-01-01T12:00:00Z,p1,p1,0,,comment');
const SECOND = table('p1,Il nuovo caffè è qui,caffeprova,2026-01-01T09:00:00Z,,,12,2,post', 'c1,quando arriva in Puglia?,anna,2026-01-01T10:00:00Z,p1,p1,5,,comment', 'c3,buonissimo!,carla,2026-01-01T12:00:00Z,p1,p1,0,,comment');

const absent = (): unknown[] => bench.rows('SELECT m.native_id AS id, x.state AS state, i.file_name AS since FROM absence x JOIN message m ON m.id = x.message_id JOIN import i ON i.id = x.since_import_id ORDER BY 1');

describe('a further export of the same page', () => {
  it('tells what is new, changed, the same and gone', async () => {
    const first = await imported('a.csv', FIRST, NOW_MS - 40 * DAY_MS);
    const second = await imported('b.csv', SECOND, NOW_MS - 35 * DAY_MS);
    expect(absent()).toEqual([{ id: 'c2', state: 'vanished', since: 'b.csv' }]);
    const account = await call('import.account', { importId: second });
    expect(account.counts).toMatchObject({ added: 0, updated: 2, same: 1 });
    expect(account.updates).toEqual([{ field: 'likes', count: 2 }, { field: 'replies', count: 1 }]);
    expect(account.absences).toEqual({ vanished: 1, notReExported: 0, cameBack: 0, hidden: 0, containers: [{ container: 'Pagina', vanished: 1, notReExported: 0 }] });
    expect(account.warnings).toContainEqual({ code: 'vanished', count: 1 });
    expect((await call('import.account', { importId: first })).counts).toMatchObject({ added: 4, updated: 0 });
    expect(account.parts).toMatchObject([{ name: 'b.csv', rows: 3, messages: 3 }]);
  });

  it('says the same in the other order, and nothing once it is undone', async () => {
    await imported('b.csv', SECOND, NOW_MS - 35 * DAY_MS);
    await imported('a.csv', FIRST, NOW_MS - 40 * DAY_MS);
    expect(absent()).toEqual([{ id: 'c2', state: 'vanished', since: 'b.csv' }]);
    undoLast(bench.project());
    expect(absent()).toEqual([]);
    redoNext(bench.project());
    expect(absent()).toEqual([{ id: 'c2', state: 'vanished', since: 'b.csv' }]);
    expect(projectProblems(bench.project())).toEqual([]);
  });

  it('calls nothing vanished outside the posts and numbers it covers, nor under another id', async () => {
    await imported('a.csv', table(POST, 'c1,quando arriva in Puglia?,anna,2026-01-01T10:00:00Z,p1,p1,1,,comment', 'c2,la macchina perde acqua 😡,bruno,2026-01-01T11:00:00Z,p1,p1,2,,comment', 'p2,Secondo post,caffeprova,2026-01-02T09:00:00Z,,,1,,post', 'd1,bello,dora,2026-01-02T10:00:00Z,p2,p2,,,comment'), NOW_MS - 40 * DAY_MS);
    // declares five answers and holds one: the thread is cut; the second post is not in it
    await imported('b.csv', table('p1,Il nuovo caffè è qui,caffeprova,2026-01-01T09:00:00Z,,,12,5,post', 'c1,quando arriva in Puglia?,anna,2026-01-01T10:00:00Z,p1,p1,5,,comment'), NOW_MS - 35 * DAY_MS);
    expect(absent()).toEqual([{ id: 'c2', state: 'not-re-exported', since: 'b.csv' }, { id: 'd1', state: 'not-re-exported', since: 'b.csv' }, { id: 'p2', state: 'not-re-exported', since: 'b.csv' }]);
  });

  it('drops text and author of what vanished thirty days ago, keeps intent, day and count, and takes back what returns', async () => {
    await imported('a.csv', FIRST, NOW_MS - 40 * DAY_MS);
    const second = await imported('b.csv', SECOND, NOW_MS - 35 * DAY_MS);
    await call('analyse.run', {});
    const before = bench.rows(`SELECT r.primary_intent AS intent, r.sentiment AS tone FROM reading r JOIN message m ON m.id = r.message_id WHERE m.native_id = 'c2'`);
    expect(dropVanishedTexts(bench.project(), NOW_MS + 29 * DAY_MS)).toBe(0);
    expect(dropVanishedTexts(bench.project(), NOW_MS + 31 * DAY_MS)).toBe(1);
    expect(dropVanishedTexts(bench.project(), NOW_MS + 31 * DAY_MS)).toBe(0);
    expect(bench.rows(`SELECT text, account_id AS author, url, precision, created_at_ms AS at FROM message WHERE native_id = 'c2'`)).toEqual([{ text: null, author: null, url: null, precision: 'day', at: Date.UTC(2025, 11, 31, 23) }]);
    expect(bench.rows(`SELECT rowid FROM message_search WHERE message_search MATCH 'acqua'`)).toEqual([]);
    expect(bench.rows(`SELECT 1 FROM account WHERE native_id = 'bruno'`)).toEqual([]);
    // a new reader would read nothing where nothing is left: the intent is kept beside
    bench.project().connection.exec('DELETE FROM reading; DELETE FROM stage');
    await call('analyse.run', {});
    expect(bench.rows(`SELECT r.primary_intent AS intent, r.sentiment AS tone FROM reading r JOIN message m ON m.id = r.message_id WHERE m.native_id = 'c2'`)).toEqual(before);
    expect((await call('overview', {})).unseen).toContainEqual({ code: 'texts-dropped', count: 1, container: null });
    const third = await imported('c.csv', FIRST.replace(',10,3,post', ',14,3,post'), NOW_MS - 30 * DAY_MS);
    expect(absent()).toEqual([]);
    expect(bench.rows(`SELECT m.text AS text, a.native_id AS author, m.precision AS precision FROM message m JOIN account a ON a.id = m.account_id WHERE m.native_id = 'c2'`)).toEqual([{ text: 'la macchina perde acqua 😡', author: 'bruno', precision: 's' }]);
    expect((await call('import.account', { importId: third })).absences).toMatchObject({ vanished: 0, cameBack: 1 });
    expect((await call('import.account', { importId: second })).absences.vanished).toBe(0);
    expect(projectProblems(bench.project())).toEqual([]);
  });

  it('keeps texts for good where a person says so', async () => {
    await call('import.setRules', { vanishedKeptDays: null });
    await imported('a.csv', FIRST, NOW_MS - 40 * DAY_MS);
    await imported('b.csv', SECOND, NOW_MS - 35 * DAY_MS);
    expect(dropVanishedTexts(bench.project(), NOW_MS + 4000 * DAY_MS)).toBe(0);
  });
});

describe('coverage in detail', () => {
  it('holds imported against declared by post, month and network, with a post that another file brings', async () => {
    await imported('comments.csv', table('c1,quando arriva in Puglia?,anna,2026-02-01T10:00:00Z,,https://www.facebook.com/caffeprova/posts/77?__tn__=x,1,,comment', 'c2,bello,bruno,2026-02-01T11:00:00Z,,https://facebook.com/caffeprova/posts/77,1,2,comment'), NOW_MS);
    const posts = 'id,text,author,date,url,replies,kind\np77,Il nuovo caffè è qui,caffeprova,2026-01-31T09:00:00Z,https://m.facebook.com/caffeprova/posts/77/,9,post\n';
    valueOf(await bench.run(bench.file('posts.csv', posts), { file: { mapping: PAGE, collectedAtMs: NOW_MS } }));
    const byPost = await call('coverage.detail', {});
    expect(byPost).toMatchObject({ by: 'post', total: 1, totals: { threads: 1, declaring: 1, imported: 2, importedOfDeclared: 2, declared: 11 } });
    expect(byPost.rows).toMatchObject([{ imported: 2, declared: 11, post: { nativeId: 'p77', network: 'facebook', container: 'Pagina', kind: 'post' } }]);
    expect((await call('coverage.detail', { by: 'month' })).rows).toMatchObject([{ key: '2026-01', imported: 2, declared: 11, post: null }]);
    expect((await call('coverage.detail', { by: 'network', size: 1 })).rows).toMatchObject([{ key: 'facebook', imported: 2, declared: 11 }]);
  });
});

describe('records that two tools brought', () => {
  const ONE = table('a1,"Quando torna la miscela d\'inverno?",Anna Rossi,2026-01-01T10:00:00Z,,p1,1,,comment', 'a2,sempre il migliore,bruno,2026-01-01T11:00:00Z,a1,p1,,,reply');
  const OTHER = table('b1,"quando torna  la miscela d\'inverno?",Anna Rossi,2026-01-01T10:00:30Z,,p1,7,1,comment', 'b2,a fine mese ☕,caffeprova,2026-01-01T12:00:00Z,b1,p1,,,reply', 'b3,Quando?,dora,2026-01-01T10:00:30Z,,p1,,,comment');
  const minute = (content: string): string => content.replaceAll(/(T\d\d:\d\d):\d\dZ/g, '$1Z');
  const state = (): unknown => ({
    messages: bench.rows('SELECT m.id, m.native_id, m.likes, m.replies, p.native_id AS parent, r.native_id AS root FROM message m LEFT JOIN message p ON p.id = m.parent_id LEFT JOIN message r ON r.id = m.root_id ORDER BY m.id'),
    found: bench.rows(`SELECT rowid FROM message_search WHERE message_search MATCH 'miscela' ORDER BY 1`),
  });
  const pair = async (): Promise<{ a: number; b: number }> => {
    const { pairs } = await call('duplicates.list', {});
    return { a: pairs[0]?.a.messageId ?? 0, b: pairs[0]?.b.messageId ?? 0 };
  };

  it('are listed once, joined by a person, completed, and parted again by undo', async () => {
    await imported('one.csv', minute(ONE), NOW_MS);
    await imported('other.csv', minute(OTHER), NOW_MS);
    const listed = await call('duplicates.list', {});
    expect(listed).toMatchObject({ open: 1, same: 0, pairs: [{ a: { nativeId: 'a1', file: 'one.csv' }, b: { nativeId: 'b1', file: 'other.csv' }, reason: 'same-author', likeness: 0.9, verdict: null }] });
    const before = state();
    const decided = await call('duplicates.decide', { pairs: [{ ...(await pair()), verdict: 'same' }] });
    expect(decided).toMatchObject({ changed: 1, setAside: 1, open: 0 });
    // b1 has one more character of white space, so it tells more and stays; a2 answers it now
    expect(state()).toMatchObject({ messages: [{ native_id: 'a2', parent: 'b1', root: 'b1' }, { native_id: 'b1', likes: 7 }, { native_id: 'b2', parent: 'b1' }, { native_id: 'b3' }] });
    expect((await call('duplicates.list', { state: 'same' })).pairs).toMatchObject([{ a: { nativeId: 'a1', setAside: true, text: `Quando torna la miscela d'inverno?` }, b: { nativeId: 'b1', setAside: false } }]);
    expect(projectProblems(bench.project())).toEqual([]);
    const joined = state();
    undoLast(bench.project());
    expect(state()).toEqual(before);
    expect((await call('duplicates.list', {})).open).toBe(1);
    redoNext(bench.project());
    expect(state()).toEqual(joined);
  });

  it('stay joined through further imports, undo and a decision taken back', async () => {
    await imported('one.csv', minute(ONE), NOW_MS);
    const other = await imported('other.csv', minute(OTHER), NOW_MS);
    const before = state();
    const chosen = await pair();
    await call('duplicates.decide', { pairs: [{ ...chosen, verdict: 'same' }] });
    await imported('again.csv', minute(ONE).replace(',1,,comment', ',3,,comment'), NOW_MS);
    expect(bench.rows('SELECT native_id FROM message ORDER BY 1')).toEqual(['a2', 'b1', 'b2', 'b3'].map((id) => ({ native_id: id })));
    undoLast(bench.project());
    expect(bench.rows('SELECT count(*) AS n FROM message')).toEqual([{ n: 4 }]);
    // without the other file there is nothing to be a copy of
    await call('import.undo', { importId: other });
    expect(bench.rows('SELECT native_id FROM message ORDER BY 1')).toEqual([{ native_id: 'a1' }, { native_id: 'a2' }]);
    undoLast(bench.project());
    expect(bench.rows('SELECT count(*) AS n FROM message')).toEqual([{ n: 4 }]);
    await call('duplicates.decide', { pairs: [{ ...chosen, verdict: null }] });
    expect(state()).toEqual(before);
    await call('duplicates.decide', { pairs: [{ ...chosen, verdict: 'different' }] });
    expect(await call('duplicates.list', { state: 'different' })).toMatchObject({ open: 0, same: 0, different: 1, pairs: [{ verdict: 'different' }] });
    expect(projectProblems(bench.project())).toEqual([]);
  });

  it('survive an import that fails, and keep labels given by hand', async () => {
    await imported('one.csv', minute(ONE), NOW_MS);
    await imported('other.csv', minute(OTHER), NOW_MS);
    const chosen = await pair();
    await call('labels.set', { labels: [{ messageId: chosen.a, intents: ['idea'] }] });
    await call('duplicates.decide', { pairs: [{ ...chosen, verdict: 'same' }] });
    const joined = state();
    expect(await bench.run(bench.file('broken.csv', '\0\0\0'))).toMatchObject({ ok: false });
    expect(state()).toEqual(joined);
    undoLast(bench.project());
    expect(bench.rows('SELECT message AS id, primary_intent AS intent FROM label_verdict')).toEqual([{ id: 'a1', intent: 'idea' }]);
  });
});

describe('times and links', () => {
  it('finds the zone error that puts answers before their questions, and changes nothing', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => [`q${String(at)},domanda ${String(at)},anna${String(at)},2026-01-0${String(at % 9 + 1)}T10:0${String(at % 7)}:1${String(at)}Z,,p1,,,comment`, `r${String(at)},risposta ${String(at)},caffeprova,2026-01-0${String(at % 9 + 1)}T08:2${String(at % 6)}:00Z,q${String(at)},p1,,,reply`]).flat();
    const importId = await imported('a.csv', table(...rows), NOW_MS);
    const { zones, warnings } = await call('import.account', { importId });
    const check = { pairs: 10, preceding: 10, share: 1, shiftMinutes: 120, mended: 10 };
    expect(zones).toEqual({ all: check, against: [{ file: null, ...check }] });
    expect(warnings[0]).toEqual({ code: 'answers-before-questions', count: 10 });
    expect(bench.rows(`SELECT created_at_ms AS at FROM message WHERE native_id = 'r0'`)).toEqual([{ at: Date.UTC(2026, 0, 1, 8, 20) }]);
  });

  it('infers what answers what only where nothing is linked, and one switch leaves it out', async () => {
    const flat = 'id,text,author,date,root_id\n1,quando aprite a Bari?,Anna Rossi,2026-01-01T10:00:00Z,p1\n2,"Ciao Anna Rossi, apriamo a marzo",caffeprova,2026-01-01T11:00:00Z,p1\n3,la macchina perde acqua da ieri,bruno,2026-01-01T12:00:00Z,p1\n';
    const { imports } = valueOf(await bench.run(bench.file('flat.csv', flat), { ownBrand: { name: 'Caffè Prova', accounts: ['caffeprova'], containers: ['Pagina'] }, file: { mapping: PAGE, collectedAtMs: NOW_MS } }));
    expect(bench.rows('SELECT m.native_id AS id, p.native_id AS parent, x.confidence AS confidence, x.reason AS reason FROM inferred_parent x JOIN message m ON m.id = x.message_id JOIN message p ON p.id = x.parent_id')).toEqual([{ id: '2', parent: '1', confidence: 0.7, reason: 'brand-names-asker' }]);
    expect((await call('import.account', { importId: imports[0]?.importId ?? 0 })).inferred).toBe(1);
    await call('analyse.run', {});
    expect((await call('response.survival', {})).inferredAnswers).toEqual({ included: true, inferred: 1, answers: 1, share: 1 });
    expect((await call('response.survival', { includeInferred: false })).inferredAnswers).toEqual({ included: false, inferred: 0, answers: 0, share: null });
    expect(await call('import.setRules', { includeInferred: false })).toEqual({ includeInferred: false, vanishedKeptDays: 30 });
    await call('analyse.run', {});
    expect((await call('response.survival', {})).inferredAnswers).toEqual({ included: false, inferred: 0, answers: 0, share: null });
    expect(bench.rows('SELECT outcome FROM request ORDER BY id')).toEqual([{ outcome: 'silence' }, { outcome: 'silence' }]);
    undoLast(bench.project());
    expect(await call('import.rules', {})).toEqual({ includeInferred: true, vanishedKeptDays: 30 });
  });
});

describe('what a client is asked', () => {
  it('holds for all files of a kind, changes what is not seen, and is undone', async () => {
    await imported('a.csv', FIRST, NOW_MS);
    await call('analyse.run', {});
    const codes = async (): Promise<string[]> => (await call('overview', {})).unseen.map(({ code }) => code);
    expect(await codes()).toEqual(expect.arrayContaining(['replies-absent', 'ads-unknown', 'hidden-comments', 'private-answers', 'views-anonymous', 'likes-anonymous', 'display-order']));
    const { sources } = await call('import.answers', {});
    expect(sources).toMatchObject([{ imports: [1], answers: {} }]);
    const format = sources[0]?.format ?? '';
    await call('import.answer', { format, answers: { ads: 'included', hiddenComments: 'excluded', privateMessages: 'included', order: 'most-relevant' } });
    expect(await codes()).toEqual(expect.not.arrayContaining(['ads-unknown']));
    expect(await codes()).toEqual(expect.arrayContaining(['hidden-comments-excluded', 'most-relevant-only']));
    expect(await codes()).not.toContain('private-answers');
    const second = await imported('b.csv', SECOND, NOW_MS);
    expect((await call('import.account', { importId: second })).answers).toMatchObject({ ads: 'included' });
    await call('import.answer', { importId: second, answers: { ads: 'none-run' } });
    expect((await call('import.answers', { importId: second })).importAnswers).toEqual({ ads: 'none-run' });
    undoLast(bench.project());
    expect((await call('import.answers', { importId: second })).importAnswers).toMatchObject({ ads: 'included', order: 'most-relevant' });
    expect((await call('import.account', { importId: second })).warnings.map(({ code }) => code)).not.toContain('not-asked');
    const { questions, networks } = await call('import.clientQuestions', {});
    expect(questions.map(({ code }) => code)).toContain('exportedAtMs');
    expect(networks.every(({ files, boxes }) => files.length > 0 && boxes.length > 0)).toBe(true);
  });
});

describe('refused rows', () => {
  it('leave as a table that no spreadsheet computes', async () => {
    const importId = await imported('a.csv', `${table('1,ok,anna,2026-01-01T10:00:00Z,,,,,comment')}=cmd|'x',due\n`, NOW_MS);
    const { fileName, total, text } = await call('import.rejectionsCsv', { importId });
    expect({ fileName, total }).toEqual({ fileName: 'a-not-imported.csv', total: 1 });
    expect(text).toBe(`file,part,line,code,reason,raw\r\n"a.csv","",3,"wrong-column-count","2 cells instead of 9","'=cmd|'x',due"\r\n`);
    expect((await call('import.rejectionsCsv', { importId, page: 1 })).text).toBe('');
  });
});

describe('templates of mappings', () => {
  it('are kept beside the projects, exported, taken in and replaced by their columns', async () => {
    const headers = ['ID', 'Testo del commento', 'Data e ora'];
    const saved = await call('templates.save', { name: 'Strumento', headers, mapping: { columns: { ID: 'id', 'Testo del commento': 'text' } } });
    expect(saved.templates).toMatchObject([{ name: 'Strumento', headers }]);
    const { text } = await call('templates.export', {});
    await call('templates.save', { name: 'Di nuovo', headers: ['data e ora', 'id', 'testo del commento'], mapping: { columns: { id: 'id' } } });
    expect((await call('templates.list', {})).templates.map(({ name }) => name)).toEqual(['Di nuovo']);
    expect(await call('templates.import', { text })).toMatchObject({ added: 0, replaced: 1, templates: [{ name: 'Strumento' }] });
    expect(JSON.parse(readFileSync(join(bench.context.stateFolder, 'templates.json'), 'utf8'))).toHaveLength(1);
    const { templates } = await call('templates.remove', { id: saved.templates[0]?.id ?? '' });
    expect(templates).toEqual([]);
  });
});
