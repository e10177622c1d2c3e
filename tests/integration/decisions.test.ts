import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { comparedDecisions, takeDecisions } from '../../src/app/decisions/take-decisions.ts';
import { decisionsText, readDecisions } from '../../src/app/decisions/decisions-file.ts';
import { undoLast } from '../../src/app/project/history.ts';
import { codeSet, INTENTS, type Intent } from '../../src/domain/model/codes.ts';
import { STARTING_HOURS } from '../../src/domain/model/opening-hours.ts';
import { decisionRows, putDecisionRows, type DecisionRow, type DecisionTableName } from '../../src/store/decision-rows.ts';
import { lastDone } from '../../src/store/journal.ts';
import { openProject } from '../../src/store/open-project.ts';
import { closeProject } from '../../src/store/close-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { roleDecisions } from '../../src/store/role-decisions.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const DAY_MS = 86_400_000;
const suite = suiteEngine({ nowMs: NOW_MS });
const TABLES: readonly DecisionTableName[] = ['labels', 'identities', 'duplicates', 'promises', 'routes', 'route-steps', 'pairs', 'questions', 'tribes', 'tribe-edits', 'judgements', 'weights', 'rules', 'settings', 'plan'];

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
/** An analysed project without a decision, and one with decisions of every kind; copies are opened. */
const path = (name: string): string => join(folder, `${name}.tribuna`);

async function open(name: string, from: string): Promise<void> {
  await suite.ask('project.close', {});
  copyFileSync(path(from), path(name));
  await suite.ask('project.open', { file: await suite.engine().registerFile(path(name), `${name}.tribuna`) });
}

async function handle(text: string, name = 'x.tribuna-decisions.json'): Promise<{ fileHandle: string }> {
  const file = join(folder, `${String(Math.random()).slice(2)}-${name}`);
  writeFileSync(file, text);
  return suite.engine().registerFile(file, name);
}

/** Every table of decisions of the open project, as it stands in the file. Settings that the program keeps for itself are left out. */
async function tables(name: string): Promise<Record<string, unknown>> {
  await suite.ask('project.close', {});
  const project = openProject(path(name));
  const own = new Set(['zone_border_log2', 'trust_weights', 'lost_requesters', 'reading_abstain_below', 'include_inferred', 'opening_hours', 'brand_claims']);
  const rows = Object.fromEntries(TABLES.map((table) => [table, decisionRows(project, table).filter(({ key }) => table !== 'settings' || own.has(String(key)))]));
  const held = { ...rows, roles: roleDecisions(project) };
  closeProject(project);
  await suite.ask('project.open', { file: await suite.engine().registerFile(path(name), `${name}.tribuna`) });
  return held;
}

const rule = { id: 'parcel', name: 'Pacchi', language: 'any' as const, direction: 'inbound' as const, code: 'trouble' as const, effect: 'on' as const, lines: ['pacco ..3 arriva*'], matches: ['il pacco non mi arriva'], rejects: ['il pacco è bello'] };

async function decideEverything(): Promise<void> {
  const { messages } = await suite.ask('messages.list', { size: 200, direction: 'inbound', orderBy: 'oldest' });
  const [first, second, third] = messages;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no messages');
  await suite.ask('labels.set', { labels: [{ messageId: first.messageId, intents: ['praise', 'information'], sentiment: 'positive' }, { messageId: second.messageId, intents: ['other'] }] });
  const { people } = await suite.ask('people.list', { size: 6 });
  const accounts = people.map(({ accountId }) => accountId);
  await suite.ask('roles.decide', { decisions: [{ accountId: accounts[4] ?? 0, role: 'press', verdict: 'is' }, { accountId: accounts[5] ?? 0, role: 'employee', brand: 'Aurora', verdict: 'is', fromMs: NOW_MS - DAY_MS }] });
  await suite.ask('brand.assign', { name: 'Bottega', own: false, accounts: ['Bottega', 'bottega.caffe'] });
  await suite.ask('identity.decide', { pairs: [{ a: accounts[2] ?? 0, b: accounts[3] ?? 0 }], verdict: 'different' });
  const { promises } = await suite.ask('promises.list', {});
  const [promise] = promises;
  if (promise !== undefined) await suite.ask('promises.decide', { messageId: promise.messageId, start: promise.start, state: 'kept', note: 'spedito' });
  const { pieces } = await suite.ask('lost.pieces', { kinds: ['idea'], orderBy: 'age' });
  const [idea, other] = pieces;
  if (idea !== undefined && other !== undefined) {
    await suite.ask('lost.route', { subjects: [{ messageId: idea.messageId, piece: 'idea' }], department: 'product', owner: 'Marta', dueMs: NOW_MS + DAY_MS, state: 'collected', note: 'da vedere' });
    await suite.ask('lost.regroup', { piece: 'idea', messageId: idea.messageId, otherId: other.messageId, together: true });
  }
  await suite.ask('tribes.save', { name: 'Chi ha scritto molto', rule: { op: 'number', of: 'messages', from: 2 } });
  await suite.ask('tribes.edit', { id: 'value:even', name: 'I baristi', notes: 'da sentire' });
  await suite.ask('value.setWeights', { weights: { 'peer-help': 3 }, note: 'chi aiuta vale di più' });
  await suite.ask('value.setZoneBorder', { borderLog2: 1.5 });
  await suite.ask('trust.setWeights', { weights: { promises: 1, reciprocity: 1, 'tie-strength': 0, care: 2, advocacy: 0 } });
  await suite.ask('lost.setRequesters', { requesters: 7 });
  await suite.ask('dictionary.save', { rules: [rule] });
  await suite.ask('clock.setCalendar', { hours: STARTING_HOURS });
  await suite.ask('reading.setThreshold', { abstainBelow: 0.2 });
  const { id } = await suite.ask('findings.keep', { sentence: 'Chi chiede aspetta.', language: 'it', evidence: { messageIds: [first.messageId, third.messageId] }, address: 'response?by=none' });
  await suite.ask('findings.change', { id, state: 'accepted', owner: 'Marta', dueMs: NOW_MS + 3 * DAY_MS });
  await suite.ask('canvas.save', { tribe: 'value:even', lines: { insight: { text: 'Chiedono orari.', findingId: id } }, owner: 'Luca', dueMs: NOW_MS + DAY_MS });
  await suite.ask('strategy.setGate', { gate: 'goals', document: 'Verbale', owner: 'Marta' });
  await suite.ask('strategy.setCrisisPlan', { lines: { speaks: 'Marta' } });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-decisions-'));
  writeFileSync(join(folder, 'export.csv'), smallExport());
  await suite.ask('project.create', { name: 'Empty', file: await suite.engine().registerFile(path('empty'), 'empty.tribuna') });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(join(folder, 'export.csv'), 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] });
  await suite.ask('analyse.run', {});
  await suite.ask('project.close', {});
  await suite.ask('project.open', { file: await suite.engine().registerFile(path('empty'), 'empty.tribuna') });
  await open('decided', 'empty');
  await decideEverything();
  await suite.ask('analyse.run', {});
}, 120_000);

async function exported(): Promise<OperationValue<'decisions.export'>> {
  await open('source', 'decided');
  return suite.ask('decisions.export', {});
}

/** A file without when it was made and which names of versions, order and time differ between copies. */
const bare = (text: string): unknown => {
  const { decisions } = JSON.parse(text) as { decisions: unknown };
  return JSON.parse(JSON.stringify(decisions, (name, value: unknown) => (['at_ms', 'made_ms', 'changed_ms', 'note'].includes(name) ? null : value)));
};

/** Labels and canvases of a made-up copy. */
interface Decided {
  readonly labels: readonly { readonly at: number; readonly sentiment: string; readonly intents: readonly Intent[] }[];
  readonly canvases: readonly { readonly tribe: string; readonly owner: string; readonly dueMs: number | null }[];
}

/** Lets a copy of the empty project be worked on without an engine. */
function worked<Value>(name: string, work: (project: ProjectDatabase) => Value): Value {
  copyFileSync(path('empty'), path(name));
  const project = openProject(path(name));
  try {
    return work(project);
  } finally {
    closeProject(project);
  }
}

const held = (project: ProjectDatabase): unknown => TABLES.map((table) => (table === 'settings' ? [] : decisionRows(project, table)));

describe('a file of decisions', () => {
  it('carries whatever was decided: into an empty copy all of it, into one that decided otherwise what is chosen, and back', () => {
    const messages = worked('names', (project) => project.connection.prepare('SELECT n.code AS network, m.kind AS kind, m.native_id AS message FROM message m JOIN network n ON n.id = m.network_id ORDER BY m.id LIMIT 12').all() as Pick<DecisionRow, 'network' | 'kind' | 'message'>[]);
    const label = fc.record({ at: fc.nat({ max: 11 }), sentiment: fc.constantFrom('positive', 'negative', 'neutral'), intents: fc.uniqueArray(fc.constantFrom(...INTENTS), { minLength: 1, maxLength: 3 }) });
    const canvas = fc.record({ tribe: fc.constantFrom('value:even', 'value:gives-more', 'role:press'), owner: fc.string({ maxLength: 12 }), dueMs: fc.option(fc.nat()) });
    const decisions = fc.record({ labels: fc.uniqueArray(label, { selector: ({ at }) => at, maxLength: 8 }), canvases: fc.uniqueArray(canvas, { selector: ({ tribe }) => tribe, maxLength: 3 }) });
    const lay = (project: ProjectDatabase, { labels, canvases }: Decided): void => {
      putDecisionRows(project, 'labels', { remove: [], add: labels.map(({ at, sentiment, intents }): DecisionRow => ({ ...messages[at], intents: codeSet(INTENTS, intents), primary_intent: intents[0] ?? null, acts: null, primary_act: null, sentiment, origin: 'correction', at_ms: 1 })) });
      putDecisionRows(project, 'plan', { remove: [], add: canvases.map(({ tribe, owner, dueMs }): DecisionRow => ({ kind: 'canvas', id: tribe, body: JSON.stringify({ lines: {}, owner, dueMs }), made_ms: 1, changed_ms: 1 })) });
    };
    fc.assert(fc.property(decisions, decisions, (theirs, mine) => {
      const { text, rows } = worked('theirs', (project) => {
        lay(project, theirs);
        return { text: decisionsText(project, NOW_MS).text, rows: held(project) };
      });
      const file = readDecisions(text);
      if (!file.ok) throw new Error(file.failure.message);
      worked('empty-copy', (project) => {
        const compared = comparedDecisions(project, file.value);
        expect(compared.every(({ standing }) => standing === 'new')).toBe(true);
        takeDecisions(project, compared, { from: '', atMs: NOW_MS });
        expect(held(project)).toEqual(rows);
        expect(comparedDecisions(project, file.value).every(({ standing }) => standing === 'same')).toBe(true);
      });
      worked('mine', (project) => {
        lay(project, mine);
        const before = held(project);
        takeDecisions(project, comparedDecisions(project, file.value).filter(({ standing }) => standing !== 'same'), { from: '', atMs: NOW_MS });
        expect(comparedDecisions(project, file.value).every(({ standing }) => standing === 'same')).toBe(true);
        // where the two say the same there is nothing to take in, and nothing to take back
        if (lastDone(project)?.command === 'decisions.import') undoLast(project);
        expect(held(project)).toEqual(before);
      });
    }), { numRuns: 12 });
  });

  it('holds no number of a row and no text of a message', async () => {
    const { text, decisions, fileName } = await exported();
    expect(fileName).toMatch(/\.tribuna-decisions\.json$/);
    expect(decisions).toBeGreaterThan(15);
    expect(text).not.toContain('messageId"');
    expect(text).not.toContain('La mia carta non funziona');
    const { decisions: held } = JSON.parse(text) as { decisions: Record<string, unknown[]> };
    expect(Object.keys(held)).toEqual(['brands', 'roles', 'identities', 'labels', 'rules', 'promises', 'routes', 'pairs', 'tribes', 'tribe-edits', 'weights', 'hours', 'settings', 'plan'].filter((name) => name in held));
    const finding = (held['plan'] as { kind: string; body: { evidence: { messageIds: unknown[] } } }[]).find(({ kind }) => kind === 'finding');
    expect(finding?.body.evidence.messageIds).toHaveLength(2);
    expect(finding?.body.evidence.messageIds[0]).toEqual(['x', expect.any(String), expect.any(String)]);
  });

  it('brings the same decisions into a copy with the same imports, once, and undo takes all of them back', async () => {
    const { text } = await exported();
    await open('copy', 'empty');
    const before = await tables('copy');
    const file = await handle(text);
    const preview = await suite.ask('decisions.preview', { file });
    expect(preview.sections.every(({ total, new: fresh, absent }) => fresh === total && absent === 0)).toBe(true);
    expect(preview.total).toBe(0);
    const taken = await suite.ask('decisions.import', { file });
    expect(taken).toMatchObject({ kept: 0, absent: 0, refused: 0 });
    expect(bare((await suite.ask('decisions.export', {})).text)).toEqual(bare(text));
    const source = await tables('copy');
    const again = await suite.ask('decisions.import', { file });
    expect(again).toMatchObject({ taken: 0, kept: 0, same: taken.taken });
    expect(await tables('copy')).toEqual(source);
    await suite.ask('analyse.run', {});
    await suite.ask('history.undo', {});
    expect(await tables('copy')).toEqual(before);
    await suite.ask('history.redo', {});
    expect(await tables('copy')).toEqual(source);
  });

  it('shows what conflicts, and takes the side that is chosen', async () => {
    const { text } = await exported();
    await open('other', 'decided');
    const { findings } = await suite.ask('findings.list', {});
    await suite.ask('findings.change', { id: findings[0]?.id ?? '', owner: 'Paola' });
    await suite.ask('value.setZoneBorder', { borderLog2: 2 });
    const file = await handle(text);
    const preview = await suite.ask('decisions.preview', { file });
    expect(preview.conflicts.map(({ section, fields }) => ({ section, fields }))).toEqual([
      { section: 'settings', fields: [{ field: 'value', mine: 2, theirs: 1.5 }] },
      { section: 'plan', fields: [{ field: 'owner', mine: 'Paola', theirs: 'Marta' }] },
    ]);
    const owner = preview.conflicts.find(({ section }) => section === 'plan');
    expect(await suite.ask('decisions.import', { file, choices: [{ key: owner?.key ?? '', side: 'theirs' }] })).toMatchObject({ taken: 1, kept: 1 });
    expect((await suite.ask('findings.list', {})).findings[0]).toMatchObject({ owner: 'Marta' });
    expect((await suite.ask('value.zoneBorder', {})).borderLog2).toBe(2);
    await suite.ask('history.undo', {});
    expect((await suite.ask('findings.list', {})).findings[0]).toMatchObject({ owner: 'Paola' });
  });

  it('leaves out what is about messages that are not here', async () => {
    const { text } = await exported();
    await suite.ask('project.create', { name: 'Elsewhere' });
    const file = await handle(text);
    const preview = await suite.ask('decisions.preview', { file });
    expect(preview.sections.find(({ section }) => section === 'labels')).toMatchObject({ total: 2, absent: 2 });
    const taken = await suite.ask('decisions.import', { file });
    expect(taken.absent).toBeGreaterThan(3);
    expect((await suite.ask('findings.list', {})).findings).toMatchObject([{ sentence: 'Chi chiede aspetta.', evidence: null }]);
  });

  it('is refused whole when it is damaged, foreign, newer or means harm', async () => {
    const { text } = await exported();
    await open('kept', 'empty');
    const before = await tables('kept');
    const plan = (JSON.parse(text) as { decisions: { plan: unknown[] } }).decisions.plan;
    const changed = (change: (file: { tribunaDecisions: unknown; decisions: Record<string, unknown[]> }) => void): string => {
      const file = JSON.parse(text) as { tribunaDecisions: unknown; decisions: Record<string, unknown[]> };
      change(file);
      return JSON.stringify(file);
    };
    const deep = `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`;
    const damaged: readonly [string, RegExp][] = [
      ['', /no file of decisions/], [text.slice(0, text.length / 2), /no valid JSON/], ['{"tribunaRules":1,"rules":[]}', /no file of decisions/], ['[1,2]', /no file of decisions/],
      [changed((file) => { file.tribunaDecisions = 2; }), /newer Tribuna/], [changed((file) => { file.tribunaDecisions = 'one'; }), /damaged/],
      [changed((file) => { file.decisions['labels'] = [{ network: 'twitter', kind: 'comment', message: 12, intents: ['anger'] }]; }), /damaged/],
      [changed((file) => { file.decisions['spells'] = []; }), /unknown kind/],
      [changed((file) => { file.decisions['settings'] = [{ name: 'zone-border', value: 1 }, { name: 'zone-border', value: 2 }]; }), /twice/],
      [changed((file) => { file.decisions['settings'] = [{ name: 'zone-border', value: 90 }]; }), /damaged/],
      [changed((file) => { file.decisions['rules'] = [{ ...rule, lines: ['((('], matches: [], rejects: [] }]; }), /rules of reading|damaged/],
      [changed((file) => { file.decisions['plan'] = [...plan, { kind: 'finding', id: 'x', body: { sentence: 4 }, made_ms: 1, changed_ms: 1, found_words: null }]; }), /damaged/],
      [text.replace('"kind": "finding"', '"__proto__": {"admin": true}, "kind": "finding"'), /refused/], [text.replace('"brand": "Aurora"', `"brand": ${deep}`), /refused/],
      [changed((file) => { file.decisions['tribes'] = [['a', 'b'], ['b', 'a']].map(([code = '', other = '']) => ({ code, name: code, rule: { op: 'tribe', is: [`own:${other}`] }, source: '', origin: 'rule', at_ms: 1 })); }), /rest on each other/],
    ];
    for (const [content, words] of damaged) {
      const outcome = await suite.engine().call('decisions.import', { file: await handle(content), others: 'theirs' });
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
      expect(outcome.ok ? '' : outcome.failure.message).toMatch(words);
    }
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    expect(await tables('kept')).toEqual(before);
    expect(await suite.ask('app.state', {})).toMatchObject({ project: { undo: 'import:export.csv' } });
  });
});
