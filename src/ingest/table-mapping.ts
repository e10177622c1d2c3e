import type { MessageKind } from '../domain/model/codes.ts';
import type { RecordedContainer } from '../domain/model/record.ts';

/** What a column of a table can become. */
export type TableField =
  | 'id' | 'parentId' | 'rootId' | 'kind' | 'author' | 'authorId' | 'text' | 'createdAt' | 'container' | 'likes' | 'replies' | 'shares'
  | 'views' | 'rating' | 'language' | 'url' | 'inbound' | 'network' | 'likedByBrand' | 'responseText' | 'responseAt' | 'company';

/** How the times of one column are written. Month names and relative words carry their own order. */
export const DATE_ORDERS = ['iso', 'day-first', 'month-first', 'year-first', 'epoch-seconds', 'epoch-milliseconds', 'twitter', 'relative'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A reusable way of reading a table; the same shape as the contract's mapping, which `app/` passes through. */
export interface TableMapping {
  readonly columns: Readonly<Record<string, TableField>>;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly network?: string | undefined;
  readonly container?: { readonly name: string; readonly kind: RecordedContainer['kind'] } | undefined;
  readonly kind?: MessageKind | undefined;
}
