import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { messagesById } from '../../store/message-queries.ts';
import type { AppContext } from '../context.ts';
import { companyId } from '../companies/company-records.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { resolvedScope } from '../read/scope.ts';
import { ADVICE_KIND, adviceVerdicts, mirrorSides, SIDES_RECORD } from './mirror-records.ts';
import { mirrorFromImport } from './mirror-from-import.ts';
import { mirrorView } from './mirror-view.ts';

/** The mirror of an agency and its client. `ask` answers the register of promises. */
export function mirrorHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, 'mirror.account' | 'mirror.setSides' | 'mirror.fromImport' | 'mirror.judge'> {
  return {
    async 'mirror.account'({ page, size, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const summary = await ask('promises.summary', input);
      if (!summary.ok) return summary;
      const { named, rate } = summary.value as OperationValue<'promises.summary'>;
      return success(mirrorView(scope.value, { ...named, estimate: rate.estimate, low: rate.low, high: rate.high }, { page, size }));
    },
    'mirror.setSides'({ agency, client }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const twice = agency.find((key) => client.includes(key));
      if (twice !== undefined) return failed('invalid-input', `${twice} cannot stand on both sides; give it to one`);
      const next = { agency: [...agency].sort(), client: [...client].sort() };
      if (JSON.stringify(next) === JSON.stringify(mirrorSides(project.value))) return success({ changed: false });
      changePlan(context, project.value, { command: 'mirror.setSides', ...SIDES_RECORD, body: next, label: '' });
      return success({ changed: true });
    },
    'mirror.fromImport'(input) {
      const project = writableProject(context);
      return project.ok ? mirrorFromImport(context, project.value, input) : project;
    },
    'mirror.judge'({ messageId, verdict }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const [message] = messagesById(project.value, [messageId]);
      if (message === undefined) return failed('not-found', 'this message is no longer there; its import may have been removed or undone');
      const id = companyId(message);
      if ((adviceVerdicts(project.value).get(id) ?? 'open') === verdict) return success({ changed: false });
      changePlan(context, project.value, { command: 'mirror.judge', kind: ADVICE_KIND, id, body: verdict === 'open' ? null : { verdict }, label: verdict });
      return success({ changed: true });
    },
  };
}
