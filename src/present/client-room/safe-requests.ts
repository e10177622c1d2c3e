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

/** The networks of a kind that may not be told, by the rule of every table that a client is given. */
function withheldNetworks(groups: Groups, floor: number): ReadonlySet<string | null> {
  const entries = [...groups].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
  const table: ReportTable = {
    key: 'room', name: 'room', title: '', note: '', additive: true,
    columns: [{ key: 'network', label: '', kind: 'text', meaning: '', metric: null }, { key: 'n', label: '', kind: 'count', meaning: '', metric: null }],
    rows: entries.map(([network, drafts]) => [network ?? '', drafts.length]),
    people: entries.map(([, drafts]) => peopleBehind(drafts)),
  };
  const safe = clientSafeTable(table, floor);
  return new Set(entries.flatMap(([network], line) => { const cell = safe.rows[line]?.[1] ?? null; return isWithheld(cell) ? [network] : []; }));
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

/** Makes one group coarser where a kind has one that may not be told; false where all may. */
function coarserOnce(kinds: ReadonlyMap<string, Groups>, floor: number): boolean {
  for (const intent of [...kinds.keys()].sort()) {
    const groups = kinds.get(intent);
    if (groups === undefined) continue;
    const withheld = withheldNetworks(groups, floor);
    if (withheld.size === 0) continue;
    const named = [...groups].filter(([network]) => network !== null).sort(([, one], [, other]) => one.length - other.length);
    const joined = named.filter(([network]) => withheld.has(network));
    // what was put together is still too little: the smallest of the others joins it
    const next = joined.length > 0 ? joined : named.slice(0, 1);
    for (const [, drafts] of next) for (const draft of drafts) draft.network = null;
    if (next.length === 0) for (const draft of groups.get(null) ?? []) draft.intents = draft.intents.filter((kind) => kind !== intent);
    return true;
  }
  return false;
}

/**
 * Requests with as much of their network and kinds as may be told: every group that a kind and a network make is of `floor`
 * known people or more, none of whom wrote more than half of it nor three of them more than four fifths. Networks of too few
 * are put together; a kind of too few, even so, is not told. Whatever has no kind left is left out by the caller. In the order
 * given. Same rule as the tables of a report ({@link clientSafeTable}). O(groups x requests).
 */
export function safeRequests(requests: readonly RoomRequest[], floor: number): SafeRequest[] {
  const drafts = requests.map((request): Draft => ({ request, network: request.network, intents: [...new Set(request.intents)] }));
  while (coarserOnce(groupsByKind(drafts), floor));
  return drafts;
}
