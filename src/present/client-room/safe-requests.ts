import type { ReportTable, RowPeople } from '../../domain/model/report.ts';
import { isWithheld } from '../../domain/wording/written-cell.ts';
import { clientSafeTable } from '../privacy/client-safe-table.ts';
import type { RoomRequest } from './room-requests.ts';

/** A request with what of its network and kinds may be told. */
export interface SafeRequest {
  readonly request: RoomRequest;
  readonly network: string | null;
  readonly intents: readonly string[];
}

/** What decides what may be told. */
export interface SafeOptions {
  readonly floor: number;
  /** A keyed hash: by it, and not by time or name, people are chosen whose network is not told beside those of too few. */
  readonly digest: (key: string) => string;
}

interface Draft {
  readonly request: RoomRequest;
  network: string | null;
  intents: readonly string[];
}

type Groups = ReadonlyMap<string | null, readonly Draft[]>;

/** Who stands behind some requests: distinct known people, and what the one and the three loudest wrote of them. */
function peopleBehind(drafts: readonly Draft[]): RowPeople {
  const counts = new Map<string, number>();
  for (const { request: { person } } of drafts) if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
  const [first = 0, second = 0, third = 0] = [...counts.values()].sort((one, other) => other - one);
  return { people: counts.size, loudest: first / drafts.length, loudestThree: (first + second + third) / drafts.length };
}

/** True where a group of requests may be told, by the rule of every table that a client is given. */
function isTold(drafts: readonly Draft[], floor: number): boolean {
  const table: ReportTable = {
    key: 'room', name: 'room', title: '', note: '', additive: false,
    columns: [{ key: 'group', label: '', kind: 'text', meaning: '', metric: null }, { key: 'n', label: '', kind: 'count', meaning: '', metric: null }],
    rows: [['', drafts.length]], people: [peopleBehind(drafts)],
  };
  return !isWithheld(clientSafeTable(table, floor).rows[0]?.[1] ?? null);
}

function groupsByKind(drafts: readonly Draft[]): ReadonlyMap<string, Groups> {
  const kinds = new Map<string, Map<string | null, Draft[]>>();
  for (const draft of drafts) {
    for (const intent of draft.intents) {
      const groups = kinds.get(intent) ?? new Map<string | null, Draft[]>();
      kinds.set(intent, groups);
      const group = groups.get(draft.network);
      if (group === undefined) groups.set(draft.network, [draft]);
      else group.push(draft);
    }
  }
  return kinds;
}

/** Takes the network from people of a group, in the order of their hashes, until those without one may be told together. */
function joinOthers(others: readonly Draft[], group: readonly Draft[], { floor, digest }: SafeOptions): void {
  const people = new Map<string, Draft[]>();
  for (const draft of group) people.set(draft.request.person ?? '', [...(people.get(draft.request.person ?? '') ?? []), draft]);
  const together = [...others];
  for (const person of [...people.keys()].map((key) => ({ key, place: digest(key) })).sort((one, other) => (one.place < other.place ? -1 : 1)).map(({ key }) => key)) {
    for (const draft of people.get(person) ?? []) {
      draft.network = null;
      together.push(draft);
    }
    if (isTold(together, floor)) return;
  }
}

/** Makes one group coarser where a kind has one that may not be told; false where all may. */
function coarserOnce(kinds: ReadonlyMap<string, Groups>, options: SafeOptions): boolean {
  for (const intent of [...kinds.keys()].sort()) {
    const groups = kinds.get(intent) ?? new Map<string | null, readonly Draft[]>();
    const whole = [...groups.values()].flat();
    if (!isTold(whole, options.floor)) {
      for (const draft of whole) draft.intents = draft.intents.filter((kind) => kind !== intent);
      return true;
    }
    const named = [...groups].filter(([network]) => network !== null).sort(([, one], [, other]) => other.length - one.length);
    const few = named.filter(([, drafts]) => !isTold(drafts, options.floor));
    for (const [, drafts] of few) for (const draft of drafts) draft.network = null;
    if (few.length > 0) return true;
    const others = groups.get(null) ?? [];
    if (others.length > 0 && !isTold(others, options.floor)) {
      joinOthers(others, named[0]?.[1] ?? [], options);
      return true;
    }
  }
  return false;
}

/**
 * Requests with as much of their network and kinds as may be told: every group that a kind and a network make is of `floor`
 * known people or more, none of whom wrote more than half of it nor three of them more than four fifths. A kind of too few
 * is not told. The network of too few is not told, and where those without one are too few themselves, people of the largest
 * network join them, chosen by a keyed hash, so that nobody can tell who is who. Whatever has no kind left is left out by the
 * caller. In the order given. Same rule as the tables of a report ({@link clientSafeTable}). O(groups x requests).
 */
export function safeRequests(requests: readonly RoomRequest[], options: SafeOptions): SafeRequest[] {
  const drafts = requests.map((request): Draft => ({ request, network: request.network, intents: [...new Set(request.intents)] }));
  while (coarserOnce(groupsByKind(drafts), options));
  return drafts;
}
