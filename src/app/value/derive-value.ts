import { accountBalances, type AccountBalance } from '../../domain/value/account-balance.ts';
import { createBookkeeper } from '../../domain/value/bookkeeper.ts';
import type { Booking } from '../../domain/value/value-fact.ts';
import { valueWeights } from '../../domain/value/value-rules.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storeTribesBefore } from '../../store/request-queries.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import { replaceTribeMembers, storeTribeResults } from '../../store/tribe-queries.ts';
import { createBookingIndexes, deleteBookings, dropBookingIndexes, repriceBookings, storeBookings } from '../../store/value-bookings.ts';
import { valueFacts } from '../../store/value-facts.ts';
import { ledgerUnits, ownBrandId, storeBalances } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { clearTribesBefore, tribesBeforeRequests } from '../../store/value-tribes-before.ts';
import { Cancelled } from '../analyse/stage.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { deriveOwnMembers } from '../tribes/own-members.ts';
import { VALUE_SEED_SETTING } from './ledger-view.ts';
import { tribeResults } from './tribe-results.ts';

/** Version of what the ledger, the balances and the tribes mean; raised with every change of a rule. */
export const VALUE_DEFINITION_VERSION = 'value 1';

/** What both stages take. `seed` drives random weight tables; they look at `signal` between pages. */
export interface ValueStageOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { phase: string; done: number; total: number | null; unit: 'messages' | 'steps' }) => void;
}

const PAGE = 10_000;

/**
 * Rebuilds the value ledger. Phases: 1. empty it; 2. book messages, requests and reactions, page by page, one transaction
 * a page; 3. index it. A ledger left half made by a cancellation is made again by the next run, because the stage is
 * recorded only when it ends. Throws {@link Cancelled}. Returns the number of bookings.
 */
export function deriveValue(project: ProjectDatabase, { signal, onProgress }: ValueStageOptions): { items: number } {
  const weights = valueWeights(storedWeights(project));
  const bookkeeper = createBookkeeper();
  let items = 0;
  let done = 0;
  const write = (bookings: readonly Booking[]): void => {
    if (signal.aborted) throw new Cancelled('cancelled');
    storeBookings(project, bookings, weights);
    items += bookings.length;
  };
  deleteBookings(project);
  dropBookingIndexes(project);
  try {
    const facts = valueFacts(project);
    for (const page of facts.messages(PAGE)) {
      write(page.flatMap(bookkeeper.message));
      done += page.length;
      onProgress({ phase: 'derive', done, total: facts.messageCount, unit: 'messages' });
    }
    for (const page of facts.requests(PAGE)) write(page.flatMap(bookkeeper.request));
    for (const page of facts.reactions(PAGE)) write(page.flatMap(bookkeeper.reaction));
    write(bookkeeper.close());
  } finally {
    createBookingIndexes(project);
  }
  return { items };
}

/**
 * Balances of every account over the whole period and the tribes that rest on them, with the project's own weights; for
 * the own brand where there is one, else over all. Returns the number of accounts.
 */
export function aggregateValue(project: ProjectDatabase, { seed, signal, onProgress }: ValueStageOptions): { items: number } {
  const weights = valueWeights(storedWeights(project));
  repriceBookings(project, weights);
  const brandId = ownBrandId(project);
  const table = ledgerUnits(project, { brandId, condition: null }, weights);
  const total = table.accountIds.length;
  const watched = function* (): Generator<AccountBalance> {
    let done = 0;
    for (const balance of accountBalances(table, { weights, seed })) {
      if (done % 5000 === 0) {
        if (signal.aborted) throw new Cancelled('cancelled');
        onProgress({ phase: 'aggregate', done, total, unit: 'steps' });
      }
      done += 1;
      yield balance;
    }
  };
  const items = storeBalances(project, watched());
  if (signal.aborted) throw new Cancelled('cancelled');
  replaceTribeMembers(project, brandId);
  deriveOwnMembers(project);
  storeTribeResults(project, listedTribes(project), tribeResults(project, table, { weights, seed, messages: { sql: '1', parameters: [] }, among: null }));
  storeSetting(project, VALUE_SEED_SETTING, String(seed));
  clearTribesBefore(project);
  storeTribesBefore(project, tribesBeforeRequests(project, { weights, brandId }));
  return { items };
}
