import type { OperationValue } from '../../contract/operations.ts';
import { MIRROR_SIDES, type MirrorSide } from '../../domain/model/company.ts';
import { proposes, replySuggests } from '../../domain/mirror/proposal-words.ts';
import { turnWaits, type Turn } from '../../domain/mirror/turn-waits.ts';
import { LEAST_REQUESTS } from '../../domain/response/response-floors.ts';
import { kaplanMeier } from '../../domain/stats/kaplan-meier.ts';
import { correspondence } from '../../store/company-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { companyId } from '../companies/company-records.ts';
import { knownCompanies } from '../companies/known-companies.ts';
import { smallShare, type SmallShare } from '../companies/small-share.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { keptTeams } from '../teams/team-records.ts';
import { adviceVerdicts, mirrorSides } from './mirror-records.ts';

type View = OperationValue<'mirror.account'>;
type Advice = View['advice'][number] & { readonly accountId: number };

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;
const MOST_OPENED = 2000;
/** Figures of single persons need a team of this many: in a smaller one everybody is recognisable. */
const LEAST_TEAM = 5;
const MOST_REFERENTS = 10;

/** Turns answered by a time, of those watched that long or answered before. */
function answeredBy(turns: readonly Turn[], seconds: number): SmallShare {
  const watched = turns.filter(({ answered, waitedSeconds }) => answered || waitedSeconds >= seconds);
  return smallShare(watched.filter(({ answered, waitedSeconds }) => answered && waitedSeconds <= seconds).length, watched.length);
}

function medianSeconds(turns: readonly Turn[]): number | null {
  const { steps } = kaplanMeier(turns.map(({ waitedSeconds }) => waitedSeconds), turns.map(({ answered }) => answered));
  return steps.find(({ waiting }) => waiting <= 0.5)?.atSeconds ?? null;
}

/**
 * The correspondence of the two sides under a scope, by the same rules both ways. Without both sides only the companies are told. A
 * proposal is found by its words and is unsolicited where it opens a conversation or answers a message that asks nothing; whether it was
 * adopted is a person's word, and the next reply of the other side only suggests it.
 */
export function mirrorView(scope: ResolvedScope, promises: Omit<NonNullable<View['promises']>, 'voices' | 'of'>, { page, size }: { readonly page: number; readonly size: number }): View {
  const { project, messages: selected } = scope;
  const { agency, client } = mirrorSides(project);
  const { basis } = keptTeams(project);
  const { companies } = knownCompanies(scope);
  const sideOf = (key: string): MirrorSide | null => (agency.includes(key) ? 'agency' : client.includes(key) ? 'client' : null);
  const sides = companies.map(({ key, name, members }) => ({ key, name, people: members.length, messages: members.reduce((sum, { messages }) => sum + messages, 0), side: sideOf(key) }));
  const members = companies.flatMap(({ key, members: own }) => own.flatMap((member) => {
    const side = sideOf(key);
    return side === null ? [] : [{ ...member, side }];
  }));
  const writers = new Map(members.map((member) => [member.accountId, member]));
  const letters = correspondence(project, messageCondition(selected), [...writers.keys()]);
  const endMs = letters.at(-1)?.atMs ?? null;
  const sided = letters.flatMap((letter) => {
    const writer = writers.get(letter.accountId);
    return writer === undefined ? [] : [{ ...letter, side: writer.side, writerId: letter.accountId, asks: letter.text.includes('?') }];
  });
  const turns = endMs === null ? [] : turnWaits(sided, endMs);
  const advice = proposalsOf(sided, { verdicts: adviceVerdicts(project), nameOf: (accountId) => writers.get(accountId)?.name ?? '' });
  const both = MIRROR_SIDES.map((side): View['both'][number] => {
    const own = turns.filter((turn) => turn.side === side);
    const made = advice.filter((one) => one.side === side);
    const judged = made.filter(({ verdict }) => verdict !== 'open');
    const open = own.filter(({ answered }) => !answered);
    const people = members.filter((member) => member.side === side).length;
    // turns are few people's: the floor of people is that of a team, not of a public
    const tooFew = own.length < LEAST_REQUESTS;
    return {
      side, messages: sided.filter((letter) => letter.side === side).length, people, opened: own.filter(({ opens }) => opens).length, turns: own.length, open: open.length, openIds: open.slice(0, MOST_OPENED).map(({ messageId }) => messageId),
      withinDay: answeredBy(own, DAY_SECONDS), withinWeek: answeredBy(own, WEEK_SECONDS), medianSeconds: tooFew ? null : medianSeconds(own), tooFew,
      proposals: made.length, unsolicited: made.filter(({ solicited }) => !solicited).length, adopted: smallShare(judged.filter(({ verdict }) => verdict === 'adopted').length, judged.length), undecided: made.length - judged.length,
    };
  });
  const shares = both.map(({ turns: n, open }) => (n < LEAST_REQUESTS ? null : (n - open) / n));
  const [one, other] = [shares[0] ?? null, shares[1] ?? null];
  const agencyPeople = members.filter(({ side }) => side === 'agency');
  return {
    sides, basis: basis === null ? null : { ...basis }, ready: agency.length > 0 && client.length > 0 && sided.length > 0, endMs, both,
    reciprocity: one === null || other === null || Math.max(one, other) === 0 ? null : Math.min(one, other) / Math.max(one, other),
    promises: { voices: agencyPeople.filter(({ speaksForBrand }) => speaksForBrand === 1).length, of: agencyPeople.length, ...promises },
    referents: referentsOf(both, basis !== null, advice),
    total: advice.length, advice: advice.slice(page * size, (page + 1) * size).map(({ accountId: _accountId, ...shown }) => shown),
  };
}

interface Sided { readonly messageId: number; readonly network: string; readonly nativeId: string; readonly threadId: number; readonly atMs: number; readonly accountId: number; readonly parentId: number | null; readonly text: string; readonly side: MirrorSide; readonly asks: boolean }

/** Proposals, newest first, each with what it answers and the other side's next words in its conversation. */
function proposalsOf(letters: readonly Sided[], { verdicts, nameOf }: { readonly verdicts: ReadonlyMap<string, Advice['verdict']>; readonly nameOf: (accountId: number) => string }): Advice[] {
  const threads = new Map<number, Sided[]>();
  for (const letter of letters) threads.set(letter.threadId, [...(threads.get(letter.threadId) ?? []), letter]);
  const found = [...threads.values()].flatMap((thread) => thread.flatMap((letter, place): Advice[] => {
    if (!proposes(letter.text)) return [];
    const before = thread.slice(0, place).findLast(({ side }) => side !== letter.side);
    const reply = thread.slice(place + 1).find(({ side }) => side !== letter.side);
    const { messageId, side, accountId, atMs, text } = letter;
    return [{ messageId, side, accountId, name: nameOf(accountId), atMs, text, solicited: before?.asks === true, suggestion: reply === undefined ? null : replySuggests(reply.text), replyId: reply?.messageId ?? null, verdict: verdicts.get(companyId(letter)) ?? 'open' }];
  }));
  return found.sort((one, other) => other.atMs - one.atMs || other.messageId - one.messageId);
}

function referentsOf(both: View['both'], isStated: boolean, advice: readonly Advice[]): View['referents'] {
  if (!isStated) return { reason: 'no-basis', people: [] };
  const shown = new Set(both.filter(({ people }) => people >= LEAST_TEAM).map(({ side }) => side));
  if (shown.size === 0) return { reason: 'few-people', people: [] };
  const people = new Map<number, View['referents']['people'][number]>();
  for (const { accountId, name, side, solicited, verdict } of advice) {
    if (!shown.has(side)) continue;
    const person = people.get(accountId) ?? { accountId, name, side, proposals: 0, unsolicited: 0, adopted: 0 };
    people.set(accountId, { ...person, proposals: person.proposals + 1, unsolicited: person.unsolicited + (solicited ? 0 : 1), adopted: person.adopted + (verdict === 'adopted' ? 1 : 0) });
  }
  return { reason: null, people: [...people.values()].sort((one, other) => other.adopted - one.adopted || other.unsolicited - one.unsolicited || one.accountId - other.accountId).slice(0, MOST_REFERENTS) };
}
