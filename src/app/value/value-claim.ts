import type { OperationValue } from '../../contract/operations.ts';
import { localQuarters, type LocalQuarter } from '../../domain/model/local-quarters.ts';
import { balance, closeness } from '../../domain/value/balance.ts';
import { CLAIM_DRAWS, claimTest, type ClaimOutcome, type TribeQuarter } from '../../domain/value/claim-test.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { COLUMN_COUNT, RULE_COUNT, RULE_POSITION, pointsOf, weightVector } from '../../domain/value/value-columns.ts';
import { LEAST_BOOKINGS, valueZone } from '../../domain/value/value-zone.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { datedSpan, personPieces, personQuarters, quarterUnits, type QuarterUnits } from '../../store/value-quarters.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

type Value = OperationValue<'value.claim'>;

const DAY_MS = 86_400_000;

/** How long a piece is given to be used; pieces younger than that at the end of the data are left out. */
const USED_WITHIN_DAYS = 30;

/** Under so many pieces a quarter has no share of them used. */
const LEAST_PIECES = 5;

const ESTIMATOR = `Spearman partial rank correlation of closeness in a quarter with the outcome in the next, messages a person in the quarter held equal; 95 % percentile interval over ${String(CLAIM_DRAWS)} draws of whole tribes; a piece is used within ${String(USED_WITHIN_DAYS)} days`;

interface Books {
  readonly units: Float64Array;
  bookings: number;
}

const emptyBooks = (): Books => ({ units: new Float64Array(COLUMN_COUNT), bookings: 0 });

function book(books: Books, { side, rule, units, bookings }: Pick<QuarterUnits, 'side' | 'rule' | 'units' | 'bookings'>): void {
  const column = (RULE_POSITION[rule] ?? 0) + (side === 'created' ? 0 : RULE_COUNT);
  books.units[column] = (books.units[column] ?? 0) + units;
  books.bookings += bookings;
}

/** People by tribe in each quarter: of value tribes by what they had left before the quarter, of others as they are known. */
function membersByQuarter(quarters: readonly LocalQuarter[], { rows, fixed, vector, borderLog2 }: { readonly rows: readonly QuarterUnits[]; readonly fixed: ReadonlyMap<string, readonly number[]>; readonly vector: Float64Array; readonly borderLog2: number }): Map<string, number[]>[] {
  const known = new Map<number, Books>();
  const byQuarter = quarters.map((): QuarterUnits[] => []);
  for (const row of rows) byQuarter[row.quarter]?.push(row);
  return byQuarter.map((entries) => {
    const members = new Map<string, number[]>(fixed as Map<string, number[]>);
    for (const [accountId, { units, bookings }] of known) {
      if (bookings < LEAST_BOOKINGS) continue;
      const tribe = `value:${valueZone({ bookings, ...pointsOf(units, vector) }, borderLog2)}`;
      const people = members.get(tribe);
      if (people === undefined) members.set(tribe, [accountId]);
      else people.push(accountId);
    }
    for (const entry of entries) {
      const books = known.get(entry.accountId) ?? emptyBooks();
      known.set(entry.accountId, books);
      book(books, entry);
    }
    return members;
  });
}

/**
 * The essay's claim put to the test: are the pieces of value of tribes nearer to 1:1 used more in the quarter after, the
 * activity of the quarter held equal, and do more of their people write again? A tribe counts in a quarter when at least
 * five of its people wrote in it and it has five bookings; the next quarter must lie whole within the data, with the days
 * that a piece is given to be used. Value tribes are taken as they stood before the quarter, because their zone at the end
 * of the data already knows what came after.
 */
export function valueClaim(scope: ResolvedScope): Value {
  const view = ledgerView(scope);
  return cachedAnswer(scope.project, { name: 'value.claim', input: { brand: view.ledger.brandId, filters: scope.messages, seed: view.seed, weights: view.weights, borderLog2: view.borderLog2, tribes: [] } }, () => {
    const quarters = tribeQuarters(scope, view);
    const tested = (outcome: 'used' | 'active'): ClaimOutcome => claimTest(quarters, { outcome, seed: view.seed });
    return { used: tested('used'), active: tested('active'), estimator: ESTIMATOR, draws: CLAIM_DRAWS, seed: view.seed, quarters };
  });
}

type Row = Value['quarters'][number];

function tribeQuarters({ project }: ResolvedScope, { ledger, weights, borderLog2 }: ReturnType<typeof ledgerView>): (Row & TribeQuarter)[] {
  const span = datedSpan(project);
  if (span === null) return [];
  const lastMs = span.toMs - USED_WITHIN_DAYS * DAY_MS;
  const quarters = localQuarters({ ...span, timeZone: settingOf(project, 'time_zone') ?? 'Europe/Rome' });
  const vector = weightVector(weights);
  const rows = quarterUnits(project, ledger, quarters);
  const fixed = new Map([...tribeMembers(project)].filter(([tribe, people]) => !tribe.startsWith('value:') && people.length >= LEAST_PEOPLE));
  const members = membersByQuarter(quarters, { rows, fixed, vector, borderLog2 });
  const at = (accountId: number, quarter: number): string => `${String(accountId)} ${String(quarter)}`;
  const messages = new Map(personQuarters(project, ledger, quarters).map((one) => [at(one.accountId, one.quarter), one.messages]));
  const pieces = new Map(personPieces(project, ledger, quarters, { withinMs: USED_WITHIN_DAYS * DAY_MS, lastMs }).map((one) => [at(one.accountId, one.quarter), one]));
  const books = new Map<string, QuarterUnits[]>();
  for (const row of rows) books.set(at(row.accountId, row.quarter), [...(books.get(at(row.accountId, row.quarter)) ?? []), row]);

  return quarters.flatMap(({ key }, quarter) => {
    const next = quarters[quarter + 1];
    if (next === undefined || next.endMs > lastMs) return [];
    return [...(members[quarter] ?? [])].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([tribe, people]) => {
      const writing = people.filter((accountId) => messages.has(at(accountId, quarter)));
      const own = emptyBooks();
      for (const accountId of people) for (const entry of books.get(at(accountId, quarter)) ?? []) book(own, entry);
      if (writing.length < LEAST_PEOPLE || own.bookings < LEAST_BOOKINGS) return [];
      const made = people.flatMap((accountId) => pieces.get(at(accountId, quarter + 1)) ?? []);
      const pieceCount = made.reduce((sum, one) => sum + one.pieces, 0);
      const written = writing.reduce((sum, accountId) => sum + (messages.get(at(accountId, quarter)) ?? 0), 0);
      return [{
        tribe, quarter: key, people: writing.length, bookings: own.bookings, closeness: closeness(balance(pointsOf(own.units, vector))), activity: written / writing.length,
        pieces: pieceCount, used: pieceCount < LEAST_PIECES ? null : made.reduce((sum, one) => sum + one.used, 0) / pieceCount,
        active: writing.filter((accountId) => messages.has(at(accountId, quarter + 1))).length / writing.length,
      }];
    });
  });
}
