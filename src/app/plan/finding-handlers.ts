import type { HandlerMap } from '../../contract/dispatch.ts';
import { findingRecordSchema, type FindingRecord } from '../../contract/operations/findings.ts';
import { isOperationName, operations } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { FINDING_STATES } from '../../domain/model/finding-state.ts';
import { findingStanding, type FindingFigure } from '../../domain/strategy/finding-standing.ts';
import { isPastDay } from '../../domain/strategy/past-day.ts';
import { planRecord, planRecords, type PlanRecord } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import { figureWithin } from './figure-again.ts';
import { changePlan, newPlanId, writableProject } from './plan-change.ts';

type Names = 'findings.list' | 'findings.keep' | 'findings.change' | 'findings.remove' | 'findings.check';

/** Answers a read operation by name from parsed input. */
export type AskAgain = (operation: string, input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;

const KIND = 'finding';

/** A stored finding; null for a body that a newer program wrote in a way this one cannot read. */
function findingOf({ id, body, madeMs, changedMs }: PlanRecord): FindingRecord | null {
  const parsed = findingRecordSchema.safeParse({ ...(JSON.parse(body) as object), id, madeMs, changedMs });
  return parsed.success ? parsed.data : null;
}

function bodyOf({ id: _id, madeMs: _madeMs, changedMs: _changedMs, ...body }: FindingRecord): object {
  return body;
}

function countsOf(findings: readonly FindingRecord[], nowMs: number): { total: number; withOwnerAndDate: number; late: number; byState: Record<FindingRecord['state'], number> } {
  return {
    total: findings.length,
    withOwnerAndDate: findings.filter(({ owner, dueMs }) => owner !== '' && dueMs !== null).length,
    late: findings.filter(({ state, dueMs, outcome }) => state === 'accepted' && dueMs !== null && isPastDay(dueMs, nowMs) && outcome === '').length,
    byState: Object.fromEntries(FINDING_STATES.map((state) => [state, findings.filter((finding) => finding.state === state).length])) as Record<FindingRecord['state'], number>,
  };
}

/** The figure of a finding on the data as they are; null where its operation no longer answers or no longer holds it. */
async function figureNow({ figure }: FindingRecord, ask: AskAgain): Promise<FindingFigure | null> {
  const source = figure?.source ?? null;
  if (source === null || !isOperationName(source.operation)) return null;
  const { kind, input } = operations[source.operation];
  const parsed = input.safeParse(source.input);
  if (kind !== 'read' || !parsed.success) return null;
  const outcome = await ask(source.operation, parsed.data);
  return outcome.ok ? figureWithin(outcome.value, source) : null;
}

/** Findings: kept, decided, removed, and looked at again. `ask` answers the reads that their figures come from. */
export function findingHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  const all = (): FindingRecord[] => (context.project === null ? [] : planRecords(context.project, KIND).flatMap((record) => findingOf(record) ?? []));
  return {
    'findings.list'({ state, tribe }) {
      if (context.project === null) return failed('not-found', 'no project is open');
      const findings = all();
      return success({ findings: findings.filter((finding) => (state === undefined || finding.state === state) && (tribe === undefined || finding.tribe === tribe)).reverse(), counts: countsOf(findings, context.now()) });
    },
    'findings.keep'(kept) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const same = all().find(({ sentence, address }) => sentence === kept.sentence && address === kept.address);
      if (same !== undefined) return success({ id: same.id, already: true });
      const id = newPlanId();
      const body = { ...kept, state: 'to-discuss', owner: '', dueMs: null, outcome: '', note: '', recommendation: '', decision: '', steps: [{ state: 'to-discuss', atMs: context.now() }] };
      changePlan(context, project.value, { command: 'findings.keep', kind: KIND, id, body, label: kept.sentence });
      return success({ id, already: false });
    },
    'findings.change'({ id, ...changes }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: KIND, id });
      const finding = record === null ? null : findingOf(record);
      if (finding === null) return failed('not-found', 'this finding is no longer there; it may have been removed or undone');
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<FindingRecord>;
      const next: FindingRecord = { ...finding, ...given };
      const moved = next.state === finding.state ? finding.steps : [...finding.steps, { state: next.state, atMs: context.now() }];
      const changed = { ...next, steps: moved };
      if (JSON.stringify(bodyOf(changed)) === JSON.stringify(bodyOf(finding))) return success(finding);
      changePlan(context, project.value, { command: 'findings.change', kind: KIND, id, body: bodyOf(changed), label: next.sentence });
      return success({ ...changed, changedMs: context.now() });
    },
    'findings.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: KIND, id });
      if (record === null) return success({ removed: false });
      changePlan(context, project.value, { command: 'findings.remove', kind: KIND, id, body: null, label: findingOf(record)?.sentence ?? '' });
      return success({ removed: true });
    },
    async 'findings.check'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      const standings = [];
      for (const finding of all()) {
        const { id, figure } = finding;
        if (figure?.source == null) {
          standings.push({ id, standing: 'unlinked' as const, estimate: null, low: null, high: null, n: null });
          continue;
        }
        const now = await figureNow(finding, ask);
        standings.push({ id, standing: findingStanding(figure, now, figure.unit), estimate: now?.estimate ?? null, low: now?.low ?? null, high: now?.high ?? null, n: now?.n ?? null });
      }
      return success({ standings });
    },
  };
}
