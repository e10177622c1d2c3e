import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { success } from '../../contract/outcome.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { resolvedScope } from '../read/scope.ts';
import { CRISIS_RECORD, crisisPlan, GATE_KIND, gateRecords, NO_EVIDENCE } from './ladder-records.ts';
import { ladderView } from './ladder-view.ts';

type Names = 'strategy.ladder' | 'strategy.setGate' | 'strategy.setCrisisPlan';

const MOST_QUESTIONS = 1000;
const DEFAULT_SEED = 1;

/** The ladder, what people attach to it, and the plan B. `ask` answers the reads that its gates take their figures from. */
export function ladderHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    async 'strategy.ladder'({ seed = DEFAULT_SEED, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const brand = input.brand === undefined ? {} : { brand: input.brand };
      const proposals = await ask('roles.proposals', { ...brand, role: 'voice', page: 0, size: 1 });
      if (!proposals.ok) return proposals;
      const findings = await ask('findings.list', {});
      if (!findings.ok) return findings;
      const activities = await ask('strategy.activities', input);
      if (!activities.ok) return activities;
      const causes = await ask('strategy.causes', { ...input, seed });
      if (!causes.ok) return causes;
      const questions = await ask('lost.questions', { ...input, show: 'kept', page: 0, size: MOST_QUESTIONS, orderBy: 'people' });
      if (!questions.ok) return questions;
      return success(ladderView(scope.value, {
        proposals: proposals.value as OperationValue<'roles.proposals'>, findings: findings.value as OperationValue<'findings.list'>, activities: activities.value as OperationValue<'strategy.activities'>,
        causes: causes.value as OperationValue<'strategy.causes'>, questions: questions.value as OperationValue<'lost.questions'>,
      }));
    },
    'strategy.setGate'({ gate, document, dateMs, owner, note, declared }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const before = gateRecords(project.value).get(gate) ?? NO_EVIDENCE;
      const next = { document: (document ?? before.document).trim(), dateMs: dateMs === undefined ? before.dateMs : dateMs, owner: (owner ?? before.owner).trim(), note: (note ?? before.note).trim(), declared: declared === undefined ? before.declared : declared };
      if (JSON.stringify(next) === JSON.stringify({ ...NO_EVIDENCE, ...before })) return success({ changed: false });
      const isEmpty = JSON.stringify(next) === JSON.stringify(NO_EVIDENCE);
      changePlan(context, project.value, { command: 'strategy.setGate', kind: GATE_KIND, id: gate, body: isEmpty ? null : next, label: gate });
      return success({ changed: true });
    },
    'strategy.setCrisisPlan'({ lines }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const before = crisisPlan(project.value);
      const next = { ...before.lines };
      for (const [line, text] of Object.entries(lines)) if (text !== undefined) next[line as keyof typeof next] = text.trim();
      if (JSON.stringify(next) === JSON.stringify(before.lines)) return success({ changed: false });
      changePlan(context, project.value, { command: 'strategy.setCrisisPlan', ...CRISIS_RECORD, body: { lines: next }, label: '' });
      return success({ changed: true });
    },
  };
}
