import type { EditionVerdict } from '../../contract/operations/editions.ts';
import { CHANGE_MEASURES } from '../../domain/model/change-code.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import type { AppContext } from '../context.ts';
import { importRules } from '../import/import-rules.ts';
import { dataNow } from '../plan/hypothesis-record.ts';
import type { JudgedHypothesis } from '../plan/judged-hypotheses.ts';
import { resolvedScope } from '../read/scope.ts';
import { figureToKeep } from '../strategy/change/change-view.ts';
import type { Edition, EditionState } from './edition-records.ts';

/** What an edition keeps beside its report, so that a later difference can be divided by cause; null where its brand is not known. */
export function editionState(context: AppContext, { brand, fromMs, toMs }: Pick<Edition, 'brand' | 'fromMs' | 'toMs'>): EditionState | null {
  const scope = resolvedScope(context, brand === null ? {} : { brand });
  if (!scope.ok) return null;
  const { project } = scope.value;
  return {
    reachMs: dataNow(project).reachMs, inferredAnswers: importRules(project).includeInferred, weights: { ...storedWeights(project) },
    figures: CHANGE_MEASURES.map((measure) => ({ measure, estimate: figureToKeep(scope.value, measure, { fromMs, toMs }) })),
  };
}

/** A hypothesis with its newest verdict, as an edition keeps it. */
export function editionVerdict({ hypothesis, body, again }: JudgedHypothesis): EditionVerdict {
  const { measure, subject, sentence, unit, metric, target, fromMs, toMs, registeredMs, isTest, note, baseline, verdicts } = body;
  const last = verdicts.at(-1);
  return { hypothesis: hypothesis.id, measure, subject, sentence, unit, metric, target, fromMs, toMs, registeredMs, isTest, note, baseline, verdict: last?.verdict ?? 'too-few', figure: last?.figure ?? baseline, change: last?.change ?? null, again };
}
