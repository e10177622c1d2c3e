import type { MessageKind } from '../domain/model/codes.ts';
import type { RecordedContainer, RecordedMessage, RecordedReaction } from '../domain/model/record.ts';
import { fieldOfHeader, fieldOfPath, foldedHeader } from './header-synonyms.ts';
import type { Refusal } from './rejected-row.ts';
import type { DateOrder, TableField, TableMapping } from './table-mapping.ts';

/** What one row of a table became, before its lines and raw text are added. */
export interface RefinedRow {
  readonly messages: readonly RecordedMessage[];
  readonly reactions?: readonly RecordedReaction[];
  readonly rejected?: Refusal;
}

/** The cell of a row under a folded header, trimmed; empty where the table has no such column. */
export type NamedCell = (foldedHeader: string) => string;

/** A kind of table the program knows by its header, whether its rows are written as CSV, as a workbook or as JSON objects. */
export interface TableFormat {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Folded headers that must all be there, alternatives parted by `|`; none for the formats that take any table. */
  readonly requires: readonly string[];
  /** Folded headers (alternatives parted by `|`) none of which may be there: a neighbour's sign. */
  readonly excludes?: string;
  /** Folded header -> field, over what the synonyms say; null leaves a column out. Of two for one field the first named here counts. */
  readonly columns: Readonly<Record<string, TableField | null>>;
  /** For formats that take anything: tables only, or JSON only. */
  readonly form?: 'table' | 'json';
  /** Confidence where all that is required is there; .95 by default. */
  readonly confidence?: number;
  readonly network?: string;
  readonly kind?: MessageKind;
  readonly containerKind?: RecordedContainer['kind'];
  /** Ids without which a row means nothing: a row that lacks one is refused instead of getting an id from its content. */
  readonly needsId?: boolean;
  /** Name of the one container of a source that knows none. */
  readonly containerName?: string;
  /** The order its makers use, taken where day and month cannot be told apart by the values. */
  readonly dateOrder?: DateOrder;
  /** Times without a zone are UTC whatever the person's zone is. */
  readonly timesAreUtc?: boolean;
  /** Texts are held back by the source's terms: a row without one is still a message. */
  readonly withholdsTexts?: boolean;
  /** Completes or replaces what the columns gave, where a rule needs several columns of a row. */
  readonly refine?: (made: readonly RecordedMessage[], cell: NamedCell) => RefinedRow;
}

/** Fields that only one column can fill. */
const SINGLE = new Set<TableField>(['id', 'createdAt', 'text', 'parentId', 'rootId', 'author', 'authorId', 'inbound', 'rating', 'likes', 'replies', 'shares', 'views', 'container', 'kind', 'url', 'language', 'network', 'likedByBrand', 'responseText', 'responseAt', 'company']);

/** A text field is likelier to hold what people wrote the earlier it stands here. */
const TEXT_ORDER = ['text', 'fulltext', 'testo', 'body', 'commento', 'comment', 'commenttext', 'reviewtext', 'message', 'messaggio', 'content', 'contenuto'];

/** True for a name that says plainly that it holds what somebody wrote; a description or a title may be anything's. */
export function isTextName(header: string): boolean {
  return TEXT_ORDER.includes(foldedHeader(header));
}

/** Members of JSON objects that describe what an object is (a profile, a place, a video): never what somebody said, unless a person or a format says so. */
const DESCRIBING = new Set(['description', 'descrizione']);

/** What a format says of its columns comes first, in its own order. */
const OWN_RANK = -10_000;
const KNOWN_RANK = 50;
const PATH_RANK = 60;

function proposal(headers: readonly string[], format: TableFormat): { columns: Record<string, TableField>; known: number } {
  const entries: [string, TableField][] = [];
  const taken = new Set<TableField>();
  const own = Object.keys(format.columns);
  const candidates = headers.map((header, position) => {
    const folded = foldedHeader(header);
    if (Object.hasOwn(format.columns, folded)) return { header, field: format.columns[folded] ?? null, position, rank: OWN_RANK + own.indexOf(folded) };
    if (format.form === 'json' && DESCRIBING.has(foldedHeader(header.split('/').at(-1) ?? ''))) return { header, field: null, position, rank: KNOWN_RANK };
    const field = fieldOfHeader(header);
    if (field === null) return { header, field: fieldOfPath(header), position, rank: PATH_RANK };
    return { header, field, position, rank: field === 'text' && TEXT_ORDER.includes(folded) ? TEXT_ORDER.indexOf(folded) : KNOWN_RANK };
  });
  for (const { header, field } of [...candidates].sort((a, b) => a.rank - b.rank || a.position - b.position)) {
    if (field === null || (taken.has(field) && SINGLE.has(field))) continue;
    taken.add(field);
    entries.push([header, field]);
  }
  // a table without an author's name often names the person only by id, never the other way round
  return { columns: Object.fromEntries(entries), known: taken.size };
}

/** How sure a header is to be of a format: what the format says for all that it requires, less the more generic the evidence, 0 for none. */
export function recognition(headers: readonly string[], format: TableFormat): number {
  const folded = new Set(headers.map(foldedHeader));
  const holdsOneOf = (names: string): boolean => names.split('|').some((name) => folded.has(name));
  if (format.requires.length > 0) return format.requires.every(holdsOneOf) && !(format.excludes !== undefined && holdsOneOf(format.excludes)) ? (format.confidence ?? 0.95) : 0;
  const { columns, known } = proposal(headers, format);
  const fields = new Set(Object.values(columns));
  if (!fields.has('text') && !fields.has('rating')) return known >= 2 ? 0.2 : 0;
  if (fields.has('createdAt')) return 0.8;
  // texts of nobody, at no time: any list of anything has a description
  return (['id', 'author', 'authorId', 'rating', 'parentId', 'rootId'] as const).some((field) => fields.has(field)) ? 0.5 : 0.3;
}

/** The mapping a format proposes for a header. */
export function proposedMapping(headers: readonly string[], format: TableFormat): TableMapping {
  const { columns } = proposal(headers, format);
  return { columns, ...(format.network === undefined ? {} : { network: format.network }), ...(format.kind === undefined ? {} : { kind: format.kind }) };
}
