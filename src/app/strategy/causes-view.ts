import type { OperationValue } from '../../contract/operations.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { answeredDifferently } from '../../domain/strategy/answers-alike.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { answeredQuestions, handOvers, type AnsweredQuestion } from '../../store/strategy-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds } from './placed-brand-messages.ts';

type Causes = OperationValue<'strategy.causes'>;
type Sign = Causes['causes'][number]['signs'][number];
type Quality = OperationValue<'response.quality'>;
type Criticism = OperationValue<'response.criticism'>;

/** Fewest hand-overs for a time. */
const LEAST_HAND_OVERS = 5;

const without = (sign: string, reason: NonNullable<Sign['reason']>): Sign => ({ sign, share: null, seconds: null, reason, messageIds: [] });
const shown = (sign: string, share: Sign['share'], messageIds: number[] = []): Sign => ({ sign, share, seconds: null, reason: null, messageIds });

function teamSigns({ groups }: Quality): Sign[] {
  const all = groups.find(({ key }) => key === 'all');
  if (all === undefined || all.n === 0) return ['template', 'deflect', 'reopened'].map((sign) => without(sign, 'no-answers'));
  const { acts, after } = all;
  if (acts === null || after === null) return ['template', 'deflect', 'reopened'].map((sign) => without(sign, 'too-few'));
  return [shown('template', acts.template), shown('deflect', acts.deflect), shown('reopened', after.reopened)];
}

function newQuestions(questions: readonly AnsweredQuestion[]): Sign {
  if (questions.length === 0) return without('new-question', 'no-questions');
  const met = new Set<string>();
  const fresh = questions.filter(({ topic }) => {
    if (topic === null) return true;
    if (met.has(topic)) return false;
    met.add(topic);
    return true;
  });
  return shown('new-question', countedShare(fresh.length, questions.length), newestIds(fresh));
}

function differentAnswers(questions: readonly AnsweredQuestion[]): Sign {
  const byTopic = new Map<string, AnsweredQuestion[]>();
  for (const question of questions) if (question.topic !== null && question.answer !== null) byTopic.set(question.topic, [...(byTopic.get(question.topic) ?? []), question]);
  const judged = [...byTopic.values()].flatMap((asked) => {
    const differ = answeredDifferently(asked.map(({ answer }) => answer ?? ''));
    return differ === null ? [] : [{ asked, differ }];
  });
  if (judged.length === 0) return without('answered-differently', 'no-questions');
  const different = judged.filter(({ differ }) => differ);
  return shown('answered-differently', countedShare(different.length, judged.length), newestIds(different.flatMap(({ asked }) => asked)));
}

function handOverTime(scope: ResolvedScope): Sign {
  const { project, brand, messages } = scope;
  const routed = handOvers(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) });
  if (routed.length === 0) return without('handed-over', 'nothing-routed');
  if (routed.length < LEAST_HAND_OVERS) return without('handed-over', 'too-few');
  return { sign: 'handed-over', share: null, seconds: quantile(Float64Array.from(routed, ({ seconds }) => seconds).sort(), 0.5), reason: null, messageIds: newestIds(routed) };
}

/**
 * The three causes with the signs of each: a team without training (answers that are copies or send away, conversations that
 * have to be reopened), flows that nobody wrote down (questions not met before, one question answered in other words each time, time until somebody is told), and an arena that is avoided
 * (how often criticism and praise are answered).
 */
export function causesView(scope: ResolvedScope, { quality, criticism }: { readonly quality: Quality; readonly criticism: Criticism }): Causes {
  const { project, brand, messages } = scope;
  const questions = answeredQuestions(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) });
  const side = (sign: 'criticism-answered' | 'praise-answered', { answered, n }: Criticism['opening']['praise']): Sign => (answered === null ? without(sign, n === 0 ? 'no-replies' : 'too-few') : shown(sign, answered));
  return {
    causes: [
      { cause: 'team', signs: teamSigns(quality) },
      { cause: 'flows', signs: [newQuestions(questions), differentAnswers(questions), handOverTime(scope)] },
      { cause: 'arena', signs: [side('criticism-answered', criticism.opening.criticism), side('praise-answered', criticism.opening.praise)] },
    ],
  };
}
