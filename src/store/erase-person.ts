import type { ErasedKind } from '../domain/model/erased-kind.ts';
import { eraseCounts } from './erase-counts.ts';
import { eraseFromArchives } from './erase-archives.ts';
import { countDerived, eraseFromHistory, eraseFromPlaces, eraseFromRows, eraseRows, forgetFollowedUp } from './erase-rows.ts';
import { eraseStatements } from './erase-statements.ts';
import { eraseFromTexts, linkedMessages, type QuotingMessage } from './erase-texts.ts';
import { keepHighestAccountId } from './account-ids.ts';
import { dropDerived } from './import-removal.ts';
import { refreshTraces } from './import-traces.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import { personTraces, type PersonTraces } from './person-traces.ts';
import type { ProjectDatabase } from './project-database.ts';
import { linkReactions } from './reaction-writer.ts';
import { rebuildSearch } from './search-index.ts';
import { bringBackSetAside } from './set-aside.ts';
import { linkMentions, linkThreads } from './thread-links.ts';

/** What an erasure removed, and what must be known to keep it so: in clear, to be hashed and forgotten by whoever asked for it. */
export interface ErasedPerson {
  readonly counts: Record<ErasedKind, number>;
  readonly traces: PersonTraces;
  readonly quoting: readonly QuotingMessage[];
}

/** How to erase: `standInOf` names what is theirs without saying whose it is; settings under `keptSettings` hold no one in clear. */
export interface ErasureOptions {
  readonly accountIds: readonly number[];
  readonly standInOf: (network: string, nativeId: string) => string;
  readonly keptSettings: ReadonlySet<string>;
  /** Count only: nothing is put right afterwards, because the transaction is to be taken back. */
  readonly isRehearsal: boolean;
}

/**
 * Erases a person from the records, the decisions and everything written down. Phases:
 * 1. the records as sources say them, and what tells the person;
 * 2. what imports say, archives of removed imports, texts of others, places, rows, history: cleaned while the person is still known;
 * 3. the person's own rows; what was derived of anybody, to be made again;
 * 4. links, search index and traces of imports, from what is left.
 * Answers of others stay and answer a stand-in. Runs inside the transaction of whoever calls it, with foreign keys
 * unchecked; throws when a reference would point to nothing. Reads the whole project once or twice.
 */
export function erasePerson(project: ProjectDatabase, { accountIds, standInOf, keptSettings, isRehearsal }: ErasureOptions): ErasedPerson {
  const { connection } = project;
  const counts = eraseCounts();
  // 1. as sources say
  bringBackSetAside(project);
  unlinkPersons(project);
  const traces = personTraces(project, accountIds, standInOf);
  countDerived(project, traces, counts);
  const linked = linkedMessages(project, traces);
  // 2. others
  eraseStatements(project, { traces, linked, counts });
  eraseFromArchives(project, traces, counts);
  const quoting = eraseFromTexts(project, { traces, linked, counts });
  eraseFromPlaces(project, traces, counts);
  eraseFromRows(project, traces, { counts, keptSettings });
  eraseFromHistory(project, traces, counts);
  // 3. theirs
  if (!isRehearsal) {
    keepHighestAccountId(project);
    dropDerived(project);
    forgetFollowedUp(project);
  }
  eraseRows(project, traces, counts);
  // 4. what is left
  if (!isRehearsal) {
    linkThreads(project);
    linkMentions(project);
    linkReactions(project);
    rebuildSearch(project);
    refreshTraces(project);
    linkPersons(project);
    const loose = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
    if (loose[0] !== undefined) throw new Error(`invalid erasure: ${loose[0].table} would point to no ${loose[0].parent}`);
  }
  return { counts: counts.of(), traces, quoting };
}
