import { createHash } from 'node:crypto';
import { MESSAGE_KINDS, type MessageKind } from '../domain/model/codes.ts';
import type { RecordedAccount, RecordedContainer, RecordedMessage, RejectedRow } from '../domain/model/record.ts';
import { postAddress } from '../domain/model/post-address.ts';
import { durationUnit, saysOutbound } from './header-synonyms.ts';
import { withoutEntities } from './plain-text.ts';
import type { TableRow } from './row-reader.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import type { TimeReader } from './time-column.ts';
import { isDamagedId, writtenCount, writtenFlag, writtenNumber, writtenRating } from './written-number.ts';

/** What a row became: one message, two when it also holds the owner's reply, or the reason why none. */
export type RowOutcome = { readonly messages: readonly RecordedMessage[] } | { readonly rejected: RejectedRow };

/** What is settled for a whole file before its first row is read. */
export interface RecordRules {
  readonly headers: readonly string[];
  readonly mapping: TableMapping;
  readonly readTime: TimeReader;
  readonly readResponseTime: TimeReader;
  readonly network: string;
  readonly container: RecordedContainer;
  readonly needsId: boolean;
}

const KIND_WORDS: Readonly<Record<string, MessageKind>> = { commento: 'comment', risposta: 'reply', recensione: 'review', messaggio: 'message', tweet: 'post', video: 'post', photo: 'post', status: 'post', 'top-level': 'comment' };
const EMPTY_IDS = new Set(['', '0', '-', '-1', 'null', 'none', 'nan', 'undefined', 'n/a']);

function writtenKind(text: string): MessageKind | null {
  const word = text.trim().toLowerCase();
  return MESSAGE_KINDS.find((kind) => kind === word) ?? (Object.hasOwn(KIND_WORDS, word) ? (KIND_WORDS[word] ?? null) : null);
}

function idOf(text: string): string | null {
  const id = text.trim();
  return EMPTY_IDS.has(id.toLowerCase()) || isDamagedId(id) ? null : id;
}

/** The account that answers in a container's name where a row holds an owner's reply without saying who wrote it. */
export function ownerAccount(container: RecordedContainer): RecordedAccount {
  return { nativeId: `owner:${container.nativeId}`, handle: null, name: container.name, followers: null, isBrand: true };
}

/**
 * Compiles a mapping into a function from rows to records. Ids stay text. A row without an id of its own gets one from
 * its content (network, container, author, time, text and how many equal rows came before), so that the same file read
 * twice gives the same ids; formats that need ids refuse it instead. A blank time under a mapped column is refused as
 * `missing-time`; a table without a time column gives messages without time. Texts have their HTML entities decoded.
 */
export function createRecordMaker(rules: RecordRules): (row: TableRow) => RowOutcome {
  const { headers, mapping } = rules;
  const positions = new Map<TableField, number>();
  headers.forEach((header, position) => {
    const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
    if (field !== undefined && !positions.has(field)) positions.set(field, position);
  });
  const width = headers.length;
  const at = (field: TableField): number => positions.get(field) ?? -1;
  const [ID, PARENT, ROOT, KIND, AUTHOR, AUTHOR_ID, TEXT, TIME, CONTAINER] = [at('id'), at('parentId'), at('rootId'), at('kind'), at('author'), at('authorId'), at('text'), at('createdAt'), at('container')];
  const [LIKES, REPLIES, SHARES, VIEWS, RATING, LANGUAGE, URL, INBOUND, NETWORK, LIKED, RESPONSE, RESPONSE_TIME] = [at('likes'), at('replies'), at('shares'), at('views'), at('rating'), at('language'), at('url'), at('inbound'), at('network'), at('likedByBrand'), at('responseText'), at('responseAt')];
  const inverted = INBOUND >= 0 && saysOutbound(headers[INBOUND] ?? '');
  const unit = RESPONSE_TIME >= 0 ? durationUnit(headers[RESPONSE_TIME] ?? '') : null;
  const errorColumn = headers.findIndex((header) => header.toLowerCase() === 'error');
  const copies = new Map<string, number>();
  const containers = new Map<string, RecordedContainer>([['', rules.container]]);

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
    const copy = (copies.get(digest) ?? 0) + 1;
    // a table this long without ids stops numbering equal rows rather than filling the memory
    if (copies.size < 2_000_000) copies.set(digest, copy);
    return copy === 1 ? `row:${digest}` : `row:${digest}:${String(copy)}`;
  }

  function authorOf(nameCell: string, idCell: string, isBrand: boolean | null): RecordedAccount | null {
    const written = withoutEntities(nameCell).trim();
    const id = idOf(idCell);
    if (written === '' && id === null) return null;
    const handle = written === '' || /\s/.test(written) ? null : written.replace(/^[@＠]/, '');
    const known = id === null ? null : postAddress(id);
    return { nativeId: known ?? handle ?? written, handle: handle ?? (written === '' && known !== null && !known.includes('/') ? known : null), name: written === '' || written.startsWith('@') ? null : written, followers: null, isBrand };
  }

  function responseTime(cell: string, askedAtMs: number | null): ReturnType<TimeReader> {
    if (unit === null) return rules.readResponseTime(cell);
    const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(cell.trim());
    const amount = clock === null ? writtenNumber(cell) : Number(clock[1]) + Number(clock[2]) / 60 + Number(clock[3] ?? 0) / 3600;
    if (amount === null || amount < 0 || askedAtMs === null) return null;
    const milliseconds = amount * (clock !== null || unit === 'hours' ? 3_600_000 : 60_000);
    return { ms: askedAtMs + Math.round(milliseconds), precision: 'min' };
  }

  return ({ cells, line }) => {
    // 1. is it a row of this table at all
    if (cells.length !== width) {
      if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
        return { rejected: { line, code: 'wrong-column-count', detail: `${String(cells.length)} cells instead of ${String(width)}` } };
      }
    }
    const cell = (position: number): string => (position < 0 ? '' : (cells[position] ?? ''));
    const idCell = cell(ID);
    if (idCell === '' && cells.every((value) => value.trim() === '')) return { rejected: { line, code: 'empty-row', detail: 'every cell is empty' } };
    if (errorColumn >= 0 && cell(errorColumn).trim() !== '' && cell(TEXT).trim() === '' && idCell.trim() === '') return { rejected: { line, code: 'not-a-message', detail: 'the row reports an error of the tool that made the file' } };
    const written = withoutEntities(cell(TEXT));
    const text = written.trim() === '' ? null : written;
    const rating = RATING < 0 ? null : writtenRating(cell(RATING));
    // 2. when
    const timeCell = cell(TIME);
    let time: NonNullable<ReturnType<TimeReader>> = { ms: null, precision: 'none' };
    if (TIME >= 0) {
      if (timeCell.trim() === '') return { rejected: { line, code: 'missing-time', detail: `the column ${headers[TIME] ?? ''} is empty` } };
      const read = rules.readTime(timeCell);
      if (read === null) return { rejected: { line, code: 'unreadable-time', detail: `the time in ${headers[TIME] ?? ''} is not written like the others` } };
      time = read;
    }
    // 3. who, where, in answer to what
    const flag = INBOUND < 0 ? null : writtenFlag(cell(INBOUND));
    const inbound = flag === null ? null : flag !== inverted;
    const author = authorOf(cell(AUTHOR), cell(AUTHOR_ID), inbound === null ? null : !inbound);
    const container = containerNamed(CONTAINER < 0 ? '' : cell(CONTAINER).trim());
    const network = NETWORK < 0 || cell(NETWORK).trim() === '' ? rules.network : cell(NETWORK).trim().toLowerCase();
    const givenId = idOf(idCell);
    if (givenId === null && rules.needsId) return { rejected: { line, code: 'missing-id', detail: `no id in ${headers[ID] ?? 'the row'}` } };
    if (givenId === null && text === null && rating === null && author === null) return { rejected: { line, code: 'not-a-message', detail: 'no id, text, rating or author' } };
    const nativeId = givenId ?? idFromContent([network, container.nativeId, author?.nativeId ?? null, timeCell, text, rating === null ? null : String(rating)]);
    const parent = idOf(cell(PARENT));
    const parentNativeId = parent === nativeId ? null : parent;
    const root = idOf(cell(ROOT));
    const kind = writtenKind(cell(KIND)) ?? (parentNativeId !== null && mapping.kind !== 'ticket' && mapping.kind !== 'review' ? 'reply' : (mapping.kind ?? (rating !== null ? 'review' : rules.needsId ? 'post' : 'comment')));
    const url = cell(URL).trim();
    const language = cell(LANGUAGE).trim();
    const message: RecordedMessage = {
      network, nativeId, kind, author, container, createdAtMs: time.ms, precision: time.precision, text, parentNativeId,
      rootNativeId: root === null || root === nativeId ? null : postAddress(root), inbound, languageTag: language === '' ? null : language, url: url === '' ? null : url, rating,
      likes: LIKES < 0 ? null : writtenCount(cell(LIKES)), replies: REPLIES < 0 ? null : writtenCount(cell(REPLIES)), shares: SHARES < 0 ? null : writtenCount(cell(SHARES)), views: VIEWS < 0 ? null : writtenCount(cell(VIEWS)),
      likedByBrand: LIKED < 0 ? null : writtenFlag(cell(LIKED)), line,
    };
    // 4. the owner's reply in the same row
    const reply = withoutEntities(cell(RESPONSE)).trim();
    const replyTimeCell = cell(RESPONSE_TIME).trim();
    const replyTime = replyTimeCell === '' ? null : responseTime(replyTimeCell, time.ms);
    if (reply === '' && replyTime?.ms == null) return { messages: [message] };
    const response: RecordedMessage = {
      ...message, nativeId: `${nativeId}:response`, kind: 'reply', author: ownerAccount(container), createdAtMs: replyTime?.ms ?? null, precision: replyTime?.precision ?? 'none', text: reply === '' ? null : reply,
      parentNativeId: nativeId, inbound: false, rating: null, likes: null, replies: null, shares: null, views: null, likedByBrand: null,
    };
    return { messages: [message, response] };
  };
}
