import { describe, expect, it, onTestFinished } from 'vitest';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { importBench, NOW_MS, valueOf, type ImportBench } from '../support/import-bench.ts';
import { numbersFrom } from '../support/project-at-work.ts';
import { differences, projectContents } from '../support/project-contents.ts';

const DAY_MS = 86_400_000;
const PAGE = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
type Source = readonly [name: string, content: string];
type Contents = ReturnType<typeof projectContents>;

function bench(): ImportBench {
  const made = importBench();
  onTestFinished(() => made.close());
  return made;
}

async function bring(to: ImportBench, sources: readonly Source[]): Promise<number[]> {
  const ids: number[] = [];
  for (const [name, content] of sources) {
    const file = name.endsWith('.csv') ? { mapping: PAGE, collectedAtMs: NOW_MS - DAY_MS } : { collectedAtMs: NOW_MS - DAY_MS };
    ids.push(valueOf(await to.run(to.file(name, content), { file })).imports[0]?.importId ?? 0);
  }
  return ids;
}

/** Brought in last, so that none of the others is the last change: taking one out is then a change of its own. */
const LAST = comments('z.csv', 'z1,altro,ugo,2026-02-02T10:00:00Z,,,,');

/** What a project holds into which only these sources were brought. */
async function contentsOf(sources: readonly Source[]): Promise<Contents> {
  const fresh = bench();
  await bring(fresh, sources);
  return projectContents(fresh.project());
}

function comments(name: string, ...rows: string[]): Source {
  return [name, `id,text,author,date,likes,replies,url,parent_id,kind\n${rows.map((row) => `${row},comment`).join('\n')}\n`];
}

interface Reactor { readonly from: string; readonly id: string; readonly date: string }
/** An export of a Telegram group in which people react by name. */
function group(file: string, { name = 'Gruppo', type = 'public_supergroup', reactors = [] }: { name?: string; type?: string; reactors?: readonly Reactor[] }): Source {
  const reactions = reactors.length === 0 ? {} : { reactions: [{ type: 'emoji', count: reactors.length, emoji: '👍', recent: reactors.map(({ from, id, date }) => ({ from, from_id: id, date })) }] };
  const message = { id: 1, type: 'message', date: '2026-01-01T10:00:00', date_unixtime: '1767261600', from: 'Bruno', from_id: 'user1', text: 'Buongiorno a tutti quanti', text_entities: [{ type: 'plain', text: 'Buongiorno a tutti quanti' }], ...reactions };
  return [file, JSON.stringify({ name, type, id: 777, messages: [message] })];
}
const ANNA: Reactor = { from: 'Anna', id: 'user2', date: '2026-01-01T11:00:00' };
const DORA: Reactor = { from: 'Dora', id: 'user4', date: '2026-01-01T12:00:00' };

describe('an import taken out from among others', () => {
  const A = comments('a.csv', 'k1,ciao,zoe,2026-01-02T10:00:00Z,1,,,', 'k2,bello,anna,2026-01-02,,2,,');
  const B = comments('b.csv', 'k1,ciao mondo intero @zoe,zoe,2026-01-02T10:00:00Z,9,4,https://example.org/k1,', 'k2,bello davvero,carla,2026-01-02T09:30:00Z,7,,,k1');
  const C = comments('c.csv', 'k1,ciao @bea,zoe,2026-01-02T10:00:00Z,5,,,', 'k2,bello,anna,2026-01-02,3,,,');

  it.each([[[0]], [[1]], [[2]], [[0, 1]], [[1, 2]], [[2, 0]], [[1, 0]]])('leaves what the others say together: without %j', async (out) => {
    const sources = [A, B, C, LAST];
    const all = bench();
    const ids = await bring(all, sources);
    const whole = projectContents(all.project());
    for (const position of out) expect(undoImport(all.project(), ids[position] ?? 0, NOW_MS)).toBe(true);
    expect(differences(await contentsOf(sources.filter((_, position) => !out.includes(position))), projectContents(all.project()))).toEqual({});
    expect(projectProblems(all.project())).toEqual([]);
    for (let count = 0; count < out.length; count += 1) expect(undoLast(all.project())).toBe(true);
    expect(differences(whole, projectContents(all.project()))).toEqual({});
    expect(projectProblems(all.project())).toEqual([]);
  });

  it('keeps a reaction that another import also holds, with the time that import says', async () => {
    const sources = [group('a.json', { reactors: [ANNA, DORA] }), group('b.json', { reactors: [{ ...ANNA, date: '2026-01-01T10:30:00' }] }), group('c.json', { reactors: [ANNA] }), LAST];
    for (const out of [[0], [1], [2], [0, 1], [1, 0], [2, 0]]) {
      const all = bench();
      const ids = await bring(all, sources);
      const whole = projectContents(all.project());
      expect(whole['reaction']).toHaveLength(2);
      for (const position of out) expect(undoImport(all.project(), ids[position] ?? 0, NOW_MS)).toBe(true);
      expect({ out, ...differences(await contentsOf(sources.filter((_, position) => !out.includes(position))), projectContents(all.project())) }).toEqual({ out });
      for (let count = 0; count < out.length; count += 1) expect(undoLast(all.project())).toBe(true);
      expect(differences(whole, projectContents(all.project()))).toEqual({});
      expect(projectProblems(all.project())).toEqual([]);
    }
  });

  it('gives a place the name and kind that the others say', async () => {
    const sources = [group('a.json', { name: 'Beta' }), group('b.json', { name: 'Alfa', type: 'public_channel' }), group('c.json', { name: 'Aurora' }), LAST];
    const all = bench();
    const ids = await bring(all, sources);
    const places = (): unknown => all.rows(`SELECT name FROM container WHERE native_id = '777'`);
    expect(places()).toEqual([{ name: 'Alfa' }]);
    undoImport(all.project(), ids[1] ?? 0, NOW_MS);
    expect(places()).toEqual([{ name: 'Aurora' }]);
    undoImport(all.project(), ids[2] ?? 0, NOW_MS);
    expect(places()).toEqual([{ name: 'Beta' }]);
    expect(differences(await contentsOf([sources[0] ?? LAST, LAST]), projectContents(all.project()))).toEqual({});
    for (let count = 0; count < 2; count += 1) undoLast(all.project());
    expect(differences(await contentsOf(sources), projectContents(all.project()))).toEqual({});
  });

  it('whatever any of them says, in any order of taking out and bringing back', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const next = numbersFrom(seed);
      const some = <Value>(...values: readonly Value[]): Value => values[next(values.length)] as Value;
      const sources = [...Array.from({ length: 4 }, (_, at) => comments(`${String.fromCharCode(97 + at)}.csv`, ...Array.from({ length: 6 }, (_, row) => row).filter(() => next(3) > 0).map((row) => [
        `m${String(row)}`, some('ciao', 'ciao @anna', 'ciao a tutti', 'salve @bea', ''), some('anna', 'bea', 'carla', ''), some('2026-01-02T10:00:00Z', '2026-01-02T09:59Z', '2026-01-02', '2026-01-03'), some('', '1', '2', '7'), some('', '0', '3'),
        some('', 'https://example.org/x', 'https://example.org/y'), row === 0 ? '' : some('', 'm0', 'm1')].join(',')))), LAST];
      const all = bench();
      const ids = await bring(all, sources);
      const whole = projectContents(all.project());
      const known = new Map<string, Contents>();
      const left = async (out: readonly number[]): Promise<Contents> => {
        const key = [...out].sort().join(' ');
        const contents = known.get(key) ?? (await contentsOf(sources.filter((_, at) => !out.includes(at))));
        known.set(key, contents);
        return contents;
      };
      const out: number[] = [];
      for (let step = 0; step < 10; step += 1) {
        const position = next(4);
        if (out.length > 0 && next(3) === 0) {
          undoLast(all.project());
          out.pop();
        } else if (!out.includes(position) && out.length < 3) {
          expect(undoImport(all.project(), ids[position] ?? 0, NOW_MS)).toBe(true);
          out.push(position);
        }
        expect({ seed, out, ...differences(await left(out), projectContents(all.project())) }).toEqual({ seed, out });
        expect(projectProblems(all.project())).toEqual([]);
      }
      for (let count = 0; count < out.length; count += 1) undoLast(all.project());
      expect(differences(whole, projectContents(all.project()))).toEqual({});
      // the last ones by plain undo and redo
      for (let count = 0; count < 5; count += 1) expect(undoLast(all.project())).toBe(true);
      expect(all.rows('SELECT (SELECT count(*) FROM message) + (SELECT count(*) FROM sighting) + (SELECT count(*) FROM account) + (SELECT count(*) FROM container) AS n')).toEqual([{ n: 0 }]);
      for (let count = 0; count < 5; count += 1) expect(redoNext(all.project())).toBe(true);
      expect(differences(whole, projectContents(all.project()))).toEqual({});
    }
  }, 120_000);
});

describe('what was derived', () => {
  it('names nothing that an import took with it: no message, nor a brand', async () => {
    const all = bench();
    await bring(all, [comments('a.csv', 'k1,primo,zoe,2026-01-02T10:00:00Z,,,,')]);
    valueOf(await all.run(all.file('b.csv', comments('b.csv', 'k2,lo facciamo domani,caffeprova,2026-01-02T10:00:00Z,,,,')[1]), { file: { mapping: PAGE }, ownBrand: { name: 'Prova', accounts: ['caffeprova'] } }));
    const { connection } = all.project();
    const derive = (): void => {
      connection.exec(`INSERT INTO topic (id, kind, brand_id, label, terms, best_answer_id) VALUES ('t', 'question', 1, '', '[]', (SELECT id FROM message WHERE native_id = 'k2')), ('u', 'copies', NULL, '', '[]', (SELECT id FROM message WHERE native_id = 'k2'));
        INSERT INTO topic_message (topic, message_id, likeness) SELECT t.id, m.id, 1 FROM topic t, message m;
        INSERT INTO promise (message_id, brand_id, at_ms, start, "end", judged_ms, state, reason, evidence_message_id) SELECT m.id, 1, 0, 0, 1, 0, 'kept', '', (SELECT id FROM message WHERE native_id = 'k2') FROM message m`);
    };
    derive();
    expect(undoLast(all.project())).toBe(true);
    expect(projectProblems(all.project())).toEqual([]);
    expect(all.rows('SELECT id, best_answer_id AS best FROM topic')).toEqual([{ id: 'u', best: null }]);
    expect(redoNext(all.project())).toBe(true);
    expect(projectProblems(all.project())).toEqual([]);
    connection.exec('DELETE FROM topic');
    derive();
    for (const importId of [1, 2]) {
      undoImport(all.project(), importId, NOW_MS);
      expect(projectProblems(all.project())).toEqual([]);
    }
  });
});

describe('an import that comes to nothing', () => {
  it.each(['a file that fails', 'a cancel'])('leaves no name of a place behind: %s', async (how) => {
    const all = bench();
    await bring(all, [group('a.json', { name: 'Beta', reactors: [ANNA] })]);
    const before = projectContents(all.project());
    const paths = [all.file('b.json', group('b.json', { name: 'Alfa', type: 'public_channel', reactors: [{ ...ANNA, date: '2026-01-01T10:30:00' }] })[1]), all.file('c.csv', `id,text,author,date\n1,a,b,${how === 'a cancel' ? '2026-01-01' : '01/02/2026'}\n`)];
    const stop = new AbortController();
    const outcome = await all.run(paths, {}, how === 'a cancel' ? { signal: stop.signal, onProgress: ({ phase }) => void (phase === 'links' && stop.abort()) } : {});
    expect(outcome.ok).toBe(false);
    expect(differences(before, projectContents(all.project()))).toEqual({});
    expect(projectProblems(all.project())).toEqual([]);
  });

  it('leaves the search as it was after two files of one run of which the second says more of what the first brought', async () => {
    const all = bench();
    await bring(all, [comments('a.csv', 'k1,primo,zoe,2026-01-02T10:00:00Z,,,,')]);
    const paths = [comments('b.csv', 'k2,secondo,zoe,2026-01-02T10:00:00Z,,,,'), comments('c.csv', 'k2,secondo davvero,zoe,2026-01-02T10:00:00Z,,,,', 'k1,primo davvero,zoe,2026-01-02T10:00:00Z,,,,')].map(([name, content]) => all.file(name, content));
    valueOf(await all.run(paths, { file: { mapping: PAGE } }));
    expect(all.rows(`SELECT rowid FROM message_search WHERE message_search MATCH 'davvero'`)).toHaveLength(2);
    expect(projectProblems(all.project())).toEqual([]);
  });
});
