import type { OperationValue } from '../../../contract/operations.ts';
import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** The pitch with its lines, distances and strikers. */
export type FormationValue = OperationValue<'strategy.formation'>;
/** One line of the pitch. */
export type FormationRow = FormationValue['rows'][number];
/** A line's code. */
export type LineCode = FormationRow['line'];
/** Shares of all lines. */
export type LineShares = FormationValue['criticised']['shares'];

/** Minutes as they stand in the fields of the form. */
export type WrittenMinutes = Readonly<Record<LineCode, { readonly low: string; readonly high: string }>>;

/** Minutes as a form shows them; empty where none are set. */
export function writtenMinutes(minutes: FormationValue['minutes']): WrittenMinutes {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return Object.fromEntries(FORMATION_LINES.map((line) => [line, { low: text(minutes[line]?.low), high: text(minutes[line]?.high) }])) as WrittenMinutes;
}

/** The ranges that were typed, with a comma or a point; one number alone is a range without width, a line left empty or that is no number has none. */
export function typedMinutes(written: WrittenMinutes): FormationValue['minutes'] {
  const number = (text: string): number | null => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null);
  return Object.fromEntries(FORMATION_LINES.flatMap((line) => {
    const [low, high] = [number(written[line].low), number(written[line].high)];
    return low === null && high === null ? [] : [[line, { low: low ?? high ?? 0, high: high ?? low ?? 0 }]];
  }));
}

/** Players of a line-up beside the goalkeeper. */
export const PLAYERS = 10;

/** Ten players dealt to the lines by their shares: whole parts first, the rest to the largest remainders, earlier lines first at a tie. */
export function playersOf(shares: LineShares): Record<LineCode, number> {
  const exact = FORMATION_LINES.map((line) => ({ line, wanted: shares[line] * PLAYERS }));
  const players = Object.fromEntries(exact.map(({ line, wanted }) => [line, Math.floor(wanted + 1e-9)])) as Record<LineCode, number>;
  const left = PLAYERS - Object.values(players).reduce((sum, count) => sum + count, 0);
  for (const { line } of exact.sort((one, other) => other.wanted % 1 - one.wanted % 1).slice(0, Math.max(0, left))) players[line] += 1;
  return players;
}

/** The shares of ten players on their lines. */
export function sharesOfPlayers(players: Readonly<Record<LineCode, number>>): LineShares {
  return Object.fromEntries(FORMATION_LINES.map((line) => [line, players[line] / PLAYERS])) as LineShares;
}

/** The shares that the counts of the lines make; all zero without messages. */
export function observedShares({ rows, n }: FormationValue): LineShares {
  return Object.fromEntries(FORMATION_LINES.map((line) => [line, n === 0 ? 0 : (rows.find((row) => row.line === line)?.n ?? 0) / n])) as LineShares;
}

/** A target in which one player went from one line to another; the same when there is nobody to go. */
export function movedPlayer(shares: LineShares, from: LineCode, to: LineCode): LineShares {
  const step = Math.min(1 / PLAYERS, shares[from]);
  if (from === to || step <= 0) return shares;
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { ...shares, [from]: rounded(shares[from] - step), [to]: rounded(shares[to] + step) };
}

/** The sentence above the pitch, in one of three forms. */
export function formationSentence(value: FormationValue, voice: ChartVoice): string {
  const { n, tooFew, criticised: { distance } } = value;
  if (tooFew || distance.estimate === null) return voice.text('strategy.formation.title.few', { n: voice.count(n) });
  const forward = value.rows.filter(({ line }) => line === 'crm' || line === 'one-to-one' || line === 'surprise').reduce((sum, row) => sum + row.n, 0);
  const listening = value.rows.find(({ line }) => line === 'listening');
  return voice.text(forward === 0 ? 'strategy.formation.title.noForward' : 'strategy.formation.title.clear', { listening: voice.inHundred((listening?.n ?? 0) / n), forward: voice.inHundred(forward / n) });
}

/** A share with its limits in words. */
export function shareWords({ share, low, high, n }: Pick<FormationRow, 'share' | 'low' | 'high' | 'n'>, voice: ChartVoice): string {
  return share === null || low === null || high === null ? voice.count(n) : voice.text('strategy.inHundred', { share: voice.inHundred(share), low: voice.inHundred(low), high: voice.inHundred(high) });
}
