import type { CallContext } from '../../contract/dispatch.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { OpenDrawPool } from '../network/draw-pool.ts';
import type { OpenReadPool } from './read-pool.ts';

/** What an analysis may be told: the end of observation is capped at `nowMs`; `seed` drives every random draw (default 1). */
export interface AnalysisOptions {
  readonly nowMs?: number | undefined;
  readonly seed?: number | undefined;
}

/** Options with the seed filled in, as stages receive them, and who else may read and draw; never part of what a result depends on. */
export interface StageOptions extends AnalysisOptions {
  readonly seed: number;
  readonly readPool?: OpenReadPool | undefined;
  readonly drawPool?: OpenDrawPool | undefined;
}

/** One step of the pipeline. `definition` names its code's version, and what of the project shapes it; `run` returns how many items it worked on. */
export interface Stage {
  readonly name: 'read' | 'roles' | 'derive' | 'aggregate';
  readonly definition: string | ((project: ProjectDatabase) => string);
  readonly run: (project: ProjectDatabase, options: StageOptions, call: CallContext) => Promise<number> | number;
}

/** The definition of a stage in a project. */
export function definitionOf(stage: Stage, project: ProjectDatabase): string {
  return typeof stage.definition === 'string' ? stage.definition : stage.definition(project);
}

/** Raised inside a stage when the caller cancelled; stages leave the project consistent batch by batch. */
export class Cancelled extends Error {}

/** Throws {@link Cancelled} once the call's signal is aborted; stages ask between batches. */
export function throwIfCancelled(call: CallContext): void {
  if (call.signal.aborted) throw new Cancelled('cancelled');
}
