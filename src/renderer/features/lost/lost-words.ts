import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { DEPARTMENTS, PIECE_KINDS, PIECE_STATES } from '../../../domain/model/value-piece.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { ChipProps } from '../../ui/Chip.tsx';

/** What the room knows of lost and found. */
export type LostSummary = OperationValue<'lost.summary'>;
/** A contribution as a list shows it. */
export type LostPiece = OperationValue<'lost.pieces'>['pieces'][number];
/** A demand with all who make it. */
export type LostGroup = OperationValue<'lost.groups'>['groups'][number];
/** A question of the knowledge base. */
export type LostQuestion = OperationValue<'lost.questions'>['questions'][number];
/** What a piece of value is. */
export type PieceKindCode = LostPiece['kind'];
/** What became of a piece. */
export type PieceStateCode = LostPiece['state'];
/** Where a piece is routed. */
export type DepartmentCode = LostPiece['department'];
/** How far a routed piece has come. */
export type RouteStateCode = NonNullable<LostPiece['route']>['state'];
/** What a route is set on. */
export type RouteSubject = OperationInput<'lost.route'>['subjects'][number];

/** The views of the room, as the address names them. */
export const LOST_VIEWS = ['pieces', 'ideas', 'questions', 'routed'] as const;
export type LostView = (typeof LOST_VIEWS)[number];

/** Choices of a list in which everything is one of them. */
export const KIND_CHOICES = ['all', ...PIECE_KINDS] as const;
/** States to choose from, all of them first. */
export const STATE_CHOICES = ['all', ...PIECE_STATES] as const;
/** Departments to choose from, all of them first. */
export const DEPARTMENT_CHOICES = ['all', ...DEPARTMENTS] as const;

/** The key that sends a contribution to each department. */
export const DEPARTMENT_KEYS: Readonly<Record<DepartmentCode, string>> = { product: 'p', innovation: 'i', care: 'c' };

/** The chip of an outcome: colour only where something is being said. */
export const STATE_TONES: Readonly<Record<PieceStateCode, NonNullable<ChipProps['tone']>>> = { lost: 'warm', answered: 'accent', thanked: 'accent', reused: 'accent', adopted: 'gold', waiting: 'neutral', unseen: 'neutral' };

/** Kinds that the reader finds seldom and mistakes more: their lists begin with what it is surest of. */
export const RARE_KINDS: ReadonlySet<string> = new Set<PieceKindCode>(['idea', 'answer', 'recommendation']);

const MOST_NAMED = 70;

/** A text short enough for the name of a button. */
export function shortText(text: string, voice: ChartVoice): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? voice.text('lost.noText') : plain.length > MOST_NAMED ? `${plain.slice(0, MOST_NAMED)}…` : plain;
}

/** The sentence the room opens with: the kind of which most is lost, of those with enough cases; or that there are too few. */
export function lostLead({ kinds }: LostSummary, voice: ChartVoice): string {
  if (kinds.every(({ lost, waiting, unseen }) => lost.n + waiting + unseen === 0)) return voice.text('lost.lead.none');
  const clear = kinds.flatMap(({ kind, lost: { share, low, high, count } }) => (share === null || low === null || high === null ? [] : [{ kind, share, low, high, count }]));
  const most = clear.toSorted((one, other) => other.share - one.share || other.count - one.count)[0];
  return most === undefined
    ? voice.text('lost.lead.few')
    : voice.text('lost.lead.clear', { kinds: voice.text(`lost.kinds.${most.kind}`), share: voice.inHundred(most.share), low: voice.inHundred(most.low), high: voice.inHundred(most.high) });
}

/** A share with its interval; null under the floors, where the counts stand alone. */
export function shareWords({ share, low, high }: LostSummary['kinds'][number]['lost'], voice: ChartVoice): string | null {
  return share === null || low === null || high === null ? null : voice.text('lost.inHundred', { share: voice.inHundred(share), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** Why a department is proposed, with the words that decided; that a person decided where one did. */
export function departmentReason({ byHand, rule, words }: Pick<LostPiece, 'byHand' | 'rule' | 'words'>, voice: ChartVoice): string {
  return byHand ? voice.text('lost.byHand') : voice.text('lost.proposed', { why: voice.text(`lost.rule.${rule}`, { words: voice.list(words) }) });
}

/** How much of a list is expected to be what it says; null for lists that rest on no label. */
export function readingWords(reading: LostSummary['kinds'][number]['reading'], voice: ChartVoice): string | null {
  if (reading === null) return null;
  const { estimate, low, high } = reading;
  return estimate === null || low === null || high === null
    ? voice.text('lost.wrong.unknown')
    : voice.text('lost.wrong.known', { right: voice.inHundred(1 - estimate), low: voice.inHundred(1 - high), high: voice.inHundred(1 - low) });
}
