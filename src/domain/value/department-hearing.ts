import type { Intent } from '../model/codes.ts';
import { HEARINGS, type Hearing } from '../model/hearing.ts';
import { DEPARTMENTS, type Department } from '../model/value-piece.ts';
import { LEAST_AUTHORS } from '../response/response-floors.ts';
import { clusteredShare, type ShareCluster } from '../stats/clustered-share.ts';
import type { CountedShare } from '../stats/counted-share.ts';

/** One request as a department would hear it; a request without a known author is a person of its own. */
export interface RequestHeard {
  readonly messageId: number;
  readonly department: Department;
  readonly personId: number | null;
  readonly intent: Intent;
  readonly hearing: Hearing;
}

/** What one department hears of what is said to it. */
export interface DepartmentHeard {
  readonly department: Department;
  readonly said: number;
  readonly people: number;
  /** Messages by what became of them. */
  readonly messages: Readonly<Record<Hearing, readonly number[]>>;
  /** Answered or entered, of those of which that can be told. */
  readonly heard: CountedShare;
  /** Requests by their main kind, commonest first. */
  readonly kinds: readonly { readonly intent: Intent; readonly said: number }[];
}

function heardShare(clusters: ReadonlyMap<number, ShareCluster>): CountedShare {
  const share = clusteredShare([...clusters.values()]);
  return clusters.size < LEAST_AUTHORS ? { ...share, estimate: null, low: null, high: null } : share;
}

/**
 * Of the requests for each department, how many it hears: the brand answered, in public or by sending to private, or somebody
 * entered the request in the register. The share rests on requests of which that can be told; its limits take the requests of a
 * person together. Under thirty requests or ten people counts alone. Departments without requests are in the list with nothing.
 * O(requests).
 */
export function departmentsHeard(requests: Iterable<RequestHeard>): DepartmentHeard[] {
  const desks = new Map(DEPARTMENTS.map((department) => [department, { people: new Set<number>(), clusters: new Map<number, ShareCluster>(), kinds: new Map<Intent, number>(), messages: { answered: [] as number[], entered: [] as number[], silent: [] as number[], untold: [] as number[] } }]));
  for (const { messageId, department, personId, intent, hearing } of requests) {
    const desk = desks.get(department);
    if (desk === undefined) continue;
    const person = personId ?? -messageId - 1;
    desk.people.add(person);
    desk.kinds.set(intent, (desk.kinds.get(intent) ?? 0) + 1);
    desk.messages[hearing].push(messageId);
    if (hearing === 'untold') continue;
    const known = desk.clusters.get(person) ?? { k: 0, n: 0 };
    desk.clusters.set(person, { k: known.k + (hearing === 'silent' ? 0 : 1), n: known.n + 1 });
  }
  return [...desks].map(([department, { people, clusters, kinds, messages }]) => ({
    department, said: HEARINGS.reduce((sum, hearing) => sum + messages[hearing].length, 0), people: people.size, messages, heard: heardShare(clusters),
    kinds: [...kinds].map(([intent, said]) => ({ intent, said })).sort((one, other) => other.said - one.said || (one.intent < other.intent ? -1 : 1)),
  }));
}

/** The department that hears least of what is said to it, against the one that hears most. `clear` where their intervals do not meet; two shares are needed. */
export interface LeastHeard {
  readonly state: 'clear' | 'not-clear' | 'too-few';
  readonly least: Department | null;
  readonly most: Department | null;
}

/**
 * Which department hears least. Intervals that do not meet are apart at far less than one in twenty, which leaves room for
 * choosing the two ends among three.
 */
export function leastHeard(departments: readonly Pick<DepartmentHeard, 'department' | 'heard'>[]): LeastHeard {
  const told = departments.flatMap(({ department, heard: { estimate, low, high } }) => (estimate === null || low === null || high === null ? [] : [{ department, estimate, low, high }])).sort((one, other) => one.estimate - other.estimate);
  const [least, most] = [told[0], told.at(-1)];
  if (least === undefined || most === undefined || least === most) return { state: 'too-few', least: null, most: null };
  return { state: least.high < most.low ? 'clear' : 'not-clear', least: least.department, most: most.department };
}
