import { PARTY_KINDS } from '../domain/model/value-codes.ts';
import { RULE_POSITION } from '../domain/value/value-columns.ts';
import type { HeldLedger } from './held-ledger.ts';
import type { MessageSelection } from './held-messages.ts';
import { heldPeople } from './held-people.ts';
import { messagesByAccount } from './held-tribes.ts';
import { positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';
import { trustRequests, type AdvocatePeople, type TrustRequest } from './trust-queries.ts';

const EVERYTHING = { sql: '1', parameters: [] };
const ACCOUNT = PARTY_KINDS.indexOf('account');
const ADVOCACY: ReadonlySet<number | undefined> = new Set([RULE_POSITION['recommendation'], RULE_POSITION['tagged-friend']]);

const requestsOf = new WeakMap<MessageColumns, Map<number | null, readonly TrustRequest[]>>();

/** {@link trustRequests} of messages held in memory, in the same order: those of a brand are read from the file once, and a selection picks among them. */
export function heldTrustRequests(project: ProjectDatabase, { columns, keeps }: MessageSelection, brandId: number | null): TrustRequest[] {
  const known = requestsOf.get(columns) ?? new Map<number | null, readonly TrustRequest[]>();
  requestsOf.set(columns, known);
  const all = known.get(brandId) ?? trustRequests(project, { brandId, messages: EVERYTHING });
  known.set(brandId, all);
  return all.filter(({ messageId }) => keeps(messageId));
}

const warningsOf = new WeakMap<MessageColumns, Uint32Array>();

/** Positions of messages that advise against, by people without an economic tie. */
function warnings({ connection }: ProjectDatabase, columns: MessageColumns): Uint32Array {
  const known = warningsOf.get(columns);
  if (known !== undefined) return known;
  const ids = connection.prepare('SELECT message_id FROM reading WHERE recommendation_sign = -1 AND economic_tie = 0').pluck().all() as number[];
  const found = Uint32Array.from(ids.map((id) => positionIn(columns.ids, id)).filter((at) => at >= 0));
  warningsOf.set(columns, found);
  return found;
}

const advocacyOf = new WeakMap<HeldLedger, Uint32Array>();

/** Places in the ledger of what people gave by recommending, or by naming a friend. */
function advocacy(ledger: HeldLedger): Uint32Array {
  const known = advocacyOf.get(ledger);
  if (known !== undefined) return known;
  const places: number[] = [];
  for (let at = 0; at < ledger.size; at += 1) if (ledger.giverKinds[at] === ACCOUNT && ADVOCACY.has(ledger.rules[at])) places.push(at);
  const found = Uint32Array.from(places);
  advocacyOf.set(ledger, found);
  return found;
}

/** {@link advocatePeople} of messages and bookings held in memory; ids ascending. */
export function heldAdvocates(project: ProjectDatabase, { ledger, selection }: { readonly ledger: HeldLedger; readonly selection: MessageSelection }, brandId: number | null): AdvocatePeople {
  const { balanced } = heldPeople(project);
  const employees = new Set(project.connection.prepare(`SELECT account_id FROM account_role WHERE role = 'employee'`).pluck().all() as number[]);
  const isPerson = (account: number): boolean => balanced[account] === 1 && !employees.has(account);
  const { columns: { accounts }, mask } = selection;
  const active: number[] = [];
  const written = messagesByAccount(selection);
  for (let account = 1; account < written.length; account += 1) if ((written[account] ?? 0) > 0 && isPerson(account)) active.push(account);
  const recommending: number[] = [];
  for (const at of advocacy(ledger)) {
    const message = ledger.messages[at] ?? 0;
    const brand = ledger.brandIds[at] ?? 0;
    const giver = ledger.giverIds[at] ?? 0;
    if (message > 0 && mask[message - 1] === 1 && (brandId === null || brand === 0 || brand === brandId) && isPerson(giver)) recommending.push(giver);
  }
  const warning: number[] = [];
  for (const at of warnings(project, selection.columns)) {
    const account = accounts[at] ?? 0;
    if (mask[at] === 1 && isPerson(account)) warning.push(account);
  }
  const ascending = (ids: number[]): Set<number> => new Set(Uint32Array.from(ids).sort());
  return { active: new Set(active), recommending: ascending(recommending), warning: ascending(warning) };
}
