import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { messagesById } from '../../store/message-queries.ts';
import type { AppContext } from '../context.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { burstsView } from './bursts-view.ts';
import { drillView } from './drill-view.ts';
import { warningsView } from './warnings-view.ts';
import { decisionKey, DRILL_KIND, drillId, keptDrill, type DrillDecision } from './ladder-records.ts';

type Names = 'strategy.bursts' | 'strategy.warnings' | 'strategy.drill' | 'strategy.saveDrill';

/** Bursts of criticism, and the drill on the worst week. */
export function crisisHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'strategy.bursts'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'bursts', input }, () => burstsView(scope.value)));
    },
    'strategy.warnings'({ by, seed, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'warnings', input: { ...input, by, seed } }, () => warningsView(scope.value, { by, seed })));
    },
    'strategy.drill'({ week, limitHours, reveal, page, size, ...input }) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(drillView(scope.value, { week, limitHours, reveal, page, size })) : scope;
    },
    'strategy.saveDrill'({ brand, week, decisions, finished }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const scope = resolvedScope(context, brand === undefined ? {} : { brand });
      if (!scope.ok) return scope;
      const id = drillId(week, scope.value.brand?.name ?? null);
      const before = keptDrill(project.value, id);
      const messages = new Map(messagesById(project.value, decisions.map(({ messageId }) => messageId)).map((message) => [message.messageId, message]));
      const next = new Map<string, DrillDecision>(before.decisions.map((decision) => [decisionKey(decision), decision]));
      let changes = 0;
      for (const { messageId, choice, note } of decisions) {
        const message = messages.get(messageId);
        if (message === undefined) return failed('not-found', `no message has the number ${String(messageId)}`);
        const key = decisionKey(message);
        const standing = next.get(key);
        if ((standing?.choice ?? null) === choice && (standing?.note ?? '') === note.trim()) continue;
        changes += 1;
        if (choice === null) next.delete(key);
        else next.set(key, { network: message.network, kind: message.kind, nativeId: message.nativeId, choice, note: note.trim() });
      }
      const ended = finished ?? before.finished;
      if ((changes === 0 && ended === before.finished) || (next.size === 0 && before.decisions.length === 0)) return success({ changed: 0 });
      changePlan(context, project.value, { command: 'strategy.saveDrill', kind: DRILL_KIND, id, body: next.size === 0 ? null : { decisions: [...next.values()], finished: ended }, label: week });
      return success({ changed: changes });
    },
  };
}
