import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { isInPolygon } from '../../domain/model/map-polygon.ts';
import { shownBalance, type AccountBalance } from '../../domain/value/account-balance.ts';
import { PRIOR_POINTS } from '../../domain/value/balance.ts';
import { LEAST_BOOKINGS } from '../../domain/value/value-zone.ts';
import { accountLabels } from '../../store/value-accounts.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { isInBox, ledgerView } from './ledger-view.ts';

type Request = OperationRequest<'value.accounts'>;

const KEYS: Readonly<Record<Request['orderBy'], (account: AccountBalance) => number>> = {
  created: ({ created }) => created,
  consumed: ({ consumed }) => consumed,
  bookings: ({ bookings }) => bookings,
  balance: ({ bookings, log2Balance }) => (bookings < LEAST_BOOKINGS || log2Balance === null ? -Infinity : log2Balance),
};

/** As many people as one change or one list of messages takes. */
const MOST_CHOSEN = 5000;

/** One page of the accounts on the map, largest first, ties by id; accounts with too few bookings come last by balance. */
export function valueAccounts(scope: ResolvedScope, { page, size, orderBy, box, polygon }: Request): OperationValue<'value.accounts'> {
  const key = KEYS[orderBy];
  const balances = ledgerView(scope).balances().filter((account) => (box === undefined || isInBox(account, box)) && (polygon === undefined || isInPolygon(account, polygon, PRIOR_POINTS)));
  balances.sort((first, second) => {
    const [a, b] = [key(first), key(second)];
    return a === b ? first.accountId - second.accountId : b - a;
  });
  const shown = balances.slice(page * size, (page + 1) * size);
  const labels = accountLabels(scope.project, shown.map(({ accountId }) => accountId));
  return {
    total: balances.length,
    chosenIds: box === undefined && polygon === undefined ? [] : balances.slice(0, MOST_CHOSEN).map(({ accountId }) => accountId),
    accounts: shown.map((account) => {
      const label = labels.get(account.accountId);
      return {
        accountId: account.accountId, accountName: label?.name ?? '', network: label?.network ?? '', bookings: account.bookings, created: account.created,
        consumed: { observed: account.observed, received: account.received, estimated: account.estimated }, consumedTotal: account.consumed,
        ...shownBalance(account), zone: account.zone, employee: label?.employee ?? false,
      };
    }),
  };
}
