import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedPackages } from '../../scripts/shipped-packages.ts';
import { operations, type OperationInput, type OperationName, type OperationValue } from '../../src/contract/operations.ts';
import { failureSchema, type Outcome } from '../../src/contract/outcome.ts';
import { STARTING_HOURS } from '../../src/domain/model/opening-hours.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine, testSettings } from '../support/test-engine.ts';

let built: string;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'tribuna-contract-'));
  writeFileSync(join(built, 'export.csv'), smallExport());
  const engine = createEngine(testSettings(built));
  await engine.call('project.create', { name: 'small', file: await engine.registerFile(join(built, 'small.tribuna'), 'small.tribuna') });
  const imported = await engine.call('import.run', { files: [{ file: await engine.registerFile(join(built, 'export.csv'), 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] });
  expect(imported).toMatchObject({ ok: true });
  expect(await engine.call('analyse.run', {})).toMatchObject({ ok: true, value: { didWork: true } });
  await engine.close();
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

/** An engine with a fresh copy of the analysed project open, and a handle of the export it came from. */
async function opened(): Promise<{ engine: Engine; folder: string; csv: { fileHandle: string } }> {
  const folder = temporaryFolder();
  const path = join(folder, 'small.tribuna');
  copyFileSync(join(built, 'small.tribuna'), path);
  const engine = testEngine(folder);
  expect(await engine.call('project.open', { file: await engine.registerFile(path, 'small.tribuna') })).toMatchObject({ ok: true });
  return { engine, folder, csv: await engine.registerFile(join(built, 'export.csv'), 'export.csv') };
}

/** A project of the list that is not the one that is open. */
async function aside({ engine, folder }: Awaited<ReturnType<typeof opened>>): Promise<string> {
  expect(await engine.call('project.saveCopy', { file: await engine.registerFile(join(folder, 'aside.tribuna'), 'aside.tribuna') })).toMatchObject({ ok: true });
  const state = (await engine.call('app.state', {})) as Outcome<OperationValue<'app.state'>>;
  return state.ok ? (state.value.recent.find(({ name }) => name === 'aside')?.id ?? '') : '';
}

/** A message that is drawn for the check of the reading. */
async function drawnMessage({ engine }: Awaited<ReturnType<typeof opened>>): Promise<number> {
  expect(await engine.call('check.draw', { size: 20 })).toMatchObject({ ok: true });
  const next = (await engine.call('check.next', { size: 1 })) as Outcome<OperationValue<'check.next'>>;
  return next.ok ? (next.value.messages[0]?.messageId ?? 0) : 0;
}

/** An account that speaks for no brand. */
async function erasable({ engine }: Awaited<ReturnType<typeof opened>>): Promise<number> {
  const listed = (await engine.call('people.list', { size: 50 })) as Outcome<OperationValue<'people.list'>>;
  return listed.ok ? (listed.value.people.find(({ roles }) => roles.every(({ role }) => role !== 'voice'))?.accountId ?? 0) : 0;
}

/** The receipt of an erasure. */
async function receipt(at: Awaited<ReturnType<typeof opened>>): Promise<number> {
  const erased = (await at.engine.call('privacy.erase', { accountId: await erasable(at), word: 'ERASE' })) as Outcome<OperationValue<'privacy.erase'>>;
  return erased.ok ? erased.value.number : 0;
}

/** A message that holds a piece of value. */
async function lostPiece({ engine }: Awaited<ReturnType<typeof opened>>, kind: 'idea' | 'fault', place = 0): Promise<number> {
  const listed = (await engine.call('lost.pieces', { kinds: [kind], orderBy: 'age' })) as Outcome<OperationValue<'lost.pieces'>>;
  return listed.ok ? (listed.value.pieces[place]?.messageId ?? 0) : 0;
}

/** A file of comments that came back from a room of the open project. */
async function returnedComments({ engine, folder }: Awaited<ReturnType<typeof opened>>): Promise<{ fileHandle: string }> {
  const made = (await engine.call('present.room', {})) as Outcome<OperationValue<'present.room'>>;
  const html = made.ok ? Buffer.from(made.value.file.base64, 'base64').toString('utf8') : '';
  const [, deliverable = ''] = /&quot;deliverable&quot;:&quot;([0-9a-f]+)/.exec(html) ?? [];
  const [, seal = ''] = /&quot;seal&quot;:&quot;([0-9a-f]+)/.exec(html) ?? [];
  const path = join(folder, 'back.comments.json');
  writeFileSync(path, JSON.stringify({ format: 'tribuna-comments', version: 1, deliverable, seal, report: { title: 'x', day: '2026-07-01' }, author: 'Cliente', comments: [{ page: 'waits', figure: '', about: 'la pagina', written: '', text: 'Chiaro.', at: '2026-07-02T10:00:00.000Z' }] }));
  return engine.registerFile(path, 'back.comments.json');
}

/** A comment that was read. */
async function readComment(at: Awaited<ReturnType<typeof opened>>): Promise<string> {
  await at.engine.call('comments.read', { file: await returnedComments(at) });
  const listed = (await at.engine.call('comments.list', {})) as Outcome<OperationValue<'comments.list'>>;
  return listed.ok ? (listed.value.comments[0]?.id ?? '') : '';
}

type Samples = { readonly [Name in OperationName]: { readonly good: (at: Awaited<ReturnType<typeof opened>>) => OperationInput<Name> | Promise<OperationInput<Name>>; readonly damaged: unknown; readonly fails?: string } };

/** A finding that was kept. */
async function keptFinding({ engine }: Awaited<ReturnType<typeof opened>>): Promise<string> {
  const kept = (await engine.call('findings.keep', { sentence: 'Chi chiede aspetta.', language: 'it' })) as Outcome<OperationValue<'findings.keep'>>;
  return kept.ok ? kept.value.id : '';
}

/** A hypothesis that was registered. */
async function registered({ engine }: Awaited<ReturnType<typeof opened>>): Promise<string> {
  const made = (await engine.call('hypotheses.register', { measure: 'gini', direction: 'at-most', value: 0.5, toMs: FAR_MS })) as Outcome<OperationValue<'hypotheses.register'>>;
  return made.ok ? made.value.id : '';
}

/** A name of today's list, one by one. */
async function listedName({ engine }: Awaited<ReturnType<typeof opened>>): Promise<{ day: string; key: string }> {
  expect(await engine.call('oneByOne.deal', {})).toMatchObject({ ok: true });
  const list = (await engine.call('oneByOne.list', {})) as Outcome<OperationValue<'oneByOne.list'>>;
  return list.ok ? { day: list.value.day, key: list.value.entries[0]?.key ?? '' } : { day: '', key: '' };
}

/** The id of something just kept. */
async function savedId({ engine }: Awaited<ReturnType<typeof opened>>, name: string, input: object): Promise<string> {
  const saved = (await engine.call(name, input)) as Outcome<{ readonly id: string }>;
  return saved.ok ? saved.value.id : '';
}

/** An edition that is closed. */
async function closedEditionId({ engine }: Awaited<ReturnType<typeof opened>>): Promise<string> {
  const closed = (await engine.call('editions.close', { name: 'Primavera' })) as Outcome<OperationValue<'editions.close'>>;
  return closed.ok ? closed.value.id : '';
}

/** An initiative of two weeks. */
const initiative = { name: 'Saldi d’estate', kind: 'campaign' as const, startMs: Date.UTC(2025, 5, 1), endMs: Date.UTC(2025, 5, 15), aim: 'Farsi conoscere.' };
/** A question asked on purpose. */
const probe = { network: 'twitter', text: 'Aprite anche domenica?', intent: 'information' as const, atMs: Date.UTC(2025, 5, 1, 10) };
const FAR_MS = 4_000_000_000_000;
/** A file of decisions of a colleague, who owns the one canvas otherwise. */
async function decisionsFile({ engine, folder }: Awaited<ReturnType<typeof opened>>): Promise<{ fileHandle: string }> {
  await engine.call('canvas.save', { tribe: 'value:even', owner: 'Marta' });
  const exported = (await engine.call('decisions.export', {})) as Outcome<OperationValue<'decisions.export'>>;
  await engine.call('canvas.save', { tribe: 'value:even', owner: 'Luca' });
  writeFileSync(join(folder, 'theirs.json'), exported.ok ? exported.value.text : '');
  return engine.registerFile(join(folder, 'theirs.json'), 'theirs.json');
}

/** A work list in which something was noted. */
async function returnedWorkList({ engine, folder }: Awaited<ReturnType<typeof opened>>): Promise<{ fileHandle: string }> {
  const made = (await engine.call('present.workList', { format: 'csv' })) as Outcome<OperationValue<'present.workList'>>;
  const lines = Buffer.from(made.ok ? made.value.file.base64 : '', 'base64').toString('utf8').split('\r\n');
  writeFileSync(join(folder, 'list.csv'), lines.map((line, at) => (at === 2 ? line.replace(/;;;;("[^"]*")$/u, ';"2025-06-01";"Marta";;$1') : line)).join('\r\n'));
  return engine.registerFile(join(folder, 'list.csv'), 'list.csv');
}

const unknownBrand = { brand: 'Nobody' };
const ownRule = { id: 'parcel', name: 'Pacchi', language: 'any' as const, direction: 'inbound' as const, code: 'trouble' as const, effect: 'on' as const, lines: ['pacco ..3 arriva*'], matches: ['il pacco non mi arriva'], rejects: ['il pacco è bello'] };

/** One good input and one damaged input for every operation of the table; a new operation without them does not compile. */
const samples: Samples = {
  'app.state': { good: () => ({}), damaged: { extra: 1 } },
  'app.preferences': { good: () => ({}), damaged: { theme: 'dark' } },
  'app.setPreferences': { good: () => ({ theme: 'dark', language: 'en' }), damaged: { theme: 'pink' } },
  'support.about': { good: () => ({}), damaged: { extra: 1 } },
  'support.licences': { good: () => ({ size: 5 }), damaged: { page: -1 } },
  'support.licenceText': { good: () => ({ name: 'zod', version: shippedPackages().find(({ name }) => name === 'zod')?.version ?? '' }), damaged: { name: '', version: '1' } },
  'support.diagnostics': { good: () => ({ atMs: 0 }), damaged: { atMs: 'now' } },
  'project.create': { good: () => ({ name: 'Nuovo: progetto / città' }), damaged: { name: '' } },
  'project.open': { good: async ({ engine, folder }) => {
    copyFileSync(join(built, 'small.tribuna'), join(folder, 'other.tribuna'));
    return { file: await engine.registerFile(join(folder, 'other.tribuna'), 'other.tribuna') };
  }, damaged: { file: { fileHandle: 'unknown' } } },
  'project.saveCopy': { good: async (at) => ({ file: await at.engine.registerFile(join(at.folder, 'copia.tribuna'), 'copia.tribuna'), open: true }), damaged: { name: '' } },
  'project.openSample': { good: () => ({}), damaged: { jobId: 1 } },
  'project.close': { good: () => ({}), damaged: [] },
  'project.summary': { good: () => ({}), damaged: { brand: 'x' } },
  'project.check': { good: () => ({}), damaged: 'text' },
  'warehouse.tables': { good: () => ({}), damaged: { table: 'messages' } },
  'warehouse.page': { good: () => ({ table: 'messages', size: 10 }), damaged: { table: 'sqlite_master' } },
  'brand.assign': { good: () => ({ name: 'Bottega', own: false, accounts: ['1000'] }), damaged: { name: 'Aurora', own: 'yes', accounts: [] } },
  'brand.desks': { good: () => ({}), damaged: { total: 1 } },
  'brand.claimDesks': { good: () => ({}), damaged: { accounts: [] }, fails: 'not-found' },
  'history.undo': { good: () => ({}), damaged: { steps: 2 } },
  'history.redo': { good: () => ({}), damaged: null, fails: 'not-found' },
  'job.cancel': { good: () => ({ jobId: 'none' }), damaged: {} },
  'host.printPdf': { good: () => ({ html: '<!DOCTYPE html><title>Aurora</title>' }), damaged: { html: 7 }, fails: 'missing-capability' },
  'host.presentWindow': { good: () => ({ address: '#/present/notes?page=waits&second=1' }), damaged: { address: 'https://example.org/#/present/notes' }, fails: 'missing-capability' },
  'present.filtered': { good: () => ({ page: 'listening', by: { intents: ['trouble'] } }), damaged: { page: 'listening', by: { text: 'x' } } },
  'host.chooseProject': { good: () => ({ purpose: 'open' }), damaged: { purpose: 'delete' }, fails: 'missing-capability' },
  'import.preview': { good: ({ csv }) => ({ file: csv }), damaged: { file: { fileHandle: 'unknown' } } },
  'import.columns': { good: ({ csv }) => ({ file: csv }), damaged: { file: 'export.csv' } },
  'import.check': { good: ({ csv }) => ({ files: [{ file: csv }] }), damaged: { files: [], skipUnreadable: 'yes' } },
  'import.run': { good: ({ csv }) => ({ files: [{ file: csv }] }), damaged: { files: [] } },
  'import.list': { good: () => ({}), damaged: { page: 0 } },
  'import.rejections': { good: () => ({ importId: 1 }), damaged: { importId: 1, size: 100_000 } },
  'import.undo': { good: () => ({ importId: 1 }), damaged: { importId: 999 } },
  'import.account': { good: () => ({ importId: 1 }), damaged: { importId: 999 } },
  'import.rejectionsCsv': { good: () => ({ importId: 1, separator: ';' }), damaged: { importId: 1, separator: '|' } },
  'coverage.detail': { good: () => ({ by: 'month' }), damaged: { by: 'year' } },
  'duplicates.list': { good: () => ({ state: 'open' }), damaged: { state: 'unsure' } },
  'duplicates.decide': { good: () => ({ pairs: [{ a: 1, b: 2, verdict: 'different' }] }), damaged: { pairs: [{ a: 1, b: 999_999, verdict: 'same' }] } },
  'import.clientQuestions': { good: () => ({}), damaged: { network: 'x' } },
  'import.answers': { good: () => ({ importId: 1 }), damaged: { importId: 999 } },
  'import.answer': { good: () => ({ format: 'csv', answers: { ads: 'excluded', officialProfiles: ['Aurora'] } }), damaged: { format: 'csv', answers: { ads: 'maybe' } } },
  'import.rules': { good: () => ({}), damaged: { includeInferred: true } },
  'import.setRules': { good: () => ({ includeInferred: false, vanishedKeptDays: null }), damaged: { vanishedKeptDays: -1 } },
  'templates.list': { good: () => ({}), damaged: { name: 'x' } },
  'templates.save': { good: () => ({ name: 'Forum', headers: ['id', 'testo'], mapping: { columns: { id: 'id', testo: 'text' } } }), damaged: { name: '', headers: [], mapping: { columns: {} } } },
  'templates.remove': { good: async ({ engine }) => {
    await engine.call('templates.save', { name: 'Forum', headers: ['id'], mapping: { columns: { id: 'id' } } });
    const listed = (await engine.call('templates.list', {})) as Outcome<OperationValue<'templates.list'>>;
    return { id: listed.ok ? (listed.value.templates[0]?.id ?? '') : '' };
  }, damaged: { id: 'unknown' } },
  'templates.export': { good: () => ({}), damaged: { ids: ['unknown'] } },
  'templates.import': { good: () => ({ text: '{"tribunaTemplates":1,"templates":[]}' }), damaged: { text: 'not json' } },
  'formats.list': { good: () => ({}), damaged: { all: true } },
  'analyse.run': { good: () => ({ seed: 7 }), damaged: { seed: 1.5 } },
  overview: { good: () => ({ filters: { languages: ['it'] } }), damaged: unknownBrand },
  'response.survival': { good: () => ({ by: 'intent', horizonSeconds: 604_800 }), damaged: { by: 'colour' } },
  'response.gaps': { good: () => ({}), damaged: { horizonSeconds: -1 } },
  'response.trend': { good: () => ({ intent: 'trouble' }), damaged: { intent: 'praise' } },
  'response.heat': { good: () => ({}), damaged: { hour: 3 } },
  'response.competing': { good: () => ({ by: 'intent' }), damaged: { by: 'network' } },
  'response.audiogram': { good: () => ({ measure: 'anger' }), damaged: { measure: 'likes' } },
  'clock.calendar': { good: () => ({ draft: STARTING_HOURS }), damaged: { draft: { week: [] } } },
  'tribes.putPeople': { good: async ({ engine }) => {
    const made = (await engine.call('tribes.savePeople', { name: 'Presi a mano', accountIds: [1] })) as Outcome<OperationValue<'tribes.savePeople'>>;
    return { id: made.ok ? made.value.id : '', accountIds: [2], on: true };
  }, damaged: { id: 'own:nessuna', accountIds: [], on: true } },
  'notes.addText': { good: () => ({ text: 'Da sentire a voce.', accountIds: [1, 2] }), damaged: { text: ' ', accountIds: [1] } },
  'coverage.stretches': { good: () => ({ filters: { networks: ['twitter'] } }), damaged: unknownBrand },
  'counting.settings': { good: () => ({ zone: 'America/New_York' }), damaged: { zone: '' } },
  'counting.setZone': { good: () => ({ timeZone: 'America/New_York' }), damaged: { timeZone: 'Luna/Mare' } },
  'counting.setFloors': { good: () => ({ people: 10, cases: 50 }), damaged: { people: 4, cases: 30 } },
  'counting.setWeekStart': { good: () => ({ weekStart: 7 as const }), damaged: { weekStart: 3 } },
  'clock.setCalendar': { good: () => ({ hours: { ...STARTING_HOURS, closures: [{ name: 'patrono', from: '2026-12-07', to: '2026-12-07', yearly: true }], reply: { seconds: 86_400, clock: 'wall' } } }), damaged: { hours: { ...STARTING_HOURS, week: STARTING_HOURS.week.map(() => [{ startMinute: 600, endMinute: 540 }]) } } },
  'promises.implicit': { good: () => ({ filters: { networks: ['twitter'] } }), damaged: unknownBrand },
  'response.requests': { good: () => ({ page: 0, size: 10, by: 'intent', key: 'trouble' }), damaged: { page: -1 } },
  'value.accounts': { good: () => ({ orderBy: 'bookings' }), damaged: { orderBy: 'name' } },
  'value.books': { good: () => ({}), damaged: unknownBrand },
  'value.map': { good: () => ({ box: { createdFrom: 0 } }), damaged: { box: { createdFrom: 'zero' } } },
  'value.mapTrails': { good: () => ({ by: 'network', mode: 'within', accountIds: [1] }), damaged: { mode: 'sometimes' } },
  'value.mapCompare': { good: () => ({ by: 'role', before: { fromMs: 0, toMs: 1 }, after: { fromMs: 1, toMs: 2 } }), damaged: { before: { fromMs: 0 }, after: { fromMs: 0, toMs: 1 } } },
  'value.zoneBorder': { good: () => ({ borderLog2: 2 }), damaged: { borderLog2: 4 } },
  'value.setZoneBorder': { good: () => ({ borderLog2: 0.5 }), damaged: { borderLog2: 0 } },
  'tribes.savePeople': { good: () => ({ name: 'scelti sulla mappa', accountIds: [1] }), damaged: { name: 'nessuno', accountIds: [999_999] } },
  'value.weights': { good: () => ({}), damaged: unknownBrand },
  'value.weightsEffect': { good: () => ({ weights: { review: 2, 'peer-help': 0 } }), damaged: { weights: { review: 101 } } },
  'value.setWeights': { good: () => ({ weights: { review: 2.5 }, note: 'le recensioni contano di più' }), damaged: { weights: { review: -1 } } },
  'value.statement': { good: () => ({ party: { kind: 'brand', id: 'aurora' }, size: 5 }), damaged: { party: { kind: 'account', id: 'nobody' } } },
  'value.statementCsv': { good: () => ({ party: { kind: 'person', id: '1' }, separator: ';' }), damaged: { party: { kind: 'tribe', id: 'none' } } },
  'value.robustness': { good: () => ({ filters: { networks: ['facebook'] } }), damaged: unknownBrand },
  'value.inequality': { good: () => ({ of: 'consumed' }), damaged: { of: 'points' } },
  'value.claim': { good: () => ({}), damaged: { filters: { fromMs: 'yesterday' } } },
  'tribes.list': { good: () => ({ lens: 'value' }), damaged: { lens: 'colour' } },
  'tribes.preview': { good: () => ({ rule: { op: 'all', rules: [{ op: 'number', of: 'messages', from: 1 }, { op: 'not', rule: { op: 'words', is: ['pacco'], least: 1 } }] }, seed: 3, size: 5 }), damaged: { rule: { op: 'all', rules: [{ op: 'colour', is: ['red'] }] } } },
  'tribes.precision': { good: () => ({ tribe: 'value:even', verdicts: [{ accountId: 1, verdict: 'right' }] }), damaged: { tribe: 'value:even', verdicts: [] } },
  'tribes.save': { good: () => ({ name: 'Chi scrive due volte', rule: { op: 'number', of: 'messages', from: 2 } }), damaged: { name: 'Tutti', rule: { op: 'all', rules: [] } } },
  'tribes.remove': { good: async ({ engine }) => {
    expect(await engine.call('tribes.save', { name: 'Breve', rule: { op: 'number', of: 'messages', from: 1 } })).toMatchObject({ ok: true, value: { id: 'own:breve' } });
    return { id: 'own:breve' };
  }, damaged: { id: 'value:even' } },
  'tribes.edit': { good: () => ({ id: 'value:even', name: 'Alla pari, sempre', color: 3, shape: 'star', notes: 'da rivedere', hidden: false }), damaged: { id: 'value:even', shape: 'cube' } },
  'tribes.merge': { good: () => ({ ids: ['role:customer', 'role:prospect'], name: 'Chi compra' }), damaged: { ids: ['role:customer'], name: 'Chi compra' } },
  'tribes.split': { good: () => ({ id: 'role:customer', by: { rule: { op: 'kind', is: ['review'] } }, names: ['Recensori', 'Gli altri'], keep: true }), damaged: { id: 'role:customer', by: {}, names: ['Uno', 'Due'] } },
  'tribes.one': { good: () => ({ id: 'role:customer' }), damaged: { id: 'own:nobody' } },
  'tribes.members': { good: () => ({ id: 'value:gives-more', orderBy: 'last', size: 3, filters: { fromMs: 0 } }), damaged: { id: 'value:even', orderBy: 'beauty' } },
  'tribes.moves': { good: () => ({ before: { fromMs: 0, toMs: Date.UTC(2025, 3, 1) }, after: { fromMs: Date.UTC(2025, 3, 1), toMs: Date.UTC(2026, 0, 1) } }), damaged: { before: { fromMs: 2, toMs: 1 }, after: { fromMs: 1, toMs: 2 } } },
  'tribes.ladder': { good: () => ({}), damaged: { tribe: 5 } },
  'tribes.latent': { good: () => ({}), damaged: { brand: 1 } },
  'trust.parts': { good: () => ({}), damaged: { filters: { fromMs: 'yesterday' } } },
  'network.communities': { good: () => ({}), damaged: unknownBrand },
  'network.graph': { good: () => ({ maxPeople: 10, maxTies: 5 }), damaged: { maxPeople: 5001 } },
  'network.detect': { good: () => ({ resolution: 1.2 }), damaged: { resolution: 0 } },
  'network.export': { good: () => ({ format: 'gexf' }), damaged: { format: 'dot' } },
  'response.quality': { good: () => ({ filters: { networks: ['x'] }, horizonSeconds: 3600 }), damaged: { horizonSeconds: 0 } },
  'response.criticism': { good: () => ({ seed: 2 }), damaged: unknownBrand },
  'response.firstPage': { good: () => ({ most: 5 }), damaged: { most: 0 } },
  'response.vanished': { good: () => ({}), damaged: { seed: 0.5 } },
  'response.backlog': { good: () => ({ intent: 'trouble', unseen: true, orderBy: 'probability', size: 5 }), damaged: { orderBy: 'loudest' } },
  'present.workList': { good: () => ({ format: 'csv' }), damaged: { format: 'pdf' } },
  'present.readWorkList': { good: (at) => returnedWorkList(at).then((file) => ({ file })), damaged: { file: { fileHandle: 'unknown' } } },
  'response.backlogTable': { good: () => ({ separator: ';' }), damaged: { separator: '|' } },
  'response.benchmarks': { good: () => ({ filters: { fromMs: 1 } }), damaged: unknownBrand },
  'trust.funnel': { good: () => ({ between: 'brand' }), damaged: { between: 'friends' } },
  'trust.recommenders': { good: () => ({ filters: { networks: ['facebook'] } }), damaged: unknownBrand },
  'trust.ties': { good: () => ({ between: 'brand', orderBy: 'intimacy', size: 5 }), damaged: { orderBy: 'love' } },
  'trust.people': { good: () => ({ accountIds: [1] }), damaged: { accountIds: ['anna'] } },
  'trust.composite': { good: () => ({ lens: 'value', weights: { care: 2, reciprocity: 1 } }), damaged: { lens: 'mood' } },
  'trust.setWeights': { good: () => ({ weights: { promises: 0, reciprocity: 1, 'tie-strength': 0, care: 1, advocacy: 0 } }), damaged: { weights: { promises: 0, reciprocity: 0, 'tie-strength': 0, care: 0, advocacy: 0 } } },
  'trust.levers': { good: () => ({ assumption: 'quarter-of-rest' }), damaged: { assumption: 'all' } },
  'trust.trend': { good: () => ({ tribe: 'value:even', by: 'month' }), damaged: { by: 'day' } },
  'promises.list': { good: () => ({ state: 'unverifiable', named: false, byHand: false, orderBy: 'due', size: 5 }), damaged: { state: 'forgotten' } },
  'promises.summary': { good: () => ({ filters: { toMs: 1, tribes: ['value:even'] } }), damaged: unknownBrand },
  'promises.decide': { good: () => ({ messageId: 1, start: 0, state: 'kept' }), damaged: { messageId: 1, start: -1, state: 'kept' }, fails: 'not-found' },
  'promises.timeToKeep': { good: () => ({ filters: { languages: ['it'] } }), damaged: unknownBrand },
  'promises.timeline': { good: () => ({ state: 'kept', named: true, size: 10 }), damaged: { state: 'forgotten' } },
  'promises.rates': { good: () => ({ by: 'network' }), damaged: { by: 'colour' } },
  'promises.path': { good: () => ({ days: 30, seed: 3 }), damaged: { days: 1 } },
  'promises.cost': { good: () => ({ seed: 3 }), damaged: { seed: 0.5 } },
  'lost.summary': { good: () => ({ filters: { languages: ['it'] } }), damaged: unknownBrand },
  'lost.fixes': { good: () => ({ filters: { languages: ['it'] } }), damaged: unknownBrand },
  'lost.hearing': { good: () => ({ filters: { languages: ['it'] } }), damaged: unknownBrand },
  'lost.pieces': { good: () => ({ kinds: ['idea', 'question'], states: ['lost'], departments: ['care'], orderBy: 'sure', size: 5 }), damaged: { kinds: ['rumour'] } },
  'lost.groups': { good: () => ({ kind: 'fault', orderBy: 'lost', size: 5 }), damaged: { kind: 'question' } },
  'lost.alike': { good: async (at) => ({ kind: 'idea', messageId: await lostPiece(at, 'idea') }), damaged: { kind: 'idea', messageId: 999_999 } },
  'lost.questions': { good: () => ({ show: 'all', orderBy: 'unanswered' }), damaged: { show: 'some' } },
  'lost.answers': { good: () => ({ topic: 'none' }), damaged: { topic: 7 } },
  'lost.times': { good: () => ({}), damaged: { requesters: 5 } },
  'lost.history': { good: async (at) => ({ messageId: await lostPiece(at, 'idea'), piece: 'idea' }), damaged: { messageId: 999_999, piece: 'idea' } },
  'lost.table': { good: () => ({ list: 'questions', format: 'text', language: 'it' }), damaged: { list: 'people' } },
  'lost.route': { good: async (at) => ({ subjects: [{ messageId: await lostPiece(at, 'idea'), piece: 'idea', scope: 'group' }], department: 'innovation', owner: 'Bianca', dueMs: 86_400_000, state: 'collected' }), damaged: { subjects: [] } },
  'lost.regroup': { good: async (at) => ({ piece: 'idea', messageId: await lostPiece(at, 'idea'), otherId: await lostPiece(at, 'idea', 1), together: true }), damaged: { piece: 'idea', messageId: 999_999, otherId: 1, together: true } },
  'lost.question': { good: () => ({ topic: 'none', kept: false }), damaged: { topic: 'none', answerId: 'x' }, fails: 'not-found' },
  'strategy.formation': { good: () => ({}), damaged: { seed: 'x' } },
  'strategy.setFormation': { good: () => ({ target: { presence: 0.2, listening: 0.3, promotion: 0.1, crm: 0.2, 'one-to-one': 0.1, surprise: 0.1 }, minutes: { listening: { low: 5, high: 10 } } }), damaged: { target: { presence: 2 } } },
  'strategy.places': { good: () => ({ lens: 'value' }), damaged: { lens: 'friends' } },
  'strategy.debates': { good: () => ({ filters: { networks: ['facebook'] } }), damaged: unknownBrand },
  'strategy.breadth': { good: () => ({ abandonedDays: 30 }), damaged: { abandonedDays: 1 } },
  'strategy.targetEffect': { good: () => ({ target: { presence: 0.2, listening: 0.3, promotion: 0.1, crm: 0.2, 'one-to-one': 0.1, surprise: 0.1 }, today: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }] }), damaged: { target: { presence: 0.2, listening: 0.3, promotion: 0.1, crm: 0.2, 'one-to-one': 0.1, surprise: 0.3 } } },
  'strategy.tenHours': { good: () => ({ hours: 4, minutes: { low: 5, high: 10 } }), damaged: { minutes: { low: 10, high: 5 } } },
  'strategy.cheapestPlan': { good: () => ({ today: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }], intent: 'trouble' as const, minutes: { low: 5, high: 15 }, costAnHour: 20 }), damaged: { today: [{ people: 1, days: [1], from: 17, to: 9 }] } },
  'strategy.activities': { good: () => ({}), damaged: { brand: 1 } },
  'strategy.causes': { good: () => ({}), damaged: { seed: 1.5 } },
  'strategy.mindset': { good: () => ({}), damaged: { seed: 'x' } },
  'strategy.sameness': { good: () => ({ seed: 1 }), damaged: { of: 'ads' } },
  'strategy.declare': { good: () => ({ statement: 'stance' as const, stance: 0.7 }), damaged: { statement: 'nothing' } },
  'strategy.ladder': { good: () => ({}), damaged: { seed: 'x' } },
  'strategy.setGate': { good: () => ({ gate: 'goals' as const, document: 'Obiettivi', dateMs: 0 }), damaged: { gate: 'nothing' } },
  'strategy.setCrisisPlan': { good: () => ({ lines: { speaks: 'Marta' } }), damaged: { lines: { nobody: 'x' } } },
  'strategy.simulate': { good: () => ({ today: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }], team: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }], minutes: { low: 5, high: 15 }, triage: ['trouble' as const], everybody: [] }), damaged: { today: [], team: [], minutes: null } },
  'strategy.scenarios': { good: () => ({}), damaged: { id: 1 } },
  'strategy.saveScenario': { good: () => ({ name: 'Due in più', today: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }], team: [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }], minutes: { low: 5, high: 15 }, triage: ['trouble' as const], everybody: [] }), damaged: { name: '' } },
  'strategy.removeScenario': { good: () => ({ id: 'none' }), damaged: {} },
  'strategy.bursts': { good: () => ({}), damaged: { brand: 1 } },
  'strategy.warnings': { good: () => ({ by: 'topic' as const, seed: 2 }), damaged: { by: 'network' } },
  'strategy.drill': { good: () => ({ reveal: true }), damaged: { week: 'last' } },
  'strategy.saveDrill': { good: () => ({ week: '2026-W10', decisions: [{ messageId: 1, choice: 'care' as const }] }), damaged: { week: '2026-W10', decisions: [{ messageId: 999_999, choice: 'care' }] } },
  'backups.list': { good: () => ({}), damaged: { name: 'x' } },
  'backups.make': { good: () => ({}), damaged: { recentId: 'x' } },
  'backups.restore': { good: async (at) => {
    const made = (await at.engine.call('backups.make', {})) as Outcome<OperationValue<'backups.make'>>;
    return { name: made.ok ? made.value.name : '' };
  }, damaged: { name: '../../etc/passwd' } },
  'project.removal': { good: async (at) => ({ recentId: await aside(at) }), damaged: { recentId: '' } },
  'project.delete': { good: async (at) => ({ recentId: await aside(at), word: 'ERASE' as const }), damaged: { recentId: 'x', word: 'yes' } },
  'project.salvage': { good: () => ({}), damaged: { recentId: 'x', path: '/etc/passwd' } },
  'history.list': { good: () => ({ size: 5 }), damaged: { size: 0 } },
  'history.go': { good: async (at) => {
    await at.engine.call('canvas.save', { tribe: 'value:even', owner: 'Marta' });
    const list = (await at.engine.call('history.list', {})) as Outcome<OperationValue<'history.list'>>;
    return { id: list.ok ? (list.value.entries[0]?.id ?? 0) : 0, done: false };
  }, damaged: { id: 999_999, done: false } },
  'views.list': { good: () => ({}), damaged: { name: 'x' } },
  'views.save': { good: () => ({ name: 'Chi aspetta', address: '#/response?network=facebook', level: 'full' as const }), damaged: { name: 'Altrove', address: 'https://example.org', level: null } },
  'views.remove': { good: async (at) => ({ id: await savedId(at, 'views.save', { name: 'Una vista', address: '#/value', level: null }) }), damaged: { id: '' } },
  'events.list': { good: () => ({}), damaged: { kind: 'campaign' } },
  'events.save': { good: () => ({ name: 'Saldi', kind: 'campaign' as const, fromMs: 0, toMs: 86_400_000, note: '' }), damaged: { name: 'Saldi', kind: 'campaign', fromMs: 10, toMs: 5, note: '' } },
  'events.remove': { good: async (at) => ({ id: await savedId(at, 'events.save', { name: 'Guasto', kind: 'outage', fromMs: 0, toMs: null, note: '' }) }), damaged: {} },
  'notes.of': { good: () => ({ messageIds: [1, 2], accountId: 1 }), damaged: { messageIds: ['x'] } },
  'notes.list': { good: () => ({ kind: 'message' as const, size: 5 }), damaged: { kind: 'rumour' } },
  'notes.forReport': { good: () => ({ audience: 'analyst' as const, language: 'en' as const }), damaged: { audience: 'press' } },
  'notes.save': { good: () => ({ subject: { kind: 'message' as const, messageId: 1 }, text: 'Da richiamare', tags: ['urgente'] }), damaged: { subject: { kind: 'message', messageId: 999_999 }, text: 'x', tags: [] } },
  'notes.tag': { good: () => ({ tag: 'urgente', messageIds: [1, 2], accountIds: [1], on: true }), damaged: { tag: '', on: true } },
  'canvas.list': { good: () => ({}), damaged: { tribe: 1 } },
  'canvas.one': { good: () => ({ tribe: 'value:even' }), damaged: { tribe: '' } },
  'canvas.save': { good: () => ({ tribe: 'value:even', lines: { insight: { text: 'Chiedono orari.', findingId: null } }, cost: { low: 100, high: 200 } }), damaged: { tribe: 'value:even', cost: { low: -1, high: 2 } } },
  'canvas.remove': { good: async (at) => {
    await at.engine.call('canvas.save', { tribe: 'value:even', owner: 'Marta' });
    return { tribe: 'value:even' };
  }, damaged: {} },
  'plan.calendar': { good: () => ({}), damaged: unknownBrand },
  'present.room': { good: () => ({ language: 'en' }), damaged: { language: 'de' } },
  'comments.list': { good: () => ({}), damaged: { page: 'waits' } },
  'comments.read': { good: (at) => returnedComments(at).then((file) => ({ file })), damaged: { file: 'comments.json' } },
  'comments.mark': { good: async (at) => ({ id: await readComment(at), done: true }), damaged: { id: '', done: 'yes' } },
  'quotes.list': { good: () => ({ language: 'it' }), damaged: { language: 'de' } },
  'quotes.draft': { good: () => ({ messageId: 1 }), damaged: { messageId: 'x' } },
  'quotes.check': { good: () => ({ messageId: 1, text: 'In altre parole.' }), damaged: { messageId: 1 } },
  'quotes.approve': { good: () => ({ messageId: 1, page: 'waits', text: 'Qualcuno segnala un guaio.' }), damaged: { messageId: 1, page: '', text: '' } },
  'quotes.remove': { good: () => ({ id: 'it:waits' }), damaged: { id: '' } },
  'editions.list': { good: () => ({}), damaged: { language: 'it' } },
  'editions.close': { good: () => ({ name: 'Primavera' }), damaged: { name: '' } },
  'editions.one': { good: async (at) => ({ id: await closedEditionId(at), language: 'en' }), damaged: { id: '' } },
  'editions.compare': { good: async (at) => ({ id: await closedEditionId(at) }), damaged: { id: '', against: 3 } },
  'editions.verdicts': { good: async (at) => ({ id: await closedEditionId(at) }), damaged: { id: '' } },
  'strategy.change': { good: async (at) => ({ before: { edition: await closedEditionId(at) }, by: 'importance' as const, measure: 'restricted-wait' as const }), damaged: { measure: 'median' } },
  'editions.remove': { good: async (at) => ({ id: await closedEditionId(at) }), damaged: {} },
  'present.settings': { good: () => ({}), damaged: { language: 'it' } },
  'present.save': { good: () => ({ title: 'Le tribù', question: 'Chi aspetta?', look: { accent: '#123456' }, sections: [{ section: 'trust', shown: false }] }), damaged: { look: { accent: 'teal' } } },
  'present.report': { good: () => ({ language: 'en', audience: 'analyst' }), damaged: { audience: 'everybody' } },
  'present.pictures': { good: () => ({}), damaged: { language: 'de' } },
  'present.edit': { good: () => ({ page: 'board', part: 'title', language: 'it', text: 'In parole nostre' }), damaged: { page: 'board', part: 'chart', text: 'x' } },
  'present.write': { good: () => ({ formats: ['html', 'csv'] }), damaged: { formats: [] } },
  'plan.tasks': { good: () => ({ format: 'ics' as const }), damaged: { format: 'pdf' } },
  'privacy.find': { good: () => ({ text: '@utente1' }), damaged: { text: '' } },
  'privacy.rehearse': { good: async (at) => ({ accountId: await erasable(at) }), damaged: { accountId: 'x' } },
  'privacy.erase': { good: async (at) => ({ accountId: await erasable(at), word: 'ELIMINA' as const }), damaged: { accountId: 1, word: 'sì' } },
  'privacy.state': { good: () => ({}), damaged: unknownBrand },
  'privacy.receiptFile': { good: async (at) => ({ number: await receipt(at), format: 'text' as const, language: 'it' as const }), damaged: { number: 1, format: 'pdf' } },
  'privacy.allowAgain': { good: () => ({ text: 'nessuno' }), damaged: { text: '' } },
  'privacy.deleteBackups': { good: () => ({ names: ['small.tribuna.v1.bak'], word: 'ERASE' as const }), damaged: { names: [], word: 'ERASE' } },
  'retention.list': { good: () => ({}), damaged: unknownBrand },
  'retention.set': { good: () => ({ importId: 1, untilMs: FAR_MS }), damaged: { importId: 1, untilMs: 'domani' } },
  'retention.remove': { good: () => ({ importId: 1, word: 'ERASE' as const }), damaged: { importId: 1, word: 'erase' } },
  'sheet.get': { good: () => ({}), damaged: unknownBrand },
  'sheet.save': { good: () => ({ source: 'Pagina', collected: 'marzo', collectedBy: 'agenzia', legalBasis: 'interesse legittimo', retention: 'un anno' }), damaged: { source: 'Pagina' } },
  'hypotheses.measure': { good: () => ({ measure: 'answered-day' as const, intent: 'trouble' as const }), damaged: { measure: 'answered-day' } },
  'hypotheses.list': { good: () => ({}), damaged: unknownBrand },
  'hypotheses.register': { good: () => ({ measure: 'answered-day' as const, intent: 'trouble' as const, direction: 'at-least' as const, value: 0.8, toMs: FAR_MS, note: 'Due persone in più.' }), damaged: { measure: 'gini', direction: 'at-most', value: 2, toMs: FAR_MS } },
  'hypotheses.judge': { good: () => ({}), damaged: { id: 'none' } },
  'hypotheses.withdraw': { good: async (at) => ({ id: await registered(at) }), damaged: { id: 'none' } },
  'response.pastPage': { good: () => ({ atMs: Date.UTC(2025, 5, 1) }), damaged: { most: 0 } },
  'response.pastPageWeeks': { good: () => ({ container: 'Aurora', most: 5 }), damaged: unknownBrand },
  'probes.list': { good: () => ({}), damaged: unknownBrand },
  'probes.save': { good: () => probe, damaged: { ...probe, answeredAtMs: probe.atMs - 1 } },
  'probes.remove': { good: async (at) => ({ id: await savedId(at, 'probes.save', probe) }), damaged: {} },
  'probes.setLeftOut': { good: () => ({ leftOut: false }), damaged: { leftOut: 'no' } },
  'probes.parse': { good: () => ({ text: 'rete;quando;tipo;testo\ntwitter;2025-06-01 10:00;domanda;Aprite domenica?\n' }), damaged: { text: 3 } },
  'probes.saveAll': { good: () => ({ probes: [probe] }), damaged: { probes: [] } },
  'probes.table': { good: () => ({ separator: ';' as const }), damaged: { separator: '|' } },
  'initiatives.list': { good: () => ({}), damaged: { kind: 'campaign' } },
  'initiatives.save': { good: () => ({ ...initiative, containers: ['Aurora'], posts: [{ network: 'twitter', kind: 'post', nativeId: '1' }] }), damaged: { ...initiative, endMs: 1 } },
  'initiatives.remove': { good: async (at) => ({ id: await savedId(at, 'initiatives.save', initiative) }), damaged: {} },
  'initiatives.posts': { good: () => ({ startMs: 0, endMs: FAR_MS, words: 'novità' }), damaged: { startMs: 0 } },
  'initiatives.account': { good: async (at) => ({ id: await savedId(at, 'initiatives.save', initiative), seed: 3 }), damaged: { id: 'none' } },
  'oneByOne.list': { good: async (at) => ({ day: (await listedName(at)).day }), damaged: { day: 'today' } },
  'oneByOne.deal': { good: () => ({}), damaged: unknownBrand },
  'oneByOne.mark': { good: async (at) => ({ ...(await listedName(at)), state: 'done' as const }), damaged: { day: '2001-01-01', key: 'none', state: 'done' } },
  'oneByOne.draft': { good: async (at) => ({ ...(await listedName(at)), text: 'Buongiorno, ecco gli orari.' }), damaged: { day: '2001-01-01', key: 'none', text: 'x' } },
  'oneByOne.holdBack': { good: () => ({ on: true, seed: 'drawn once' }), damaged: { on: 'yes' } },
  'oneByOne.effect': { good: () => ({ seed: 3 }), damaged: unknownBrand },
  'findings.list': { good: () => ({ state: 'to-discuss' as const }), damaged: { state: 'done' } },
  'findings.keep': { good: () => ({ sentence: 'Chi chiede aspetta.', language: 'it' as const, figure: { unit: 'share' as const, estimate: 0.4, low: 0.3, high: 0.5, n: 40, source: null } }), damaged: { sentence: '', language: 'it' } },
  'findings.change': { good: async (at) => ({ id: await keptFinding(at), owner: 'Marta', dueMs: 1_800_000_000_000, state: 'accepted' as const }), damaged: { state: 'accepted' } },
  'findings.remove': { good: async (at) => ({ id: await keptFinding(at) }), damaged: {} },
  'findings.check': { good: () => ({}), damaged: unknownBrand },
  'teams.settings': { good: () => ({}), damaged: unknownBrand },
  'teams.set': { good: () => ({ basis: { text: 'Accordo sindacale del 3 marzo 2026', statedBy: 'Marta Conti' }, teams: [{ id: 'a', name: 'Mattina', members: [{ network: 'x', profile: 'aurora', signature: 'MR' }] }] }), damaged: { basis: { text: 'sì', statedBy: 'Marta' }, teams: [] } },
  'response.teams': { good: () => ({}), damaged: unknownBrand },
  'companies.list': { good: () => ({ size: 5, tried: { followUpHours: 48, horizonDays: 10 } }), damaged: { tried: { followUpHours: 0, horizonDays: 10 } } },
  'companies.assign': { good: () => ({ accountIds: [1], company: 'Conti Rossi' }), damaged: { accountIds: [], company: null } },
  'business.set': { good: () => ({ on: true, followUpHours: 72, horizonDays: 14 }), damaged: { on: true, followUpHours: 72 } },
  'mirror.account': { good: () => ({ size: 5 }), damaged: unknownBrand },
  'mirror.setSides': { good: () => ({ agency: ['studioexample'], client: ['contirossiexample'] }), damaged: { agency: ['uno'], client: ['uno'] } },
  'business.get': { good: () => ({}), damaged: { brand: 1 } },
  'mirror.fromImport': { good: () => ({ importIds: [1], agency: ['Aurora'], client: 'I clienti' }), damaged: { importIds: [], agency: [], client: '' } },
  'mirror.judge': { good: () => ({ messageId: 1, verdict: 'adopted' as const }), damaged: { messageId: 0, verdict: 'adopted' } },
  'findings.challenge': { good: () => ({ unit: 'count' as const, source: { operation: 'response.survival', input: {}, at: ['groups', 0], fields: { estimate: 'censored', n: 'n' } }, draws: 20 }), damaged: { unit: 'count' } },
  'value.origins': { good: () => ({ of: 'ideas' as const, size: 5 }), damaged: { of: 'wishes' } },
  'value.judgeOrigin': { good: async (at) => ({ announcementId: await lostPiece(at, 'fault'), demandId: await lostPiece(at, 'idea'), verdict: 'same' as const }), damaged: { announcementId: 1, demandId: 2, verdict: 'perhaps' } },
  'value.changes': { good: () => ({ only: 'changed' as const }), damaged: { size: 0 } },
  'value.tellBack': { good: async (at) => ({ messageIds: [await lostPiece(at, 'idea')], told: true }), damaged: { messageIds: [], told: true } },
  'value.saidDid': { good: () => ({}), damaged: { page: 1 } },
  'value.writeSaidDid': { good: async (at) => ({ messageId: await lostPiece(at, 'idea'), youSaid: '', weDid: '' }), damaged: { messageId: 1, youSaid: 'x' } },
  'lost.setRequesters': { good: () => ({ requesters: 3 }), damaged: { requesters: 1 } },
  'messages.list': { good: () => ({ filters: { text: 'carta "non" OR *' }, size: 5 }), damaged: { filters: { intents: ['anger'] } } },
  'messages.thread': { good: () => ({ messageId: 1 }), damaged: { messageId: 999_999 } },
  'labels.set': { good: () => ({ labels: [{ messageId: 1, intents: ['praise'] }] }), damaged: { labels: [{ messageId: 1, intents: ['anger'] }] } },
  'filters.options': { good: () => ({}), damaged: unknownBrand },
  'roles.proposals': { good: () => ({ role: 'voice', size: 5 }), damaged: { role: 'king' } },
  'roles.decide': { good: () => ({ decisions: [{ accountId: 1, role: 'press', verdict: 'is', fromMs: 0, toMs: 1 }] }), damaged: { decisions: [{ accountId: 1, role: 'press', verdict: 'is', fromMs: 1, toMs: 0 }] } },
  'roles.rules': { good: () => ({ role: 'talent' }), damaged: { language: 'it' } },
  'people.list': { good: () => ({ role: 'prospect', text: 'a%_', orderBy: 'last' }), damaged: { orderBy: 'colour' } },
  'people.one': { good: () => ({ accountId: 1 }), damaged: { accountId: 999_999 } },
  'tribes.associations': { good: () => ({ lens: 'roles', limit: 5 }), damaged: { tribe: 'own:nobody' } },
  'tribes.needs': { good: () => ({ lens: 'roles', size: 5 }), damaged: { size: 0 } },
  'response.decisions': { good: () => ({ size: 5, show: 'absent' }), damaged: { show: 'some' } },
  'terms.borrowed': { good: () => ({ filters: { networks: ['instagram'] }, limit: 5 }), damaged: { limit: 0 } },
  'terms.distinctive': { good: () => ({ filters: { intents: ['trouble'] }, against: { intents: ['praise'] }, language: 'it', limit: 5 }), damaged: { limit: 0 } },
  'topics.list': { good: () => ({ kind: 'question', orderBy: 'unanswered', size: 5 }), damaged: { kind: 'rumour' } },
  'metrics.list': { good: () => ({ language: 'en' }), damaged: { language: 'fr' } },
  'identity.suggestions': { good: () => ({ page: 0, size: 5 }), damaged: { size: 0 } },
  'identity.effect': { good: () => ({ a: 1, b: 2 }), damaged: { a: 1, b: 999_999 } },
  'identity.decide': { good: () => ({ verdict: 'different', pairs: [{ a: 1, b: 2 }] }), damaged: { verdict: 'same', pairs: [{ a: 1, b: 1 }] } },
  'identity.persons': { good: () => ({}), damaged: { page: 0.5 } },
  'identity.split': { good: async ({ engine }) => {
    expect(await engine.call('identity.decide', { verdict: 'same', pairs: [{ a: 1, b: 2 }] })).toMatchObject({ ok: true });
    return { accountId: 2 };
  }, damaged: { accountId: 1 } },
  'identity.review': { good: () => ({ reviewed: true }), damaged: { reviewed: 'yes' } },
  'dictionary.get': { good: () => ({}), damaged: { version: 7 } },
  'dictionary.try': { good: () => ({ rules: [ownRule], texts: ['dove sta il mio pacco?', ''], effect: true }), damaged: { rules: [{ ...ownRule, code: 'anger' }] } },
  'dictionary.save': { good: () => ({ rules: [ownRule] }), damaged: { rules: [{ ...ownRule, matches: ['nulla di simile'] }] } },
  'dictionary.export': { good: () => ({ format: 'csv', separator: ',' }), damaged: { format: 'xlsx' } },
  'dictionary.parse': { good: () => ({ text: JSON.stringify({ tribunaRules: 1, rules: [ownRule] }) }), damaged: { text: 'a,b\n1,2' } },
  'reading.settings': { good: () => ({}), damaged: { below: 0.5 } },
  'reading.setThreshold': { good: () => ({ abstainBelow: 0.4 }), damaged: { abstainBelow: 1.2 } },
  'reading.explain': { good: () => ({ messageId: 1 }), damaged: { messageId: 999_999 } },
  'reading.status': { good: () => ({}), damaged: { language: 'it' } },
  'check.draw': { good: () => ({ size: 20, seed: 3 }), damaged: { size: 5 } },
  'check.next': { good: async (at) => ({ messageIds: [await drawnMessage(at)] }), damaged: { size: 0 } },
  'check.label': { good: async (at) => ({ messageId: await drawnMessage(at), intents: ['trouble', 'information'], sentiment: 'negative' }), damaged: { messageId: 1, intents: [] } },
  'check.skip': { good: async (at) => ({ messageId: await drawnMessage(at) }), damaged: { messageId: 999_999 } },
  'check.scores': { good: () => ({}), damaged: { language: 'it' } },
  'check.proposals': { good: () => ({ size: 5 }), damaged: { size: 0 } },
  'reading.layer': { good: () => ({}), damaged: { version: 1 } },
  'reading.adapt': { good: () => ({}), damaged: { force: true } },
  'reading.dropLayer': { good: () => ({}), damaged: { version: 1 }, fails: 'not-found' },
  'labels.importFile': { good: async ({ engine, folder }) => {
    writeFileSync(join(folder, 'labels.csv'), 'testo;intenzione;tono\nche bello;complimento;positivo\n');
    return { file: await engine.registerFile(join(folder, 'labels.csv'), 'labels.csv'), skipUnknown: true };
  }, damaged: { file: { fileHandle: 'unknown' } } },
  'decisions.export': { good: () => ({}), damaged: { brand: 'x' } },
  'decisions.preview': { good: (at) => decisionsFile(at).then((file) => ({ file })), damaged: { file: 'x.json' } },
  'decisions.import': { good: (at) => decisionsFile(at).then((file) => ({ file, others: 'theirs' as const })), damaged: { file: { fileHandle: 'unknown' }, others: 'both' } },
  'labels.export': { good: () => ({ separator: ',' }), damaged: { separator: '|' } },
};

const names = Object.keys(operations) as OperationName[];

describe.each(names)('%s', (name) => {
  test('answers a good input in the shape of the table', async () => {
    const at = await opened();
    const outcome = await at.engine.call(name, await samples[name].good(at));
    const expected = samples[name].fails;
    if (expected === undefined) {
      expect(outcome).toMatchObject({ ok: true });
      if (outcome.ok) expect(operations[name].output.safeParse(outcome.value).error?.issues ?? []).toEqual([]);
    } else expect(outcome).toMatchObject({ ok: false, failure: { code: expected } });
  });

  test('answers a damaged input with a failure of the closed set, and works on', async () => {
    const { engine } = await opened();
    const outcome = await engine.call(name, samples[name].damaged);
    if (samples[name].damaged === null) {
      // an absent input is an empty one
      expect(outcome).toEqual(await engine.call(name, {}));
    } else {
      expect(outcome.ok).toBe(false);
      if (!outcome.ok) {
        expect(failureSchema.safeParse(outcome.failure).success).toBe(true);
        expect(outcome.failure.code).not.toBe('internal');
      }
    }
    expect(await engine.call('project.summary', {})).toMatchObject({ ok: true });
  });
});

test.each(names.filter((name) => operations[name].kind === 'read' && !['app.state', 'app.preferences', 'support.about', 'support.licences', 'support.licenceText', 'support.diagnostics', 'formats.list', 'metrics.list', 'roles.rules', 'import.preview', 'import.clientQuestions', 'templates.list', 'templates.export', 'dictionary.parse'].includes(name)))('%s without a project is not found, not a crash', async (name) => {
  const engine = testEngine(temporaryFolder());
  const outcome = await engine.call(name, ['import.rejections', 'import.account', 'import.rejectionsCsv'].includes(name) ? { importId: 1 } : name === 'project.removal' ? { recentId: 'none' } : name === 'warehouse.page' ? { table: 'messages' } : name === 'present.filtered' ? { page: 'waits', by: { intents: ['trouble'] } } : name === 'strategy.simulate' ? { today: [{ people: 1, days: [1], from: 9, to: 17 }], team: [{ people: 1, days: [1], from: 9, to: 17 }], minutes: null } : name === 'strategy.cheapestPlan' ? { today: [{ people: 1, days: [1], from: 9, to: 17 }] } : ['messages.thread', 'reading.explain'].includes(name) ? { messageId: 1 } : name === 'lost.alike' ? { messageId: 1, kind: 'idea' } : name === 'lost.history' ? { messageId: 1, piece: 'idea' } : name === 'lost.answers' ? { topic: 'none' } : name === 'lost.table' ? { list: 'pieces' } : name === 'findings.challenge' ? { unit: 'count', source: { operation: 'response.survival', input: {}, at: [], fields: { estimate: 'n' } } } : name === 'dictionary.try' ? { rules: [] } : name === 'identity.effect' ? { a: 1, b: 2 } : name === 'network.export' ? { format: 'gexf' } : ['editions.one', 'editions.compare', 'initiatives.account'].includes(name) ? { id: 'none' } : name === 'probes.parse' ? { text: '' } : name === 'initiatives.posts' ? { startMs: 0, endMs: 1 } : name === 'quotes.draft' ? { messageId: 1 } : name === 'quotes.check' ? { messageId: 1, text: 'x' } : name === 'present.write' ? { formats: ['html'] } : name === 'plan.tasks' ? { format: 'csv' } : name === 'decisions.preview' ? { file: { fileHandle: 'none' } } : ['tribes.one', 'tribes.members'].includes(name) ? { id: 'value:even' } : ['tribes.moves', 'value.mapCompare'].includes(name) ? { before: { fromMs: 0, toMs: 1 }, after: { fromMs: 1, toMs: 2 } } : name === 'hypotheses.measure' ? { measure: 'gini' } : name === 'canvas.one' ? { tribe: 'value:even' } : name === 'people.one' ? { accountId: 1 } : name === 'privacy.find' ? { text: 'x' } : name === 'privacy.receiptFile' ? { number: 1, format: 'json' } : name === 'value.weightsEffect' ? { weights: {} } : ['value.statement', 'value.statementCsv'].includes(name) ? { party: { kind: 'account', id: '1' } } : {});
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});

test.each(['', 'toString', '__proto__', 'constructor', 'overview.', 'x'.repeat(10_000)])('an unknown operation %j is an invalid input', async (operation) => {
  const engine = testEngine(temporaryFolder());
  expect(await engine.call(operation, {})).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
});
