import { accountBalances, type AccountBalance } from '../../domain/value/account-balance.ts';
import { createBookkeeper } from '../../domain/value/bookkeeper.ts';
import type { Booking } from '../../domain/value/value-fact.ts';
import type { UnitTable } from '../../domain/value/unit-table.ts';
import { valueWeights, type ValueWeights } from '../../domain/value/value-rules.ts';
import { forgetPieces, noteTouchedPieces } from '../../store/piece-stamp.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storeTribesBefore } from '../../store/request-queries.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import { replaceTribeMembers, storeTribeResults, type TribeWord } from '../../store/tribe-queries.ts';
import { beginLedgerPart, endLedgerPart, isLedgerWhole, layOutTouched, noteTouchedParties, settleTouched } from '../../store/ledger-marks.ts';
import { forgetTexts, noteGoneTexts } from '../../store/text-stamp.ts';
import { highestMessageId, recordCounts } from '../../store/record-counts.ts';
import { bookingNumbers, createBookingIndexes, deleteBookings, deleteTouchedBookings, dropBookingIndexes, repriceBookings, storeBookings } from '../../store/value-bookings.ts';
import { valueFacts, type ValueFacts } from '../../store/value-facts.ts';
import { ledgerUnits, notedAccounts, notedUnits, ownBrandId, settleAccounts, storeBalances } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { settleTribesBefore, tribesBeforeRequests } from '../../store/value-tribes-before.ts';
import { Cancelled } from '../analyse/stage.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { deriveOwnMembers } from '../tribes/own-members.ts';
import { VALUE_SEED_SETTING } from './ledger-view.ts';
import { tribeGround, type TribeGround } from './tribe-ground.ts';
import { tribeResults } from './tribe-results.ts';
import { zoneBorder } from './zone-border.ts';

/** Version of what the ledger, the balances and the tribes mean; raised with every change of a rule. */
export const VALUE_DEFINITION_VERSION = 'value 1';

/** What both stages take. `seed` drives random weight tables; they look at `signal` between pages. */
export interface ValueStageOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { phase: string; done: number; total: number | null; unit: 'messages' | 'steps' }) => void;
}

const PAGE = 10_000;
/** Beyond this share of the messages, or of the accounts, and this many, everything is made anew: it is cheaper then. */
const MOST_TOUCHED_SHARE = 1 / 3;
const LEAST_WORTH_REBUILD = 2000;

/** What a run over the ledger did: everything anew, or only what was touched; rows read, taken out and written. */
export interface LedgerWork {
  readonly whole: boolean;
  /** Bookings written. */
  readonly items: number;
  readonly deleted: number;
  /** Messages whose facts were read. */
  readonly messages: number;
}

/**
 * Brings the value ledger up to date. Where it is whole, only the bookings of messages that something touched since, and of
 * whatever hangs together with them, are taken out and made again, in one transaction; the result is that of a new ledger
 * to the row. Otherwise, and where more than a third of the messages is touched, everything is booked anew. A ledger left
 * half made is made again by the next run. Throws {@link Cancelled}.
 */
export function deriveValue(project: ProjectDatabase, options: ValueStageOptions): LedgerWork {
  if (options.signal.aborted) throw new Cancelled('cancelled');
  const renewed = isLedgerWhole(project, 'bookings', VALUE_DEFINITION_VERSION) ? project.connection.transaction(() => bookedTouched(project, options)).immediate() : null;
  return renewed ?? bookedAnew(project, options);
}

/** Feeds facts to the rules in the order they ask for. Returns what was read and what was booked. */
function book(project: ProjectDatabase, facts: ValueFacts, { signal, onProgress }: ValueStageOptions): { items: number; messages: number } {
  const pricing = { weights: valueWeights(storedWeights(project)), numberOf: bookingNumbers(project) };
  const bookkeeper = createBookkeeper();
  let items = 0;
  let done = 0;
  const write = (bookings: readonly Booking[]): void => {
    if (signal.aborted) throw new Cancelled('cancelled');
    storeBookings(project, bookings, pricing);
    items += bookings.length;
  };
  for (const page of facts.messages(PAGE)) {
    write(page.flatMap(bookkeeper.message));
    done += page.length;
    onProgress({ phase: 'derive', done, total: facts.messageCount, unit: 'messages' });
  }
  for (const page of facts.requests(PAGE)) write(page.flatMap(bookkeeper.request));
  for (const page of facts.reactions(PAGE)) write(page.flatMap(bookkeeper.reaction));
  write(bookkeeper.close());
  return { items, messages: done };
}

/** Phases: 1. empty the ledger; 2. book messages, requests and reactions, page by page, one transaction a page; 3. index it. */
function bookedAnew(project: ProjectDatabase, options: ValueStageOptions): LedgerWork {
  // pieces follow the conversations that the ledger touches, and texts the messages it finds gone: with all of it, both are made again
  forgetPieces(project);
  forgetTexts(project);
  beginLedgerPart(project, 'bookings', VALUE_DEFINITION_VERSION);
  dropBookingIndexes(project);
  deleteBookings(project);
  try {
    const booked = book(project, valueFacts(project), options);
    endLedgerPart(project, 'bookings');
    return { whole: true, deleted: 0, ...booked };
  } finally {
    createBookingIndexes(project);
  }
}

/** Phases: 1. lay out what is touched; 2. take out its bookings; 3. book it again. Parties before and after are noted. Null where too much is touched. */
function bookedTouched(project: ProjectDatabase, options: ValueStageOptions): LedgerWork | null {
  const touched = layOutTouched(project, Math.max(LEAST_WORTH_REBUILD, highestMessageId(project) * MOST_TOUCHED_SHARE));
  if (touched === null) return null;
  noteTouchedParties(project);
  const deleted = deleteTouchedBookings(project);
  const booked = book(project, valueFacts(project, { touchedOnly: true }), options);
  noteTouchedParties(project);
  noteTouchedPieces(project);
  noteGoneTexts(project);
  settleTouched(project);
  return { whole: false, deleted, ...booked };
}

/** What a run over the balances did: how many were computed, and whether of everybody. */
export interface BalancesWork {
  readonly items: number;
  readonly whole: boolean;
}

/** Balances, then the tribes that rest on them: {@link aggregateBalances} and {@link aggregateTribes}. */
export function aggregateValue(project: ProjectDatabase, options: ValueStageOptions): BalancesWork {
  const work = aggregateBalances(project, options);
  aggregateTribes(project, work, options);
  return work;
}

/**
 * Balances of every account over the whole period, with the project's own weights; for the own brand where there is one, else
 * over all. Balances made with the same weights, border, seed and brand, and the tribes that askers belonged to before, are
 * found again only for the accounts that something touched since. Balances are whole once {@link aggregateMembers} is done.
 */
export function aggregateBalances(project: ProjectDatabase, { seed, signal, onProgress }: ValueStageOptions): BalancesWork {
  const basis = balancesBasis(project, seed);
  const { weights, brandId, borderLog2 } = basis;
  const balancesOf = (table: UnitTable): Generator<AccountBalance> => watched(table, { weights, seed, borderLog2, signal, onProgress });
  // of many, everybody's are found sooner together than one by one
  if (isLedgerWhole(project, 'balances', basis.text) && notedAccounts(project) <= Math.max(LEAST_WORTH_REBUILD, recordCounts(project).accounts * MOST_TOUCHED_SHARE)) {
    let items = 0;
    project.connection.transaction(() => {
      items = storeBalances(project, balancesOf(notedUnits(project, { brandId }, weights)), { notedOnly: true });
      findTribesBefore(project, basis, { notedOnly: true });
      settleAccounts(project);
    }).immediate();
    return { items, whole: false };
  }
  beginLedgerPart(project, 'balances', basis.text);
  repriceBookings(project, weights);
  return { items: storeBalances(project, balancesOf(ledgerUnits(project, { brandId, condition: null }, weights))), whole: true };
}

/** The tribes that rest on balances and terms: {@link aggregateMembers}, then {@link aggregateTribeValues}. */
export function aggregateTribes(project: ProjectDatabase, work: BalancesWork, options: ValueStageOptions): void {
  aggregateMembers(project, work, options);
  aggregateTribeValues(project, { seed: options.seed });
}

/** Who is in the tribes that rest on balances. Of balances made anew, also the tribes that askers belonged to before. */
export function aggregateMembers(project: ProjectDatabase, { whole }: BalancesWork, { seed, signal }: ValueStageOptions): void {
  const basis = balancesBasis(project, seed);
  if (signal.aborted) throw new Cancelled('cancelled');
  replaceTribeMembers(project, basis.brandId);
  deriveOwnMembers(project);
  storeSetting(project, VALUE_SEED_SETTING, String(seed));
  if (!whole) return;
  findTribesBefore(project, basis, { notedOnly: false });
  endLedgerPart(project, 'balances');
}

/**
 * Value and words of these tribes, and of those that were found before. With words that were counted beside those of a new search
 * the latter are left to it.
 */
export function aggregateTribeValues(project: ProjectDatabase, { seed, ground: { table, weights } = tribeGround(project), words }: { readonly seed: number; readonly ground?: TribeGround | undefined; readonly words?: ReadonlyMap<string, readonly TribeWord[]> | undefined }): void {
  const tribes = listedTribes(project).filter(({ origin }) => words === undefined || origin !== 'found');
  storeTribeResults(project, tribes, tribeResults(project, table, { weights, seed, messages: { sql: '1', parameters: [] }, among: null, words }));
}

interface BalancesBasis {
  readonly weights: ValueWeights;
  readonly brandId: number | null;
  readonly borderLog2: number;
  /** All of it, and the seed, as it is stamped. */
  readonly text: string;
}

function balancesBasis(project: ProjectDatabase, seed: number): BalancesBasis {
  const weights = valueWeights(storedWeights(project));
  const brandId = ownBrandId(project);
  const borderLog2 = zoneBorder(project);
  return { weights, brandId, borderLog2, text: JSON.stringify([VALUE_DEFINITION_VERSION, seed, brandId, weights, borderLog2]) };
}

function findTribesBefore(project: ProjectDatabase, { weights, brandId, borderLog2 }: BalancesBasis, among: { readonly notedOnly: boolean }): void {
  storeTribesBefore(project, settleTribesBefore(project, tribesBeforeRequests(project, { weights, brandId, borderLog2, ...among }), among));
}

/** Balances in the order of the table, telling how far they are and stopping where the caller cancelled. */
function* watched(table: UnitTable, { weights, seed, borderLog2, signal, onProgress }: ValueStageOptions & { readonly weights: ValueWeights; readonly borderLog2: number }): Generator<AccountBalance> {
  const total = table.accountIds.length;
  let done = 0;
  for (const balance of accountBalances(table, { weights, seed, borderLog2 })) {
    if (done % 5000 === 0) {
      if (signal.aborted) throw new Cancelled('cancelled');
      onProgress({ phase: 'aggregate', done, total, unit: 'steps' });
    }
    done += 1;
    yield balance;
  }
}
