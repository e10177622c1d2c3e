import { accountBalances, type AccountBalance } from '../../domain/value/account-balance.ts';
import type { UnitTable } from '../../domain/value/unit-table.ts';
import { valueWeights, type ValueWeights } from '../../domain/value/value-rules.ts';
import { messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { ledgerUnits, ownBrandId, storedBalances, type LedgerScope } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { heldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { keptResult, type KeptResult } from '../read/scope-results.ts';
import { zoneBorder } from './zone-border.ts';

/** Scopes whose balances stay in memory: some 200 bytes an account each. */
const KEPT_BALANCES = 2;

/** Name of the setting that holds the seed of the last analysis. */
export const VALUE_SEED_SETTING = 'value_seed';

/** A part of the ledger as a room asks for it. */
export interface LedgerView {
  /** True when the figures stored by the last analysis answer the question. */
  readonly whole: boolean;
  readonly ledger: LedgerScope;
  /** Condition on alias `m`; `1` when nothing is filtered. */
  readonly messages: SqlCondition;
  readonly weights: ValueWeights;
  readonly seed: number;
  /** How many doublings the even band reaches to either side. */
  readonly borderLog2: number;
  readonly balances: () => readonly AccountBalance[];
  /** Scans the ledger. */
  readonly units: () => UnitTable;
  /** Keeps what several rooms work out of this view, see {@link keptResult}. */
  readonly keptOf: <Value>(kept: Pick<KeptResult, 'name' | 'most'>, make: () => Value) => Value;
}

/**
 * The ledger under a scope: without filters and for the brand the project is about, what the last analysis stored; else
 * summed again from the bookings of the selected messages, with the same code, weights and seed.
 */
export function ledgerView({ project, brand, messages }: ResolvedScope): LedgerView {
  const brandId = brand?.id ?? null;
  const unfiltered = Object.values(messages.filters ?? {}).every((value) => value === undefined) && messages.messageIds === undefined && messages.accountIds === undefined;
  const whole = unfiltered && brandId === ownBrandId(project);
  const condition = messageCondition(whole ? {} : messages);
  const weights = valueWeights(storedWeights(project));
  const seed = Number(settingOf(project, VALUE_SEED_SETTING) ?? 1);
  const borderLog2 = zoneBorder(project);
  const held = messages.messageIds !== undefined || messages.accountIds !== undefined ? null : heldProject(project);
  const inMemory = held === null ? undefined : { ledger: held.ledger, selection: held.messages.selectionOf(messages.filters ?? {}, whole ? null : (messages.brandId ?? null)) };
  const ledger: LedgerScope = { brandId, condition: whole ? null : condition, ...(inMemory === undefined ? {} : { inMemory }), ...(whole || inMemory === undefined ? {} : { held: inMemory }) };
  const units = (): UnitTable => ledgerUnits(project, ledger, weights);
  // messages named one by one are asked for once
  const keptOf: LedgerView['keptOf'] = ({ name, most }, make) => (held === null ? make() : keptResult(project, { name, on: [brandId, messages, whole, weights, seed, borderLog2], most }, make));
  return { whole, ledger, messages: condition, weights, seed, borderLog2, units, balances: () => (whole ? storedBalances(project) : keptOf({ name: 'balances', most: KEPT_BALANCES }, () => [...accountBalances(units(), { weights, seed, borderLog2 })])), keptOf };
}

/** True for accounts inside a rectangle of the map, bounds inclusive. */
export function isInBox({ created, consumed }: Pick<AccountBalance, 'created' | 'consumed'>, box: { readonly createdFrom?: number | undefined; readonly createdTo?: number | undefined; readonly consumedFrom?: number | undefined; readonly consumedTo?: number | undefined }): boolean {
  return created >= (box.createdFrom ?? -Infinity) && created <= (box.createdTo ?? Infinity) && consumed >= (box.consumedFrom ?? -Infinity) && consumed <= (box.consumedTo ?? Infinity);
}
