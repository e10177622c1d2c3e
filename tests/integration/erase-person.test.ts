import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { forgedZip } from '../support/forged-zip.ts';
import { callerOf, type ProjectAtWork } from '../support/project-at-work.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';

const ID = '9099887766';
const HANDLE = 'zzkanarin_7';
const NAME = 'Zoraide Kanarinelli';
const PROFILE = 'Kanarinelli vola sempre altissima';
const FIRST = 'il mio pacco giallissimo non è mai arrivato in cucina';
const SECOND = 'perché la macchinetta turchesina perde acqua di continuo?';
/** Whatever would tell the person or what they wrote, in any case and cut of it. */
const CANARIES = ['zzkanarin', 'Zoraide', 'zoraide', 'Kanarinelli', 'kanarinelli', ID, 'giallissimo', 'turchesina', '176350000000000700'];

const user = (id: string, username: string, name: string, description = ''): object => ({ id, username, name, description, public_metrics: { followers_count: 12 } });
const BRAND = user('7001', 'aurora', 'Aurora');
const LEO = user('9003', 'leo', 'Leo');
const PERSON = user(ID, HANDLE, NAME, PROFILE);

function tweet(id: string, author: object, text: string, { parent, type = 'replied_to', minute }: { parent?: string; type?: string; minute: number }): string {
  return JSON.stringify({
    id, text, author_id: (author as { id: string }).id, conversation_id: parent ?? id, created_at: `2025-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`, lang: 'it', public_metrics: { retweet_count: 0, reply_count: 1, like_count: 1, quote_count: 0 },
    ...(parent === undefined ? {} : { referenced_tweets: [{ id: parent, type }] }), author, __twarc: { retrieved_at: '2025-03-02T08:00:00+00:00' },
  });
}

const [M1, M2, M3] = ['1763500000000007001', '1763500000000007002', '1763500000000007003'] as const;
const TWEETS = `${[
  tweet(M1, PERSON, `@aurora ${FIRST}`, { minute: 0 }),
  tweet('1763500000000008001', BRAND, `@${HANDLE} Ci dispiace, controlliamo subito e ti scriviamo entro domani.`, { parent: M1, minute: 5 }),
  tweet('1763500000000008002', LEO, `@${HANDLE} anche a me! «${FIRST}» e poi silenzio`, { parent: M1, minute: 6 }),
  tweet('1763500000000008003', LEO, `Ha ragione ${NAME}, vedi https://x.com/${HANDLE}/status/${M1}`, { minute: 7 }),
  tweet(M2, PERSON, `@aurora ${SECOND}`, { minute: 8 }),
  tweet(M3, PERSON, 'Grazie @leo, gentilissimo', { parent: '1763500000000008002', minute: 9 }),
  tweet('1763500000000008004', LEO, 'Buongiorno @aurora a che ora aprite?', { minute: 10 }),
].join('\n')}\n`;
const OTHER_TOOL = `id,text,author,date,parent\n${M1},"@aurora ${FIRST}",${HANDLE},2025-03-01 10:00,\n1763500000000008099,"@${HANDLE} anch'io",leo,2025-03-01 10:30,${M1}\n`;

interface Prepared {
  readonly work: ProjectAtWork;
  readonly accountId: number;
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

let built: string;

/** Rows by content about the person in every table of decisions that a fixture can write. */
function decide({ connection }: ProjectDatabase): void {
  const run = (sql: string, ...values: (string | number | null)[]): void => void connection.prepare(sql).run(...values);
  run(`INSERT INTO label_verdict VALUES ('x', 'post', ?, 1, 'trouble', NULL, NULL, NULL, 'correction', 1)`, M1);
  run(`INSERT INTO check_sample VALUES (9001, 'x', 'post', ?, 'it', 'a', 1, NULL)`, M2);
  run(`INSERT INTO promise_verdict VALUES ('x', 'reply', ?, 0, 9, 'kept', 'come dice ${NAME}', 1)`, M3);
  run(`INSERT INTO piece_route VALUES ('x', 'post', ?, 'fault', 'piece', NULL, 'Ufficio', NULL, 'open', '', 1)`, M1);
  run(`INSERT INTO piece_route VALUES ('x', 'post', '1763500000000008004', 'idea', 'piece', NULL, 'Ufficio', NULL, 'open', 'chiedere a @${HANDLE}', 1)`);
  run(`INSERT INTO piece_pair VALUES ('x', 'post', '1763500000000008004', 'x', 'post', ?, 'fault', 1, 1, 1)`, M1);
  run(`INSERT INTO question_card VALUES ('x', 'post', '1763500000000008004', 1, 'Risposta scritta', 'x', 'reply', ?, 1)`, M3);
  run(`INSERT INTO duplicate_decision VALUES ('x', 'post', '1763500000000008004', 'x', 'post', ?, 'different', 1)`, M1);
  run(`INSERT INTO identity_decision VALUES ('x', '9003', 'x', ?, 'different', 'a mano', 1)`, ID);
  run(`INSERT INTO role_decision VALUES ('x', ?, 'Aurora', 'employee', 'is-not', NULL, NULL, 1)`, ID);
  run(`INSERT INTO tribe_judgement VALUES ('value:even', 'x', ?, 'right', '', 1)`, ID);
  run(`INSERT INTO interest_memory VALUES ('x', ?, 'i1')`, ID);
  run(`INSERT INTO community_memory VALUES ('x', ?, 'c1')`, ID);
  run(`INSERT INTO own_tribe VALUES ('t1', 'Chi segue ${NAME}', ?, '', 'rule', 1)`, JSON.stringify({ op: 'people', is: [{ network: 'x', account: ID }, { network: 'x', account: '9003' }] }));
  run(`INSERT INTO tribe_edit (tribe, name, notes, at_ms) VALUES ('value:even', NULL, 'Sentire ${NAME} (@${HANDLE})', 1)`);
  run(`INSERT INTO plan_record VALUES ('canvas', 'c1', ?, 1, 1)`, JSON.stringify({ lines: { activity: { text: `Ringraziare ${NAME}: «${FIRST}»` } } }));
  run(`INSERT INTO plan_record VALUES ('one-by-one', 'l1', ?, 1, 1)`, JSON.stringify({ queue: [{ kind: 'answer', person: `x ${ID}`, message: `x post ${M1}`, state: 'open' }, { kind: 'thank', person: 'x 9003', message: null, state: 'open' }], held: [] }));
  run(`INSERT INTO plan_record VALUES ('quote', 'q1', ?, 1, 1)`, JSON.stringify({ of: { network: 'x', kind: 'post', message: M2 }, text: 'macchinetta …' }));
  const claims = JSON.parse(String(connection.prepare(`SELECT value FROM setting WHERE key = 'brand_claims'`).pluck().get())) as object[];
  run(`UPDATE setting SET value = ? WHERE key = 'brand_claims'`, JSON.stringify([...claims, { brand: null, own: false, role: 'partner', origin: 'hand', names: [HANDLE, 'altra'], containers: [] }]));
  run(`INSERT INTO rejection (import_id, line, code, detail, part, raw) VALUES (1, 77, 'missing-time', 'riga di ${HANDLE}', NULL, '${M2};${HANDLE};${SECOND}')`);
  run(`INSERT INTO journal (at_ms, command, label, forward, inverse) VALUES (1, 'findings.keep', 'findings.keep:${NAME}', '{}', '{}')`);
  run(`INSERT INTO answer VALUES ('messages.list {}', '1', ?)`, JSON.stringify({ messages: [{ text: FIRST, author: NAME }] }));
  run(`INSERT INTO reaction (import_id, network_id, target_native_id, message_id, account_id, kind, precision) SELECT 1, m.network_id, m.native_id, m.id, (SELECT id FROM account WHERE native_id = '9003'), 'like', 'none' FROM message m WHERE m.native_id = ?`, M1);
  run(`INSERT INTO reaction (import_id, network_id, target_native_id, message_id, account_id, kind, precision) SELECT 1, m.network_id, m.native_id, m.id, (SELECT id FROM account WHERE native_id = '${ID}'), 'like', 'none' FROM message m WHERE m.native_id = '1763500000000008004'`);
}

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'tribuna-erase-'));
  const engine = createEngine(testSettings(built));
  const call = callerOf(engine);
  const path = join(built, 'prova.tribuna');
  value(await call('project.create', { name: 'Prova', file: await engine.registerFile(path, 'prova.tribuna') }));
  for (const [name, content] of [['tweets.jsonl', TWEETS], [`${HANDLE}-export.csv`, smallExport(12)], ['ancora.jsonl', TWEETS.replace(PROFILE, `${PROFILE} e lontana`).replace('gentilissimo', 'gentilissimo assai')], ['altro.jsonl', TWEETS.replaceAll('2025-03-02', '2025-03-05').replace('gentilissimo', 'gentilissimo davvero')]] as const) {
    writeFileSync(join(built, name), content);
    value(await call('import.run', { files: [{ file: await engine.registerFile(join(built, name), name) }], ownBrand: { name: 'Aurora', accounts: ['aurora', 'Aurora'] } }));
  }
  // a removed import keeps an archive of what it said
  value(await call('import.undo', { importId: 4 }));
  value(await call('analyse.run', {}));
  await engine.close();
  const project = openProject(path);
  decide(project);
  closeProject(project);
  copyFileSync(path, `${path}.v5.bak`);
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

async function prepared(): Promise<Prepared> {
  const folder = temporaryFolder();
  for (const name of ['prova.tribuna', 'prova.tribuna.v5.bak']) copyFileSync(join(built, name), join(folder, name));
  const engine = testEngine(folder);
  const call = callerOf(engine);
  const path = join(folder, 'prova.tribuna');
  value(await call('project.open', { file: await engine.registerFile(path, 'prova.tribuna') }));
  const { accounts } = value(await call('privacy.find', { text: `@${HANDLE.toUpperCase()}` }));
  expect(accounts).toMatchObject([{ network: 'x', messages: 3 }]);
  const work: ProjectAtWork = {
    engine, folder, path, call, state: () => Promise.resolve(null),
    async file(name, content) {
      writeFileSync(join(folder, name), content);
      return engine.registerFile(join(folder, name), name);
    },
  };
  return { work, accountId: accounts[0]?.accountId ?? 0 };
}

function countOf({ counts }: Pick<OperationValue<'privacy.erase'>, 'counts'>, kind: string): number {
  return counts.find((each) => each.kind === kind)?.count ?? -1;
}

/** Canaries in some bytes. */
const found = (bytes: Buffer): string[] => CANARIES.filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')));

/** Canaries anywhere in a project: its bytes, its log, unpacked archives, terms of the search index. */
function foundIn(path: string): string[] {
  const left = [path, `${path}-wal`, `${path}-journal`].flatMap((file) => (existsSync(file) ? found(readFileSync(file)) : []));
  const project = openProject(path);
  try {
    for (const content of project.connection.prepare('SELECT content FROM undone_part').pluck().all() as Buffer[]) left.push(...found(inflateRawSync(content)));
    project.connection.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'message_search', 'row')`);
    left.push(...found(Buffer.from((project.connection.prepare('SELECT term FROM temp.words').pluck().all() as string[]).join(' '))));
    project.connection.exec('DROP TABLE temp.words');
    expect(projectProblems(project)).toEqual([]);
    return [...new Set(left)];
  } finally {
    closeProject(project);
  }
}

describe('erasing a person', () => {
  test('the project held them everywhere to begin with', () => {
    expect(foundIn(join(built, 'prova.tribuna')).sort()).toEqual([...CANARIES].sort());
    expect(found(readFileSync(join(built, 'prova.tribuna.v5.bak'))).length).toBeGreaterThan(4);
  });

  test('a rehearsal counts what the erasure then removes, and changes nothing', async () => {
    const { work, accountId } = await prepared();
    const before = value(await work.call('project.summary', {}));
    const rehearsal = value(await work.call('privacy.rehearse', { accountId }));
    expect(rehearsal).toMatchObject({ accounts: [{ network: 'x', name: NAME }], backups: [{ name: 'prova.tribuna.v5.bak' }] });
    expect(value(await work.call('project.summary', {}))).toEqual(before);
    expect(value(await work.call('privacy.state', {}))).toMatchObject({ suppressed: 0, receipts: [] });
    const receipt = value(await work.call('privacy.erase', { accountId, word: 'ELIMINA' }));
    expect(receipt.counts).toEqual(rehearsal.counts);
    expect(['accounts', 'messages', 'reactions', 'textsOfOthers', 'repliesKept'].map((kind) => countOf(receipt, kind))).toEqual([1, 3, 2, 3, 2]);
    for (const kind of ['requests', 'bookings', 'decisions', 'written', 'statements', 'refusedRows', 'archivedRows', 'undoSteps', 'keptAnswers', 'other']) expect(countOf(receipt, kind), kind).toBeGreaterThan(0);
  });

  test('no byte of them is left in the file, its log, its archives or its search index; what others wrote stays', async () => {
    const { work, accountId } = await prepared();
    const receipt = value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    expect(receipt.check).toMatchObject({ left: 0, ofOthers: 0, logCut: true });
    expect(receipt.check.looked).toBeGreaterThan(6);
    expect(found(readFileSync(work.path))).toEqual([]);
    const messages = value(await work.call('messages.list', { filters: { text: 'anche a me' } }));
    expect(messages.messages.map(({ text }) => text)).toEqual(['[…] anche a me! «[…]» e poi silenzio']);
    await work.engine.close();
    expect(foundIn(work.path)).toEqual([]);
  });

  test('the copy beside the project is named, and deleted when asked', async () => {
    const { work, accountId } = await prepared();
    const receipt = value(await work.call('privacy.erase', { accountId, word: 'ERASE', deleteBackups: ['../prova.tribuna', 'prova.tribuna'] }));
    expect(receipt.backups).toEqual([{ name: 'prova.tribuna.v5.bak', state: 'kept' }]);
    expect(value(await work.call('privacy.state', {})).backups.map(({ name }) => name)).toEqual(['prova.tribuna.v5.bak']);
    expect(value(await work.call('privacy.deleteBackups', { names: ['prova.tribuna', 'prova.tribuna.v5.bak'], word: 'ELIMINA' }))).toEqual({ deleted: ['prova.tribuna.v5.bak'] });
    expect(existsSync(`${work.path}.v5.bak`)).toBe(false);
    expect(existsSync(work.path)).toBe(true);
  });

  test('decisions and notes of others stay, without them', async () => {
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    await work.engine.close();
    const project = openProject(work.path);
    const { connection } = project;
    const all = (sql: string): unknown[] => connection.prepare(sql).pluck().all();
    expect(all('SELECT message FROM piece_route')).toEqual(['1763500000000008004']);
    expect(all('SELECT note FROM piece_route')).toEqual(['chiedere a […]']);
    expect(all('SELECT text FROM question_card WHERE answer_message IS NULL')).toEqual(['Risposta scritta']);
    expect(all('SELECT count(*) FROM label_verdict UNION ALL SELECT count(*) FROM role_decision UNION ALL SELECT count(*) FROM identity_decision UNION ALL SELECT count(*) FROM piece_pair')).toEqual([0, 0, 0, 0]);
    expect(JSON.parse(String(all(`SELECT body FROM plan_record WHERE kind = 'one-by-one'`)[0]))).toMatchObject({ queue: [{ person: 'x 9003' }] });
    expect(all(`SELECT body ->> '$.lines.activity.text' FROM plan_record WHERE kind = 'canvas'`)).toEqual(['Ringraziare […]: «[…]»']);
    expect(all(`SELECT id FROM plan_record WHERE kind = 'quote'`)).toEqual([]);
    expect(JSON.parse(String(all('SELECT rule FROM own_tribe')[0]))).toEqual({ op: 'people', is: [{ network: 'x', account: '9003' }] });
    expect(all('SELECT file_name FROM import ORDER BY id')).toEqual(['tweets.jsonl', '[…]-export.csv', 'ancora.jsonl', 'altro.jsonl']);
    expect(all('SELECT raw FROM rejection WHERE line = 77')).toEqual([null]);
    // answers of one thread stay one thread under a stand-in
    expect(new Set(all(`SELECT parent_native_id FROM message WHERE native_id IN ('1763500000000008001', '1763500000000008002')`)).size).toBe(1);
    expect(new Set(all(`SELECT root_id FROM message WHERE native_id IN ('1763500000000008001', '1763500000000008002')`)).size).toBe(1);
    closeProject(project);
  });

  test('it cannot be undone, and what is left can be analysed, undone and redone without them', async () => {
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: true } });
    for (let undone = true; undone;) undone = (await work.call('history.undo', {})).ok;
    for (let redone = true; redone;) redone = (await work.call('history.redo', {})).ok;
    value(await work.call('analyse.run', {}));
    expect(value(await work.call('privacy.find', { text: HANDLE })).accounts).toEqual([]);
    await work.engine.close();
    expect(foundIn(work.path)).toEqual([]);
  });

  test('an account that speaks for a brand is not erased, nor is one that is not there', async () => {
    const { work } = await prepared();
    const { accounts } = value(await work.call('privacy.find', { text: '7001' }));
    expect(await work.call('privacy.erase', { accountId: accounts[0]?.accountId ?? 0, word: 'ERASE' })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await work.call('privacy.rehearse', { accountId: 99_999 })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('importing again after an erasure', () => {
  const folderOf = async (work: ProjectAtWork): Promise<readonly (readonly [string, () => Promise<{ fileHandle: string }>])[]> => Promise.resolve([
    ['the same file', () => work.file('tweets.jsonl', TWEETS)],
    ['a fresh export with a later message', () => work.file('nuovo.jsonl', `${tweet('1763500000000008777', LEO, `@${HANDLE} che fine ha fatto?`, { parent: '1763500000000007009', minute: 40 })}\n${tweet('1763500000000007009', PERSON, 'sono turchesina e ancora in attesa di una risposta', { minute: 39 })}\n${TWEETS}`)],
    ['an archive', () => work.file('tutto.zip', forgedZip([{ name: 'a/tweets.jsonl', content: TWEETS }]))],
    ['another tool, by the handle alone', () => work.file('altro.csv', OTHER_TOOL)],
  ]);

  test.each([0, 1, 2, 3])('path %i does not bring them back', async (place) => {
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    // also where the records of others have gone meanwhile
    if (place % 2 === 0) for (const importId of [1, 3]) value(await work.call('import.undo', { importId }));
    const [name, file] = (await folderOf(work))[place] ?? [];
    if (name === undefined || file === undefined) throw new Error('no such path');
    const report = value(await work.call('import.run', { files: [{ file: await file(), ...(place === 3 ? { mapping: { columns: { id: 'id', text: 'text', author: 'author', date: 'createdAt', parent: 'parentId' }, network: 'x' } } : {}) }] }));
    const imported = report.imports[0];
    expect(imported?.suppressed, name).toBe(place === 3 ? 1 : place === 1 ? 4 : 3);
    expect(value(await work.call('import.account', { importId: imported?.importId ?? 0 })).suppressed).toBe(imported?.suppressed);
    value(await work.call('analyse.run', {}));
    const messages = value(await work.call('messages.list', { filters: { text: 'anche a me' } }));
    if (place < 3) expect(messages.messages.map(({ text }) => text)).toEqual(['[…] anche a me! «[…]» e poi silenzio']);
    await work.engine.close();
    expect(foundIn(work.path)).toEqual([]);
  });

  test('decisions from a copy that still knows them do not', async () => {
    const role = (account: string): object => ({ network: 'x', account, brand: 'Aurora', role: 'employee', verdict: 'is-not', from_ms: null, to_ms: null, at_ms: 1 });
    const label = (message: string): object => ({ network: 'x', kind: 'post', message, intents: ['trouble'], acts: null, sentiment: null, origin: 'correction', at_ms: 1 });
    const route = { network: 'x', kind: 'post', message: '1763500000000008004', piece: 'idea', scope: 'piece', department: 'care', owner: NAME, due_ms: null, state: 'collected', note: `come @${HANDLE}: «${FIRST}»`, at_ms: 2, steps: [] };
    const text = JSON.stringify({ tribunaDecisions: 1, from: 'altra copia', brand: null, madeAtMs: 1, decisions: { roles: [role(ID), role('9003')], labels: [label(M1), label('1763500000000008004')], routes: [route] } });
    expect(found(Buffer.from(text)).length).toBeGreaterThan(4);
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    const file = await work.file('altra.tribuna-decisions.json', text);
    expect(value(await work.call('decisions.preview', { file })).sections.map(({ section, total }) => [section, total])).toEqual([['roles', 1], ['labels', 1], ['routes', 1]]);
    value(await work.call('decisions.import', { file, others: 'theirs' }));
    await work.engine.close();
    const project = openProject(work.path);
    expect(project.connection.prepare('SELECT owner, note FROM piece_route').raw().all()).toEqual([['[…]', 'come […]: «[…]»']]);
    closeProject(project);
    expect(foundIn(work.path)).toEqual([]);
  });

  test('a removed import that is brought back does not bring them back', async () => {
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    value(await work.call('history.redo', {}));
    expect(value(await work.call('import.list', {})).imports.filter(({ undone }) => undone)).toEqual([]);
    await work.engine.close();
    expect(foundIn(work.path)).toEqual([]);
  });

  test('who is taken off the list by their handle comes in again, and undo puts them back on it', async () => {
    const { work, accountId } = await prepared();
    value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    expect(value(await work.call('privacy.allowAgain', { text: '@nessuno' }))).toEqual({ allowed: 0, suppressed: 1 });
    expect(value(await work.call('privacy.allowAgain', { text: `@${HANDLE}` }))).toEqual({ allowed: 1, suppressed: 0 });
    value(await work.call('history.undo', {}));
    expect(value(await work.call('privacy.state', {})).suppressed).toBe(1);
    value(await work.call('history.redo', {}));
    const report = value(await work.call('import.run', { files: [{ file: await work.file('tweets.jsonl', TWEETS) }] }));
    expect(report.imports[0]).not.toHaveProperty('suppressed');
    expect(value(await work.call('privacy.find', { text: HANDLE })).accounts).toMatchObject([{ messages: 3 }]);
  });
});

describe('receipts', () => {
  test('are kept and downloadable, and say nothing of whom', async () => {
    const { work, accountId } = await prepared();
    const receipt = value(await work.call('privacy.erase', { accountId, word: 'ERASE' }));
    expect(value(await work.call('privacy.state', {})).receipts).toEqual([receipt]);
    const json = value(await work.call('privacy.receiptFile', { number: 1, format: 'json' }));
    expect(JSON.parse(json.text)).toEqual(receipt);
    const text = value(await work.call('privacy.receiptFile', { number: 1, format: 'text', language: 'it' })).text;
    expect(text).toContain('3 messaggi rimossi');
    expect(found(Buffer.from(json.text + text))).toEqual([]);
    expect(await work.call('privacy.receiptFile', { number: 2, format: 'json' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
