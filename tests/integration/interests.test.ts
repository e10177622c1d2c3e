import { describe, expect, it } from 'vitest';
import { aggregateStage } from '../../src/app/analyse/aggregate-stage.ts';
import { deriveInterests, type InterestFacts } from '../../src/app/tribes/derive-interests.ts';
import { drawnInPlace } from '../../src/domain/network/seeded-draws.ts';
import { aggregateTribeValues, deriveValue } from '../../src/app/value/derive-value.ts';
import { groupsOf, groupWords, tribeGround } from '../../src/app/value/tribe-ground.ts';
import { ruledGroups } from '../../src/app/value/tribe-results.ts';
import { seededRandom } from '../../src/domain/stats/seeded-random.ts';
import { interestFacts, interestTribes } from '../../src/store/interest-queries.ts';
import { storedTribeResults, tribeMembers } from '../../src/store/tribe-queries.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const call = { signal: new AbortController().signal, onProgress: () => undefined };
const GRINDING = ['macinatura', 'tostatura', 'miscela', 'estrazione', 'portafiltro', 'pressino', 'crema', 'torrefazione', 'acidità', 'robusta'];
const CYCLING = ['bicicletta', 'catena', 'freni', 'sella', 'manubrio', 'gomma', 'camera', 'pedali', 'casco', 'salita'];
const SYLLABLES = ['bal', 'cor', 'den', 'fam', 'gol', 'lis', 'mur', 'nep', 'pil', 'rav', 'sot', 'tug', 'vin', 'zab', 'ber', 'cal', 'dif', 'fer', 'gat', 'lam', 'mon', 'nus', 'pav', 'rem'];
/** Words about anything: made up, so that none is like another. */
const ANYTHING = SYLLABLES.flatMap((one) => SYLLABLES.map((other) => `${one}o${other}a`));

/** Thirty people who come back to grinding, thirty to cycling, nearly three hundred to anything; four messages each, in words of their own choice. */
async function talking(): Promise<PlacedProject> {
  const project = placedProject(360);
  const random = seededRandom(3);
  const some = (words: readonly string[], count: number): string[] => Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? '');
  let id = 0;
  for (let account = 2; account <= 351; account += 1) {
    const own = account <= 31 ? GRINDING : account <= 61 ? CYCLING : ANYTHING;
    for (let message = 0; message < 4; message += 1) project.addMessage({ id: (id += 1), account, kind: 'review', text: `la ${[...some(own, 4), ...some(ANYTHING, 3)].join(', il ')}` });
  }
  deriveValue(project, { seed: 1, ...call });
  await aggregateStage.run(project, { seed: 1 }, call);
  return project;
}

describe('interests', () => {
  it('are groups of people who come back to the same words, kept by id, with how they were found', async () => {
    const project = await talking();
    const found = interestTribes(project);
    const ids = found.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    // named by what tells them apart
    expect(found.every(({ name }) => name.split(', ').every((word) => [...GRINDING, ...CYCLING].some((own) => word.includes(own))))).toBe(true);
    expect(found.every(({ certainty }) => certainty > 0.8)).toBe(true);
    const members = tribeMembers(project);
    const people = ids.map((id) => members.get(id) ?? []).sort(([one = 0], [other = 0]) => one - other);
    expect(people[0]?.every((account) => account <= 31)).toBe(true);
    expect(people[1]?.every((account) => account > 31 && account <= 61)).toBe(true);
    expect(people.every((group) => group.length >= 20)).toBe(true);
    expect(interestFacts<InterestFacts>(project)).toMatchObject({ people: 350, groups: 2, seed: 1, sources: [{ source: 'terms', people: 350, beyondChance: true }, { source: 'posts', ties: 0 }] });

    // found again with two people more they are the same groups
    const [first] = ids;
    const before = members.get(first ?? '') ?? [];
    for (let message = 0; message < 4; message += 1) project.addMessage({ id: 9000 + message, account: 355, kind: 'review', text: 'la sella, il manubrio, la catena, i freni' });
    deriveValue(project, { seed: 1, ...call });
    await aggregateStage.run(project, { seed: 2 }, call);
    expect(interestTribes(project).map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    const kept = tribeMembers(project).get(first ?? '') ?? [];
    expect(kept.filter((account) => before.includes(account)).length / before.length).toBeGreaterThan(0.8);
    project.connection.close();
  });

  it('leave the earlier groups where the work is stopped', async () => {
    const project = await talking();
    const before = [...tribeMembers(project)];
    const stop = (): never => {
      throw new Error('stopped');
    };
    await expect(deriveInterests(project, { seed: 9, drawing: drawnInPlace(), check: stop, onProgress: () => undefined })).rejects.toThrow('stopped');
    expect([...tribeMembers(project)]).toEqual(before);
    project.connection.close();
  });

  it('have, like the tribes of every other lens, the words that counting each lens alone gives', async () => {
    const project = await talking();
    const { rowOf } = tribeGround(project);
    const members = tribeMembers(project);
    const lensesOf = (beginning: string): ReturnType<typeof groupsOf> => groupsOf([...members].flatMap(([id, accountIds]) => (id.startsWith(beginning) && accountIds.length >= 5 ? [{ id, accountIds }] : [])));
    const lenses = [ruledGroups(project, rowOf), lensesOf('interest:'), lensesOf('community:')];
    const alone = new Map(lenses.flatMap((lens) => [...groupWords(project, rowOf, [lens])]));
    expect([...alone.keys()].filter((id) => id.startsWith('interest:'))).toHaveLength(2);
    expect([...alone.keys()].some((id) => !id.startsWith('interest:'))).toBe(true);
    expect(new Map(groupWords(project, rowOf, lenses))).toEqual(alone);
    // and the analysis has stored them
    const stored = storedTribeResults(project);
    for (const [id, words] of alone) if (id.startsWith('interest:')) expect(stored.get(id)?.words).toEqual(words);
    // tribes that rules make, counted again by themselves, are as the analysis left them
    const ruled = (): unknown[] => project.connection.prepare(`SELECT id, name, result FROM tribe WHERE lens IN ('value', 'roles') ORDER BY id`).all();
    const before = ruled();
    aggregateTribeValues(project, { seed: 1 });
    expect(ruled()).toEqual(before);
    project.connection.close();
  });
});
