import type { OperationValue } from '../../contract/operations.ts';
import { UPDATED_FIELDS } from '../../contract/operations/import-account.ts';
import { REACTION_KINDS, type ReactionKind } from '../../domain/model/codes.ts';
import { absenceCounts } from '../../store/absence-queries.ts';
import { openPairCount } from '../../store/copy-queries.ts';
import { storedCoverage } from '../../store/coverage-queries.ts';
import { importJson, importTraceCounts, setAsideCount } from '../../store/import-account.ts';
import { rejectionReasons, storedParts, type StoredImport } from '../../store/import-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { zoneChecks } from '../../store/zone-queries.ts';
import { suppressedRows } from '../privacy/suppression-gate.ts';
import { answersOfImport } from './source-answers.ts';

type Account = OperationValue<'import.account'>;
type Field = (typeof UPDATED_FIELDS)[number];

/** The columns behind each field that a message met again may differ in. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  text: 'text', created_at_ms: 'time', precision: 'time', account_id: 'author', container_id: 'container', parent_native_id: 'parent', root_native_id: 'thread', likes: 'likes', replies: 'replies', shares: 'shares', views: 'views', saves: 'saves',
  rating: 'rating', liked_by_brand: 'likedByBrand', hidden: 'hidden', source_inbound: 'direction', language_tag: 'language', url: 'address', address: 'address', quoted_native_id: 'quoted',
};

/** Fields that differ, each once, the most frequent first; a time with its precision is one field, so the larger of the two stands. */
function updates(fields: readonly { readonly column: string; readonly count: number }[]): Account['updates'] {
  const counts = new Map<Field, number>();
  for (const { column, count } of fields) {
    const field = Object.hasOwn(FIELD_OF, column) ? FIELD_OF[column] : undefined;
    if (field !== undefined) counts.set(field, Math.max(counts.get(field) ?? 0, count));
  }
  return UPDATED_FIELDS.flatMap((field) => (counts.has(field) ? [{ field, count: counts.get(field) ?? 0 }] : [])).sort((one, other) => other.count - one.count);
}

function absences(project: ProjectDatabase, importId: number, hidden: number): Account['absences'] {
  const containers = new Map<string, { container: string; vanished: number; notReExported: number }>();
  for (const { container, state, count } of absenceCounts(project, importId)) {
    const row = containers.get(container) ?? { container, vanished: 0, notReExported: 0 };
    row[state === 'vanished' ? 'vanished' : 'notReExported'] += count;
    containers.set(container, row);
  }
  const rows = [...containers.values()];
  const sum = (key: 'vanished' | 'notReExported'): number => rows.reduce((total, row) => total + row[key], 0);
  const { cameBack } = importJson(project, importId, 'report');
  return { vanished: sum('vanished'), notReExported: sum('notReExported'), cameBack: typeof cameBack === 'number' ? cameBack : 0, hidden, containers: rows };
}

/** What a person should know before reading any figure, the times first: a wrong zone spoils every wait. */
function warnings(account: Omit<Account, 'warnings'>, relativeTimes: number): Account['warnings'] {
  const when = (code: Account['warnings'][number]['code'], count: number): Account['warnings'] => (count > 0 ? [{ code, count }] : []);
  return [
    ...when('answers-before-questions', account.zones.all.preceding),
    ...when('replies-absent', account.coverage.filter(({ replies }) => replies === 'absent').length),
    ...when('replies-partly', account.coverage.filter(({ replies }) => replies === 'partly').length),
    ...when('missing-parents', account.missingParents),
    ...when('inferred-links', account.inferred),
    ...when('vanished', account.absences.vanished),
    ...when('likely-duplicates', account.likelyDuplicates),
    ...when('rejected-rows', account.counts.rejected),
    ...when('unread-parts', account.parts.filter(({ note }) => note !== null).length),
    ...when('relative-times', relativeTimes),
    ...(account.collectedAtMs === null ? [{ code: 'collection-time-unknown' as const, count: null }] : []),
    ...(Object.keys(account.answers).length === 0 ? [{ code: 'not-asked' as const, count: null }] : []),
  ];
}

/** Everything one import brought, changed, missed and says about those before it, counted from the records as they are now. */
export function importAccount(project: ProjectDatabase, { importId, file, format, state, finishedAtMs, collectedAtMs, rows, messages, accounts, reactions, duplicates, rejected }: StoredImport): Account {
  const traces = importTraceCounts(project, importId);
  const account: Omit<Account, 'warnings'> = {
    importId, file, format, undone: state === 'undone', finishedAtMs, collectedAtMs,
    parts: storedParts(project, importId).map((part) => ({ ...part })),
    counts: { rows, added: messages, updated: traces.updated, same: traces.metAgain - traces.updated, duplicates, accounts, reactions, rejected },
    ...suppressedRows(project, importId),
    updates: updates(traces.fields),
    absences: absences(project, importId, traces.hidden),
    reactions: traces.reactions.flatMap(({ kind, named, linked }) => (isReactionKind(kind) ? [{ kind, named, linked }] : [])),
    missingParents: traces.missingParents, inferred: traces.inferred, likelyDuplicates: openPairCount(project, importId), setAside: setAsideCount(project, importId),
    zones: zoneChecks(project, importId),
    coverage: storedCoverage(project, importId).map(({ container, brand, replies, imported, declared, reason }) => ({ container, brand, replies, imported, declared, reason })),
    reasons: rejectionReasons(project, importId),
    answers: answersOfImport(project, importId),
  };
  return { ...account, warnings: warnings(account, traces.relativeTimes) };
}

function isReactionKind(kind: string): kind is ReactionKind {
  return (REACTION_KINDS as readonly string[]).includes(kind);
}
