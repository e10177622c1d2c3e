import type { AheadPiece } from '../app/ahead/ahead-steps.ts';
import type { EngineSettings } from './engine.ts';

/** What a thread that works ahead is started with: the project as it was at `version`, and the steps that are still to be made, in their order. */
export interface AheadThreadStart {
  readonly settings: EngineSettings;
  readonly projectPath: string;
  readonly version: string;
  readonly steps: readonly string[];
}

/** What that thread says: a step is made, with its piece or null where there is none; or a bug as one line. */
export type FromAheadThread =
  | { readonly type: 'made'; readonly step: string; readonly piece: AheadPiece | null }
  | { readonly type: 'bug'; readonly line: string };
