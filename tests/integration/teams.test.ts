import { describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';

const MORNING = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF'];
const EVENING = ['PP', 'QQ', 'RR', 'SS', 'TT'];
const NIGHT = ['YY', 'ZZ'];
const SIGNERS = [...MORNING, ...EVENING, ...NIGHT];
const THREADS = 390;
const BASIS = { text: 'Accordo sindacale del 3 marzo 2026, punto 4', statedBy: 'Marta Conti' };

const asked = async <Name extends OperationName>(work: ProjectAtWork, name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> => {
  const outcome = await work.call(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
  return outcome.value;
};

const stamp = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
};

/** Questions of forty customers in turn, each answered by the next signer: mornings after 10 to 15 minutes, evenings after two hours, nights after a day; every tenth is never answered. */
function signedExport(): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let thread = 0; thread < THREADS; thread += 1) {
    const signer = SIGNERS[thread % SIGNERS.length] ?? '';
    const customer = String(1000 + ((thread * 7) % 40));
    const [id, atMs] = [10_000 + thread * 10, Date.UTC(2025, 2, 3, 9) + thread * 9_000_000];
    const isAnswered = thread % 10 !== 9;
    const waitMs = (MORNING.includes(signer) ? 600 + (thread % 300) : EVENING.includes(signer) ? 7200 + (thread % 300) : 86_400) * 1000;
    rows.push(`${id},${customer},True,${stamp(atMs)},"@Aurora A che ora aprite domani, numero ${thread}?",${isAnswered ? id + 1 : ''},`);
    if (isAnswered) rows.push(`${id + 1},Aurora,False,${stamp(atMs + waitMs)},"@${customer} Apriamo alle otto, ti aspettiamo in via ${thread}. ^${signer}",,${id}`);
  }
  return `${rows.join('\n')}\n`;
}

describe('teams of those who answer', () => {
  it('gives no figure without a basis, none of few people, and the waits of each team with one', async () => {
    const work = await projectAtWork();
    await asked(work, 'import.run', { files: [{ file: await work.file('risposte.csv', signedExport()) }], ownBrand: { name: 'Aurora' } });
    await asked(work, 'analyse.run', {});
    expect(await asked(work, 'response.teams', {})).toMatchObject({ stated: false, answered: 0, teams: [], tests: [] });
    expect(await asked(work, 'teams.settings', {})).toMatchObject({ basis: null, answerers: null });

    await asked(work, 'teams.set', { basis: BASIS, teams: [] });
    const { answerers } = await asked(work, 'teams.settings', {});
    expect(answerers?.map(({ signature }) => signature)).toEqual(SIGNERS);
    const team = (id: string, signatures: readonly string[]) => ({ id, name: id, members: (answerers ?? []).filter(({ signature }) => signature !== null && signatures.includes(signature)) });
    const teams = [team('morning', MORNING), team('evening', EVENING), team('night', NIGHT)];
    expect(await asked(work, 'teams.set', { basis: BASIS, teams })).toEqual({ changed: true });
    expect(await asked(work, 'teams.set', { basis: BASIS, teams })).toEqual({ changed: false });

    const shown = await asked(work, 'response.teams', {});
    expect(shown).toMatchObject({ stated: true, answered: 351, unassigned: 0 });
    const [morning, evening, night] = shown.teams;
    expect(morning).toMatchObject({ people: 6, tooFewPeople: false, waits: { n: 162, tooFew: false } });
    expect(morning?.waits?.medianSeconds).toBeGreaterThanOrEqual(600);
    expect(morning?.waits?.medianSeconds).toBeLessThan(900);
    expect(evening?.waits?.medianSeconds).toBeGreaterThanOrEqual(7200);
    expect(evening?.waits?.answeredWithin.map(({ estimate }) => estimate)).toEqual([0, 1, 1]);
    // every answer is known: limits of all of n, not of the last one still open (Wilson: n / (n + 1.96²))
    const n = evening?.waits?.n ?? 0;
    expect(evening?.waits?.answeredWithin[1]?.low).toBeCloseTo(n / (n + 1.959963984540054 ** 2), 9);
    // two people are no team: not even how often they answer is told
    expect(night).toMatchObject({ people: null, tooFewPeople: true, waits: null, messageIds: null });
    expect(shown.tests).toMatchObject([{ a: 'evening', b: 'morning' }]);
    expect(shown.tests[0]?.pAdjusted).toBeLessThan(1e-6);

    // a filter that leaves four people of a team leaves no figure of it
    const few = await asked(work, 'response.teams', { filters: { toMs: Date.UTC(2025, 2, 3, 9) + 4 * 9_000_000 } });
    expect(few.teams.every(({ tooFewPeople, waits }) => tooFewPeople && waits === null)).toBe(true);

    await asked(work, 'history.undo', {});
    expect((await asked(work, 'response.teams', {})).teams).toEqual([]);
    await asked(work, 'history.redo', {});
    await asked(work, 'teams.set', { basis: null, teams });
    expect(await asked(work, 'response.teams', {})).toMatchObject({ stated: false, teams: [] });
    expect(await work.call('teams.set', { basis: BASIS, teams: [...teams, { id: 'again', name: 'again', members: teams[0]?.members ?? [] }] })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  }, 60_000);
});
