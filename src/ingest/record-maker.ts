import { createHash } from 'node:crypto';
import { MESSAGE_KINDS, type MessageKind } from '../domain/model/codes.ts';
import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction, RejectedRow } from '../domain/model/record.ts';
import { postAddress } from '../domain/model/post-address.ts';
import { childRole } from './child-columns.ts';
import { companyName } from './company-name.ts';
import { createCopyCounter } from './content-ids.ts';
import { singleEncoded } from './double-encoding.ts';
import { durationUnit, foldedHeader, saysOutbound } from './header-synonyms.ts';
import { networkNamed } from './network-name.ts';
import { newAccount } from './new-records.ts';
import { isNobody } from './nobody.ts';
import { withoutEntities } from './plain-text.ts';
import type { Refusal } from './rejected-row.ts';
import type { TableRow } from './row-reader.ts';
import { NO_TIME } from './stored-time.ts';
import { isRoundedId } from './table-damage.ts';
import type { TableFormat } from './table-format.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import type { TimeReader } from './time-column.ts';
import { writtenDuration } from './written-duration.ts';
import { isDamagedId, writtenCount, writtenFlag, writtenRating } from './written-number.ts';

/** What a row became: a message, more when it also holds the owner's reply or rows inside it, and the reasons why parts of it did not. */
export interface RowOutcome {
  readonly messages: readonly RecordedMessage[];
  readonly reactions: readonly RecordedReaction[];
  readonly rejected: readonly RejectedRow[];
}

/** What is settled for a whole file before its first row is read. */
export interface RecordRules {
  readonly headers: readonly string[];
  readonly mapping: TableMapping;
  readonly readTime: TimeReader;
  readonly readResponseTime: TimeReader;
  readonly network: string;
  readonly container: RecordedContainer;
  readonly needsId: boolean;
  readonly refine?: TableFormat['refine'];
  /** See TableDamage. */
  readonly isDoubleEncoded?: boolean;
  readonly roundedColumns?: ReadonlySet<string>;
}

/** What a row inside another takes from it. */
interface Holder {
  readonly nativeId: string | null;
  readonly rootNativeId: string | null;
  readonly container: RecordedContainer;
  readonly isPost: boolean;
}

const KIND_WORDS: Readonly<Record<string, MessageKind>> = { commento: 'comment', risposta: 'reply', recensione: 'review', messaggio: 'message', tweet: 'post', video: 'post', photo: 'post', status: 'post', 'top-level': 'comment' };
const EMPTY_IDS = new Set(['', '0', '-', '-1', 'null', 'none', 'nan', 'undefined', 'n/a']);

function writtenKind(text: string): MessageKind | null {
  const word = text.trim().toLowerCase();
  return MESSAGE_KINDS.find((kind) => kind === word) ?? (Object.hasOwn(KIND_WORDS, word) ? (KIND_WORDS[word] ?? null) : null);
}

/** An id as written, or null for what stands for none and for one that a spreadsheet rounded. */
export function idOf(text: string): string | null {
  const id = text.trim();
  return EMPTY_IDS.has(id.toLowerCase()) || isDamagedId(id) ? null : id;
}

/** The account that answers in a container's name where a row holds an owner's reply without saying who wrote it. */
export function ownerAccount(container: RecordedContainer): RecordedAccount {
  return { nativeId: `owner:${container.nativeId}`, handle: null, name: container.name, followers: null, isBrand: true };
}

/** The owner's reply to a message, as a message of its own. */
export function ownerReply(message: RecordedMessage, { text, time }: { readonly text: string; readonly time: ReturnType<TimeReader> }): RecordedMessage {
  return {
    ...message, nativeId: `${message.nativeId}:response`, kind: 'reply', author: message.container === null ? null : ownerAccount(message.container), createdAtMs: time?.ms ?? null, precision: time?.precision ?? 'none',
    text: text === '' ? null : text, parentNativeId: message.nativeId, inbound: false, rating: null, likes: null, replies: null, shares: null, views: null, likedByBrand: null,
  };
}

/**
 * Compiles a mapping into a function from rows to records. Ids stay text. A row without an id of its own gets one from
 * its content (network, container, author, time, text and how many equal rows came before), so that the same file read
 * twice gives the same ids; formats that need ids refuse it instead. A blank time under a mapped column is refused as
 * `missing-time`; a table without a time column gives messages without time. Texts have their HTML entities decoded. Rows
 * inside a row answer it; of a holder that is no message itself they only take the place.
 */
export function createRecordMaker(rules: RecordRules): (row: TableRow) => RowOutcome {
  const { headers, mapping, refine, isDoubleEncoded = false, roundedColumns = new Set<string>() } = rules;
  const positions = new Map<TableField, number>();
  headers.forEach((header, position) => {
    const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
    if (field !== undefined && !positions.has(field)) positions.set(field, position);
  });
  const named = new Map<string, number>();
  headers.forEach((header, position) => {
    if (!named.has(foldedHeader(header))) named.set(foldedHeader(header), position);
  });
  const at = (field: TableField): number => positions.get(field) ?? -1;
  const [ID, PARENT, ROOT, KIND, AUTHOR, AUTHOR_ID, TEXT, TIME, CONTAINER] = [at('id'), at('parentId'), at('rootId'), at('kind'), at('author'), at('authorId'), at('text'), at('createdAt'), at('container')];
  const [LIKES, REPLIES, SHARES, VIEWS, RATING, LANGUAGE, URL, INBOUND, NETWORK, LIKED, RESPONSE, RESPONSE_TIME] = [at('likes'), at('replies'), at('shares'), at('views'), at('rating'), at('language'), at('url'), at('inbound'), at('network'), at('likedByBrand'), at('responseText'), at('responseAt')];
  const COMPANY = at('company');
  const inverted = INBOUND >= 0 && saysOutbound(headers[INBOUND] ?? '');
  const unit = RESPONSE_TIME >= 0 ? durationUnit(headers[RESPONSE_TIME] ?? '') : null;
  const errorColumn = headers.findIndex((header) => header.toLowerCase() === 'error');
  const rounded = new Set([ID, PARENT, ROOT, AUTHOR_ID].filter((position) => position >= 0 && roundedColumns.has(headers[position] ?? '')));
  const copiesBefore = createCopyCounter();
  const containers = new Map<string, RecordedContainer>([['', rules.container]]);
  const textOf = (cell: string): string => withoutEntities(isDoubleEncoded ? singleEncoded(cell) : cell);

  function containerNamed(name: string): RecordedContainer {
    let container = containers.get(name);
    if (container === undefined) {
      container = { nativeId: postAddress(name), name, kind: rules.container.kind };
      if (containers.size < 10_000) containers.set(name, container);
    }
    return container;
  }

  function idFromContent(parts: readonly (string | null)[]): string {
    const digest = createHash('sha1').update(parts.map((part) => part ?? '').join('\u0000')).digest('base64url').slice(0, 16);
    const copy = copiesBefore(digest) + 1;
    return copy === 1 ? `row:${digest}` : `row:${digest}:${String(copy)}`;
  }

  function idIn(cells: readonly string[], position: number): string | null {
    const id = position < 0 ? null : idOf(cells[position] ?? '');
    return id !== null && rounded.has(position) && isRoundedId(id) ? null : id;
  }

  /** The account of a row, and what tells rows of nobody apart. A name without blanks may be a handle, and so may an id that is all there is. */
  function authorOf(nameCell: string, id: string | null, { isBrand, company }: { readonly isBrand: boolean | null; readonly company: string | null }): { readonly author: RecordedAccount | null; readonly writer: string | null } {
    const written = textOf(nameCell).trim();
    const known = id === null ? null : postAddress(id);
    const isName = written !== '' && !isNobody(written);
    const handle = isName && !/\s/.test(written) ? written : !isName && known !== null && !/[/\s]/.test(known) ? known : null;
    const author = newAccount({ id: known, handle, name: isName && !written.startsWith('@') ? written : null, isBrand, ...(company === null ? {} : { company }) });
    return { author, writer: author?.nativeId ?? (written === '' ? null : written) };
  }

  function responseTime(cell: string, askedAtMs: number | null): ReturnType<TimeReader> {
    if (unit === null) return rules.readResponseTime(cell);
    const ms = writtenDuration(cell, unit);
    return ms === null || askedAtMs === null ? null : { ms: askedAtMs + ms, precision: 'min' };
  }

  function kindOf({ written, parent, rating, holder, role, children }: { written: string; parent: string | null; rating: number | null; holder: Holder | null; role: ReturnType<typeof childRole>; children: readonly TableRow[] }): MessageKind {
    const said = writtenKind(written);
    if (said !== null) return said;
    if (holder !== null && role !== 'item') return role === 'comment' && holder.isPost ? 'comment' : 'reply';
    if (parent !== null && mapping.kind !== 'ticket' && mapping.kind !== 'review') return 'reply';
    return mapping.kind ?? (rating !== null ? 'review' : rules.needsId || children.some(({ key }) => childRole(key ?? '') === 'comment') ? 'post' : 'comment');
  }

  /** The messages of one row without those inside it, or why there is none. */
  function own({ cells, line, key = '', children = [] }: TableRow, holder: Holder | null): { readonly made: RecordedMessage[] } | { readonly refused: Refusal } {
    const cell = (position: number): string => (position < 0 ? '' : (cells[position] ?? ''));
    // 1. is it a row of this table at all
    const idCell = cell(ID);
    if (idCell === '' && cells.every((value) => value.trim() === '')) return { refused: { code: 'empty-row', detail: 'every cell is empty' } };
    if (errorColumn >= 0 && cell(errorColumn).trim() !== '' && cell(TEXT).trim() === '' && idCell.trim() === '') return { refused: { code: 'error-row', detail: `the row reports an error of the tool that made the file: ${cell(errorColumn).trim().slice(0, 60)}` } };
    const written = textOf(cell(TEXT));
    const text = written.trim() === '' ? null : written;
    const rating = RATING < 0 ? null : writtenRating(cell(RATING));
    // 2. when
    const timeCell = cell(TIME);
    let time = NO_TIME;
    if (TIME >= 0) {
      if (timeCell.trim() === '' && text === null && rating === null && idOf(idCell) === null) return { refused: { code: 'not-a-message', detail: 'no time, id, text or rating' } };
      if (timeCell.trim() === '') return { refused: { code: 'missing-time', detail: `the column ${headers[TIME] ?? ''} is empty` } };
      const read = rules.readTime(timeCell);
      if (read === null) return { refused: { code: 'unreadable-time', detail: `the time in ${headers[TIME] ?? ''} is not written like the others` } };
      time = read;
    }
    // 3. who, where, in answer to what
    const role = holder === null ? null : childRole(key);
    const flag = INBOUND < 0 ? null : writtenFlag(cell(INBOUND));
    const inbound = flag === null ? null : flag !== inverted;
    const { author, writer } = authorOf(cell(AUTHOR), idIn(cells, AUTHOR_ID), { isBrand: inbound === null ? null : !inbound, company: companyName(textOf(cell(COMPANY))) });
    const place = textOf(cell(CONTAINER)).trim();
    const container = place === '' && holder !== null ? holder.container : containerNamed(place);
    const network = NETWORK < 0 || cell(NETWORK).trim() === '' ? rules.network : networkNamed(cell(NETWORK));
    const givenId = idIn(cells, ID);
    if (givenId === null && rules.needsId) return { refused: { code: 'missing-id', detail: `no id in ${headers[ID] ?? 'the row'}` } };
    if (givenId === null && text === null && rating === null && author === null) return { refused: { code: 'not-a-message', detail: 'no id, text, rating or author' } };
    const nativeId = givenId ?? idFromContent([network, container.nativeId, writer, timeCell, text, rating === null ? null : String(rating)]);
    const parent = idIn(cells, PARENT) ?? (role === 'item' ? null : (holder?.nativeId ?? null));
    const parentNativeId = parent === nativeId ? null : parent;
    const root = idIn(cells, ROOT) ?? holder?.rootNativeId ?? null;
    const url = cell(URL).trim();
    const language = cell(LANGUAGE).trim();
    const message: RecordedMessage = {
      network, nativeId, kind: kindOf({ written: cell(KIND), parent: parentNativeId, rating, holder, role, children }), author, container, createdAtMs: time.ms, precision: time.precision, text, parentNativeId,
      rootNativeId: root === null || root === nativeId ? null : postAddress(root), inbound, languageTag: language === '' ? null : language, url: url === '' ? null : url, rating,
      likes: LIKES < 0 ? null : writtenCount(cell(LIKES)), replies: REPLIES < 0 ? null : writtenCount(cell(REPLIES)), shares: SHARES < 0 ? null : writtenCount(cell(SHARES)), views: VIEWS < 0 ? null : writtenCount(cell(VIEWS)),
      likedByBrand: LIKED < 0 ? null : writtenFlag(cell(LIKED)), line,
    };
    // 4. the owner's reply in the same row
    const reply = textOf(cell(RESPONSE)).trim();
    const replyTimeCell = cell(RESPONSE_TIME).trim();
    const replyTime = replyTimeCell === '' ? null : responseTime(replyTimeCell, time.ms);
    return { made: reply === '' && replyTime?.ms == null ? [message] : [message, ownerReply(message, { text: reply, time: replyTime })] };
  }

  function holderOf({ cells, children = [] }: TableRow, message: RecordedMessage | undefined, above: Holder | null): Holder {
    const place = CONTAINER < 0 ? '' : textOf(cells[CONTAINER] ?? '').trim();
    const nativeId = message?.nativeId ?? idIn(cells, ID);
    const isPost = message === undefined ? children.some(({ key }) => childRole(key ?? '') === 'comment') : message.kind === 'post';
    const root = message?.rootNativeId ?? idIn(cells, ROOT) ?? (isPost ? nativeId : null);
    return { nativeId, rootNativeId: root ?? above?.rootNativeId ?? null, container: message?.container ?? (place === '' ? (above?.container ?? rules.container) : containerNamed(place)), isPost };
  }

  function make(row: TableRow, above: Holder | null): RowOutcome {
    const { cells, line, children = [] } = row;
    const outcome = own(row, above);
    // a place or a post without text that only holds others is no loss
    const refusals: Refusal[] = 'refused' in outcome && !(children.length > 0 && ['missing-time', 'not-a-message', 'empty-row'].includes(outcome.refused.code)) ? [outcome.refused] : [];
    let made = 'made' in outcome ? outcome.made : [];
    let reactions: readonly RecordedReaction[] = [];
    if (refine !== undefined && made.length > 0) {
      const refined = refine(made, (header) => (cells[named.get(header) ?? -1] ?? '').trim());
      made = [...refined.messages];
      reactions = refined.reactions ?? [];
      if (refined.rejected !== undefined) refusals.push(refined.rejected);
    }
    const rejected = refusals.map((refusal): RejectedRow => ({ line, ...refusal }));
    if (children.length === 0) return { messages: made, reactions, rejected };
    const holder = holderOf(row, made[0], above);
    const inside = children.map((child) => make(child, holder));
    return {
      messages: [...made, ...inside.flatMap(({ messages }) => messages)], reactions: [...reactions, ...inside.flatMap((each) => each.reactions)], rejected: [...rejected, ...inside.flatMap((each) => each.rejected)],
    };
  }

  return (row) => make(row, null);
}
