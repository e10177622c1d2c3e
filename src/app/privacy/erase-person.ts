import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { LAST_PHASE, type CallContext } from '../../contract/dispatch.ts';
import { backupsHolding, byteCheck, compactProject, cutLog, deleteBackups, overwriteDeleted } from '../../store/erase-bytes.ts';
import { ERASED_KINDS, type ErasedKind } from '../../domain/model/erased-kind.ts';
import { erasePerson, type ErasedPerson } from '../../store/erase-person.ts';
import { inBulk } from '../../store/import-removal.ts';
import { accountsOfPerson, personAccounts, voicesAmong } from '../../store/person-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { erasureReceipts, RECEIPTS_SETTING, storeReceipt, type ErasureReceipt } from './erasure-receipts.ts';
import { standInName, storeSuppressionList, suppressedPerson, SUPPRESSION_SETTING, suppressionList } from './suppression-list.ts';

/** Settings that hold nobody in clear. */
const KEPT_SETTINGS = new Set([SUPPRESSION_SETTING, RECEIPTS_SETTING, 'mail_key']);

/** Ends a transaction that was only to be looked at. */
class TakenBack extends Error {
  readonly erased: ErasedPerson;
  constructor(erased: ErasedPerson) {
    super('rehearsal');
    this.erased = erased;
  }
}

/** What an erasure would remove. */
export interface Rehearsal {
  readonly accounts: { readonly network: string; readonly name: string }[];
  readonly counts: { readonly kind: ErasedKind; readonly count: number }[];
  readonly backups: { readonly name: string; readonly bytes: number; readonly atMs: number }[];
}

/** Counts by kind in the order in which they are shown. */
export function countedKinds(counts: Readonly<Record<ErasedKind, number>>): Rehearsal['counts'] {
  return ERASED_KINDS.map((kind) => ({ kind, count: counts[kind] }));
}

/** Texts by which the person would be known in a file: ids, names and what they wrote. */
function tellingTexts({ traces }: ErasedPerson): string[] {
  return [
    ...traces.accounts.flatMap(({ nativeId, handle, name, profile, link, mailHash }) => [nativeId, handle, name, profile, link, mailHash]), ...traces.wrote.flatMap(({ nativeId, url }) => [nativeId, url]), ...traces.wordings,
  ].filter((text) => text !== null);
}

function personOf(project: ProjectDatabase, accountId: number): Outcome<number[]> {
  const accountIds = accountsOfPerson(project, accountId);
  if (accountIds.length === 0) return failed('not-found', `unknown account: ${String(accountId)}`);
  const [brand] = voicesAmong(project, accountIds);
  return brand === undefined ? success(accountIds) : failed('invalid-input', `the account speaks for ${brand}: take that role away first; a brand is not a person`);
}

/**
 * What {@link erase} would remove, counted by doing it and taking it back: the project is as before. Failures: `not-found`,
 * `invalid-input` for an account that speaks for a brand.
 */
export function rehearseErasure(project: ProjectDatabase, accountId: number): Outcome<Rehearsal> {
  const accountIds = personOf(project, accountId);
  if (!accountIds.ok) return accountIds;
  const accounts = personAccounts(project, accountIds.value).map(({ network, handle, name, nativeId }) => ({ network, name: name ?? handle ?? nativeId }));
  try {
    inBulk(project, () => {
      throw new TakenBack(erasePerson(project, { accountIds: accountIds.value, standInOf: (_network, _nativeId) => 'erased', keptSettings: KEPT_SETTINGS, isRehearsal: true }));
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    return success({ accounts, counts: countedKinds(error.erased.counts), backups: backupsHolding(project, tellingTexts(error.erased)).map((backup) => ({ ...backup })) });
  }
  throw new Error('invalid rehearsal: it was not taken back');
}

/**
 * Erases a person for good. Phases:
 * 1. one transaction with secure_delete: the records, the list of those who must not come back, a receipt; the history holds nothing of it;
 * 2. the log is written back, the file written anew;
 * 3. every byte of the files is searched for the person, copies beside the project too; those in `deletable` are deleted;
 * 4. the receipt learns what was found.
 * There is no way back. A disk that fills up in phase 2 leaves the records erased and the receipt without a check.
 */
export function erase(project: ProjectDatabase, { accountId, deletable, nowMs }: { readonly accountId: number; readonly deletable: readonly string[]; readonly nowMs: number }, call: CallContext): Outcome<ErasureReceipt> {
  const accountIds = personOf(project, accountId);
  if (!accountIds.ok) return accountIds;
  const step = (done: number): void => call.onProgress({ phase: LAST_PHASE, done, total: 4, unit: 'steps' });
  step(0);
  const { connection } = project;
  overwriteDeleted(project);
  const number = (erasureReceipts(project).at(-1)?.number ?? 0) + 1;
  let texts: string[] = [];
  let receipt: ErasureReceipt = { number, kind: 'person', atMs: nowMs, counts: [], check: { looked: 0, ofOthers: 0, left: 0, logCut: false }, backups: [] };
  // 1. records
  inBulk(project, () => {
    const list = suppressionList(project);
    const erased = erasePerson(project, { accountIds: accountIds.value, standInOf: (network, nativeId) => standInName(list.key, network, nativeId), keptSettings: KEPT_SETTINGS, isRehearsal: false });
    coverAllImports(project);
    storeSuppressionList(project, { ...list, persons: [...list.persons, suppressedPerson(list.key, erased.traces, { quoting: erased.quoting, atMs: nowMs })] });
    texts = tellingTexts(erased);
    receipt = { ...receipt, counts: countedKinds(erased.counts) };
    storeReceipt(project, receipt);
    raiseDataVersion(project);
  });
  // 2. file
  step(1);
  compactProject(project);
  // 3. bytes and copies
  step(2);
  const holding = backupsHolding(project, texts).map(({ name }) => name);
  const gone = new Set(deleteBackups(project, holding.filter((name) => deletable.includes(name))));
  const check = byteCheck(project, texts);
  // 4. receipt
  step(3);
  const finished: ErasureReceipt = { ...receipt, check: { ...check, logCut: true }, backups: holding.map((name) => ({ name, state: gone.has(name) ? 'deleted' : 'kept' })) };
  connection.transaction(() => storeReceipt(project, finished)).immediate();
  const logCut = cutLog(project);
  if (!logCut) connection.transaction(() => storeReceipt(project, { ...finished, check: { ...finished.check, logCut } })).immediate();
  return success({ ...finished, check: { ...finished.check, logCut } });
}
