import { describe, expect, it } from 'vitest';
import { communitiesLens } from '../../src/app/network/communities-lens.ts';
import { deriveNetwork, RESOLUTION_SETTING } from '../../src/app/network/derive-network.ts';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { drawnInPlace } from '../../src/domain/network/seeded-draws.ts';
import { communityTies, communityTribes, drawnPeople, drawnTies, networkFacts } from '../../src/store/network-queries.ts';
import { storeSetting } from '../../src/store/stage-queries.ts';
import { peopleGraph } from '../../src/store/tie-queries.ts';
import { tribeMembers } from '../../src/store/tribe-queries.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const DAY_MS = 86_400_000;
const END_MS = 1_000 * DAY_MS;
const quiet = { seed: 1, drawing: drawnInPlace(), check: () => undefined, onProgress: () => undefined };

function withBalances(project: PlacedProject): PlacedProject {
  const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
  deriveValue(project, stage);
  aggregateValue(project, stage);
  return project;
}

/** Ties as text, people by account id. */
function tiesOf(project: PlacedProject): Record<string, number> {
  const { graph, accountIds } = peopleGraph(project);
  const ties: [string, number][] = [];
  for (let node = 0; node < graph.size; node += 1) {
    for (let entry = graph.offsets[node] ?? 0; entry < (graph.offsets[node + 1] ?? 0); entry += 1) {
      const [one = 0, other = 0] = [accountIds[node], accountIds[graph.neighbours[entry] ?? 0]];
      if (one < other) ties.push([`${one}-${other}`, graph.weights[entry] ?? 0]);
    }
  }
  return Object.fromEntries(ties.toSorted());
}

/** Groups of eight who all reply to each other, one person replying across, and `loners` who write to the page alone. */
function groups(count: number, loners = 0): PlacedProject {
  const project = placedProject(count * 8 + loners + 1);
  project.addRole(1, 'voice');
  let id = 0;
  const say = (account: number, parent: number | null): number => {
    id += 1;
    project.addMessage({ id, account, parent, root: parent ?? id, atMs: END_MS - id, text: `messaggio ${String(id)}` });
    return id;
  };
  for (let group = 0; group < count; group += 1) {
    const first = 2 + group * 8;
    for (let one = 0; one < 8; one += 1) {
      const start = say(first + one, null);
      for (let other = 0; other < 8; other += 1) if (other !== one) say(first + other, start);
      if (one === 0) say(2 + ((group + 1) % count) * 8, start);
    }
  }
  for (let loner = 0; loner < loners; loner += 1) say(2 + count * 8 + loner, null);
  return withBalances(project);
}

describe('ties between people', () => {
  it('come from replies, mentions and shares, halve in 90 days, and leave brands, programs and oneself out', () => {
    const project = placedProject(7);
    project.addRole(1, 'voice');
    project.addRole(7, 'bot', null);
    project.addMessage({ id: 1, account: 2, atMs: END_MS });
    project.addMessage({ id: 2, account: 3, parent: 1, root: 1, atMs: END_MS - 90 * DAY_MS });
    project.addMessage({ id: 3, account: 2, parent: 1, root: 1, atMs: END_MS });
    project.addMessage({ id: 4, account: 1, parent: 1, root: 1, atMs: END_MS, outbound: true });
    project.addMessage({ id: 5, account: 7, parent: 1, root: 1, atMs: END_MS });
    project.addMessage({ id: 6, account: 4, parent: 4, root: 1, atMs: END_MS });
    project.addMessage({ id: 7, account: 5, parent: 1, root: 1, atMs: END_MS - 180 * DAY_MS });
    project.addMention(7, 2, true);
    project.addMention(7, 4, true);
    project.addMention(6, 5);
    project.addMention(6, 4);
    project.addReaction(1, 6, 'share');
    project.addReaction(1, 6, 'like');
    project.addMessage({ id: 8, account: 6, atMs: END_MS - 360 * DAY_MS });
    project.addMessage({ id: 9, account: 6, parent: 7, root: 1, atMs: null });
    withBalances(project);
    // the share and the last reply have no time: they count as old as the oldest message
    expect(tiesOf(project)).toEqual({ '2-3': 0.5, '2-5': 0.25, '2-6': 0.03125, '4-5': 1.25, '5-6': 0.0625 });
  });

  it('are of persons: what joined accounts say is one person\'s, and what they say to each other is no tie', () => {
    const project = placedProject(4);
    project.addMessage({ id: 1, account: 2, atMs: END_MS });
    project.addMessage({ id: 2, account: 3, parent: 1, root: 1, atMs: END_MS });
    project.addMessage({ id: 3, account: 4, parent: 2, root: 1, atMs: END_MS });
    // as records stand once 2 and 3 are joined
    project.connection.exec('INSERT INTO person_account VALUES (2, 2), (3, 2); UPDATE message SET source_account_id = 3, account_id = 2 WHERE account_id = 3');
    withBalances(project);
    expect(tiesOf(project)).toEqual({ '2-4': 1 });
  });
});

describe('communities as tribes', () => {
  it('are found where groups are, with their certainty, places, ties and members', async () => {
    const project = groups(4);
    const facts = await deriveNetwork(project, quiet);
    expect(facts).toMatchObject({ state: 'found', people: 32, tied: 32, communities: 4, tribes: 4, peopleInSmaller: 0, resolution: 1, runs: 20, agreed: true });
    expect(facts.modularity).toBeGreaterThan(facts.chance?.limit ?? 1);
    expect(networkFacts(project)).toEqual(facts);
    const tribes = communityTribes(project);
    expect(tribes.map(({ size }) => size)).toEqual([8, 8, 8, 8]);
    const members = tribeMembers(project);
    expect(tribes.map(({ id }) => members.get(id)?.[0]).toSorted((a = 0, b = 0) => a - b)).toEqual([2, 10, 18, 26]);
    expect(tribes.every(({ certainty }) => certainty !== null && certainty > 0.9)).toBe(true);
    const drawn = drawnPeople(project, 100);
    expect(drawn.length).toBe(32);
    expect(drawn.every(({ x, y, betweenness }) => Math.abs(x ?? 9) <= 1 && Math.abs(y ?? 9) <= 1 && betweenness !== null)).toBe(true);
    // those who reply across stand between most people
    const between = drawn.toSorted((a, b) => (b.betweenness ?? 0) - (a.betweenness ?? 0)).slice(0, 4).map(({ accountId }) => accountId);
    expect(between.toSorted((a, b) => a - b)).toEqual([2, 10, 18, 26]);
    expect(drawnTies(project, 5)).toMatchObject({ total: facts.ties, ties: { length: 5 } });
    for (const { inside, outside } of communityTies(project).values()) expect(inside).toBeGreaterThan(10 * outside);
    expect(communitiesLens(project)).toEqual({ lens: 'communities', available: true, reason: '' });
  }, 60_000);

  it('are the same whatever the order of the records, cost nothing twice, and keep their ids when people come', async () => {
    const project = groups(3);
    const first = await deriveNetwork(project, quiet);
    const ids = communityTribes(project).map(({ id }) => id).toSorted();
    expect(communityTribes(groups(3)).length).toBe(0);
    const again = groups(3);
    expect(await deriveNetwork(again, quiet)).toEqual(first);
    expect(communityTribes(again).map(({ id }) => id).toSorted()).toEqual(ids);
    let steps = 0;
    expect(await deriveNetwork(project, { ...quiet, onProgress: () => void (steps += 1) })).toEqual(first);
    expect(steps).toBe(0);
    expect(communityTribes(project).map(({ id }) => id).toSorted()).toEqual(ids);
    storeSetting(project, RESOLUTION_SETTING, '1.2');
    expect(await deriveNetwork(project, { ...quiet, onProgress: () => void (steps += 1) })).toMatchObject({ state: 'found', resolution: 1.2 });
    expect(steps).toBeGreaterThan(100);
    expect(communityTribes(project).map(({ id }) => id).toSorted()).toEqual(ids);
  }, 60_000);

  it('are not looked for where few people have ties, nor made where ties are chance', async () => {
    const lonely = groups(1, 40);
    expect(await deriveNetwork(lonely, quiet)).toMatchObject({ state: 'few-ties', people: 48, tied: 8, modularity: null, chance: null });
    expect(communitiesLens(lonely).reason).toBe(`few-ties:${8 / 48}`);
    expect(communityTribes(lonely)).toEqual([]);
    const one = groups(1);
    expect(await deriveNetwork(one, quiet)).toMatchObject({ state: 'no-structure', tribes: 0 });
    expect(communitiesLens(one)).toMatchObject({ available: false, reason: 'no-structure' });
  }, 60_000);

  it('leave everything as it was when they are stopped', async () => {
    const project = groups(3);
    await expect(deriveNetwork(project, { ...quiet, onProgress: ({ done }) => { if (done === 15) throw new Error('stopped'); } })).rejects.toThrow('stopped');
    expect(networkFacts(project)).toBeNull();
    expect(communitiesLens(project).reason).toBe('not-analysed');
    expect(drawnPeople(project, 10)).toEqual([]);
  }, 60_000);
});
