import { FORMATION_LINES, type FormationLine, type FormationShares } from '../model/formation-line.ts';
import type { Estimate } from '../stats/interval.ts';
import type { HandlingMinutes } from './formation.ts';

/** What a target does to the time of a team: minutes a week, at the middle of every range and between the ends that the ranges allow. */
export interface TargetTime {
  /** All messages of a week as they are written today; the target keeps this total. */
  readonly team: Estimate;
  readonly listeningToday: Estimate;
  /** Into listening, or out of it where negative. */
  readonly moved: Estimate;
}

/** What is known of a team: messages a week, their shares by line today and in the target, and the minutes that one of them takes. */
export interface TargetTimeInput {
  readonly messagesAWeek: number;
  readonly observed: FormationShares;
  readonly target: FormationShares;
  readonly minutes: HandlingMinutes;
}

/** Lines that are played today or in the target and have no minutes above 0: until somebody writes them no share of messages becomes time. */
export function linesWithoutMinutes({ observed, target, minutes }: Omit<TargetTimeInput, 'messagesAWeek'>): FormationLine[] {
  return FORMATION_LINES.filter((line) => (observed[line] > 0 || target[line] > 0) && !((minutes[line]?.low ?? 0) > 0));
}

/**
 * Minutes that a target moves into listening. Shares of messages are no shares of time: a target of messages becomes time through
 * the minutes that a message of each line takes, with the week's total kept, since a line-up hires nobody. The moved time rises or
 * falls all along each line's range (it is a quotient of two linear functions), so its bounds lie at ends of ranges, and all
 * combinations of ends are tried: exact bounds, O(2^lines). Null where a line that is played has no minutes ({@link linesWithoutMinutes}).
 */
export function targetTime(input: TargetTimeInput): TargetTime | null {
  if (linesWithoutMinutes(input).length > 0) return null;
  const { messagesAWeek, observed, target, minutes } = input;
  const played = FORMATION_LINES.filter((line) => observed[line] > 0 || target[line] > 0);
  const at = (end: (line: FormationLine, position: number) => number): { readonly team: number; readonly listening: number; readonly moved: number } => {
    let [team, wanted, listening, wantedListening] = [0, 0, 0, 0];
    for (const [position, line] of played.entries()) {
      const each = end(line, position);
      team += messagesAWeek * observed[line] * each;
      wanted += target[line] * each;
      if (line !== 'listening') continue;
      listening = messagesAWeek * observed[line] * each;
      wantedListening = target[line] * each;
    }
    return { team, listening, moved: wanted === 0 ? 0 : (team * wantedListening) / wanted - listening };
  };
  const middle = at((line) => ((minutes[line]?.low ?? 0) + (minutes[line]?.high ?? 0)) / 2);
  const ends = Array.from({ length: 2 ** played.length }, (_, choice) => at((line, position) => minutes[line]?.[(choice >> position) & 1 ? 'high' : 'low'] ?? 0));
  const around = (of: 'team' | 'listening' | 'moved'): Estimate => ({ estimate: middle[of], low: Math.min(...ends.map((end) => end[of])), high: Math.max(...ends.map((end) => end[of])) });
  return { team: around('team'), listeningToday: around('listening'), moved: around('moved') };
}
