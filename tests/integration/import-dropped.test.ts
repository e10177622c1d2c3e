import { inflateRawSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../src/app/handlers.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { dropVanishedTexts } from '../../src/app/import/vanished-texts.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import type { EngineOperationName, OperationInput, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { restoreDroppedReadings } from '../../src/store/dropped-readings.ts';
import { importBench, NOW_MS, valueOf, type ImportBench } from '../support/import-bench.ts';

const DAY_MS = 86_400_000;
const LATER_MS = NOW_MS + 31 * DAY_MS;
const PAGE = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
const AT = '2026-01-01T11:17:23Z';
const MIDNIGHT = Date.UTC(2025, 11, 31, 23);
const POST = 'p1,Il nuovo caffè è qui,caffeprova,2026-01-01T09:00:00Z,,,2,post,';
const BEFORE = 'c1,quando arriva in Puglia?,anna,2026-01-01T10:00:00Z,p1,1,,comment,';
const GONE = `c2,la macchina perde acqua @zanzibar,bruno-canarino,${AT},p1,2,,comment,https://example.org/canarino`;
const AFTER = 'c3,buonissimo!,carla,2026-01-01T12:00:00Z,p1,0,,comment,';

const table = (...rows: string[]): string => `id,text,author,date,parent_id,likes,replies,kind,url\n${rows.join('\n')}\n`;
const FULL = table(POST.replace(',2,post', ',3,post'), BEFORE, GONE, AFTER);
const WITHOUT = table(POST, BEFORE, AFTER);

class Work {
  readonly bench: ImportBench = importBench();
  constructor() {
    onTestFinished(() => this.bench.close());
  }
  async bring(name: string, content: string, daysAgo: number): Promise<number> {
    return valueOf(await this.bench.run(this.bench.file(name, content), { file: { mapping: PAGE, collectedAtMs: NOW_MS - daysAgo * DAY_MS } })).imports[0]?.importId ?? 0;
  }
  async call<Name extends EngineOperationName>(name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
    const dispatch = createDispatch({ handlers: allHandlers(this.bench.context), checkOutput: true, onBug: (_operation, error) => { throw error; } });
    return valueOf((await dispatch(name, input)) as Outcome<OperationValue<Name>>);
  }
  drop(): number {
    return dropVanishedTexts(this.bench.project(), LATER_MS);
  }
  /** The message that vanished, as it stands. */
  gone(): unknown {
    return this.bench.rows(`SELECT text, account_id AS author, url, precision, created_at_ms AS at FROM message WHERE native_id = 'c2'`)[0];
  }
  /** Every value of every table but the import's own description, and of every archive, as text. */
  everything(): string {
    const { connection } = this.bench.project();
    const tables = (connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'message_search_%'`).pluck().all() as string[]).filter((name) => name !== 'undone_part');
    const rows = tables.map((name) => `${name}: ${JSON.stringify(connection.prepare(`SELECT * FROM ${name}`).all())}`);
    const parts = (connection.prepare('SELECT content FROM undone_part').pluck().all() as Buffer[]).map((content) => `archive: ${inflateRawSync(content).toString('utf8')}`);
    return [...rows, ...parts].join('\n');
  }
  isSound(): void {
    expect(projectProblems(this.bench.project())).toEqual([]);
  }
}

const BLANK = { text: null, author: null, url: null, precision: 'day', at: MIDNIGHT };
/** Text, author, address and exact time of the message that vanished. */
const TOLD = ['perde acqua', 'canarino', 'zanzibar', String(Date.parse(AT))];

function tellsNothing(work: Work): void {
  const held = work.everything();
  expect(TOLD.filter((told) => held.includes(told))).toEqual([]);
}

describe('a text that was dropped because its message vanished', () => {
  it('is nowhere in the project: neither in what single imports say, nor in copies set aside, nor in what was derived', async () => {
    const work = new Work();
    await work.bring('a.csv', FULL, 40);
    await work.bring('a2.csv', FULL.replace('acqua @zanzibar', 'acqua @zanzibar!').replace(`,p1,2,,comment`, `,p1,7,,comment`), 39);
    await work.bring('a3.csv', FULL.replace('bruno-canarino', 'altro-canarino').replace(AT, '2026-01-01T11:17Z'), 38);
    await work.bring('copy.csv', table(POST, GONE.replace('c2,', 'd2,').replace(AT, '2026-01-01T11:17:24Z').replace('bruno-canarino', 'Bruno-Canarino')), 38);
    const [a = 0, b = 0] = (work.bench.rows(`SELECT id FROM message WHERE native_id IN ('c2', 'd2') ORDER BY native_id`) as { id: number }[]).map(({ id }) => id);
    await work.call('duplicates.decide', { pairs: [{ a, b, verdict: 'same' }] });
    expect(work.bench.rows('SELECT count(*) AS n FROM set_aside')).toEqual([{ n: 1 }]);
    await work.bring('b.csv', WITHOUT, 35);
    const { connection } = work.bench.project();
    const [row] = work.bench.rows(`SELECT m.id AS id, m.account_id AS author FROM message m JOIN absence x ON x.message_id = m.id AND x.state = 'vanished' WHERE m.native_id IN ('c2', 'd2')`) as { id: number; author: number }[];
    // what the analysis finds of its author and makes of its text
    connection.prepare(`INSERT INTO account_role (account_id, role, origin) VALUES (?, 'interested', 'evidence'), (?, 'customer', 'rule')`).run(row?.author, row?.author);
    connection.exec(`INSERT INTO topic (id, kind, label, terms) VALUES ('t', 'question', 'x', '[]')`);
    connection.prepare(`INSERT INTO topic_message (topic, message_id, likeness) VALUES ('t', ?, 1)`).run(row?.id);
    connection.prepare(`INSERT INTO promise (message_id, account_id, at_ms, start, "end", judged_ms, state, reason) VALUES (?, ?, 0, 0, 1, 0, 'open', '')`).run(row?.id, row?.author);
    expect(TOLD.filter((told) => !work.everything().includes(told))).toEqual([]);
    expect(work.drop()).toBe(1);
    tellsNothing(work);
    expect(work.bench.rows('SELECT (SELECT count(*) FROM topic_message) + (SELECT count(*) FROM promise) AS n')).toEqual([{ n: 0 }]);
    work.isSound();
    // still so once the copies come back and are set aside again, and with any import undone
    await work.bring('e.csv', table('e1,altro,ezio,2026-02-01T10:00:00Z,,,,comment,'), 20);
    tellsNothing(work);
    for (const importId of [2, 1, 3, 4, 5]) {
      expect(undoImport(work.bench.project(), importId, LATER_MS)).toBe(true);
      tellsNothing(work);
      work.isSound();
      expect(undoLast(work.bench.project())).toBe(true);
      tellsNothing(work);
      work.isSound();
    }
  });

  it('stays dropped when an import that also held it is brought back, whose archive forgets it too', async () => {
    const work = new Work();
    await work.bring('a.csv', FULL, 40);
    const later = await work.bring('c.csv', FULL.replace('perde acqua', 'perde acqua da ieri'), 38);
    await work.bring('b.csv', WITHOUT, 35);
    expect(undoImport(work.bench.project(), later, NOW_MS)).toBe(true);
    expect(work.drop()).toBe(1);
    expect(work.gone()).toEqual(BLANK);
    tellsNothing(work);
    expect(undoLast(work.bench.project())).toBe(true);
    expect(work.gone()).toEqual(BLANK);
    tellsNothing(work);
    work.isSound();
    expect(work.drop()).toBe(0);
  });

  it('leaves no message without its author: who wrote something else comes back with it', async () => {
    const work = new Work();
    await work.bring('a.csv', FULL, 40);
    await work.bring('b.csv', WITHOUT, 35);
    const other = 'x1,un altro pensiero,bruno-canarino,2026-01-05T10:00:00Z,,,,comment,';
    await work.bring('c.csv', table(other), 30);
    undoLast(work.bench.project());
    expect(work.drop()).toBe(1);
    expect(work.bench.rows(`SELECT 1 FROM account WHERE native_id = 'bruno-canarino'`)).toEqual([]);
    expect(redoNext(work.bench.project())).toBe(true);
    expect(work.bench.rows(`SELECT a.native_id AS author FROM message m JOIN account a ON a.id = m.account_id WHERE m.native_id = 'x1'`)).toEqual([{ author: 'bruno-canarino' }]);
    expect(work.gone()).toEqual(BLANK);
    work.isSound();
    for (let count = 0; count < 3; count += 1) expect(undoLast(work.bench.project())).toBe(true);
    expect(work.bench.rows('SELECT count(*) AS n FROM account')).toEqual([{ n: 0 }]);
    for (let count = 0; count < 3; count += 1) expect(redoNext(work.bench.project())).toBe(true);
    work.isSound();
  });

  it('leaves no reaction without who gave it', async () => {
    const work = new Work();
    const message = (id: number, who: string, more: object = {}): object => ({ id, type: 'message', date: `2026-01-0${String(id)}T10:00:00`, date_unixtime: String(Date.UTC(2026, 0, id, 9) / 1000), from: who, from_id: `user-${who}`, text: `messaggio di ${who} numero ${String(id)}`, text_entities: [], ...more });
    const reacted = { reactions: [{ type: 'emoji', count: 1, emoji: '👍', recent: [{ from: 'Carla', from_id: 'user-Carla', date: '2026-01-05T11:00:00' }] }] };
    const group = (...messages: object[]): string => JSON.stringify({ name: 'Gruppo', type: 'public_supergroup', id: 777, messages });
    const bring = async (name: string, content: string, daysAgo: number): Promise<void> => void valueOf(await work.bench.run(work.bench.file(name, content), { file: { collectedAtMs: NOW_MS - daysAgo * DAY_MS } }));
    const others = [message(1, 'Bruno'), message(3, 'Bruno'), message(4, 'Anna')];
    await bring('a.json', group(message(1, 'Bruno'), message(2, 'Carla'), message(3, 'Bruno'), message(4, 'Anna')), 40);
    await bring('b.json', group(...others), 35);
    await bring('c.json', group(message(1, 'Bruno', reacted), message(3, 'Bruno'), message(4, 'Anna')), 34);
    expect(undoLast(work.bench.project())).toBe(true);
    expect(work.drop()).toBe(1);
    expect(work.bench.rows(`SELECT 1 FROM account WHERE name = 'Carla'`)).toEqual([]);
    expect(redoNext(work.bench.project())).toBe(true);
    expect(work.bench.rows('SELECT a.name AS name FROM reaction r JOIN account a ON a.id = r.account_id')).toEqual([{ name: 'Carla' }]);
    work.isSound();
  });

  it('gives nobody the place of an account that was forgotten', async () => {
    const work = new Work();
    await work.bring('a.csv', table(POST, BEFORE, AFTER), 41);
    await work.bring('c.csv', table(POST, BEFORE, AFTER, GONE), 40);
    await work.bring('b.csv', WITHOUT, 35);
    await work.bring('d.csv', table('x1,un altro pensiero,bruno-canarino,2026-01-05T10:00:00Z,,,,comment,'), 30);
    const [bruno] = work.bench.rows(`SELECT id FROM account WHERE native_id = 'bruno-canarino'`) as { id: number }[];
    expect(undoImport(work.bench.project(), 4, NOW_MS)).toBe(true);
    expect(work.drop()).toBe(1);
    // a file brought in now must not take the number that the archive still names
    const fresh = await work.bring('e.csv', table('e1,altro,ezio,2026-02-01T10:00:00Z,,,,comment,'), 20);
    expect((work.bench.rows(`SELECT id FROM account WHERE native_id = 'ezio'`) as { id: number }[])[0]?.id).toBeGreaterThan(bruno?.id ?? 0);
    expect(undoImport(work.bench.project(), fresh, NOW_MS)).toBe(true);
    work.isSound();
  });

  it('keeps everything that was read of it but what points into the words', async () => {
    const work = new Work();
    await work.bring('a.csv', FULL, 40);
    await work.bring('b.csv', WITHOUT, 35);
    await work.call('analyse.run', {});
    const { connection } = work.bench.project();
    connection.exec(`UPDATE reading SET doubt = 1, abstained = 1, contact = 1, tone = 'both', spans = X'000003', promises = '[{"start":0,"end":3}]'`);
    const reading = (): Record<string, unknown> => work.bench.rows(`SELECT r.* FROM reading r JOIN message m ON m.id = r.message_id WHERE m.native_id = 'c2'`)[0] as Record<string, unknown>;
    const before = { ...reading(), spans: null, promises: null };
    expect(work.drop()).toBe(1);
    expect(reading()).toEqual(before);
    connection.exec('DELETE FROM reading');
    restoreDroppedReadings(work.bench.project());
    expect(reading()).toEqual(before);
    // of a text dropped by an earlier version less is known
    connection.exec(`UPDATE dropped_text SET reading = json_remove(reading, '$.doubt', '$.abstained', '$.contact', '$.tone'); DELETE FROM reading`);
    restoreDroppedReadings(work.bench.project());
    expect(reading()).toEqual({ ...before, doubt: 0, abstained: 0, contact: 0, tone: null });
  });

  it('stays vanished, on the day of an export that is all that is known of its time', async () => {
    const work = new Work();
    const reviews = (...rows: string[]): string => table(...rows.map((row) => `${row},,,,review,`));
    const first = 'r0,Ottimo caffè di prima mattina,ugo,2026-01-04T06:00:00Z';
    const others = ['r2,Torno volentieri con la famiglia,ada,2026-01-04T18:00:00Z', 'r3,Brioche sempre fresche e buone,eva,2026-01-04T19:00:00Z'];
    await work.bring('a.csv', reviews(first, 'r1,Pessimo servizio e attesa infinita,luca,2026-01-04T10:11:12Z', ...others), 40);
    await work.bring('b.csv', reviews(first, ...others), 35);
    const states = (): unknown => work.bench.rows('SELECT m.native_id AS id, x.state AS state FROM absence x JOIN message m ON m.id = x.message_id');
    expect(states()).toEqual([{ id: 'r1', state: 'vanished' }]);
    expect(work.drop()).toBe(1);
    await work.bring('c.csv', reviews('z1,Una pagina che non c’entra niente,zoe,2026-01-20T06:00:00Z'), 30);
    expect(states()).toEqual([{ id: 'r1', state: 'vanished' }]);
    undoImport(work.bench.project(), 2, NOW_MS);
    undoLast(work.bench.project());
    expect(states()).toEqual([{ id: 'r1', state: 'vanished' }]);
  });
});
