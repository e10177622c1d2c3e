import type { RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import type { JsonObject } from '../json-item.ts';
import { countAt, textAt } from '../json-values.ts';
import { newContainer } from '../new-records.ts';

/** Where and when a captured item was seen. */
export interface CaptureContext {
  readonly line: number;
  /** Address of the page on which the item was seen; null when not said. */
  readonly page: string | null;
}

/** Reads an item as its platform's own pages carry it. */
export type CaptureReader = (data: JsonObject, context: CaptureContext) => ItemOutcome;

/** Refuses an item of which not even the id is known. */
export function withoutId(platform: string): ItemOutcome {
  return { rejected: { code: 'missing-id', detail: `the item of ${platform} has no id` } };
}

/** One message as an outcome. */
export function oneMessage(message: RecordedMessage): ItemOutcome {
  return { messages: [message] };
}

/** The profile of whoever posts, by handle; none for an unknown one. */
export function profileOf(handle: string | null, name: string | null = handle): RecordedContainer | null {
  return handle === null ? null : newContainer('profile', name ?? handle, handle);
}

/**
 * The one place of a network where messages stand on nobody's page: whether replies are in the data is then a question to
 * the whole file and not to single profiles.
 */
export function wholeNetwork(network: string, name: string): RecordedContainer {
  return newContainer('unknown', name, network);
}

/** Title and text of a post, each once. */
export function joinedText(...texts: readonly (string | null)[]): string | null {
  const kept = texts.map((text) => text?.trim() ?? '').filter((text, position, all) => text !== '' && all.indexOf(text) === position);
  return kept.length === 0 ? null : kept.join('\n');
}

/**
 * A count as Chinese pages write it: a number, a text, `1.2万` (ten thousands), `3千+`, `10+`. Null for anything else.
 * @example chineseCount({ likes: '1.2万' }, 'likes') // 12000
 */
export function chineseCount(value: unknown, ...path: readonly string[]): number | null {
  const known = countAt(value, ...path);
  const match = known === null ? /^(\d{1,9}(?:\.\d{1,4})?)([千万亿]?)\+?$/.exec(textAt(value, ...path)?.trim() ?? '') : null;
  if (match === null) return known;
  const unit = { 千: 1e3, 万: 1e4, 亿: 1e8 }[match[2] ?? ''] ?? 1;
  return Math.round(Number(match[1]) * unit);
}
