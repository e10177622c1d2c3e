import { describe, expect, it } from 'vitest';
import { aggregateStage } from '../../src/app/analyse/aggregate-stage.ts';
import { deriveValue } from '../../src/app/value/derive-value.ts';
import { valueHandlers } from '../../src/app/value/value-handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import type { CallContext } from '../../src/contract/dispatch.ts';
import { storedTribeResults, tribeMembers } from '../../src/store/tribe-queries.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const call: CallContext = { signal: stage.signal, onProgress: () => undefined };
const handlers = (project: PlacedProject) => valueHandlers({ project } as unknown as AppContext);

async function analysed(project: PlacedProject): Promise<PlacedProject> {
  deriveValue(project, stage);
  await aggregateStage.run(project, { seed: stage.seed }, call);
  return project;
}

describe('membership of tribes', () => {
  it('makes customers of those who wrote a review or a ticket, and only around the own brand', async () => {
    const project = placedProject(6);
    project.addMessage({ id: 1, account: 2, kind: 'review' });
    project.addMessage({ id: 2, account: 3, kind: 'ticket' });
    project.addMessage({ id: 3, account: 4, kind: 'review', container: 2 });
    project.addMessage({ id: 4, account: 5 });
    project.addRole(5, 'investor');
    project.addRole(4, 'press', 2);
    await analysed(project);
    const members = tribeMembers(project);
    expect(members.get('role:customer')).toEqual([2, 3]);
    expect(members.get('role:investor')).toEqual([5]);
    expect(members.has('role:press')).toBe(false);
    expect(project.connection.prepare('SELECT account_id FROM account_balance ORDER BY 1').pluck().all()).toEqual([2, 3, 5]);
  });

  it('places an asker by the bookings before the request alone', async () => {
    const project = placedProject(3);
    project.addRole(1, 'voice');
    for (let id = 1; id <= 8; id += 1) {
      project.addMessage({ id, account: 2, intents: ['idea'] });
      project.addRequest({ message: id, account: 2, intents: ['idea'] });
    }
    await analysed(project);
    const before = project.connection.prepare('SELECT message_id, tribe_before FROM request ORDER BY message_id').raw().all();
    expect(before).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((id) => [id, id > 5 ? 'value:gives-more' : null]));
  });

  it('finds the words of a tribe from how many of its people use them', async () => {
    const project = placedProject(402);
    for (let account = 2; account <= 401; account += 1) {
      const customer = account % 4 === 0;
      // each says one of two sentences, so that no two words always stand together
      const review = account % 8 === 0 ? 'la macinatura: profumata, e fine' : 'profumata la macinatura, ma troppo fine';
      project.addMessage({ id: account, account, kind: customer ? 'review' : 'comment', text: customer ? review : 'le cialde sono pratiche' });
    }
    await analysed(project);
    const result = storedTribeResults(project).get('role:customer');
    expect(result?.figures).toMatchObject({ size: 100, tooFew: false, created: 100, consumed: 0, balance: 101 });
    expect(result?.words.map(({ word, authors }) => [word, authors])).toEqual([['fine', 100], ['macinatura', 100], ['profumata', 100]]);
  });

  it('reads the ledger of another brand when it is named', async () => {
    const project = placedProject(6);
    project.addMessage({ id: 1, account: 2, kind: 'review' });
    project.addMessage({ id: 2, account: 3, kind: 'review', container: 2 });
    await analysed(project);
    const rows = async (brand?: string) => {
      const outcome = await handlers(project)['value.accounts']({ page: 0, size: 10, orderBy: 'created', ...(brand === undefined ? {} : { brand }) }, call);
      return outcome.ok ? outcome.value.accounts.map(({ accountId, created }) => [accountId, created]) : outcome.failure;
    };
    expect(await rows()).toEqual([[2, 1]]);
    expect(await rows('Aurora')).toEqual([[2, 1]]);
    expect(await rows('tramonto')).toEqual([[3, 1]]);
  });
});
