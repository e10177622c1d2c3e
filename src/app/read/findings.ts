import type { Finding } from '../../contract/operations/analysis.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { RETURN_DAYS, type ContestReturn } from '../../domain/response/contest-return.ts';
import type { TrustPart } from '../../domain/trust/trust-part.ts';
import type { ValueZoneShare } from '../value/value-zones.ts';

type Survival = OperationValue<'response.survival'>;
type Gaps = OperationValue<'response.gaps'>;

const DAY_SECONDS = 86_400;
/** Under this many cases a share is told as "7 of 22", never as a percentage. */
const SHARE_FLOOR = 30;
/** A tribe that holds less than this share of the people, when most people have too few bookings, says nothing about them. */
const TRIBE_SHARE_FLOOR = 0.05;
/** Most messages that one piece of evidence can name. */
const EVIDENCE_LIMIT = 5000;

// a gap is clear when zero lies outside its limits, and outside those corrected for what the reader mistakes where they are known
function gapFindings(gaps: Gaps): Finding[] {
  const { reference } = gaps;
  if (reference === null) return [];
  return gaps.gaps.filter(({ intent }) => intent !== 'praise').map((gap): Finding => {
    const clear = !gap.tooFew && gap.low !== null && gap.high !== null && ((gap.low > 0 && (gap.corrected?.low ?? 1) > 0) || (gap.high < 0 && (gap.corrected?.high ?? -1) < 0));
    return {
      id: `response.gap:${gap.intent}`, rule: 'response.gap', good: clear && (gap.high ?? 0) < 0,
      form: gap.tooFew || gap.gapSeconds === null ? 'too-few' : clear ? 'clear' : 'not-clear',
      values: { intent: gap.intent, reference, gapSeconds: gap.gapSeconds, low: gap.low, high: gap.high, horizonSeconds: gaps.horizonSeconds },
      n: gap.n, people: gap.authors ?? 0, metric: 'listening-gap', evidence: { requests: { by: 'intent', key: gap.intent, timed: true } },
    };
  });
}

function within(group: Survival['groups'][number], seconds: number): Survival['groups'][number]['answeredWithin'][number] | undefined {
  return group.answeredWithin.find((share) => share.seconds === seconds);
}

/** The kind of request that is met best, told only when its interval stands clear of the rest's. */
function bestAnswered(survival: Survival): Finding[] {
  const groups = survival.groups.filter(({ tooFew, n }) => !tooFew && n >= SHARE_FLOOR);
  const shares = groups.flatMap((group) => {
    const day = within(group, DAY_SECONDS);
    return day?.estimate == null || day.low === null || day.high === null ? [] : [{ group, estimate: day.estimate, low: day.low, high: day.high }];
  }).sort((a, b) => b.estimate - a.estimate);
  const [best, ...rest] = shares;
  if (best === undefined || rest.length === 0 || best.estimate < 0.5) return [];
  return [{
    id: `response.best:${best.group.key}`, rule: 'response.best', form: rest.every(({ high }) => high < best.low) ? 'clear' : 'not-clear', good: true,
    values: { intent: best.group.key, seconds: DAY_SECONDS, estimate: best.estimate, low: best.low, high: best.high },
    n: best.group.n, people: best.group.authors ?? 0, metric: 'answered-share', evidence: { requests: { by: 'intent', key: best.group.key } },
  }];
}

/** Requests that met silence to the end of the data, for the kind of request with most of them. */
function silenceFinding(survival: Survival): Finding[] {
  const groups = survival.groups.flatMap((group) =>
    group.tooFew || group.censored === null || group.n < SHARE_FLOOR ? [] : [{ group, silent: group.censored, share: group.censored / group.n }]);
  const [worst] = groups.sort((a, b) => b.silent - a.silent);
  if (worst === undefined || worst.silent === 0) return [];
  return [{
    id: `silence.count:${worst.group.key}`, rule: 'silence.count', form: 'clear', good: false,
    values: { intent: worst.group.key, silent: worst.silent, n: worst.group.n },
    n: worst.group.n, people: worst.group.authors ?? 0, metric: 'outcomes', evidence: { requests: { by: 'intent', key: worst.group.key, outcome: 'silence' } },
  }];
}

function coverageFinding(survival: Survival, messagesIn: ReadonlyMap<string, number>, ownBrand: string | null): Finding[] {
  const absent = survival.coverage.filter(({ replies, brand }) => replies === 'absent' && brand !== null && (ownBrand === null || brand === ownBrand));
  const names = [...new Set(absent.map(({ container }) => container))];
  const messages = names.reduce((sum, name) => sum + (messagesIn.get(name) ?? 0), 0);
  if (absent.length === 0) return [];
  return [{
    id: 'coverage.absent', rule: 'coverage.absent', form: 'clear', good: false, values: { containers: names.length, messages, requests: survival.unobservable },
    n: messages, people: 0, metric: 'coverage', evidence: { filters: { containers: names } },
  }];
}

function tribeFinding(largest: ValueZoneShare | null): Finding[] {
  if (largest === null || largest.share < TRIBE_SHARE_FLOOR) return [];
  return [{
    id: `tribes.largest:${largest.id}`, rule: 'tribes.largest', form: largest.zoneHolds === false ? 'not-clear' : 'clear', good: largest.id === 'value:even' || largest.id === 'value:gives-more',
    values: { zone: largest.id.replace('value:', ''), share: largest.share, size: largest.size },
    n: largest.size, people: largest.size, metric: 'zone', evidence: { filters: { tribes: [largest.id] } },
  }];
}

/** Who entered a contest and never wrote again; `n` is what its evidence opens, the newest entries where there are too many to name. */
function contestFinding(contest: ContestReturn | null): Finding[] {
  if (contest === null) return [];
  const { contests, entrants, vanished, share, low, high, tooFew, entryIds } = contest;
  const messageIds = entryIds.slice(0, EVIDENCE_LIMIT);
  const clear = low !== null && high !== null && (low > 0.5 || high < 0.5);
  return [{
    id: 'contest.vanished', rule: 'contest.vanished', form: tooFew ? 'too-few' : clear ? 'clear' : 'not-clear', good: high !== null && high < 0.5,
    values: { contests, entrants: tooFew ? null : entrants, vanished: tooFew ? null : vanished, share, low, high, days: RETURN_DAYS },
    n: messageIds.length, people: entrants, metric: 'contest-return', evidence: { messageIds },
  }];
}

/** Promises that were due, with the people they were made to and the messages that make them. */
export interface PromiseSource {
  readonly part: TrustPart;
  readonly people: number;
  readonly messageIds: readonly number[];
}

/** How often a promise was seen kept, told only where there is a rate. */
function promiseFinding({ part, people, messageIds }: PromiseSource): Finding[] {
  if (part.estimate === null || part.low === null) return [];
  const { kept = null, late = null, broken = null, unverifiable = null } = part.beside;
  const shown = messageIds.slice(0, EVIDENCE_LIMIT);
  return [{
    id: 'promises.kept', rule: 'promises.kept', form: 'clear', good: part.low > 0.5,
    values: { kept, late, broken, unverifiable, estimate: part.estimate, low: part.low, high: part.high },
    n: shown.length, people, metric: 'trust-parts', evidence: { messageIds: shown },
  }];
}

/** What the findings are drawn from; `messagesIn` counts messages by container name. */
export interface FindingSources {
  readonly survival: Survival;
  readonly gaps: Gaps;
  /** Null where no zone of value has people enough to be told. */
  readonly zone: ValueZoneShare | null;
  /** Null where no contest was watched to its ninetieth day. */
  readonly contest: ContestReturn | null;
  readonly promises: PromiseSource;
  readonly messagesIn: ReadonlyMap<string, number>;
  readonly ownBrand: string | null;
}

/** The findings of the overview, with how many comparisons were looked at to get them. */
export interface OverviewFindings {
  readonly findings: Finding[];
  readonly comparisonsLookedAt: number;
}

/**
 * At most five findings: first what limits everything else (sources without replies), then by people concerned among
 * those whose interval survives the cautious case, with one thing that works kept when there is one. Findings that are
 * not clear or rest on too few cases fill the remaining places, so that a poor project says so.
 */
export function overviewFindings({ survival, gaps, zone, contest, promises, messagesIn, ownBrand }: FindingSources): OverviewFindings {
  const gapsFound = gapFindings(gaps);
  // a kind of request whose wait is already told does not need its silence told as well
  const told = new Set(gapsFound.filter(({ form }) => form === 'clear').map(({ values }) => values['intent']));
  const silence = silenceFinding(survival).filter(({ values }) => !told.has(values['intent'] ?? null));
  const all = [...gapsFound, ...bestAnswered(survival), ...silence, ...tribeFinding(zone), ...contestFinding(contest), ...promiseFinding(promises)];
  const clear = all.filter(({ form }) => form === 'clear').sort((a, b) => b.people - a.people);
  const good = clear.find((finding) => finding.good);
  const chosen = [...coverageFinding(survival, messagesIn, ownBrand), ...clear].slice(0, 5);
  if (good !== undefined && !chosen.includes(good)) chosen[chosen.length - 1] = good;
  const rest = all.filter((finding) => !chosen.includes(finding) && finding.form !== 'clear');
  return { findings: [...chosen, ...rest].slice(0, 5), comparisonsLookedAt: all.length };
}
