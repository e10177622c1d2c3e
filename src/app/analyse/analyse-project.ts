import type { CallContext } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { dataVersionOf, markStagesUnfinished, stageState, storeStageState } from '../../store/stage-queries.ts';
import { withOrderedCommits } from '../../store/ordered-commits.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { desksAreUnsettled, holdOutDesks } from '../../store/unclaimed-desks.ts';
import type { AppContext } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { aggregateStage } from './aggregate-stage.ts';
import { deriveStage } from './derive-stage.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { dropVanishedTexts } from '../import/vanished-texts.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { holdsKeptAnswers } from '../read/answer-cache.ts';
import { keepOpeningAnswers } from './opening-answers.ts';
import { readStage } from './read-stage.ts';
import { rolesStage } from './roles-stage.ts';
import { Cancelled, definitionOf, throwIfCancelled, type AnalysisOptions, type Stage, type StageOptions } from './stage.ts';

const STAGES: readonly Stage[] = [readStage, rolesStage, deriveStage, aggregateStage];

/**
 * Brings every derived result up to date; where something is to be done, desks that nobody claimed are held out of people
 * first (a project may have been made before they were). Phases:
 * 1. read: language, intents, sentiment, acts and promises of messages not read yet;
 * 2. roles: what people are to the brands, by rule and evidence;
 * 3. derive: requests with their answers, bookings of value;
 * 4. aggregate: balances, zones, tribes;
 * 5. the answers to what the rooms ask when they open.
 * A stage runs when its definition, the data version, the arguments or an earlier stage changed; otherwise it costs
 * nothing, so a second analysis of the same data does no work. Before a stage touches its tables it and the later ones
 * are marked as unfinished: whatever stops it, the next analysis makes them again. Cancelling keeps finished stages and
 * readings. An import that is taken back under a running analysis takes away what it works on: it begins again on what is
 * left. Failures: `not-found`, `read-only-project`, `cancelled`, `disk-full`, `io-error`, `locked-project`,
 * `corrupt-project`.
 */
export async function analyseProject(context: AppContext, options: AnalysisOptions, call: CallContext): Promise<Outcome<OperationValue<'analyse.run'>>> {
  const { project } = context;
  if (project === null) return failed('not-found', 'no project is open');
  const resolved: StageOptions = { ...options, seed: options.seed ?? 1, readPool: context.readPool, drawPool: context.drawPool };
  dropVanishedTexts(project, context.now());
  settleDesks(project);
  for (;;) {
    const begunOn = dataVersionOf(project);
    try {
      return await analyseOnce(context, project, { options: resolved, call });
    } catch (error) {
      if (error instanceof Cancelled) return failed('cancelled', 'the analysis was cancelled; what was already read stays read');
      const failure = failureOf(error);
      // an import that is taken back meanwhile takes messages away under it: what stumbled over that begins again on what is there now
      if (failure === null && dataVersionOf(project) === begunOn) throw error;
      if (failure !== null) return failure;
    }
  }
}

async function analyseOnce(context: AppContext, project: ProjectDatabase, { options, call }: { readonly options: StageOptions; readonly call: CallContext }): Promise<Outcome<OperationValue<'analyse.run'>>> {
  const stages: OperationValue<'analyse.run'>['stages'] = [];
  let input = `data ${dataVersionOf(project)}`;
  for (const [position, stage] of STAGES.entries()) {
    const inputVersion = stage.name === 'read' || stage.name === 'roles' ? input : `${input}, now ${options.nowMs ?? 'open'}, seed ${options.seed}`;
    const known = stageState(project, stage.name);
    const definition = definitionOf(stage, project);
    const worked = known?.definitionVersion !== definition || known.inputVersion !== inputVersion;
    const startedAtMs = context.now();
    let items = 0;
    if (worked) {
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to analyse it');
      throwIfCancelled(call);
      markStagesUnfinished(project, STAGES.slice(position).map(({ name }) => name));
      // what a stage writes can be made again, so it waits for the disk once, when the stage is recorded as done
      items = await withOrderedCommits(project, async () => stage.run(project, options, call));
      storeStageState(project, { name: stage.name, state: { definitionVersion: definition, inputVersion }, atMs: context.now() });
    }
    stages.push({ name: stage.name, worked, items, seconds: (context.now() - startedAtMs) / 1000 });
    input = `${input} > ${stage.name} ${definition}`;
  }
  if (!project.readOnly && !holdsKeptAnswers(project)) {
    throwIfCancelled(call);
    await keepOpeningAnswers(context, call);
  }
  return success({ didWork: stages.some(({ worked }) => worked), stages });
}

function settleDesks(project: ProjectDatabase): void {
  if (project.readOnly || isAnalysed(project) || !desksAreUnsettled(project)) return;
  project.connection.transaction(() => {
    withPersonsApart(project, () => holdOutDesks(project));
    coverAllImports(project);
    raiseDataVersion(project);
  }).immediate();
}

/** True when every stage is up to date with the data, whatever the arguments it ran with. */
export function isAnalysed(project: ProjectDatabase): boolean {
  const data = `data ${dataVersionOf(project)}`;
  return STAGES.every((stage) => {
    const known = stageState(project, stage.name);
    return known !== null && known.definitionVersion === definitionOf(stage, project) && (known.inputVersion === data || known.inputVersion.startsWith(`${data},`) || known.inputVersion.startsWith(`${data} `));
  });
}
