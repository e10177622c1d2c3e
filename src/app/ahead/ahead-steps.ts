import type { Dispatch } from '../../contract/dispatch.ts';
import { valueWeights } from '../../domain/value/value-rules.ts';
import { brandCounts } from '../../store/overview-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { fatesByBrand, takeFates, type Fates } from '../answers/addressed-replies.ts';
import type { AppContext } from '../context.ts';
import { latestAnswers, takeAnswers, type NamedAnswer } from '../read/answer-cache.ts';
import { shareDraws, sharedDraws } from '../read/later-answers.ts';
import { resolvedScope } from '../read/scope.ts';
import { knownRecount, takeRecount, type KnownRecount } from '../value/value-books.ts';

/** What was made of a project before anybody asked for it: plain values and typed arrays, which cross between threads. */
export type AheadPiece =
  | { readonly kind: 'fates'; readonly brands: readonly { readonly brandId: number | null; readonly fates: Fates }[] }
  | { readonly kind: 'recount'; readonly recount: KnownRecount }
  | { readonly kind: 'answers'; readonly answers: readonly NamedAnswer[]; readonly draws: readonly (readonly [key: string, figures: Float64Array])[] };

/** An answer that takes more text than this is not handed over: taking it in would hold up whoever asks meanwhile. */
const MOST_CHARACTERS = 500_000;
const MOST_ROWS = 5000;
/** Brands besides the project's own whose messages are judged ahead: those that write most. */
const MOST_OTHERS = 3;

/**
 * Questions that rooms ask without filters and that look at most of a project, in the order in which people meet the rooms and
 * as the window asks them; the longest stands last, for a step that is broken off begins anew.
 */
const QUESTIONS: readonly (readonly [operation: string, input: object])[] = [
  ['response.criticism', {}], ['response.quality', {}], ['trust.parts', { chance: false }], ['response.benchmarks', {}], ['response.audiogram', { measure: 'repeats' }],
  ['value.inequality', { of: 'created' }], ['value.claim', {}], ['value.mapTrails', {}], ['trust.trend', {}], ['strategy.sameness', {}], ['strategy.bursts', {}], ['promises.cost', {}], ['trust.parts', {}],
];

/** Steps by name: what depends on messages alone and serves every filter comes first. */
export const AHEAD_STEPS: readonly string[] = ['fates', 'recount', ...QUESTIONS.map(([operation, input]) => `${operation} ${JSON.stringify(input)}`)];

/** Makes the piece of a step from a project that a context has open; null where there is nothing to hand over. */
export async function aheadPiece(context: AppContext, ask: Dispatch, step: string): Promise<AheadPiece | null> {
  const { project } = context;
  if (project === null) return null;
  if (step === 'fates') {
    const scope = resolvedScope(context, {});
    if (!scope.ok) return null;
    const own = scope.value.brand?.id ?? null;
    const others = brandCounts(project).filter(({ id }) => id !== own).sort((one, other) => other.messages - one.messages).map(({ id }) => id);
    return { kind: 'fates', brands: fatesByBrand(scope.value, [own, ...others.slice(0, MOST_OTHERS)]) };
  }
  if (step === 'recount') return { kind: 'recount', recount: knownRecount(project, valueWeights(storedWeights(project))) };
  const question = QUESTIONS.find(([operation, input]) => `${operation} ${JSON.stringify(input)}` === step);
  if (question === undefined) return null;
  const [before, drawn] = [new Set(latestAnswers(project).map(([name]) => name)), new Set(sharedDraws().keys())];
  await ask(...question);
  return {
    kind: 'answers',
    answers: latestAnswers(project).filter(([name, answer]) => !before.has(name) && isHandy(answer)),
    draws: [...sharedDraws()].filter(([key]) => !drawn.has(key)),
  };
}

/** Takes a piece into what the open project's questions rest on. The caller has seen to it that the data are those it was made from. */
export function takePiece(project: ProjectDatabase, piece: AheadPiece): void {
  if (piece.kind === 'fates') {
    for (const { brandId, fates } of piece.brands) takeFates(project, brandId, fates);
  } else if (piece.kind === 'recount') takeRecount(project, piece.recount);
  else {
    takeAnswers(project, piece.answers);
    for (const [key, figures] of piece.draws) shareDraws(key, figures);
  }
}

/** Small enough to be handed over; lists as long as a project's people are not even written down to see. */
function isHandy(answer: unknown): boolean {
  const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > MOST_ROWS;
  if (isLong(answer) || (typeof answer === 'object' && answer !== null && Object.values(answer).some(isLong))) return false;
  return JSON.stringify(answer).length <= MOST_CHARACTERS;
}
