import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { previewFile } from '../../src/app/import/preview-file.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { importReportSchema, previewSchema } from '../../src/contract/operations/imports.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { openImport } from '../../src/store/import-queries.ts';
import { createImportWriter } from '../../src/store/import-writer.ts';
import { openProject } from '../../src/store/open-project.ts';
import { importBench, NOW_MS, valueOf, type ImportBench } from '../support/import-bench.ts';
import { referenceData } from '../support/reference-data.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = importBench();
});
afterEach(() => bench.close());

const HEADER = 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id';
const at = (minute: number): string => `Tue Oct 31 22:${String(minute).padStart(2, '0')}:00 +0000 2017`;
const twcs = (...rows: string[]): string => `${HEADER}\n${rows.join('\n')}\n`;
const SMALL = twcs(
  `3,AuroraHelp,False,${at(30)},@111 try again,,2`, `2,111,True,${at(20)},@AuroraHelp still broken,3,1`, `1,111,True,${at(10)},"@AuroraHelp it is broken, ""really""",2,`,
  `12,NordCare,False,${at(40)},@222 hello,,11`, `11,222,True,${at(35)},@nordcare @111 where,12,10`, `13,333,True,${at(36)},@NordCare same here,,10`,
);

/** Everything an import may change, to be compared before and after. */
function contents(): unknown {
  const tables = ['network', 'brand', 'container', 'account', 'account_role', 'message', 'mention', 'reaction', 'coverage', 'sighting', 'label_verdict'];
  return Object.fromEntries(tables.map((table) => [table, bench.rows(`SELECT ${table === 'account_role' ? 'account_id, brand_id, role, origin' : '*'} FROM ${table} ORDER BY 1, 2`)]));
}
function found(word: string): unknown[] {
  return bench.rows('SELECT rowid FROM message_search WHERE message_search MATCH ? ORDER BY rowid', word);
}

describe('import', () => {
  it('links answers, threads, mentions, brands and coverage', async () => {
    const { imports } = importReportSchema.parse(valueOf(await bench.run(bench.file('twcs.csv', SMALL))));
    expect(imports).toMatchObject([{ format: 'twcs', rows: 6, messages: 6, accounts: 5, duplicates: 0, rejected: 0, reasons: [], coverage: [{ container: 'X · twcs', brand: null, replies: 'present', imported: 5, declared: null, reason: 'brand-replies' }] }]);
    expect(bench.rows('SELECT m.native_id AS id, p.native_id AS parent, r.native_id AS root, m.created_at_ms AS at FROM message m LEFT JOIN message p ON p.id = m.parent_id JOIN message r ON r.id = m.root_id ORDER BY m.native_id + 0')).toEqual([
      { id: '1', parent: null, root: '1', at: Date.UTC(2017, 9, 31, 22, 10) }, { id: '2', parent: '1', root: '1', at: Date.UTC(2017, 9, 31, 22, 20) }, { id: '3', parent: '2', root: '1', at: Date.UTC(2017, 9, 31, 22, 30) },
      { id: '11', parent: null, root: '11', at: Date.UTC(2017, 9, 31, 22, 35) }, { id: '12', parent: '11', root: '11', at: Date.UTC(2017, 9, 31, 22, 40) }, { id: '13', parent: null, root: '11', at: Date.UTC(2017, 9, 31, 22, 36) },
    ]);
    expect(bench.rows(`SELECT n.handle AS handle, n.leading AS leading, a.native_id AS account FROM mention n JOIN message m ON m.id = n.message_id LEFT JOIN account a ON a.id = n.account_id WHERE m.native_id = '11'`)).toEqual([{ handle: 'nordcare', leading: 1, account: 'NordCare' }, { handle: '111', leading: 1, account: '111' }]);
    expect(bench.rows('SELECT name, is_own FROM brand ORDER BY name')).toEqual([{ name: 'AuroraHelp', is_own: 0 }, { name: 'NordCare', is_own: 0 }]);
    expect(bench.rows(`SELECT count(*) AS n FROM message WHERE source_inbound = 0`)).toEqual([{ n: 2 }]);
    expect(found('broken')).toHaveLength(2);
    expect(projectProblems(bench.project())).toEqual([]);
    expect(bench.events).toEqual([{ type: 'project-changed', dataVersion: 1 }]);
  });

  it('makes the only marked brand the own one, and none of several', async () => {
    valueOf(await bench.run(bench.file('one.csv', twcs(`1,AuroraHelp,False,${at(1)},hi,,`))));
    expect(bench.rows('SELECT name, is_own FROM brand')).toEqual([{ name: 'AuroraHelp', is_own: 1 }]);
    valueOf(await bench.run(bench.file('two.csv', twcs(`2,NordCare,False,${at(1)},hi,,`))));
    expect(bench.rows('SELECT is_own FROM brand')).toEqual([{ is_own: 0 }, { is_own: 0 }]);
  });

  it('gives the brands that arguments name, also for accounts that come later', async () => {
    valueOf(await bench.run(bench.file('a.csv', twcs(`1,111,True,${at(1)},hi,,`)), { ownBrand: { name: 'Aurora', accounts: ['@aurorahelp'] }, competitors: [{ name: 'NordCare' }], employees: ['111'] }));
    valueOf(await bench.run(bench.file('b.csv', SMALL)));
    expect(bench.rows('SELECT a.native_id AS account, b.name AS brand, b.is_own AS own, r.role AS role, r.origin AS origin FROM account_role r JOIN account a ON a.id = r.account_id JOIN brand b ON b.id = r.brand_id ORDER BY 1')).toEqual([
      { account: '111', brand: 'Aurora', own: 1, role: 'employee', origin: 'argument' }, { account: 'AuroraHelp', brand: 'Aurora', own: 1, role: 'voice', origin: 'argument' }, { account: 'NordCare', brand: 'NordCare', own: 0, role: 'voice', origin: 'argument' },
    ]);
  });

  it('gives a mapped container alone on its network to the brand named, and its owner a voice', async () => {
    const reviews = 'reviewId,name,stars,text,publishedAtDate,responseFromOwnerText,responseFromOwnerDate\nr1,Ada,2,lento,2026-02-01T10:00:00.000Z,ci spiace,2026-02-02T11:00:00.000Z\nr2,Bea,5,,2026-02-03T10:00:00.000Z,,\n';
    const { imports } = valueOf(await bench.run(bench.file('reviews.csv', reviews), { ownBrand: { name: 'Caffè Prova' }, file: { mapping: { columns: {}, container: { name: 'Bar del Corso', kind: 'listing' } } } }));
    expect(imports[0]?.coverage).toEqual([{ container: 'Bar del Corso', brand: 'Caffè Prova', replies: 'present', imported: 1, declared: null, reason: 'brand-replies' }]);
    expect(bench.rows(`SELECT a.native_id AS account, b.name AS brand FROM account_role r JOIN account a ON a.id = r.account_id JOIN brand b ON b.id = r.brand_id`)).toEqual([{ account: 'owner:Bar del Corso', brand: 'Caffè Prova' }]);
  });

  it('classes coverage by its signs', async () => {
    const mapping = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
    const header = 'id,text,author,date,parent_id,replies\n';
    const comments = (reply: string): string => `${header}1,domanda,anna,2026-01-01T10:00:00Z,,2\n2,${reply},prova,2026-01-01T11:00:00Z,1,\n`;
    const partly = valueOf(await bench.run(bench.file('partly.csv', comments('risposta')), { ownBrand: { name: 'Prova' }, file: { mapping } }));
    expect(partly.imports[0]?.coverage).toMatchObject([{ brand: 'Prova', replies: 'partly', reason: 'declared-above-imported', imported: 1, declared: 2 }]);
    const absent = valueOf(await bench.run(bench.file('absent.csv', `${header}5,solo noi,anna,2026-01-01T10:00:00Z,,\n`), { file: { mapping: { ...mapping, network: 'instagram' } } }));
    expect(absent.imports[0]?.coverage).toMatchObject([{ replies: 'absent', reason: 'no-brand-message' }]);
    const threads = Array.from({ length: 6 }, (_, post) => Array.from({ length: 10 }, (_, comment) => `${String(post)}-${String(comment)},ciao,${comment === 0 ? 'prova' : 'anna'},2026-01-01T10:00:00Z,p${String(post)},`).join('\n')).join('\n');
    const round = valueOf(await bench.run(bench.file('round.csv', `${header}${threads}\n`), { file: { mapping: { ...mapping, network: 'tiktok' } } }));
    expect(round.imports[0]?.coverage).toMatchObject([{ replies: 'partly', reason: 'same-round-count', imported: 60 }]);
  });

  it('updates what it meets again instead of doubling it', async () => {
    valueOf(await bench.run(bench.file('a.csv', SMALL)));
    const again = valueOf(await bench.run(bench.file('b.csv', `${SMALL}14,444,True,${at(50)},@NordCare new,,10\n`.replace('still broken', 'still mended @222'))));
    expect(again.imports[0]).toMatchObject({ rows: 7, messages: 1, duplicates: 6, accounts: 1 });
    expect(bench.rows('SELECT count(*) AS n FROM message')).toEqual([{ n: 7 }]);
    expect(found('mended')).toHaveLength(1);
    expect(found('broken')).toHaveLength(1);
    expect(bench.rows(`SELECT handle FROM mention n JOIN message m ON m.id = n.message_id WHERE m.native_id = '2'`)).toEqual([{ handle: 'AuroraHelp' }, { handle: '222' }]);
    expect(projectProblems(bench.project())).toEqual([]);
  });

  it('links messages of an earlier import to parents that come later', async () => {
    valueOf(await bench.run(bench.file('late.csv', twcs(`2,111,True,${at(20)},second,,1`))));
    valueOf(await bench.run(bench.file('early.csv', twcs(`1,111,True,${at(10)},first,,`))));
    expect(bench.rows('SELECT m.native_id AS id, p.native_id AS parent, r.native_id AS root FROM message m LEFT JOIN message p ON p.id = m.parent_id JOIN message r ON r.id = m.root_id ORDER BY 1')).toEqual([{ id: '1', parent: null, root: '1' }, { id: '2', parent: '1', root: '1' }]);
  });

  it('survives circles of answers', async () => {
    valueOf(await bench.run(bench.file('circle.csv', twcs(`1,1,True,${at(1)},a,,2`, `2,1,True,${at(2)},b,,3`, `3,1,True,${at(3)},c,,1`, `4,1,True,${at(4)},d,,3`))));
    expect(new Set((bench.rows('SELECT root_id AS root FROM message') as { root: number }[]).map(({ root }) => root)).size).toBe(1);
  });

  it('keeps refused rows with line and reason', async () => {
    const { imports } = valueOf(await bench.run(bench.file('bad.csv', `${SMALL}99,1,True,never,x,,\n98,1,True\n`)));
    expect(imports[0]).toMatchObject({ rows: 8, messages: 6, rejected: 2, reasons: [{ code: 'unreadable-time', count: 1, firstRow: 8 }, { code: 'wrong-column-count', count: 1, firstRow: 9 }] });
  });

  it('previews without changing anything', async () => {
    const before = contents();
    const preview = previewSchema.parse(valueOf(await previewFile(bench.context, { file: { fileHandle: bench.file('p.csv', 'sep=;\nTesto;Autore;Data;Data\nciao;Anna;03/04/2026 10:00;x\nei;Ugo;01/05/2026 09:00;y\nuh;Ugo;02/03/2026 09:00;y\n') } })));
    expect(preview).toMatchObject({ format: 'csv', delimiter: ';', encoding: 'utf-8', headerRow: 0, dates: { order: 'day-first', ambiguous: true, zoneNeeded: true }, missing: [] });
    expect(preview.columns.map(({ name, field }) => [name, field])).toEqual([['Testo', 'text'], ['Autore', 'author'], ['Data', 'createdAt'], ['Data (2)', null]]);
    expect(preview.dates.examples[0]).toEqual({ written: '03/04/2026 10:00', readAsMs: Date.UTC(2026, 3, 3, 8) });
    expect(preview.warnings.map(({ code }) => code)).toEqual(['renamed-columns']);
    expect(valueOf(await previewFile(bench.context, { file: { fileHandle: bench.file('q.csv', SMALL) } }))).toMatchObject({ format: 'twcs', confidence: 1, brandCandidates: ['AuroraHelp', 'NordCare'] });
    expect(contents()).toEqual(before);
  });
});

describe('undo', () => {
  it('takes an import back and brings it again, over restarts', async () => {
    valueOf(await bench.run(bench.file('a.csv', twcs(`2,111,True,${at(20)},second @AuroraHelp,,1`, `12,NordCare,False,${at(40)},old words,,11`))));
    const before = contents();
    valueOf(await bench.run(bench.file('b.csv', SMALL)));
    const after = contents();
    const restart = (): void => {
      closeProject(bench.project());
      bench.context.project = openProject(bench.project().path);
    };
    for (let round = 0; round < 2; round += 1) {
      restart();
      expect(undoLast(bench.project())).toBe(true);
      expect(contents()).toEqual(before);
      expect(found('hello')).toEqual([]);
      restart();
      expect(redoNext(bench.project())).toBe(true);
      expect(contents()).toEqual(after);
      expect(found('hello')).toHaveLength(1);
      expect(projectProblems(bench.project())).toEqual([]);
    }
    undoLast(bench.project());
    undoLast(bench.project());
    expect(bench.rows('SELECT (SELECT count(*) FROM message) + (SELECT count(*) FROM account) + (SELECT count(*) FROM brand) + (SELECT count(*) FROM network) AS n')).toEqual([{ n: 0 }]);
    expect(undoLast(bench.project())).toBe(false);
    redoNext(bench.project());
    redoNext(bench.project());
    expect(contents()).toEqual(after);
    expect(redoNext(bench.project())).toBe(false);
  });

  it('takes an earlier import out and leaves what a later one also holds', async () => {
    const first = valueOf(await bench.run(bench.file('a.csv', SMALL))).imports[0]?.importId ?? 0;
    valueOf(await bench.run(bench.file('b.csv', twcs(`1,111,True,${at(10)},"@AuroraHelp it is broken, ""really""",2,`, `20,555,True,${at(45)},new one,,`))));
    const both = contents();
    expect(undoImport(bench.project(), first, NOW_MS)).toBe(true);
    expect(undoImport(bench.project(), first, NOW_MS)).toBe(false);
    expect(bench.rows('SELECT native_id FROM message ORDER BY native_id')).toEqual([{ native_id: '1' }, { native_id: '20' }]);
    expect(projectProblems(bench.project())).toEqual([]);
    undoLast(bench.project());
    expect(contents()).toEqual(both);
  });

  it('forgets the archive of an undone import once something new is done', async () => {
    valueOf(await bench.run(bench.file('a.csv', SMALL)));
    undoLast(bench.project());
    expect(bench.rows('SELECT count(*) > 0 AS kept FROM undone_part')).toEqual([{ kept: 1 }]);
    valueOf(await bench.run(bench.file('b.csv', SMALL)));
    expect(bench.rows('SELECT count(*) AS n FROM undone_part')).toEqual([{ n: 0 }]);
    expect(redoNext(bench.project())).toBe(false);
  });
});

describe('an import that does not end', () => {
  it('is rolled back when the project is opened', async () => {
    valueOf(await bench.run(bench.file('a.csv', SMALL)));
    const before = contents();
    const project = bench.project();
    const importId = openImport(project, { fileName: 'x', fileHash: '', format: 'csv', mapping: '{}', timeZone: 'UTC', collectedAtMs: null, startedAtMs: 0 });
    const writer = createImportWriter(project, importId);
    const message = { network: 'x', nativeId: '2', kind: 'reply', author: { nativeId: 'new', handle: 'new', name: null, followers: 3, isBrand: null }, container: null, createdAtMs: 5, precision: 's', text: 'changed', parentNativeId: '1', rootNativeId: null, inbound: null, languageTag: null, url: null, rating: null, likes: 9, replies: null, shares: null, views: null, likedByBrand: null, line: 1 } as const;
    writer.write({ messages: [{ message, mentions: [] }, { message: { ...message, nativeId: '77' }, mentions: [{ handle: 'AuroraHelp', leading: false }] }], reactions: [], rejected: [{ line: 9, code: 'empty-row', detail: '' }] }, () => undefined);
    expect(contents()).not.toEqual(before);
    closeProject(project);
    bench.context.project = openProject(project.path);
    expect(contents()).toEqual(before);
    expect(bench.rows('SELECT count(*) AS n FROM import')).toEqual([{ n: 1 }]);
  });

  it('leaves the project as it was when cancelled at any point', async () => {
    valueOf(await bench.run(bench.file('a.csv', SMALL)));
    const before = contents();
    const path = bench.file('big.csv', `${[...madeUpTwcsRows(6000, 3)].join('\n')}\n`);
    // how many steps a phase has depends on the clock: the first of each phase is there in every run
    const phases = new Set<string>();
    valueOf(await bench.run(path, {}, { onProgress: ({ phase }) => void phases.add(phase) }));
    undoLast(bench.project());
    expect(contents()).toEqual(before);
    expect([...phases]).toEqual(expect.arrayContaining(['rows', 'links', 'mentions', 'search', 'finish']));
    for (const stopAt of [...phases].filter((phase) => phase !== 'indexes')) {
      const controller = new AbortController();
      const outcome = await bench.run(path, {}, { signal: controller.signal, onProgress: ({ phase }) => void (phase === stopAt && controller.abort()) });
      expect(outcome).toEqual({ ok: false, failure: { code: 'cancelled', message: 'cancelled; the project is as before' } });
      expect(contents()).toEqual(before);
      expect(projectProblems(bench.project())).toEqual([]);
    }
  });

  it('leaves the project as it was when the disk is full', async () => {
    valueOf(await bench.run(bench.file('a.csv', SMALL)));
    const before = contents();
    const { connection } = bench.project();
    const pages = connection.pragma('page_count', { simple: true }) as number;
    connection.pragma(`max_page_count = ${String(pages + 60)}`);
    const outcome = await bench.run(bench.file('big.csv', `${[...madeUpTwcsRows(6000, 3)].join('\n')}\n`));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    connection.pragma('max_page_count = 1073741823');
    expect(contents()).toEqual(before);
    valueOf(await bench.run(join(bench.folder, 'big.csv')));
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [name: string, content: string | Buffer, code: string, words: string])[] = [
    ['empty.csv', '', 'unreadable-file', 'the file is empty'],
    ['binary.csv', Buffer.from(Array.from({ length: 9000 }, (_, position) => (position * 31) % 256)), 'unreadable-file', 'binary data'],
    ['sheet.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'unreadable-file', 'zip archive is damaged'],
    ['columns.csv', 'alfa,beta\n1,2\n', 'unknown-format', 'missing column: text'],
    ['dates.csv', 'text,author,date\na,b,quando capita\nc,d,boh\n', 'invalid-input', 'unreadable dates'],
  ];
  it.each(cases)('%s is refused with words, and the project goes on', async (name, content, code, words) => {
    const before = contents();
    const outcome = await bench.run(bench.file(name, content));
    expect(outcome).toMatchObject({ ok: false, failure: { code } });
    expect(outcome.ok ? '' : outcome.failure.message).toContain(words);
    expect(contents()).toEqual(before);
    expect(valueOf(await bench.run(bench.file('good.csv', SMALL))).imports[0]?.messages).toBe(6);
    expect(projectProblems(bench.project())).toEqual([]);
  });
  it('a file that is gone, a project that may not be written, no project at all', async () => {
    expect(await bench.run(join(bench.folder, 'gone.csv'))).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    const project = bench.project();
    closeProject(project);
    bench.context.project = openProject(project.path, { readOnly: true });
    expect(await bench.run(bench.file('a.csv', SMALL))).toMatchObject({ ok: false, failure: { code: 'read-only-project' } });
    closeProject(bench.project());
    bench.context.project = null;
    expect(await bench.run(join(bench.folder, 'a.csv'))).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
  it('a broken quote and a wrong encoding cost a line, not the file', async () => {
    const csv = Buffer.concat([Buffer.from('id,text,author,date\n1,"open,b,2026-01-01\n2,perch'), Buffer.from([0xe9]), Buffer.from(',b,2026-01-02\n3,fine,b,2026-01-03\n')]);
    const { imports } = valueOf(await bench.run(bench.file('broken.csv', csv)));
    expect(imports[0]).toMatchObject({ messages: 2, rejected: 1, reasons: [{ code: 'broken-quote', count: 1, firstRow: 2 }] });
    expect(bench.rows('SELECT text FROM message ORDER BY native_id')).toEqual([{ text: 'perché' }, { text: 'fine' }]);
  });
  it('one file of several that fails takes the others back', async () => {
    const before = contents();
    expect(await bench.run([bench.file('a.csv', SMALL), bench.file('empty.csv', '')])).toMatchObject({ ok: false, failure: { code: 'unreadable-file' } });
    expect(contents()).toEqual(before);
  });
  it('a line of 200 MB is refused in flat memory', async () => {
    const path = join(bench.folder, 'endless.csv');
    const file = createWriteStream(path);
    file.write('id,text,author,date\n1,ok,a,2026-01-01\n2,');
    const block = Buffer.alloc(1 << 20, 'x');
    for (let piece = 0; piece < 200; piece += 1) if (!file.write(block)) await once(file, 'drain');
    file.end('\n3,ok,a,2026-01-02\n');
    await once(file, 'finish');
    const before = process.memoryUsage().rss;
    let peak = before;
    const { imports } = valueOf(await bench.run(path, {}, { onProgress: () => void (peak = Math.max(peak, process.memoryUsage().rss)) }));
    expect(imports[0]).toMatchObject({ messages: 2, rejected: 1, reasons: [{ code: 'line-too-long', count: 1, firstRow: 3 }] });
    expect((peak - before) / 1e6).toBeLessThan(150);
  });
});

describe.skipIf(referenceData() === null)('reference data', () => {
  it('imports the whole of twcs', async () => {
    const { imports } = valueOf(await bench.run(join(referenceData() ?? '', 'twcs', 'twcs_threads_17k.csv')));
    expect(imports[0]).toMatchObject({ format: 'twcs', messages: 17_459, rejected: 0, duplicates: 0, accounts: 6224 });
    expect(bench.rows('SELECT count(*) AS n FROM brand')).toEqual([{ n: 96 }]);
    expect(bench.rows(`SELECT count(*) AS n FROM message q WHERE q.source_inbound = 1 AND EXISTS (SELECT 1 FROM message a WHERE a.parent_id = q.id AND a.source_inbound = 0)`)).toEqual([{ n: 6907 }]);
    closeProject(bench.project());
    expect(readFileSync(bench.project().path).length).toBeGreaterThan(1e6);
  });
});
