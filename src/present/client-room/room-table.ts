import { pseudonyms } from '../privacy/pseudonyms.ts';
import type { RoomRequest, RoomRow, RoomTable } from './room-requests.ts';
import { safeRequests } from './safe-requests.ts';

const HOUR_SECONDS = 3600;
const DAY_LETTERS = 10;

const askedText = ({ asked, precision }: RoomRequest): string | null => (asked === null || precision === 'count' ? null : precision === 'day' ? asked.slice(0, DAY_LETTERS) : asked);

function inOrder(one: RoomRow, other: RoomRow): number {
  const key = ({ asked, hours, network, intents, answered, voice }: RoomRow): string => JSON.stringify([asked ?? '', network ?? '', intents.join(' '), String(hours ?? 0).padStart(9, '0'), answered, String(voice).padStart(9, '0')]);
  const [first, second] = [key(one), key(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * The table of requests that a room embeds. People become numbers in the order of `digest`, a keyed hash of the deliverable;
 * times are cut to the hour, waits are rounded up to it, so that whatever was answered within a whole number of hours still
 * is. Rows stand by time and by what they show, so that their order tells nothing else. No row of fewer than `floor` people.
 */
export function roomTable(requests: readonly RoomRequest[], { floor, digest }: { readonly floor: number; readonly digest: (key: string) => string }): RoomTable {
  const safe = safeRequests(requests, { floor, digest });
  const shown = safe.filter(({ intents }) => intents.length > 0);
  const leftOut = new Map<string, number>();
  for (const { request, intents } of safe) for (const kind of new Set(request.intents)) if (!intents.includes(kind)) leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
  const people = [...new Set(shown.flatMap(({ request }) => request.person ?? []))];
  const numbers = new Map([...pseudonyms(people, { language: 'en', digest }).keys()].map((person, at) => [person, at + 1]));
  const rows = shown.map(({ request, network, intents }): RoomRow => ({
    voice: request.person === null ? 0 : (numbers.get(request.person) ?? 0), network, intents: [...intents].sort(), asked: askedText(request),
    hours: request.waitedSeconds === null || request.precision === 'count' ? null : Math.ceil(request.waitedSeconds / HOUR_SECONDS), answered: request.answered, precision: request.precision,
  }));
  return { rows: rows.sort(inOrder), leftOut, missing: safe.length - shown.length, voices: people.length };
}
