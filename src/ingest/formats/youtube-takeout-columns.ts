import { columnPositions } from './column-format.ts';
import type { TableDialect } from '../table-dialect.ts';

/** Positions of the columns of a Takeout table of comments or live chats; -1 for one that is not there. */
export interface TakeoutColumns {
  readonly id: number;
  readonly channel: number;
  readonly time: number;
  readonly text: number;
  readonly video: number;
  readonly post: number;
  readonly parent: number;
  readonly top: number;
  /** The names say that it is a live chat. */
  readonly isChat: boolean;
  /** All that a row needs was found by its name. */
  readonly isNamed: boolean;
}

const NAMES: Readonly<Record<Exclude<keyof TakeoutColumns, 'isChat' | 'isNamed'>, readonly string[]>> = {
  id: ['commentid', 'livechatid', 'reactieid'],
  channel: ['channelid', 'kanaalid'],
  time: ['commentcreatetimestamp', 'livechatcreatetimestamp', 'aanmaaktijdstempelreactie'],
  text: ['commenttext', 'livechattext', 'reactietekst'],
  video: ['videoid'],
  post: ['postid'],
  parent: ['parentcommentid'],
  top: ['toplevelcommentid'],
};
const SAMPLE = 200;
const CHANNEL = /^UC[\w-]{22}$/;
const COMMENT = /^Ug[\w-]{16,}(?:\.[\w-]+)?$/;
const VIDEO = /^(?!\d+$)[\w-]{11}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const SEGMENTS = /^\s*\{"/;

/**
 * Finds the columns by name, in any order and letter case; what no known name gives is found by what the cells hold, since
 * headers are written in the language of the account.
 */
export function takeoutColumns(table: TableDialect): TakeoutColumns {
  const positions = columnPositions(table);
  const named = (names: readonly string[]): number => names.map((name) => positions.get(name) ?? -1).find((position) => position >= 0) ?? -1;
  const found = Object.fromEntries(Object.entries(NAMES).map(([field, names]) => [field, named(names)])) as Record<keyof typeof NAMES, number>;
  const isNamed = found.id >= 0 && found.channel >= 0 && found.time >= 0 && found.text >= 0;
  const isChat = positions.has('livechatid');
  if (isNamed) return { ...found, isChat, isNamed };
  const taken = new Set(Object.values(found).filter((position) => position >= 0));
  const rows = table.rows.slice(0, SAMPLE);
  const like = (pattern: RegExp, allFilled: boolean): number => {
    const position = table.headers.findIndex((_, column) => {
      if (taken.has(column)) return false;
      const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
      return cells.length > 0 && (!allFilled || cells.length === rows.length) && cells.filter((cell) => pattern.test(cell)).length >= cells.length * 0.9;
    });
    if (position >= 0) taken.add(position);
    return position;
  };
  const or = (position: number, pattern: RegExp, allFilled: boolean): number => (position >= 0 ? position : like(pattern, allFilled));
  return {
    channel: or(found.channel, CHANNEL, true), time: or(found.time, TIME, true), text: or(found.text, SEGMENTS, true),
    id: or(found.id, COMMENT, true), video: or(found.video, VIDEO, false), parent: or(found.parent, COMMENT, false), top: or(found.top, COMMENT, false), post: found.post, isChat, isNamed,
  };
}
