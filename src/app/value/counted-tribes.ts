import type { HeldPart } from '../../store/held-ledger.ts';
import { heldPeople } from '../../store/held-people.ts';
import { heldPeopleCount, heldTribeMessages, heldTribeNetworks, heldTribeRequests, heldUnassignedCount } from '../../store/held-tribes.ts';
import type { SqlCondition } from '../../store/selection-sql.ts';
import { peopleCount, tribeMessageCounts, tribeNetworks, tribeRequests, unassignedCount, type TribeRequest } from '../../store/tribe-queries.ts';
import { heldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** What is counted of the people of every tribe under a scope. */
interface CountedTribes {
  /** Messages by tribe. */
  readonly counts: ReadonlyMap<string, number>;
  readonly networks: ReadonlyMap<string, { network: string; people: number }[]>;
  readonly requests: readonly TribeRequest[];
  /** People with a balance who wrote. */
  readonly people: number;
  /** Of them, those in no tribe whose id begins as asked for. */
  readonly unassigned: number;
}

/** Counts the people of every tribe: in memory where `held` gives the messages of the scope, else from the file under `messages`. */
export function countedTribes({ project, brand }: ResolvedScope, { messages, held, beginning }: { readonly messages: SqlCondition; readonly held: HeldPart | undefined; readonly beginning: string }): CountedTribes {
  const memory = held === undefined ? null : heldProject(project);
  const brandId = brand?.id ?? null;
  if (held === undefined || memory === null) {
    return {
      counts: tribeMessageCounts(project, messages), networks: tribeNetworks(project, messages), requests: tribeRequests(project, { brandId, messages }),
      people: peopleCount(project, messages), unassigned: unassignedCount(project, messages, `${beginning}%`),
    };
  }
  const people = heldPeople(project);
  const { selection } = held;
  return {
    counts: heldTribeMessages(people, selection), networks: heldTribeNetworks(people, selection), requests: heldTribeRequests(people, selection, memory.episodes.request.ofBrand(brandId)),
    people: heldPeopleCount(people, selection), unassigned: heldUnassignedCount(people, selection, beginning),
  };
}
