import { randomBytes } from 'node:crypto';
import { emptyFacts, type SourceFacts } from '../../ingest/record-format.ts';
import type { OpenedSource, RecognisedPart } from '../../ingest/open-source.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Where a project keeps the secret under which it hashes mail addresses. */
const MAIL_KEY = 'mail_key';
/** Formats that hash addresses. */
const HASHING = new Set(['mbox', 'eml']);

/** What the parts of one run's sources tell each other, and the secrets that it made. */
export interface FactBook {
  readonly factsOf: (source: OpenedSource, part: RecognisedPart) => SourceFacts;
  /** Writes down the secrets that were made. Belongs into the transaction that ends an import: one that fails leaves none behind. */
  readonly keepSecrets: () => void;
}

/**
 * What the parts of one source tell each other while files are read: parts of an archive keep to it, loose files of one
 * format in one run share. One book of facts for each run. The secret under which a project hashes mail addresses is made when
 * the first mail comes in and is the same ever after, and another one in every project, so that a hash says nothing to whoever
 * has not the project; `mayMake` is false for a trial, which hashes nothing where there is none yet.
 */
export function createFactBook(project: ProjectDatabase | null, { mayMake }: { readonly mayMake: boolean }): FactBook {
  const books = new Map<string, SourceFacts>();
  let made: string | null = null;
  const mailKey = (): string | null => {
    if (project === null) return null;
    const known = settingOf(project, MAIL_KEY);
    if (known !== null || !mayMake) return known;
    return (made ??= randomBytes(32).toString('hex'));
  };
  return {
    factsOf(source, { format }) {
      const key = source.isArchive ? `${source.hash} ${format.id}` : format.id;
      let facts = books.get(key);
      if (facts === undefined) {
        facts = emptyFacts();
        const secret = HASHING.has(format.id) ? mailKey() : null;
        if (secret !== null) facts.notes.set('mailKey', secret);
        books.set(key, facts);
      }
      return facts;
    },
    keepSecrets() {
      if (project !== null && made !== null) storeSetting(project, MAIL_KEY, made);
    },
  };
}
