import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deriveRequests } from '../../src/app/analyse/derive-requests.ts';
import { readStage } from '../../src/app/analyse/read-stage.ts';
import { storeStageState } from '../../src/store/stage-queries.ts';
import { readingDefinition } from '../../src/app/analyse/project-reader.ts';
import { templatesUpTo } from '../../src/app/analyse/template-marks.ts';
import { labelHandlers } from '../../src/app/decide/label-handlers.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import { deriveRoles } from '../../src/app/roles/derive-roles.ts';
import { roleHandlers } from '../../src/app/roles/role-handlers.ts';
import { derivePromises } from '../../src/app/trust/derive-promises.ts';
import { deriveValue } from '../../src/app/value/derive-value.ts';
import { forgetDerived } from '../../src/store/derive-marks.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { importBench, NOW_MS, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';
import { numbersFrom } from '../support/project-at-work.ts';
import { smallExport } from '../support/small-export.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2025, 2, 3, 9);
const ASKED = [
  'La mia carta non funziona da ieri, potete aiutarmi?', 'My order arrived broken and nobody answers', 'A che ora aprite domenica?', 'Vorrei comprare la macchina nuova, quanto costa?', 'Sarebbe bello avere una tessera digitale',
  'Grazie mille, siete stati gentilissimi!', 'Sono cliente da dieci anni e adoro questo posto', 'Lavoro per Aurora e posso dirvi che ci teniamo', 'Basta provare a spegnere e riaccendere, a me funziona', 'Grazie, ora funziona! @anna',
];
const ANSWERED = [
  'Ci dispiace molto, controlliamo subito e ti scriviamo entro domani.', 'Sorry about that, we will send a replacement by Friday.', 'Apriamo alle otto, ti aspettiamo.', 'Scrivici in privato il numero d’ordine, così possiamo controllare subito. ^AB',
  'Ecco fatto, il rimborso è partito ora.', 'Ci dispiace molto, controlliamo subito e ti scriviamo entro domani, promesso.',
];
const PEOPLE = ['anna', 'bruno', 'carla', 'dora', 'elio', 'franca', 'gino', 'helpbot', 'ivo', 'Giulia di Aurora'];
const BRANDS = ['Aurora', 'Bottega'];
const SETTING = { ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['Pagina'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] };

/** Writes files of conversations that go on from file to file, some of which answer messages that come later. */
function exportsOf(below: (limit: number) => number): (linked: boolean) => string {
  const known: string[] = [];
  let next = 1;
  let atMs = START_MS;
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return (linked) => {
    const rows: string[] = [];
    const late: string[] = [];
    for (let count = 6 + below(14); count > 0; count -= 1) {
      const id = `c${next}`;
      next += 1;
      const isReply = known.length > 0 && below(3) > 0;
      const brand = isReply && below(2) === 0 ? one(BRANDS) : null;
      atMs += brand !== null && below(3) === 0 ? below(50) * 1000 : below(600) * MINUTE_MS;
      const parent = !isReply ? '' : below(12) === 0 ? `c${next + below(20)}` : below(3) === 0 ? one(known) : (known.at(-1) ?? '');
      const text = brand === null ? `${below(4) === 0 ? `@${one(BRANDS)} ` : ''}${one(ASKED)}` : `${below(3) === 0 ? `@${one(PEOPLE.slice(0, 6))} ` : ''}${one(ANSWERED.slice(0, 1 + below(ANSWERED.length)))}`;
      const row = `${id},"${text}",${brand ?? one(PEOPLE)},${new Date(atMs).toISOString()},${linked ? parent : ''},${below(9)},${below(4)}`;
      if (below(8) === 0) late.push(row);
      else rows.push(row);
      known.push(id);
    }
    return `id,text,author,date,parent_id,likes,replies\n${[...rows, ...(below(2) === 0 ? late : [])].join('\n')}\n`;
  };
}

interface Work {
  readonly templates: boolean;
  readonly roles: boolean;
  readonly requests: boolean;
  readonly promises: boolean;
}

/** Brings everything up to date. True: made anew. */
async function derived(project: ProjectDatabase): Promise<Work> {
  const templates = templatesUpTo(project) === null;
  await readStage.run(project, { seed: 1 }, QUIET_CALL);
  storeStageState(project, { name: 'read', state: { definitionVersion: readingDefinition(project), inputVersion: 'test' }, atMs: 0 });
  const roles = deriveRoles(project, () => undefined).whole;
  const requests = deriveRequests(project, { nowMs: null, call: QUIET_CALL }).whole;
  const promises = derivePromises(project, { nowMs: null, call: QUIET_CALL }).whole;
  deriveValue(project, { seed: 1, signal: QUIET_CALL.signal, onProgress: () => undefined });
  return { templates, roles, requests, promises };
}

const TABLES = [
  'SELECT message_id, direction, acts, intents FROM reading ORDER BY 1', 'SELECT * FROM template_reply ORDER BY 1', 'SELECT account_id, brand_id, role, from_ms, to_ms, origin FROM account_role ORDER BY 1, 3, 2, 6, 4', 'SELECT * FROM role_proposal ORDER BY account_id, role, brand_id',
  'SELECT * FROM account_flag ORDER BY 1, 2, 3', 'SELECT * FROM busy_place ORDER BY 1, 2, 3', 'SELECT * FROM inferred_parent ORDER BY 1', 'SELECT * FROM request ORDER BY id', 'SELECT * FROM compliment ORDER BY id', 'SELECT * FROM request_part ORDER BY 1, 2', 'SELECT * FROM request_unread ORDER BY 1, 2',
  'SELECT * FROM linked_place ORDER BY 1, 2', 'SELECT * FROM seen_brand ORDER BY 1, 2, 3, 4', 'SELECT * FROM import_watch ORDER BY 1, 2', 'SELECT * FROM import_brand ORDER BY 1, 2', 'SELECT * FROM watched_place ORDER BY 1', 'SELECT * FROM promise ORDER BY id', 'SELECT * FROM promise_watch ORDER BY 1', 'SELECT * FROM booking ORDER BY id',
];

function rows({ connection }: ProjectDatabase): Record<string, unknown[]> {
  return Object.fromEntries(TABLES.map((sql) => [sql, connection.prepare(sql).raw().all()]));
}

/** The same project with everything made anew. */
async function remade(project: ProjectDatabase): Promise<Record<string, unknown[]>> {
  const image = project.connection.serialize();
  // a copy in memory keeps no log beside it: bytes 18 and 19 say so
  image.fill(1, 18, 20);
  const copy: ProjectDatabase = { ...project, connection: new Database(image) };
  forgetDerived(copy);
  expect(await derived(copy)).toEqual({ templates: true, roles: true, requests: true, promises: true });
  const made = rows(copy);
  copy.connection.close();
  return made;
}

async function sameAsAnew(bench: ImportBench, step: string): Promise<Work> {
  const project = bench.project();
  const work = await derived(project);
  const anew = await remade(project);
  const now = rows(project);
  for (const table of TABLES) expect({ step, table, rows: now[table] }).toEqual({ step, table, rows: anew[table] });
  return work;
}

describe('what is followed up', () => {
  it.each([1, 2, 3, 4])('is to the row what is made anew, whatever changes (%i)', async (seed) => {
    const below = numbersFrom(seed);
    const bench = importBench();
    onTestFinished(() => bench.close());
    const { context } = bench;
    const write = exportsOf(below);
    let files = 0;
    const bring = async (linked: boolean): Promise<void> => {
      const path = bench.file(`part-${files}.csv`, write(linked));
      files += 1;
      valueOf(await bench.run(path, { ...SETTING, file: { mapping: { columns: {}, network: linked ? 'facebook' : 'instagram', kind: 'comment', container: { name: linked ? 'Pagina' : 'Bacheca', kind: 'page' } }, ...(below(2) === 0 ? {} : { collectedAtMs: NOW_MS - below(50) * 86_400_000 }) } }));
    };
    const someone = (): number => (bench.rows(`SELECT id FROM account WHERE native_id NOT IN ('Aurora', 'Bottega') ORDER BY id`) as { id: number }[])[below(5)]?.id ?? 1;
    const someMessage = (): number => (bench.rows('SELECT m.id FROM message m JOIN reading r ON r.message_id = m.id WHERE r.direction = ? ORDER BY m.id', 'inbound') as { id: number }[])[below(12)]?.id ?? 1;
    for (const linked of [true, false, true]) await bring(linked);
    await sameAsAnew(bench, 'first');
    const kept = { templates: 0, roles: 0, requests: 0, promises: 0 };
    for (let step = 0; step < 9; step += 1) {
      const what = ['file', 'file', 'file', 'place', 'label', 'role', 'undo', 'removal'][step < 3 ? 0 : below(8)] ?? 'file';
      if (what === 'file' || what === 'place') await bring(what === 'file');
      if (what === 'label') valueOf(await Promise.resolve(labelHandlers(context)['labels.set']({ labels: [{ messageId: someMessage(), intents: below(2) === 0 ? ['idea', 'praise'] : ['trouble'] }] }, QUIET_CALL)));
      if (what === 'role') valueOf(await Promise.resolve(roleHandlers(context)['roles.decide']({ decisions: [{ accountId: someone(), brand: 'Aurora', fromMs: null, toMs: null, role: (['partner', 'bot', 'employee', 'voice'] as const)[below(4)] ?? 'bot', verdict: 'is' }] }, QUIET_CALL)));
      if (what === 'undo' && undoLast(bench.project()) && below(2) === 0) redoNext(bench.project());
      if (what === 'removal') undoImport(bench.project(), 1 + below(files), NOW_MS);
      const work = await sameAsAnew(bench, `${step} ${what}`);
      for (const part of ['templates', 'roles', 'requests', 'promises'] as const) if (!work[part]) kept[part] += 1;
    }
    expect(Math.min(...Object.values(kept))).toBeGreaterThanOrEqual(3);
  }, 300_000);

  it('judges a quick reply that only a later change brings up apart, by all replies of its file, and nothing else anew', async () => {
    const bench = importBench();
    onTestFinished(() => bench.close());
    const [asked = '', answered = ''] = [ASKED[0], ANSWERED[0]];
    const row = (id: string, text: string, author: string, seconds: number, parent = ''): string => `${id},"${text}",${author},${new Date(START_MS + seconds * 1000).toISOString()},${parent},0,0`;
    // what anna says again an hour later belongs to what was answered already, so nobody asks what the quick reply to it is
    const others = PEOPLE.slice(1, 7).flatMap((person, place) => [row(`q${place}`, asked, person, 9000 + place * 900), row(`a${place}`, answered, 'Aurora', 9020 + place * 900, `q${place}`)]);
    const rows = [row('c1', asked, 'anna', 0), row('c2', 'Abbiamo sistemato la carta, buona giornata.', 'Aurora', 600, 'c1'), row('c3', asked, 'anna', 3600), row('c4', answered, 'Aurora', 3620, 'c3'), ...others];
    valueOf(await bench.run(bench.file('first.csv', `id,text,author,date,parent_id,likes,replies\n${rows.join('\n')}\n`), { ...SETTING, file: { mapping: { columns: {}, network: 'facebook', kind: 'comment', container: { name: 'Pagina', kind: 'page' } } } }));
    await derived(bench.project());
    const idOf = (native: string): number => (bench.rows(`SELECT id FROM message WHERE native_id = ?`, native) as { id: number }[])[0]?.id ?? 0;
    const verdict = (): unknown[] => bench.rows('SELECT automatic FROM hasty_reply WHERE message_id = ?', idOf('c4'));
    expect(verdict()).toEqual([]);
    valueOf(await Promise.resolve(labelHandlers(bench.context)['labels.set']({ labels: [{ messageId: idOf('c1'), intents: ['praise'] }] }, QUIET_CALL)));
    expect(await sameAsAnew(bench, 'label')).toMatchObject({ requests: false, promises: false });
    expect(verdict()).toEqual([{ automatic: 1 }]);
  }, 120_000);

  it('works on what is new, in proportion to it and not to the rest', async () => {
    const work = async (threads: number): Promise<{ readonly accounts: number; readonly messages: number; readonly conversations: number }> => {
      const bench = importBench();
      onTestFinished(() => bench.close());
      const lines = smallExport(threads + 10).trimEnd().split('\n');
      const isNew = (line: string): boolean => Number(line.slice(0, line.indexOf(','))) >= 10_000 + threads * 10;
      const [head = '', ...rest] = lines;
      for (const [place, part] of [rest.filter((line) => !isNew(line)), rest.filter(isNew)].entries()) {
        valueOf(await bench.run(bench.file(`part-${place}.csv`, `${[head, ...part].join('\n')}\n`), SETTING));
        if (place === 0) await derived(bench.project());
      }
      const project = bench.project();
      await readStage.run(project, { seed: 1 }, QUIET_CALL);
      const roles = deriveRoles(project, () => undefined);
      const requests = deriveRequests(project, { nowMs: null, call: QUIET_CALL });
      const promises = derivePromises(project, { nowMs: null, call: QUIET_CALL });
      expect([roles.whole, requests.whole, promises.whole]).toEqual([false, false, false]);
      expect(deriveRequests(project, { nowMs: null, call: QUIET_CALL })).toEqual({ whole: false, messages: 0 });
      expect(deriveRoles(project, () => undefined)).toMatchObject({ whole: false, accounts: 0 });
      return { accounts: roles.accounts, messages: requests.messages, conversations: promises.conversations };
    };
    const few = await work(120);
    expect(few.messages).toBeLessThan(80);
    expect(few.accounts).toBeLessThan(20);
    const many = await work(360);
    expect(many.messages).toBeLessThan(80);
    expect(many.accounts).toBe(few.accounts);
    expect(many.conversations).toBeLessThanOrEqual(few.conversations + 12);
  }, 120_000);
});
