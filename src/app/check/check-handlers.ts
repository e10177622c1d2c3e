import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer, cachedOutcome } from '../read/answer-cache.ts';
import { adaptReading, dropLayer, layerState } from './reading-layer.ts';
import { drawSample, drawStamp, labelMessage, nextToLabel, skipMessage } from './check-sample.ts';
import { scoredReading } from './check-scores.ts';
import { checkStatus } from './check-status.ts';
import { importLabels, labelsCsv } from './label-file.ts';
import { labelProposals } from './label-proposals.ts';

type Names = 'reading.status' | 'check.draw' | 'check.next' | 'check.label' | 'check.skip' | 'check.scores' | 'check.proposals' | 'reading.layer' | 'reading.adapt' | 'reading.dropLayer' | 'labels.importFile' | 'labels.export';

/** The user's own truth: the random sample, its scores, the layer of corrections, labels in and out of files. */
export function checkHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const reading = <Value>(answer: (project: ProjectDatabase) => Outcome<Value> | Promise<Outcome<Value>>): Outcome<Value> | Promise<Outcome<Value>> =>
    context.project === null ? failed('not-found', 'no project is open') : answer(context.project);
  const changing = <Value>(answer: (project: ProjectDatabase) => Outcome<Value> | Promise<Outcome<Value>>): Outcome<Value> | Promise<Outcome<Value>> =>
    reading((project) => (project.readOnly ? failed('read-only-project', 'this project is open for reading only; save a copy to check its reading') : answer(project)));
  const told = <Value>(project: ProjectDatabase, outcome: Outcome<Value>): Outcome<Value> => {
    if (outcome.ok) context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
    return outcome;
  };
  return {
    'reading.status': () => reading((project) => success(checkStatus(project, { counted: true }))),
    'check.draw': (input) => changing((project) => drawSample(project, input, context.now())),
    'check.next': (input) => reading((project) => success(nextToLabel(project, input))),
    'check.label': (input) => changing((project) => labelMessage(project, input, context.now())),
    'check.skip': (input) => changing((project) => skipMessage(project, input, context.now())),
    'check.scores': () => reading(async (project) => {
      const outcome = await cachedOutcome(project, { name: 'check.scores', input: { draw: drawStamp(project) } }, async () => success(await scoredReading(project)));
      // what was set aside since changes no score
      return outcome.ok ? success({ ...outcome.value, status: checkStatus(project, { counted: true }) }) : outcome;
    }),
    'check.proposals': ({ size }) => reading((project) => success(cachedAnswer(project, { name: 'check.proposals', input: { size, draw: drawStamp(project) } }, () => labelProposals(project, size)))),
    'reading.layer': () => reading((project) => success(layerState(project))),
    'reading.adapt': () => changing(async (project) => told(project, await adaptReading(project, context.now))),
    'reading.dropLayer': () => changing((project) => told(project, dropLayer(project, context.now()))),
    'labels.importFile': ({ file, ...options }) => changing((project) => importLabels(project, context.file(file.fileHandle), { ...options, atMs: context.now() })),
    'labels.export': ({ separator }) => reading((project) => success({ fileName: 'tribuna-labels.csv', ...labelsCsv(project, separator) })),
  };
}
