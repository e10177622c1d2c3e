import type { FigureSource } from '../../../contract/operations/findings.ts';
import type { Finding } from '../../../contract/operations/analysis.ts';
import type { Scope } from '../../../contract/selection.ts';
import type { KeepableSentence } from '../../state/sentences.ts';

type Figure = NonNullable<KeepableSentence['figure']>;

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Where the engine computes the figure of a rule again; null for rules whose figure stands in no single answer. */
function sourceOf({ rule, values }: Finding, scope: Scope): FigureSource | null {
  const intent = values['intent'];
  if (rule === 'response.gap' && typeof intent === 'string') return { operation: 'response.gaps', input: { ...scope }, at: ['gaps', { intent }], fields: { estimate: 'gapSeconds', low: 'low', high: 'high', n: 'n' } };
  if (rule === 'response.best' && typeof intent === 'string') return { operation: 'response.survival', input: { ...scope, by: 'intent', maxSteps: 10 }, at: ['groups', { key: intent }, 'answeredWithin', { seconds: number(values['seconds']) ?? 0 }], fields: { estimate: 'estimate', low: 'low', high: 'high' } };
  if (rule === 'silence.count' && typeof intent === 'string') return { operation: 'response.survival', input: { ...scope, by: 'intent', maxSteps: 10 }, at: ['groups', { key: intent }], fields: { estimate: 'censored', n: 'n' } };
  if (rule === 'promises.kept') return { operation: 'promises.summary', input: { ...scope }, at: ['rate'], fields: { estimate: 'estimate', low: 'low', high: 'high', n: 'n' } };
  if (rule === 'tribes.largest' && typeof values['zone'] === 'string') return { operation: 'tribes.list', input: { ...scope }, at: ['tribes', { id: `value:${values['zone']}` }], fields: { estimate: 'share', n: 'size' } };
  return null;
}

function figureOf(finding: Finding, scope: Scope): Figure | null {
  const { rule, values, n } = finding;
  const source = sourceOf(finding, scope);
  const [low, high] = [number(values['low']), number(values['high'])];
  if (rule === 'response.gap') return { unit: 'seconds-difference', estimate: number(values['gapSeconds']), low, high, n, source };
  if (rule === 'silence.count') return { unit: 'count', estimate: number(values['silent']), low: null, high: null, n, source };
  const share = number(values['estimate']) ?? number(values['share']);
  return share === null ? null : { unit: 'share', estimate: share, low, high, n, source };
}

/** A finding of the overview as it is kept: with its figure, where that comes from, and the messages behind it. */
export function keepableFinding(finding: Finding, { sentence, detail, scope }: { readonly sentence: string; readonly detail: string; readonly scope: Scope }): KeepableSentence {
  const { form, metric, evidence, values } = finding;
  const zone = values['zone'];
  const filters = { ...scope.filters, ...(evidence['filters'] as Scope['filters']) };
  return {
    sentence, detail, form, metric,
    figure: figureOf(finding, scope),
    evidence: { ...scope, ...evidence, ...(Object.keys(filters).length === 0 ? {} : { filters }) },
    tribe: typeof zone === 'string' ? `value:${zone}` : null,
  };
}
