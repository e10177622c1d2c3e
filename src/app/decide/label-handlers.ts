import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { recordCommand } from '../../store/journal.ts';
import { changedDecision, labelDecisions, putLabelDecisions, unknownMessages } from '../../store/label-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { LabelsChange } from '../project/history-commands.ts';

/** Labels decided by a person. */
export function labelHandlers(context: AppContext): Pick<HandlerMap, 'labels.set'> {
  return {
    'labels.set': ({ labels }) => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change labels');
      const messageIds = [...new Set(labels.map(({ messageId }) => messageId))];
      const unknown = unknownMessages(project, messageIds);
      if (unknown.length > 0) return failed('not-found', `no message has the number ${unknown[0]}`);
      project.connection.transaction(() => {
        const before = labelDecisions(project, messageIds);
        const standing = new Map(before.map((decision) => [decision.messageId, decision]));
        for (const label of labels) {
          const decision = changedDecision(standing.get(label.messageId), label, { atMs: context.now(), origin: 'correction' });
          if (decision === null) standing.delete(label.messageId);
          else standing.set(label.messageId, decision);
        }
        const change: LabelsChange = { messageIds, before, after: [...standing.values()] };
        putLabelDecisions(project, messageIds, change.after);
        recordCommand(project, { command: 'labels.set', label: `labels.set:${messageIds.length}`, forward: JSON.stringify({ labels }), inverse: JSON.stringify(change), atMs: context.now() });
        raiseDataVersion(project);
      }).immediate();
      return success({ changed: messageIds.length, dataVersion: dataVersionOf(project) });
    }),
  };
}
