import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { planRecord } from '../../store/plan-records.ts';
import { PROBE_KIND, PROBE_RULE, probesLeftOut } from '../../store/probe-queries.ts';
import type { AppContext } from '../context.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import { newPlanId, writableProject } from '../plan/plan-change.ts';
import { resolvedScope } from '../read/scope.ts';
import { probeList } from './probe-outcomes.ts';
import { changeProbes, standingProbes, type Probe } from './probe-records.ts';
import { parsedProbes, probeTable } from './probe-table.ts';

type Names = 'probes.list' | 'probes.save' | 'probes.remove' | 'probes.setLeftOut' | 'probes.parse' | 'probes.saveAll' | 'probes.table';
type Written = OperationRequest<'probes.saveAll'>['probes'][number];

const GONE = 'this probe is no longer there; it may have been removed or undone';
const BEFORE = 'the answer comes before the question: check the two times';

function bodyOf({ checkedMs, ...probe }: Written, nowMs: number): Omit<Probe, 'id'> {
  return { ...probe, checkedMs: Math.max(probe.atMs, checkedMs ?? nowMs) };
}

const isBackwards = ({ atMs, answeredAtMs }: Written): boolean => answeredAtMs !== null && answeredAtMs < atMs;

/** The mystery shopper: questions asked on purpose, followed and compared, kept out of every other figure. */
export function probeHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    // not kept: what is noted by hand changes without the data
    'probes.list'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(probeList(scope.value)) : scope;
    },
    'probes.save'({ id, ...probe }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (isBackwards(probe)) return failed('invalid-input', BEFORE);
      if (id !== undefined && planRecord(project.value, { kind: PROBE_KIND, id }) === null) return failed('not-found', GONE);
      const target = id ?? newPlanId();
      const dataChanged = changeProbes(context, project.value, { command: 'probes.save', label: probe.text, writings: [{ kind: PROBE_KIND, id: target, body: bodyOf(probe, context.now()) }] });
      return success({ id: target, dataChanged });
    },
    'probes.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const probe = standingProbes(project.value).find((one) => one.id === id);
      if (probe === undefined) return success({ removed: false, dataChanged: false });
      return success({ removed: true, dataChanged: changeProbes(context, project.value, { command: 'probes.remove', label: probe.text, writings: [{ kind: PROBE_KIND, id, body: null }] }) });
    },
    'probes.setLeftOut'({ leftOut }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (probesLeftOut(project.value) === leftOut) return success({ changed: false, dataChanged: false });
      return success({ changed: true, dataChanged: changeProbes(context, project.value, { command: 'probes.setLeftOut', label: '', writings: [{ ...PROBE_RULE, body: { leftOut } }] }) });
    },
    'probes.parse'({ text }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      return success(parsedProbes(text, { timeZone: hoursZone(project), known: standingProbes(project) }));
    },
    'probes.saveAll'({ probes }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (probes.some(isBackwards)) return failed('invalid-input', BEFORE);
      const dataChanged = changeProbes(context, project.value, { command: 'probes.saveAll', label: String(probes.length), writings: probes.map((probe) => ({ kind: PROBE_KIND, id: newPlanId(), body: bodyOf(probe, context.now()) })) });
      return success({ saved: probes.length, dataChanged });
    },
    'probes.table'({ separator, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { probes } = probeList(scope.value);
      return success({ fileName: 'probes.csv', text: probeTable(probes, { separator, timeZone: hoursZone(scope.value.project) }), rows: probes.length });
    },
  };
}
