import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { abstainBelow } from '../analyse/project-reader.ts';
import type { AppContext } from '../context.ts';
import { explainedMessage } from './explain-message.ts';
import { readingSettings, setThreshold } from './reading-settings.ts';

const NO_PROJECT = 'no project is open';

/** Why a message got its labels, and the threshold under which none is given. */
export function explainHandlers(context: AppContext): Pick<HandlerMap, 'reading.explain' | 'reading.settings' | 'reading.setThreshold'> {
  return {
    'reading.explain': ({ messageId }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const explanation = explainedMessage(project, messageId);
      return explanation === null ? failed('not-found', `no message has the number ${String(messageId)}`) : success(explanation);
    },
    'reading.settings': () => {
      const { project } = context;
      return project === null ? failed('not-found', NO_PROJECT) : success(readingSettings(project));
    },
    'reading.setThreshold': ({ abstainBelow: wanted }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change how it reads');
      setThreshold(project, wanted, context.now());
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      return success({ abstainBelow: abstainBelow(project), dataVersion: dataVersionOf(project) });
    },
  };
}
