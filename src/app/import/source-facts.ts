import { randomBytes } from 'node:crypto';
import { emptyFacts, type SourceFacts } from '../../ingest/record-format.ts';
import type { OpenedSource, RecognisedPart } from '../../ingest/open-source.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Where a project keeps the secret under which it hashes mail addresses. */
const MAIL_KEY = 'mail_key';
/** Formats that hash addresses. */
const HASHING = new Set(['mbox', 'eml']);

/**
 * The secret under which a project hashes mail addresses: made when the first mail comes in, the same ever after, and
 * another one in every project, so that a hash says nothing to whoever has not the project. Null when there is none yet
 * and none may be made (a trial).
 */
function mailKey(project: ProjectDatabase | null, mayMake: boolean): string | null {
  if (project === null) return null;
  const known = settingOf(project, MAIL_KEY);
  if (known !== null || !mayMake) return known;
  const made = randomBytes(32).toString('hex');
  storeSetting(project, MAIL_KEY, made);
  return made;
}

/**
 * What the parts of one source tell each other while files are read: parts of an archive keep to it, loose files of one
 * format in one run share. One book of facts for each run; `mayMake` lets it make the project's secrets.
 */
export function createFactBook(project: ProjectDatabase | null, { mayMake }: { readonly mayMake: boolean }): (source: OpenedSource, part: RecognisedPart) => SourceFacts {
  const books = new Map<string, SourceFacts>();
  return (source, { format }) => {
    const key = source.isArchive ? `${source.hash} ${format.id}` : format.id;
    let facts = books.get(key);
    if (facts === undefined) {
      facts = emptyFacts();
      const secret = HASHING.has(format.id) ? mailKey(project, mayMake) : null;
      if (secret !== null) facts.notes.set('mailKey', secret);
      books.set(key, facts);
    }
    return facts;
  };
}
