import { dataVersionOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

const KEPT = 64;
const caches = new WeakMap<ProjectDatabase, { version: string; answers: Map<string, unknown> }>();

/** When the derived results were last written: a new analysis of the same data makes older answers stale as well. */
function versionOf(project: ProjectDatabase): string {
  const stages = project.connection.prepare('SELECT group_concat(definition_version || input_version || finished_at_ms) FROM stage').pluck().get() as string | null;
  return `${dataVersionOf(project)} ${stages ?? ''}`;
}

/**
 * The answer to a read, computed once per version of the project and input: moving between rooms must not draw two
 * thousand bootstrap samples again. Keeps the 64 latest answers of an open project; nothing is stored.
 */
export function cachedAnswer<Answer>(project: ProjectDatabase, key: string, compute: () => Answer): Answer {
  const version = versionOf(project);
  let cache = caches.get(project);
  if (cache?.version !== version) {
    cache = { version, answers: new Map() };
    caches.set(project, cache);
  }
  const known = cache.answers.get(key);
  if (known !== undefined) return known as Answer;
  const answer = compute();
  cache.answers.set(key, answer);
  const [oldest] = cache.answers.keys();
  if (cache.answers.size > KEPT && oldest !== undefined) cache.answers.delete(oldest);
  return answer;
}
