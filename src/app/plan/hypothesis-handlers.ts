import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { HYPOTHESIS_STATES } from '../../domain/model/hypothesis.ts';
import { meetsTarget } from '../../domain/strategy/hypothesis-verdict.ts';
import { planRecord } from '../../store/plan-records.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';
import type { AppContext } from '../context.ts';
import { resolvedScope } from '../read/scope.ts';
import type { AskAgain } from './finding-handlers.ts';
import { dataNow, HYPOTHESIS_KIND, hypothesisOf, hypothesisState, measuredFigure, storedHypotheses, type HypothesisBody, type Measured } from './hypothesis-record.ts';
import { bodyOf, judgedHypotheses } from './judged-hypotheses.ts';
import { measureNamed, MEASURES, plainFigure } from './measures.ts';
import { changePlan, newPlanId, writableProject } from './plan-change.ts';

type Names = 'hypotheses.measure' | 'hypotheses.list' | 'hypotheses.register' | 'hypotheses.judge' | 'hypotheses.withdraw';
type Chosen = Pick<OperationRequest<'hypotheses.measure'>, 'measure' | 'intent' | 'tribe' | 'findingId' | 'brand' | 'filters'>;
/** A figure to be measured, with what it is called and how long its messages must be watched. */
type Described = Measured & Pick<HypothesisBody, 'unit' | 'metric' | 'sentence' | 'findingId'> & { readonly followMs: number };

const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;
const GONE = 'this hypothesis is no longer there; its registration may have been undone';
const BEHIND = 'the analysis is behind the data: bring it up to date first, so that the figure rests on all of them';

/** What of a value would not be a target of its unit; null when it is one. */
function targetProblem(unit: HypothesisBody['unit'], value: number): string | null {
  if ((unit === 'share' || unit === 'index') && (value < 0 || value > 1)) return 'this target lies between 0 and 1';
  if (unit === 'share-difference' && Math.abs(value) > 1) return 'this target lies between -1 and 1';
  return unit === 'seconds' && value < 0 ? 'a wait is at least 0 seconds' : null;
}

/** Hypotheses: registered before, judged after. `ask` answers the reads that their figures come from. */
export function hypothesisHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    async 'hypotheses.measure'(input) {
      const described = await describe(input);
      if (!described.ok) return described;
      const period = periodOf(input.filters);
      // as a baseline is measured: what has no exact time is in no period
      const reachMs = context.project === null ? 0 : (dataNow(context.project).reachMs ?? 0);
      const figure = await measuredFigure(ask, described.value, { ...period, toMs: Math.min(period.toMs ?? Infinity, Math.max(context.now(), reachMs)) });
      if (figure === null) return failed('not-found', 'this figure cannot be computed on these data');
      return success({ unit: described.value.unit, metric: described.value.metric, figure: plainFigure(figure) });
    },
    'hypotheses.list'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      const { reachMs } = dataNow(context.project);
      const hypotheses = storedHypotheses(context.project).reverse().map((hypothesis) => {
        const { source: _source, ...shown } = hypothesis;
        return { ...shown, state: hypothesisState(hypothesis, reachMs), met: hypothesis.baseline.estimate !== null && meetsTarget(hypothesis.baseline.estimate, hypothesis.target) };
      });
      return success({
        reachMs, hypotheses,
        measures: MEASURES.map(({ measure, subject, unit, metric }) => ({ measure, subject, unit, metric })),
        counts: Object.fromEntries(HYPOTHESIS_STATES.map((state) => [state, hypotheses.filter((one) => one.state === state).length])) as OperationValue<'hypotheses.list'>['counts'],
      });
    },
    async 'hypotheses.register'({ direction, value, fromMs, toMs, note, ...chosen }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (!isAnalysed(project.value)) return failed('missing-capability', BEHIND);
      const described = await describe(chosen);
      if (!described.ok) return described;
      const { followMs, ...measured } = described.value;
      const [data, nowMs] = [dataNow(project.value), context.now()];
      const earliestMs = Math.max(nowMs, data.reachMs ?? 0);
      const beginsMs = fromMs ?? earliestMs;
      if (toMs - beginsMs < DAY_MS) return failed('invalid-input', 'the window of judgement must last a day at least: choose a later date');
      const problem = targetProblem(measured.unit, value);
      if (problem !== null) return failed('invalid-input', problem);
      const period = periodOf(chosen.filters);
      const baseline = await measuredFigure(ask, measured, { ...period, toMs: Math.min(period.toMs ?? Infinity, beginsMs) });
      if (baseline === null) return failed('not-found', 'this figure cannot be computed on these data');
      if (baseline.estimate !== null && (baseline.low === null || baseline.high === null)) return failed('invalid-input', 'this figure has no interval: whether a target is reached could not be told from chance');
      const isTest = beginsMs >= earliestMs;
      const body: HypothesisBody = { ...measured, target: { direction, value }, fromMs: beginsMs, toMs, readyMs: toMs + followMs, registeredMs: nowMs, data, baseline: plainFigure(baseline), isTest, note: note.trim(), verdicts: [], withdrawnMs: null };
      const id = newPlanId();
      changePlan(context, project.value, { command: 'hypotheses.register', kind: HYPOTHESIS_KIND, id, body, label: measured.sentence === '' ? measured.measure : measured.sentence });
      return success({ id, isTest, baseline: plainFigure(baseline) });
    },
    async 'hypotheses.judge'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (!isAnalysed(project.value)) return failed('missing-capability', BEHIND);
      const wanted = storedHypotheses(project.value).filter((hypothesis) => id === undefined || hypothesis.id === id);
      if (id !== undefined && wanted.length === 0) return failed('not-found', GONE);
      const { judged, waiting, unmeasured } = await judgedHypotheses(project.value, ask, { wanted, atMs: context.now() });
      for (const { hypothesis, body } of judged) changePlan(context, project.value, { command: 'hypotheses.judge', kind: HYPOTHESIS_KIND, id: hypothesis.id, body, label: hypothesis.sentence === '' ? hypothesis.measure : hypothesis.sentence });
      const again = judged.filter((one) => one.again).length;
      return success({ judged: judged.length - again, again, waiting, unmeasured });
    },
    'hypotheses.withdraw'({ id, withdrawn }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: HYPOTHESIS_KIND, id });
      const hypothesis = record === null ? null : hypothesisOf(record);
      if (hypothesis === null) return failed('not-found', GONE);
      const state = hypothesisState({ ...hypothesis, withdrawnMs: null }, dataNow(project.value).reachMs);
      if (state !== 'waiting') return failed('invalid-input', 'the data reach the window of this hypothesis: it is judged and kept, whatever comes out');
      if (withdrawn === (hypothesis.withdrawnMs !== null)) return success({ changed: false });
      changePlan(context, project.value, { command: 'hypotheses.withdraw', kind: HYPOTHESIS_KIND, id, body: { ...bodyOf(hypothesis), withdrawnMs: withdrawn ? context.now() : null }, label: hypothesis.sentence === '' ? hypothesis.measure : hypothesis.sentence });
      return success({ changed: true });
    },
  };

  async function describe({ measure, intent, tribe, findingId, brand, filters }: Chosen): Promise<Outcome<Described>> {
    const scope = resolvedScope(context, brand === undefined ? {} : { brand });
    if (!scope.ok) return scope;
    const { fromMs: _fromMs, toMs: _toMs, ...rest } = filters ?? {};
    const shared = { measure, brand: brand ?? null, filters: rest };
    const named = measureNamed(measure);
    if (named !== null) {
      const subject = named.subject === 'intent' ? intent : named.subject === 'tribe' ? tribe : null;
      if (subject === undefined) return failed('invalid-input', `this measure is of one ${named.subject}: name it`);
      return success({ ...shared, subject, source: null, findingId: null, sentence: '', unit: named.unit, metric: named.metric, followMs: named.followMs });
    }
    const listed = await ask('findings.list', {});
    if (!listed.ok) return listed;
    const finding = (listed.value as OperationValue<'findings.list'>).findings.find(({ id }) => id === findingId);
    if (finding === undefined) return failed('not-found', 'this finding is no longer there; it may have been removed or undone');
    const source = finding.figure?.source ?? null;
    if (finding.figure === null || source === null) return failed('invalid-input', 'this finding holds no figure that can be computed again: no target can be judged on it');
    // answers and thanks come days after what they answer
    const followMs = /^(?:response|promises|trust)\./u.test(source.operation) ? WEEK_MS : 0;
    return success({ ...shared, subject: null, source, findingId: finding.id, sentence: finding.sentence, unit: finding.figure.unit, metric: finding.metric, followMs });
  }
}

function periodOf(filters: Chosen['filters']): { fromMs?: number; toMs?: number } {
  return { ...(filters?.fromMs === undefined ? {} : { fromMs: filters.fromMs }), ...(filters?.toMs === undefined ? {} : { toMs: filters.toMs }) };
}
