import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { importBench, NOW_MS, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';
import { differences, projectContents } from '../support/project-contents.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = importBench();
});
afterEach(() => bench.close());

const PAGE = { id: '10600', name: 'Caffè Prova' };
const POSTS = JSON.stringify({ data: [{ id: '10600_45700', created_time: '2026-01-01T09:00:00+0000', message: 'Il nuovo caffè è qui ☕', from: PAGE, permalink_url: 'https://www.facebook.com/10600/posts/45700', comments: { summary: { total_count: 3 } } }] });
/** As `GET /45700/comments` gives them: nothing says whose page it is. */
const BARE = JSON.stringify({ data: [
  { id: '45700_10001', created_time: '2026-01-01T10:00:00+0000', message: 'quando arriva in Puglia?', from: { id: '31', name: 'Anna' }, comment_count: 1, like_count: 0 },
  { id: '45700_10002', created_time: '2026-01-01T12:00:00+0000', message: 'A fine mese!', from: PAGE, parent: { id: '45700_10001' }, comment_count: 0, like_count: 1 },
  { id: '45700_10003', created_time: '2026-01-01T13:00:00+0000', message: 'la macchina perde acqua, che devo fare?', from: { id: '32', name: 'Bruno' }, comment_count: 0, like_count: 0 },
] });
const LATER = BARE.replace('"like_count":1', '"like_count":6');

async function imported(name: string, content: string, dayOfMonth: number): Promise<number> {
  const { imports } = valueOf(await bench.run(bench.file(name, content), { file: { collectedAtMs: Date.UTC(2026, 0, dayOfMonth) }, ownBrand: { name: 'Caffè Prova', accounts: ['10600'] } }));
  return imports[0]?.importId ?? 0;
}

const places = (): unknown[] => bench.rows('SELECT m.native_id AS id, c.native_id AS place, m.placed_by_root AS byRoot FROM message m LEFT JOIN container c ON c.id = m.container_id ORDER BY 1');
const coverage = (): unknown[] => bench.rows('SELECT i.file_name AS file, c.name AS place, v.replies AS replies, v.imported AS imported, v.declared AS declared FROM coverage v JOIN import i ON i.id = v.import_id JOIN container c ON c.id = v.container_id ORDER BY 1');
const PLACED = [{ id: '45700', place: '10600', byRoot: null }, { id: '45700_10001', place: '10600', byRoot: 1 }, { id: '45700_10002', place: '10600', byRoot: 1 }, { id: '45700_10003', place: '10600', byRoot: 1 }];
const BARE_PLACES = PLACED.slice(1).map(({ id }) => ({ id, place: null, byRoot: null }));

async function analysed(): Promise<ReturnType<typeof projectContents>> {
  valueOf(await analyseProject(bench.context, {}, QUIET_CALL));
  expect(projectProblems(bench.project())).toEqual([]);
  return projectContents(bench.project());
}

describe('comments that name no page', () => {
  it('stand where the post stands that they are under: covered, asked of the page, and answered', async () => {
    await imported('posts.json', POSTS, 5);
    await imported('comments.json', BARE, 6);
    expect(places()).toEqual(PLACED);
    expect(coverage()).toEqual([{ file: 'comments.json', place: 'Caffè Prova', replies: 'present', imported: 3, declared: 3 }]);
    await analysed();
    expect(bench.rows('SELECT m.native_id AS id, q.outcome AS outcome, q.waited_s AS waited FROM request q JOIN message m ON m.id = q.message_id ORDER BY 1')).toEqual([{ id: '45700_10001', outcome: 'public', waited: 7200 }, { id: '45700_10003', outcome: 'silence', waited: expect.any(Number) as number }]);
  });

  it('whichever file comes first', async () => {
    await imported('comments.json', BARE, 6);
    expect(places()).toEqual(BARE_PLACES);
    expect(coverage()).toEqual([]);
    await imported('posts.json', POSTS, 5);
    expect(places()).toEqual(PLACED);
    expect(coverage()).toEqual([{ file: 'comments.json', place: 'Caffè Prova', replies: 'present', imported: 3, declared: 3 }]);
    const late = await analysed();
    bench.close();
    bench = importBench();
    await imported('posts.json', POSTS, 5);
    await imported('comments.json', BARE, 6);
    expect(differences(late, await analysed())).toEqual({});
  });

  it('lose the place with the post, and find it again', async () => {
    const posts = await imported('posts.json', POSTS, 5);
    await imported('comments.json', BARE, 6);
    const before = await analysed();
    expect(undoImport(bench.project(), posts, NOW_MS)).toBe(true);
    expect(places()).toEqual(BARE_PLACES);
    expect(coverage()).toEqual([]);
    expect(bench.rows('SELECT 1 FROM container')).toEqual([]);
    undoLast(bench.project());
    expect(places()).toEqual(PLACED);
    expect(differences(before, await analysed())).toEqual({});
    for (let count = 0; count < 2; count += 1) expect(undoLast(bench.project())).toBe(true);
    for (let count = 0; count < 2; count += 1) expect(redoNext(bench.project())).toBe(true);
    expect(differences(before, await analysed())).toEqual({});
  });

  it('keep it when a later export says more of them, and nothing of that is said to have changed', async () => {
    await imported('posts.json', POSTS, 5);
    await imported('comments.json', BARE, 6);
    const later = await imported('later.json', LATER, 7);
    expect(places()).toEqual(PLACED);
    expect(bench.rows(`SELECT m.native_id AS id, s.said AS said FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND s.import_id = ${String(later)} AND s.said IS NOT NULL`)).toEqual([{ id: '45700_10002', said: '{"likes":1}' }]);
    undoLast(bench.project());
    expect(places()).toEqual(PLACED);
    expect(bench.rows(`SELECT likes FROM message WHERE native_id = '45700_10002'`)).toEqual([{ likes: 1 }]);
    expect(projectProblems(bench.project())).toEqual([]);
  });

  it('of a table named after its file too, which is where they stand only as long as nothing better is known', async () => {
    const table = 'id,text,author,date,root_id\nc1,quando riapre il bar di Lecce?,anna,2026-01-01T14:00:00Z,https://www.facebook.com/10600/posts/45700?x=1\nc2,bello,bruno,2026-01-01T15:00:00Z,https://www.facebook.com/10600/posts/99999\n';
    const mapping = { columns: {}, network: 'facebook', kind: 'comment' as const };
    const brought = async (name: string, content = table): Promise<void> => void valueOf(await bench.run(bench.file(name, content), { file: { mapping, collectedAtMs: Date.UTC(2026, 0, 6) } }));
    const guessed = [{ id: 'c1', place: 'gennaio', byRoot: 0 }, { id: 'c2', place: 'gennaio', byRoot: 0 }];
    const placed = [{ id: '45700', place: '10600', byRoot: null }, { id: 'c1', place: '10600', byRoot: 1 }, { id: 'c2', place: 'gennaio', byRoot: 0 }];
    await brought('gennaio.csv');
    expect(places()).toEqual(guessed);
    await imported('posts.json', POSTS, 5);
    expect(places()).toEqual(placed);
    expect(coverage()).toContainEqual({ file: 'gennaio.csv', place: 'Caffè Prova', replies: 'absent', imported: 1, declared: 3 });
    const before = await analysed();
    undoLast(bench.project());
    expect(places()).toEqual(guessed);
    redoNext(bench.project());
    expect(places()).toEqual(placed);
    // a later file says more of a comment, and only its name is another
    await brought('febbraio.csv', table.replace('bello', 'bello davvero'));
    expect(places()).toEqual([...placed.slice(0, 2), { id: 'c2', place: 'febbraio', byRoot: 0 }]);
    expect(bench.rows(`SELECT said FROM sighting WHERE record = 'message' AND said IS NOT NULL`)).toEqual([{ said: '{"text":1}' }]);
    undoLast(bench.project());
    expect(places()).toEqual(placed);
    expect(differences(before, await analysed())).toEqual({});
  });
});
