import { fileStamp } from '../../store/held-messages.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { heldProject, type HeldProject } from './held-project.ts';

/** What is kept of a question: a name of its own, what the result rests on besides the data, and how many results stay in memory. */
export interface KeptResult {
  readonly name: string;
  readonly on: unknown;
  readonly most: number;
}

interface Result {
  readonly key: string;
  readonly value: unknown;
}

const results = new WeakMap<HeldProject, Map<string, Result[]>>();

/**
 * What several questions of a round through the rooms work out of the same scope: made once and kept among the latest `most` of
 * its name while the project is held in memory and nobody changes it; made every time where it is not held. Whoever gets it must
 * not change it.
 */
export function keptResult<Value>(project: ProjectDatabase, { name, on, most }: KeptResult, make: () => Value): Value {
  const held = heldProject(project);
  if (held === null) return make();
  const key = `${fileStamp(project)} ${JSON.stringify(on)}`;
  const names = results.get(held) ?? new Map<string, Result[]>();
  results.set(held, names);
  const kept = names.get(name) ?? [];
  names.set(name, kept);
  const place = kept.findIndex((result) => result.key === key);
  const [found = { key, value: make() }] = place < 0 ? [] : kept.splice(place, 1);
  kept.push(found);
  if (kept.length > most) kept.shift();
  return found.value as Value;
}
