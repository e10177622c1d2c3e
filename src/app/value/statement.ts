import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { balance } from '../../domain/value/balance.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import type { PartyKind } from '../../domain/model/value-codes.ts';
import { LEAST_BOOKINGS } from '../../domain/value/value-zone.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { partyNames, statementPerson, statementTribe, storedPoints, tribeAccounts } from '../../store/statement-parties.ts';
import { valueStatement, type StatementParty, type StatementScope } from '../../store/value-statement.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvMark, csvNumber, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { brandNames } from '../../store/overview-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Value = OperationValue<'value.statement'>;
type Request = Pick<OperationRequest<'value.statement'>, 'party' | 'filters' | 'page' | 'size'>;

/** Sums of decimal weights agree when they differ by less than a billionth of their size. */
const near = (first: number, second: number): boolean => Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(second));

interface Holder {
  readonly party: Value['party'];
  readonly of: StatementParty;
}

function holderOf({ project }: ResolvedScope, { kind, id }: Request['party']): Holder | null {
  if (kind === 'brand') {
    const brand = brandNames(project).find(({ name }) => name.toLowerCase() === id.toLowerCase());
    return brand === undefined ? null : { party: { kind, id: brand.name, name: brand.name, network: '', people: 0, accounts: 0 }, of: { kind: 'brand', ids: [brand.id] } };
  }
  if (kind === 'tribe') {
    const tribe = statementTribe(project, id);
    if (tribe === null) return null;
    const ids = tribeAccounts(project, id);
    return { party: { kind, id, name: tribe, network: '', people: ids.length, accounts: ids.length }, of: { kind: 'account', ids } };
  }
  const person = /^\d{1,15}$/u.test(id) ? statementPerson(project, Number(id)) : null;
  // what several accounts of one person left is booked to the person: one of them has no books of its own
  return person === null ? null : { party: { kind, id: String(person.personId), name: person.name, network: person.network, people: 1, accounts: person.accounts }, of: { kind: 'account', ids: [person.personId] } };
}

/**
 * The statement of an account, a person, a tribe or a brand under a scope. A period selects lines by their own time; the
 * other filters select the messages behind them. A brand's statement holds all it gave and received, whichever brand is
 * meant. Failure: `not-found` for a party that the project does not hold.
 */
export function statementOf(scope: ResolvedScope, { party: wanted, filters, page, size }: Request): Outcome<Value> {
  const { project, brand } = scope;
  const holder = holderOf(scope, wanted);
  if (holder === null) return failed('not-found', `no ${wanted.kind} of this project is called ${wanted.id}`);
  const { party, of } = holder;
  const { fromMs, toMs, ...others } = filters ?? {};
  const narrowed = Object.values(others).some((value) => value !== undefined);
  const filtered = narrowed || scope.messages.brandId !== undefined;
  const brandId = of.kind === 'brand' ? null : (brand?.id ?? null);
  const condition = of.kind === 'brand' ? (narrowed ? messageCondition({ filters: others }) : null) : filtered ? messageCondition({ ...scope.messages, filters: others }) : null;
  const statementScope: StatementScope = {
    party: of, brandId, condition, fromMs: fromMs ?? null, toMs: toMs ?? null,
  };
  if (party.kind === 'tribe' && party.people < LEAST_PEOPLE) return success(withoutFigures(party));
  const { lines, credits, debits, bookings, ...statement } = valueStatement(project, statementScope, { offset: page * size, size });
  const comparable = of.kind === 'account' && !filtered && toMs === undefined;
  const stored = comparable ? storedPoints(project, of.ids) : null;
  const names = partyNames(project, lines);
  const side = (kind: PartyKind, id: number): Value['lines'][number]['giver'] => ({ kind, id, name: names(kind, id) });
  return success({
    ...statement, party, tooFew: false,
    balance: of.kind === 'brand' || bookings < LEAST_BOOKINGS ? null : balance(statement.closing),
    balanceWithoutPairs: of.kind === 'brand' || bookings < LEAST_BOOKINGS || statement.withoutPairs.created + statement.withoutPairs.consumed === 0 ? null : balance(statement.withoutPairs),
    trial: { credits, debits, stored, agree: near(credits, debits) && (stored === null || (near(stored.created, statement.closing.created) && near(stored.consumed, statement.closing.consumed))) },
    rules: statement.rules.map((rule) => ({ ...rule })),
    lines: lines.map(({ giverKind, giverId, receiverKind, receiverId, ...line }) => ({ ...line, giver: side(giverKind, giverId), receiver: side(receiverKind, receiverId) })),
  });
}

function withoutFigures(party: Value['party']): Value {
  const nothing = { created: 0, consumed: 0 };
  return {
    party, tooFew: true, total: 0, opening: nothing, closing: nothing, undated: 0, basis: { observed: 0, received: 0, estimated: 0 }, withoutPairs: nothing, balance: null, balanceWithoutPairs: null,
    trial: { credits: 0, debits: 0, stored: null, agree: true }, rules: [], lines: [],
  };
}

const HEADER = ['line', 'time', 'rule', 'version', 'giver', 'receiver', 'points', 'basis', 'half_of_an_exchange', 'created', 'consumed', 'created_so_far', 'consumed_so_far', 'message', 'text'];

/** One page of a statement as CSV with CRLF, header on the first page; times in UTC. Failures as {@link statementOf}. */
export function statementCsv(scope: ResolvedScope, { separator, ...request }: Request & { readonly separator: CsvSeparator }): Outcome<OperationValue<'value.statementCsv'>> {
  const outcome = statementOf(scope, request);
  if (!outcome.ok) return outcome;
  const { party, total, lines } = outcome.value;
  const decimal = (value: number): string => csvNumber(Number(value.toPrecision(12)), separator);
  const cells = lines.map((line) => [
    String(line.line), line.atMs === null ? '' : new Date(line.atMs).toISOString(), csvCell(line.rule), String(line.version), csvCell(sideText(line.giver)), csvCell(sideText(line.receiver)), decimal(line.points), csvCell(line.basis), line.paired ? '1' : '0',
    decimal(line.created), decimal(line.consumed), decimal(line.createdSoFar), decimal(line.consumedSoFar), String(line.messageId), csvCell(line.quote),
  ]);
  const rows = [...(request.page === 0 ? [HEADER] : []), ...cells].map((row) => `${row.join(separator)}\r\n`);
  return success({ total, fileName: `statement-${party.kind}-${party.id.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.csv`, text: `${request.page === 0 ? csvMark(separator) : ''}${rows.join('')}` });
}

function sideText({ kind, name }: Value['lines'][number]['giver']): string {
  return name === '' ? kind : name;
}

