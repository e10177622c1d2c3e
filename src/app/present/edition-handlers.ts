import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Report } from '../../domain/model/report.ts';
import { planRecord } from '../../store/plan-records.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { HYPOTHESIS_KIND, storedHypotheses } from '../plan/hypothesis-record.ts';
import { judgedHypotheses } from '../plan/judged-hypotheses.ts';
import { changePlan, changePlans, newPlanId, writableProject } from '../plan/plan-change.ts';
import { editionDifference } from './edition-difference.ts';
import { editionState, editionVerdict } from './edition-state.ts';
import { closedEdition, closedEditions, EDITION_KIND, type ClosedEdition, type Edition } from './edition-records.ts';

type Names = 'editions.list' | 'editions.close' | 'editions.one' | 'editions.compare' | 'editions.verdicts' | 'editions.remove';
type Period = Pick<Edition, 'fromMs' | 'toMs' | 'brand' | 'seed'>;

const GONE = 'this edition is no longer there; it may have been removed or undone';

/** Editions: closed, shown again as they were, and held against others. `ask` makes the report of a period on the data of today. */
export function editionHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  async function reportOf({ fromMs, toMs, brand, seed }: Period, language: 'it' | 'en'): Promise<Outcome<Report>> {
    const filters = { ...(fromMs === null ? {} : { fromMs }), ...(toMs === null ? {} : { toMs }) };
    return (await ask('present.report', { language, audience: 'client', seed, ...(brand === null ? {} : { brand }), ...(fromMs === null && toMs === null ? {} : { filters }) })) as Outcome<Report>;
  }
  return {
    'editions.list'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({ editions: closedEditions(context.project).map(({ id, name, fromMs, toMs, closedMs, it, verdicts }) => ({ id, name, fromMs, toMs, closedMs, dataVersion: it.dataVersion, pages: it.pages.length, judged: verdicts.length })) });
    },
    async 'editions.close'({ name, fromMs, toMs, brand, seed }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) return failed('invalid-input', 'the period ends before it begins: give the earlier day first');
      const period: Period = { fromMs: fromMs ?? null, toMs: toMs ?? null, brand: brand ?? null, seed };
      const [italian, english] = [await reportOf(period, 'it'), await reportOf(period, 'en')];
      if (!italian.ok) return italian;
      if (!english.ok) return english;
      const id = newPlanId();
      const unjudged = !isAnalysed(project.value);
      const judgement = unjudged ? { judged: [], waiting: 0, unmeasured: 0 } : await judgedHypotheses(project.value, ask, { wanted: storedHypotheses(project.value), atMs: context.now() });
      const body: Edition = { name, ...period, it: italian.value, en: english.value, kept: editionState(context, period), verdicts: judgement.judged.map(editionVerdict).reverse() };
      // an edition and the verdicts it gave stand or fall together
      changePlans(context, project.value, { command: 'editions.close', label: name, writings: [{ kind: EDITION_KIND, id, body }, ...judgement.judged.map(({ hypothesis, body: judged }) => ({ kind: HYPOTHESIS_KIND, id: hypothesis.id, body: judged }))] });
      return success({ id, judged: judgement.judged.length, waiting: judgement.waiting, unmeasured: judgement.unmeasured, unjudged });
    },
    'editions.one'({ id, language }) {
      if (context.project === null) return failed('not-found', 'no project is open');
      const edition = closedEdition(context.project, id);
      return edition === null ? failed('not-found', GONE) : success({ id, name: edition.name, fromMs: edition.fromMs, toMs: edition.toMs, closedMs: edition.closedMs, report: edition[language] });
    },
    async 'editions.compare'({ id, against, language }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const edition = closedEdition(project, id);
      const other = against === null ? null : closedEdition(project, against);
      if (edition === null || (against !== null && other === null)) return failed('not-found', GONE);
      const now = other === null ? await reportOf(edition, language) : success(other[language]);
      if (!now.ok) return now;
      const areApart = other !== null && (edition.toMs ?? Infinity) <= (other.fromMs ?? -Infinity);
      const causes = await causesSince(edition, now.value);
      return causes.ok ? success({ figures: editionDifference(edition[language], now.value, { areApart }), causes: causes.value }) : causes;
    },
    'editions.verdicts'({ id }) {
      if (context.project === null) return failed('not-found', 'no project is open');
      const edition = id === null ? (closedEditions(context.project)[0] ?? null) : closedEdition(context.project, id);
      if (edition === null) return id === null ? success({ edition: null, verdicts: [] }) : failed('not-found', GONE);
      const { name, fromMs, toMs, closedMs, verdicts } = edition;
      return success({ edition: { id: edition.id, name, fromMs, toMs, closedMs }, verdicts: [...verdicts] });
    },
    'editions.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (planRecord(project.value, { kind: EDITION_KIND, id }) === null) return success({ removed: false });
      changePlan(context, project.value, { command: 'editions.remove', kind: EDITION_KIND, id, body: null, label: closedEdition(project.value, id)?.name ?? '' });
      return success({ removed: true });
    },
  };

  async function causesSince({ closedMs, it }: ClosedEdition, now: Report): Promise<Outcome<OperationValue<'editions.compare'>['causes']>> {
    const listed = await ask('import.list', {});
    if (!listed.ok) return listed;
    const later = (listed.value as OperationValue<'import.list'>).imports.filter(({ undone, finishedAtMs }) => !undone && (finishedAtMs ?? 0) > closedMs);
    const versions = new Map(now.definitions.map(({ id, version }) => [id, version]));
    return success({
      imports: later.length, messages: later.reduce((sum, { messages }) => sum + messages, 0), reading: it.readingChecked !== now.readingChecked,
      definitions: it.definitions.filter(({ id, version }) => (versions.get(id) ?? version) !== version).map(({ id }) => id), program: it.program !== now.program, dataVersion: it.dataVersion !== now.dataVersion,
    });
  }
}
