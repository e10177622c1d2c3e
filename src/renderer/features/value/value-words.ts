import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { quarterName } from '../../charts/quarter-name.ts';

/** The books as the engine gives them. */
export type Books = OperationValue<'value.books'>;
/** Inequality as the engine gives it. */
export type InequalityValue = OperationValue<'value.inequality'>;
/** The weights as the engine gives them. */
export type WeightsValue = OperationValue<'value.weights'>;
/** A statement as the engine gives it. */
export type StatementValue = OperationValue<'value.statement'>;
/** The claim as the engine gives it. */
export type ClaimValue = OperationValue<'value.claim'>;

/** The fewest people who make half, as the values a sentence takes; null where nothing can be said. */
function halfValues({ half, n }: Pick<InequalityValue, 'half' | 'n'>, voice: ChartVoice): Record<'people' | 'n' | 'share', string> | null {
  return half === null ? null : { people: voice.count(half.people), n: voice.count(n), share: half.share === null ? '' : voice.inHundred(half.share) };
}

type RuleBooks = Pick<Books['rules'][number], 'corrected' | 'uncorrected'>;

/** Points of a rule with every label right, in whole points from ten on, and their limits; that too few were checked, or a dash where no label is asked for. */
export function correctedPoints({ corrected, uncorrected }: RuleBooks, voice: ChartVoice): { readonly points: string; readonly range: string | null } {
  if (corrected === null) return { points: uncorrected === null ? '–' : voice.text('value.accounts.correctedFew'), range: null };
  const told = (value: number): string => voice.points(corrected.high >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
  return { points: told(corrected.points), range: voice.text('value.accounts.between', { low: told(corrected.low), high: told(corrected.high) }) };
}

/** Why no rule's points are corrected, where that is one reason for all; null where no rule rests on a label. */
export function whyUncorrected(rules: readonly RuleBooks[], voice: ChartVoice): string | null {
  const reason = rules.find(({ uncorrected }) => uncorrected !== null)?.uncorrected ?? null;
  if (reason === null) return null;
  return reason === 'few-checked' || reason === 'label-filter' || reason === 'not-drawn' ? voice.text(`value.accounts.uncorrected.${reason}`) : voice.text('value.accounts.correctedFew');
}

/** The sentence that opens the room: whether the books balance, and how few make half of the value. */
export function valueOpening(books: Books, spread: InequalityValue, voice: ChartVoice): string {
  if (books.bookings === 0) return voice.text('value.opening.none');
  const first = books.agree
    ? voice.text('value.opening.agree', { count: books.bookings, points: voice.points(books.rules.reduce((sum, { points }) => sum + points, 0)) })
    : voice.text('value.opening.disagree', { credits: voice.points(books.credits), recounted: voice.points(books.recounted) });
  const values = halfValues(spread, voice);
  if (values === null) return `${first} ${spread.reason === 'no-points' ? voice.text('value.opening.noPoints') : voice.text('value.opening.few', { n: voice.count(spread.n) })}`;
  return `${first} ${voice.text(spread.half?.share === null ? 'value.opening.halfCounts' : 'value.opening.half', values)}`;
}

/** The finding above the curve: clear, counts alone, or why nothing can be said. */
export function inequalityTitle(spread: InequalityValue, of: 'created' | 'consumed', voice: ChartVoice): string {
  const values = halfValues(spread, voice);
  if (values === null) return voice.text(`value.inequality.title.${spread.reason === 'no-points' ? 'noPoints' : 'few'}`, { n: voice.count(spread.n) });
  return voice.text(`value.inequality.title.${of}${spread.half?.share === null ? 'Counts' : ''}`, values);
}

/** How the latest quarter with figures stands to the one before; null with fewer than two. Quarters are told apart by intervals that do not touch. */
export function quarterChange(quarters: InequalityValue['quarters'], voice: ChartVoice): string | null {
  const told = quarters.filter(({ gini, interval }) => gini !== null && interval !== null);
  const [before, last] = [told.at(-2), told.at(-1)];
  if (before?.interval === undefined || before.interval === null || last?.interval === undefined || last.interval === null) return null;
  const change = last.interval.low > before.interval.high ? 'more' : last.interval.high < before.interval.low ? 'less' : 'same';
  return voice.text(`value.inequality.change.${change}`, { quarter: quarterName(last.quarter, voice), before: quarterName(before.quarter, voice) });
}

/** A number that may be below zero, with a real minus sign. */
export function signed(value: number, voice: ChartVoice): string {
  return value < 0 ? `−${voice.number(-value)}` : voice.number(value);
}

/** Who stands on one side of a line. */
export function sideName({ kind, name }: StatementValue['lines'][number]['giver'], voice: ChartVoice): string {
  if (kind === 'audience' && name !== '') return voice.text('value.side.audienceOf', { name });
  return name === '' ? voice.text(`value.side.${kind}`) : name;
}

/** A tribe by its id, in words where the id is one that rules make. */
export function tribeIdName(id: string, voice: ChartVoice): string {
  const cut = id.indexOf(':');
  const [lens, name] = [id.slice(0, cut), id.slice(cut + 1)];
  if (lens === 'value') return voice.text(`tribes.zones.${name}`);
  return lens === 'role' ? voice.text(`tribes.role.${name}`) : name;
}

/** The giver or receiver of a rule, by the rule's own code. */
export function partyName(code: string, voice: ChartVoice): string {
  return voice.text(`value.party.${code.replaceAll(' ', '-')}`);
}

/** Points typed by a person: a number from 0 to 100, comma or dot; null where it is none. */
export function typedWeight(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(?:\.\d+)?$|^\.\d+$/u.test(plain)) return null;
  const value = Number(plain);
  return value <= 100 ? value : null;
}
