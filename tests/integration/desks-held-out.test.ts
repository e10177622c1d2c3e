import { expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';
import { openProject } from '../../src/store/open-project.ts';
import { closeProject } from '../../src/store/close-project.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 2, 3, 9);
const FIRMS = ['Aurora', 'Bottega', 'Cantina'] as const;
const CUSTOMERS = 30;
const ASKED = ['My order arrived broken and nobody answers', 'Where can I find the new blend?', 'I want to buy two of these, do you ship to Spain?', 'You should add an oat milk option', 'Thank you so much, lovely place'];
const ANSWERED = ['Sorry about that, we will send a replacement by Friday.', 'You can find it in every shop from Monday.', 'Thanks for your help, great tip!'];

function twitterDate(atMs: number): string {
  const text = new Date(atMs).toUTCString();
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(text) ?? [];
  return `${text.slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
}

/** Public threads of three firms: thirty customers write to each in turn, every firm answers two in three, customers help each other and thank for it. */
function threeFirms(threads = 180): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let thread = 0; thread < threads; thread += 1) {
    const firm = FIRMS[thread % FIRMS.length] ?? 'Aurora';
    const [customer, helper] = [1000 + ((thread * 7) % CUSTOMERS), 1000 + ((thread * 7 + 11) % CUSTOMERS)];
    const [id, atMs] = [10_000 + thread * 10, START_MS + thread * DAY_MS * 0.5];
    const answered = thread % 9 < 6;
    rows.push(`${id},${customer},True,${twitterDate(atMs)},"@${firm} ${ASKED[thread % ASKED.length]}",,`);
    if (answered) rows.push(`${id + 1},${firm},False,${twitterDate(atMs + 600_000)},"@${customer} ${ANSWERED[thread % ANSWERED.length]}",,${id}`);
    if (thread % 2 === 0) rows.push(`${id + 2},${helper},True,${twitterDate(atMs + 900_000)},"@${customer} You can reset it in the settings, that solved it for me",,${id}`);
    if (thread % 4 === 0) rows.push(`${id + 3},${customer},True,${twitterDate(atMs + 1_200_000)},"@${helper} thank you, that worked!",,${id + 2}`);
    // a desk that thanks and asks people would give and take like one of them
    if (thread % 6 === 1) rows.push(`${id + 4},${firm},False,${twitterDate(atMs + 1_500_000)},"Thank you @${customer}! Which one did you buy? We recommend the oat one.",,${id}`);
  }
  return `${rows.join('\n')}\n`;
}

type Asked = <Name extends OperationName>(name: Name, input: OperationInput<Name>) => Promise<OperationValue<Name>>;

function asking(work: ProjectAtWork): Asked {
  return async (name, input) => {
    const outcome = await work.call(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
    return outcome.value;
  };
}

async function analysed(): Promise<{ readonly work: ProjectAtWork; readonly ask: Asked; readonly idOf: (name: string) => number }> {
  const work = await projectAtWork();
  const ask = asking(work);
  await ask('import.run', { files: [{ file: await work.file('firms.csv', threeFirms()) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', {});
  const { people } = await ask('people.list', { page: 0, size: 100 });
  return { work, ask, idOf: (name) => people.find(({ nativeId, handle }) => nativeId === name || handle === name)?.accountId ?? -1 };
}

/** Who counts as a person, room by room: accounts, or how many where a room names none. */
async function people(ask: Asked): Promise<{ readonly counts: Record<string, number>; readonly accounts: Record<string, readonly number[]> }> {
  const tribes = await ask('tribes.list', {});
  const [map, spread, rows] = [await ask('value.map', {}), await ask('value.inequality', { of: 'created' }), await ask('value.accounts', { page: 0, size: 100 })];
  const [graph, ties] = [await ask('network.graph', {}), await ask('trust.ties', { page: 0, size: 100 })];
  const [parts, proposals, pieces] = [await ask('trust.parts', {}), await ask('roles.proposals', { page: 0, size: 100 }), await ask('lost.pieces', { page: 0, size: 100 })];
  return {
    counts: { tribes: tribes.people, map: map.n, spread: spread.n, advocacy: parts.tribes.find(({ tribe }) => tribe === 'all')?.parts.find(({ part }) => part === 'advocacy')?.n ?? -1 },
    accounts: {
      ledger: rows.accounts.map(({ accountId }) => accountId),
      graph: graph.nodes.map(({ accountId }) => accountId),
      ties: ties.pairs.flatMap(({ person, other }) => (other === null ? [person] : [person, other])),
      proposed: proposals.proposals.filter(({ role }) => role !== 'voice').map(({ accountId }) => accountId),
      pieces: pieces.pieces.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])),
    },
  };
}

it('desks of firms that nobody claimed are no people in any room, and read as brands once they are claimed, or as people once somebody says so', async () => {
  const { work, ask, idOf } = await analysed();
  const [bottega, cantina] = [idOf('Bottega'), idOf('Cantina')];
  expect(await ask('brand.desks', {})).toMatchObject({ total: 2, desks: [{ name: 'Bottega' }, { name: 'Cantina' }] });
  const unclaimed = await people(ask);
  expect(unclaimed.counts).toEqual({ tribes: CUSTOMERS, map: CUSTOMERS, spread: CUSTOMERS, advocacy: CUSTOMERS });
  for (const [room, ids] of Object.entries(unclaimed.accounts)) {
    expect([room, ids.length > 0 || room === 'proposed']).toEqual([room, true]);
    expect([room, ids.filter((id) => id === bottega || id === cantina)]).toEqual([room, []]);
  }
  expect((await ask('value.books', {})).agree).toBe(true);
  // whose they are stays proposed
  const proposed = await ask('roles.proposals', { role: 'voice', page: 0, size: 10 });
  expect(proposed.proposals.map(({ suggestedBrand }) => suggestedBrand).sort()).toEqual(['Bottega', 'Cantina']);
  // what they write is no request, nor a person's answer to one
  const waits = await ask('response.survival', { by: 'none', brand: 'Aurora' });

  // claimed: the same people, and the requests of the own brand as they were
  await ask('brand.claimDesks', {});
  await ask('analyse.run', {});
  const claimed = await people(ask);
  expect(claimed.counts).toEqual(unclaimed.counts);
  for (const ids of Object.values(claimed.accounts)) expect(ids.filter((id) => id === bottega || id === cantina)).toEqual([]);
  expect((await ask('response.survival', { by: 'none', brand: 'Aurora' })).groups).toEqual(waits.groups);
  expect((await ask('project.summary', {})).brands.map(({ name }) => name).sort()).toEqual(['Aurora', 'Bottega', 'Cantina']);
  await work.call('history.undo', {});
  await ask('analyse.run', {});
  expect(await people(ask)).toEqual(unclaimed);

  // one of them is a person
  await ask('roles.decide', { decisions: [{ accountId: cantina, role: 'voice', verdict: 'is-not' }] });
  await ask('analyse.run', {});
  const one = await people(ask);
  expect(one.counts).toEqual({ tribes: CUSTOMERS + 1, map: CUSTOMERS + 1, spread: CUSTOMERS + 1, advocacy: CUSTOMERS + 1 });
  expect(one.accounts['ledger']).toContain(cantina);
  expect(one.accounts['graph']).toContain(cantina);
  expect(await ask('brand.desks', {})).toMatchObject({ total: 1, desks: [{ name: 'Bottega' }] });
  expect((await ask('value.books', {})).agree).toBe(true);
  // what was said holds for a later import
  await ask('import.run', { files: [{ file: await work.file('more.csv', threeFirms(190)) }] });
  expect(await ask('brand.desks', {})).toMatchObject({ total: 1 });
  for (let step = 0; step < 2; step += 1) await work.call('history.undo', {});
  await ask('analyse.run', {});
  expect(await people(ask)).toEqual(unclaimed);
  await work.call('history.redo', {});
  expect(await ask('brand.desks', {})).toMatchObject({ total: 1 });
}, 120_000);

it('one desk gets a brand of its own while the others stay held out', async () => {
  const { ask, work, idOf } = await analysed();
  await ask('brand.claimDesks', { accountIds: [idOf('Cantina')] });
  expect(await ask('brand.desks', {})).toMatchObject({ total: 1, desks: [{ name: 'Bottega' }] });
  expect(await work.call('brand.claimDesks', { accountIds: [idOf('Cantina')] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  await work.call('history.undo', {});
  expect(await ask('brand.desks', {})).toMatchObject({ total: 2 });
  // whoever is said to be somebody is no desk of nobody's
  await ask('roles.decide', { decisions: [{ accountId: idOf('Cantina'), role: 'employee', verdict: 'is' }] });
  expect(await ask('brand.desks', {})).toMatchObject({ total: 1, desks: [{ name: 'Bottega' }] });
  await work.call('history.undo', {});
  expect(await ask('brand.desks', {})).toMatchObject({ total: 2 });
}, 60_000);

it('an account that a later import calls a firm’s is held out from then on, and what was derived of it is made anew', async () => {
  const { ask, work, idOf } = await analysed();
  const customer = idOf('1004');
  const before = await people(ask);
  expect(before.accounts['ledger']).toContain(customer);
  const told = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id', `99990,1004,False,${twitterDate(START_MS + 95 * DAY_MS)},"We are open on Sunday as well.",,`];
  await ask('import.run', { files: [{ file: await work.file('told.csv', `${told.join('\n')}\n`) }] });
  await ask('analyse.run', {});
  expect(await ask('brand.desks', {})).toMatchObject({ total: 3 });
  const after = await people(ask);
  expect(after.counts['tribes']).toBe(CUSTOMERS - 1);
  for (const ids of Object.values(after.accounts)) expect(ids).not.toContain(customer);
  expect((await ask('value.books', {})).agree).toBe(true);
  await work.call('history.undo', {});
  await ask('analyse.run', {});
  expect(await people(ask)).toEqual(before);
}, 60_000);

it('a project that was analysed before desks were held out is brought up to date by its next analysis', async () => {
  const { ask, work, idOf } = await analysed();
  const now = await people(ask);
  await ask('project.close', {});
  const project = openProject(work.path);
  project.connection.exec(`DELETE FROM account_role WHERE role = 'voice' AND brand_id IS NULL; UPDATE stage SET definition_version = 'roles 1' WHERE name = 'roles'`);
  closeProject(project);
  await ask('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') });
  expect(await ask('brand.desks', {})).toMatchObject({ total: 0 });
  await ask('analyse.run', {});
  expect(await ask('brand.desks', {})).toMatchObject({ total: 2 });
  expect(await people(ask)).toEqual(now);
  expect((await ask('people.one', { accountId: idOf('Bottega') })).roles).toMatchObject([{ role: 'voice', brand: null, origin: 'source' }]);
}, 60_000);
