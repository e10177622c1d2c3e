import type { Episode } from './asker-episodes.ts';
import type { FactTable } from './fact-table.ts';

/**
 * First time at which another person answered each episode: a message of somebody else that reaches the request by its chain of
 * parents, past messages that belong to no request, and is labelled as help, or that the asker thanks for (in a reply to it, or by
 * naming its author later in the thread). The peer's own time counts, not that of the thanks. Neither voices of a brand nor bots nor authors unknown are peers. O(n).
 */
export function peerReplies(table: FactTable): (episodeOf: ReadonlyMap<number, Episode>) => Map<Episode, number> {
  const thanked = thanksByAsker(table);
  return (episodeOf) => peerReplyTimes(table, thanked, episodeOf);
}

function peerReplyTimes({ facts, parent }: FactTable, thanked: ReadonlyMap<number, ReadonlySet<number>>, episodeOf: ReadonlyMap<number, Episode>): Map<Episode, number> {
  const times = new Map<Episode, number>();
  const above = new Int32Array(facts.length).fill(-2);
  const nearestAbove = (position: number): number => {
    const passed: number[] = [];
    let climb = position;
    while (climb >= 0 && above[climb] === -2) {
      passed.push(climb);
      const next = parent[climb] ?? -1;
      if (next >= 0 && (episodeOf.get(next)?.request ?? -1) >= 0) {
        above[climb] = next;
        break;
      }
      climb = next;
    }
    const found = climb < 0 ? -1 : (above[climb] ?? -1);
    for (const each of passed) above[each] = found;
    return found;
  };
  facts.forEach((fact, position) => {
    if (fact.authorId === null || fact.voiceOfBrandId !== null || fact.authorIsDesk === true || fact.authorIsBot || fact.atMs === null) return;
    if (!fact.helps && !thanked.has(position)) return;
    let reached = nearestAbove(position);
    while (reached >= 0 && facts[reached]?.authorId === fact.authorId) reached = nearestAbove(reached);
    const episode = episodeOf.get(reached);
    const asked = facts[episode?.request ?? -1];
    if (episode === undefined || asked === undefined || asked.atMs === null || fact.atMs < asked.atMs) return;
    if (!fact.helps && !(asked.authorId !== null && thanked.get(position)?.has(asked.authorId))) return;
    const before = times.get(episode);
    if (before === undefined || fact.atMs < before) times.set(episode, fact.atMs);
  });
  return times;
}

/** Per message: who thanked for it. */
function thanksByAsker({ facts, parent }: FactTable): Map<number, Set<number>> {
  const thanked = new Map<number, Set<number>>();
  const add = (position: number, askerId: number): void => {
    const askers = thanked.get(position) ?? new Set<number>();
    thanked.set(position, askers.add(askerId));
  };
  const namedAt = new Map<string, { atMs: number; askerId: number }[]>();
  facts.forEach((fact, position) => {
    if (!fact.thanks || fact.authorId === null) return;
    const repliedTo = parent[position] ?? -1;
    if (repliedTo >= 0 && facts[repliedTo]?.authorId !== fact.authorId) add(repliedTo, fact.authorId);
    for (const named of fact.mentionedAccountIds) {
      const key = `${fact.rootId} ${named}`;
      const thanks = namedAt.get(key) ?? [];
      thanks.push({ atMs: fact.atMs ?? -Infinity, askerId: fact.authorId });
      namedAt.set(key, thanks);
    }
  });
  if (namedAt.size === 0) return thanked;
  facts.forEach((fact, position) => {
    if (fact.authorId === null) return;
    for (const { atMs, askerId } of namedAt.get(`${fact.rootId} ${fact.authorId}`) ?? []) {
      if (askerId !== fact.authorId && fact.atMs !== null && atMs >= fact.atMs) add(position, askerId);
    }
  });
  return thanked;
}
