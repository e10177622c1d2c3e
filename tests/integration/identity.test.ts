import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { doubledExport, IDENTITY_COLUMNS, identityExport } from '../support/identity-export.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';

const MAPPING = { columns: Object.fromEntries(IDENTITY_COLUMNS.map((column) => [column, column])) } as never;
const FILES = { x: identityExport('x', 'Pixelina_Torrefatta'), instagram: identityExport('instagram', 'pixelina.torrefatta'), doubled: doubledExport() };
type FileName = keyof typeof FILES;

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

async function imported(work: ProjectAtWork, ...names: readonly FileName[]): Promise<void> {
  const files = [];
  for (const name of names) files.push({ file: await work.file(`${name}.csv`, FILES[name]), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: Date.UTC(2025, 11, 1), mapping: MAPPING });
  valueOf(await work.call('import.run', { files, ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['Aurora'] } }));
}

/** Roles that sources, arguments and people gave: those by rule and evidence are made again by every analysis. */
const GIVEN_ROLES = `origin IN ('source', 'argument', 'hand')`;

/** Every record and decision of the project file, row by row. */
function tables(work: ProjectAtWork, names = ['account', 'account_role', 'message', 'mention', 'reaction', 'container', 'coverage', 'person_account', 'identity_decision', 'sighting']): Record<string, unknown[]> {
  const connection = new Database(work.path, { readonly: true });
  try {
    return Object.fromEntries(names.map((name) => [name, connection.prepare(`SELECT * FROM ${name}${name === 'account_role' ? ` WHERE ${GIVEN_ROLES}` : ''} ORDER BY 1, 2`).all()]));
  } finally {
    connection.close();
  }
}

async function accountNamed(work: ProjectAtWork, network: string, handle: string): Promise<number> {
  const { account, network: networks } = tables(work, ['account', 'network']) as { account: { id: number; network_id: number; handle: string }[]; network: { id: number; code: string }[] };
  const id = account.find((row) => row.handle === handle && networks.find((one) => one.id === row.network_id)?.code === network)?.id;
  if (id === undefined) throw new Error(`no account ${handle}`);
  return Promise.resolve(id);
}

async function her(work: ProjectAtWork): Promise<{ a: number; b: number }> {
  return { a: await accountNamed(work, 'instagram', 'pixelina.torrefatta'), b: await accountNamed(work, 'x', 'Pixelina_Torrefatta') };
}

/** The figures that every room rests on, after an analysis. */
async function figures(work: ProjectAtWork): Promise<unknown> {
  valueOf(await work.call('analyse.run', {}));
  const [overview, survival, tribes, books, accounts] = [valueOf(await work.call('overview', {})), valueOf(await work.call('response.survival', { by: 'intent' })), valueOf(await work.call('tribes.list', {})), valueOf(await work.call('value.books', {})), valueOf(await work.call('value.accounts', { size: 1000 }))];
  return { persons: overview.persons, accounts: overview.accounts, survival: survival.groups, tribes: tribes.tribes, books, value: accounts.accounts.map(({ accountName, created, consumed, zone }) => ({ accountName, created, consumed, zone })) };
}

async function withBoth(): Promise<ProjectAtWork> {
  const work = await projectAtWork();
  await imported(work, 'x', 'instagram');
  return work;
}

describe('suggestions', () => {
  test('propose one person on two networks, with reasons, cards and samples; decided pairs never come back', async () => {
    const work = await withBoth();
    const { total, suggestions, reviewed } = valueOf(await work.call('identity.suggestions', {}));
    // the brand's own two accounts bear one handle as well, but a common one
    expect([total, reviewed]).toEqual([1, false]);
    const [first] = suggestions;
    expect(first).toMatchObject({ a: { network: 'instagram', handle: 'pixelina.torrefatta', messages: 20, personId: null }, b: { network: 'x', handle: 'Pixelina_Torrefatta', messages: 20 }, reasons: [{ code: 'same-handle', evidence: 'pixelina.torrefatta = pixelina_torrefatta' }] });
    expect(first?.a.sampleMessageIds).toHaveLength(3);
    const listed = valueOf(await work.call('messages.list', { messageIds: first?.a.sampleMessageIds ?? [] }));
    expect(listed.messages.map(({ authorName }) => authorName)).toEqual(['pixelina.torrefatta', 'pixelina.torrefatta', 'pixelina.torrefatta']);
    valueOf(await work.call('identity.decide', { verdict: 'different', pairs: [await her(work)] }));
    expect(valueOf(await work.call('identity.suggestions', {})).total).toBe(0);
    valueOf(await work.call('history.undo', {}));
    expect(valueOf(await work.call('identity.suggestions', {})).total).toBe(1);
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    expect(valueOf(await work.call('identity.suggestions', {})).total).toBe(0);
  });
});

describe('a merge', () => {
  test('makes one person of two profiles in every figure, and the books still agree', async () => {
    const work = await withBoth();
    const before = await figures(work) as { persons: number; accounts: number; books: { agree: boolean }; value: { accountName: string; created: number; consumed: object }[] };
    const pair = await her(work);
    expect(valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [pair] }))).toMatchObject({ changed: 1, persons: 1 });
    const after = await figures(work) as typeof before;
    expect(after.books.agree).toBe(true);
    expect([after.persons, after.accounts]).toEqual([before.persons - 1, before.accounts]);
    const mine = (side: typeof before): { created: number }[] => side.value.filter(({ accountName }) => accountName.toLowerCase().startsWith('pixelina'));
    expect([mine(before).length, mine(after).length]).toEqual([2, 1]);
    expect(mine(after)[0]?.created).toBeCloseTo(mine(before).reduce((sum, { created }) => sum + created, 0));
    // the writer stays who the source says
    const listed = valueOf(await work.call('messages.list', { accountIds: [pair.a], size: 1000 }));
    expect(listed.total).toBe(40);
    expect(new Set(listed.messages.map(({ authorName }) => authorName))).toEqual(new Set(['pixelina.torrefatta', 'Pixelina_Torrefatta']));
    expect(valueOf(await work.call('identity.persons', {}))).toMatchObject({ total: 1, persons: [{ personId: pair.a, messages: 40, accounts: [{ accountId: pair.a, messages: 20, personId: pair.a }, { accountId: pair.b, messages: 20 }] }] });
  });

  test('stands on each of its networks in the tribes it belongs to, and once in their size', async () => {
    const work = await withBoth();
    valueOf(await work.call('project.close', {}));
    const connection = new Database(work.path);
    connection.exec(`INSERT INTO account_role (account_id, brand_id, role, origin) SELECT id, NULL, 'investor', 'hand' FROM account WHERE id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice')`);
    connection.close();
    valueOf(await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') }));
    const investors = async (): Promise<unknown> => {
      valueOf(await work.call('analyse.run', {}));
      const tribe = valueOf(await work.call('tribes.list', { lens: 'roles' })).tribes.find(({ id }) => id === 'role:investor');
      const onlyX = valueOf(await work.call('tribes.list', { lens: 'roles', filters: { networks: ['x'] } })).tribes.find(({ id }) => id === 'role:investor');
      return [tribe?.size, tribe?.networks, onlyX?.networks];
    };
    const onX = { network: 'x', people: 13 };
    expect(await investors()).toEqual([26, [{ network: 'instagram', people: 13 }, onX], [onX]]);
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    expect(await investors()).toEqual([25, [{ network: 'instagram', people: 13 }, onX], [onX]]);
  });

  test('is undone to the byte, redone, and survives a restart in between', async () => {
    const work = await withBoth();
    const before = tables(work);
    const figuresBefore = await figures(work);
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    const after = tables(work);
    expect(after['message']).not.toEqual(before['message']);
    expect(after['mention']).not.toEqual(before['mention']);
    valueOf(await work.call('history.undo', {}));
    expect(tables(work)).toEqual(before);
    expect(await figures(work)).toEqual(figuresBefore);
    valueOf(await work.call('project.close', {}));
    valueOf(await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') }));
    valueOf(await work.call('history.redo', {}));
    expect(tables(work)).toEqual(after);
    valueOf(await work.call('project.close', {}));
    valueOf(await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') }));
    expect(tables(work)).toEqual(after);
    valueOf(await work.call('history.undo', {}));
    expect(tables(work)).toEqual(before);
  });

  test('survives undo of an import and its coming back, whichever way it comes', async () => {
    const work = await withBoth();
    await imported(work, 'doubled');
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    const whole = tables(work);
    const imports = valueOf(await work.call('import.list', {})).imports;
    const ofX = imports.find(({ file }) => file === 'x.csv')?.importId ?? 0;
    valueOf(await work.call('import.undo', { importId: ofX }));
    const alone = tables(work, ['person_account', 'identity_decision']);
    expect([alone['person_account'], alone['identity_decision']?.length]).toEqual([[], 1]);
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(0);
    valueOf(await work.call('history.undo', {}));
    const normal = ({ account_role: roles, ...rest }: Record<string, unknown[]>): unknown => ({ ...rest, roles: (roles as { id: number }[]).map(({ id: _id, ...role }) => JSON.stringify(role)).sort() });
    expect(normal(tables(work))).toEqual(normal(whole));
    // gone again, and brought by the file itself
    valueOf(await work.call('import.undo', { importId: ofX }));
    await imported(work, 'x');
    expect(valueOf(await work.call('identity.persons', {}))).toMatchObject({ total: 1, persons: [{ messages: 40 }] });
    // a file met again rewrites no writer
    await imported(work, 'instagram');
    expect(valueOf(await work.call('identity.persons', {}))).toMatchObject({ total: 1, persons: [{ messages: 40 }] });
    const { message } = tables(work) as { message: { account_id: number; source_account_id: number | null }[] };
    expect(message.filter(({ source_account_id: source }) => source !== null)).toHaveLength(20);
  });

  test('stays through an import that says more of a joined person\'s messages, its undo, and an import that is cancelled', async () => {
    const work = await withBoth();
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    const before = tables(work);
    const writers = ({ message }: Record<string, unknown[]>): unknown => (message as { id: number; account_id: number; source_account_id: number | null }[]).map(({ id, account_id: account, source_account_id: source }) => [id, account, source]);
    const longer = FILES.x.replaceAll('potete aiutarmi? 😢', 'potete aiutarmi? 😢 È il secondo in un mese').replaceAll('prova in negozio', 'prova in negozio come ha fatto @Pixelina_Torrefatta,');
    const request = async (): Promise<never> => ({ files: [{ file: await work.file('longer.csv', longer), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: Date.UTC(2025, 11, 1), mapping: MAPPING }] }) as never;
    valueOf(await work.call('import.run', await request()));
    const after = tables(work);
    expect(writers(after)).toEqual(writers(before));
    expect(after['message']).not.toEqual(before['message']);
    const { message, mention } = after as { message: { id: number; text: string }[]; mention: { account_id: number; source_account_id: number; message_id: number }[] };
    const named = message.find(({ text }) => text.includes('come ha fatto'))?.id;
    expect(mention.filter(({ message_id: id, source_account_id: source }) => id === named && source !== null)).toMatchObject([{ account_id: (await her(work)).a, source_account_id: (await her(work)).b }]);
    valueOf(await work.call('history.undo', {}));
    expect({ ...tables(work), mention: [], account_role: [] }).toEqual({ ...before, mention: [], account_role: [] });
    const cancelled = work.call('import.run', { ...(await request()) as object, jobId: 'long' } as never);
    await work.call('job.cancel', { jobId: 'long' });
    expect(await cancelled).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(1);
    expect(writers(tables(work))).toEqual(writers(before));
  });

  test('gives the same figures in whatever order the files come', async () => {
    const results = [];
    for (const order of [['x', 'instagram'], ['instagram', 'x']] as const) {
      const work = await projectAtWork();
      await imported(work, order[0]);
      await imported(work, order[1]);
      valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
      const { persons, tribes, value } = await figures(work) as { persons: number; tribes: OperationValue<'tribes.list'>['tribes']; value: object[] };
      // limits are drawn over people in the order they came
      results.push({ persons, tribes: tribes.map((tribe) => ({ ...tribe, low: null, high: null })), value: value.map((row) => JSON.stringify(row)).sort(), leader: valueOf(await work.call('identity.persons', {})).persons[0]?.accounts.map(({ network }) => network) });
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.leader).toEqual(['instagram', 'x']);
  });

  test('is decided before the second network is there, and takes hold when it comes', async () => {
    const work = await withBoth();
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [await her(work)] }));
    const [first, second] = valueOf(await work.call('import.list', {})).imports.map(({ importId }) => importId);
    for (const importId of [first, second]) valueOf(await work.call('import.undo', { importId: importId ?? 0 }));
    expect(valueOf(await work.call('project.summary', {})).messages).toBe(0);
    await imported(work, 'instagram');
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(0);
    await imported(work, 'x');
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(1);
  });
});

describe('what a merge would change', () => {
  test.each([['two networks', ['x', 'instagram']], ['one account under two ids', ['x', 'instagram', 'doubled']]] as const)('is what it then changes: %s', async (_name, files) => {
    const work = await projectAtWork();
    await imported(work, ...files);
    const pair = files.length === 2 ? await her(work) : { a: await accountNamed(work, 'x', 'gelsomina'), b: await accountNamed(work, 'x', 'Gelsomina') };
    valueOf(await work.call('analyse.run', {}));
    const untouched = tables(work, ['message', 'request', 'booking', 'account_balance', 'tribe_member', 'journal', 'setting']);
    const effect = valueOf(await work.call('identity.effect', pair));
    expect(tables(work, ['message', 'request', 'booking', 'account_balance', 'tribe_member', 'journal', 'setting'])).toEqual(untouched);
    expect(effect).toMatchObject({ refusal: null, analysed: true });
    const measured = async (): Promise<Record<string, number | undefined>> => {
      const [overview, survival, tribes] = [valueOf(await work.call('overview', {})), valueOf(await work.call('response.survival', {})), valueOf(await work.call('tribes.list', {}))];
      const { account_balance: balances, tribe_member: members, request } = tables(work, ['account_balance', 'tribe_member', 'request']) as { account_balance: unknown[]; tribe_member: { tribe: string }[]; request: { account_id: number }[] };
      expect(tribes.people).toBe(balances?.length);
      return {
        persons: overview.persons, 'people-with-balance': balances?.length, requests: survival.groups[0]?.n, 'request-authors': new Set(request?.map(({ account_id: author }) => author)).size,
        ...Object.fromEntries([...new Set(members?.map(({ tribe }) => tribe))].map((tribe) => [tribe, members?.filter((member) => member.tribe === tribe).length])),
      };
    };
    const before = await measured();
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [pair] }));
    valueOf(await work.call('analyse.run', {}));
    const after = await measured();
    for (const { figure, tribe, before: was, after: becomes } of effect.figures) {
      const name = tribe ?? figure;
      if (!(name in before) && !(name in after)) continue;
      expect([name, was, becomes]).toEqual([name, before[name] ?? 0, after[name] ?? 0]);
    }
    const changed = effect.figures.filter(({ before: was, after: becomes }) => was !== becomes).map(({ figure }) => figure);
    expect(changed).toContain('persons');
    if (files.length === 3) expect(changed).toContain('requests');
    else expect(changed).not.toContain('requests');
    const { account_balance: balances } = tables(work, ['account_balance']) as { account_balance: { account_id: number; bookings: number; created: number; zone: string | null }[] };
    const leader = valueOf(await work.call('identity.persons', {})).persons[0]?.personId;
    expect(balances?.find(({ account_id: account }) => account === leader)).toMatchObject({ bookings: effect.value.together?.bookings, created: effect.value.together?.created, zone: effect.value.together?.zone });
    const gini = effect.figures.find(({ figure }) => figure === 'gini-created');
    expect(gini?.after).not.toBeNull();
    expect(valueOf(await work.call('identity.effect', pair))).toMatchObject({ refusal: 'already-joined', figures: [] });
  });

  test('before an analysis only persons are counted', async () => {
    const work = await withBoth();
    const { analysed, figures: given, value } = valueOf(await work.call('identity.effect', await her(work)));
    expect(analysed).toBe(false);
    expect(given.filter(({ before }) => before !== null).map(({ figure, before, after }) => [figure, (before ?? 0) - (after ?? 0)])).toEqual([['persons', 1], ['active-persons', 1]]);
    expect(value).toEqual({ a: null, b: null, together: null });
  });
});

describe('roles', () => {
  test('of all accounts are the person\'s, and part with them', async () => {
    const work = await withBoth();
    const pair = await her(work);
    valueOf(await work.call('project.close', {}));
    const connection = new Database(work.path);
    connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, origin) VALUES (?, NULL, 'investor', 'hand')`).run(pair.b);
    connection.close();
    valueOf(await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') }));
    expect(valueOf(await work.call('identity.effect', pair)).roles).toEqual({ a: [], b: ['investor'], together: ['investor'] });
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [pair] }));
    const rolesOf = (account: number): string[] => (tables(work)['account_role'] as { account_id: number; role: string }[]).filter((row) => row.account_id === account).map(({ role }) => role);
    expect([rolesOf(pair.a), rolesOf(pair.b)]).toEqual([['investor'], ['investor']]);
    valueOf(await work.call('identity.split', { accountId: pair.b }));
    expect([rolesOf(pair.a), rolesOf(pair.b)]).toEqual([[], ['investor']]);
  });

  test('an account that speaks for a brand is joined with none that does not; where it comes to speak later, the two part', async () => {
    const work = await withBoth();
    const pair = await her(work);
    const voice = await accountNamed(work, 'x', 'Aurora');
    const refused = await work.call('identity.decide', { verdict: 'same', pairs: [{ a: voice, b: pair.a }] });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'an account that speaks for a brand is never joined with one that does not speak for the same brand' } });
    expect(valueOf(await work.call('identity.effect', { a: voice, b: pair.a }))).toMatchObject({ refusal: 'voice', figures: [] });
    // both of the brand's voices may be one
    expect(valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [{ a: voice, b: await accountNamed(work, 'instagram', 'Aurora') }, pair] }))).toMatchObject({ persons: 2 });
    expect(await figures(work)).toMatchObject({ books: { agree: true } });
    valueOf(await work.call('brand.assign', { name: 'Aurora', own: true, accounts: ['Pixelina_Torrefatta'] }));
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(1);
    valueOf(await work.call('history.undo', {}));
    expect(valueOf(await work.call('identity.persons', {})).total).toBe(2);
  });
});

describe('splitting, taking back and reviewing', () => {
  test('an account leaves its person alone and is not proposed again; undo brings it back', async () => {
    const work = await withBoth();
    const pair = await her(work);
    const before = tables(work, ['message', 'mention']);
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [pair] }));
    const joined = tables(work);
    expect(valueOf(await work.call('identity.split', { accountId: pair.a }))).toMatchObject({ changed: 1, persons: 0 });
    expect(tables(work, ['message', 'mention'])).toEqual(before);
    expect(valueOf(await work.call('identity.suggestions', {})).total).toBe(0);
    expect(await work.call('identity.split', { accountId: pair.a })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    valueOf(await work.call('history.undo', {}));
    expect(tables(work)).toEqual(joined);
    valueOf(await work.call('identity.decide', { verdict: 'open', pairs: [pair] }));
    expect(valueOf(await work.call('identity.suggestions', {})).total).toBe(1);
  });

  test('a decision that changes nothing leaves no trace in the history', async () => {
    const work = await withBoth();
    const pair = await her(work);
    valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [pair] }));
    const { undo, dataVersion } = valueOf(await work.call('project.summary', {}));
    expect(valueOf(await work.call('identity.decide', { verdict: 'same', pairs: [{ a: pair.b, b: pair.a }] }))).toEqual({ changed: 0, persons: 1, dataVersion });
    expect(valueOf(await work.call('project.summary', {}))).toMatchObject({ undo, dataVersion });
  });

  test('profiles are people only once somebody reviewed them, and saying so makes nothing stale', async () => {
    const work = await withBoth();
    valueOf(await work.call('analyse.run', {}));
    expect(valueOf(await work.call('overview', {})).identityReviewed).toBe(false);
    valueOf(await work.call('identity.review', { reviewed: true }));
    expect(valueOf(await work.call('overview', {})).identityReviewed).toBe(true);
    expect(valueOf(await work.call('identity.suggestions', {})).reviewed).toBe(true);
    valueOf(await work.call('history.undo', {}));
    expect(valueOf(await work.call('overview', {})).identityReviewed).toBe(false);
    expect(valueOf(await work.call('analyse.run', {})).didWork).toBe(false);
  });
});
