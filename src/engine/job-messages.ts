import type { RegisteredFile } from '../app/context.ts';
import type { CallContext } from '../contract/dispatch.ts';
import type { TribunaEvent } from '../contract/events.ts';
import type { Outcome } from '../contract/outcome.ts';
import type { EngineSettings } from './engine.ts';

/** What the engine sends to its job thread. `cancelFlag` holds one integer: 1 means cancelled, readable in a busy loop. */
export type ToJobThread =
  | {
      readonly type: 'run';
      readonly settings: EngineSettings;
      readonly operation: string;
      readonly input: unknown;
      /** The project to work on through a connection of the thread's own; null when none is open. */
      readonly projectPath: string | null;
      readonly files: readonly (readonly [handle: string, file: RegisteredFile])[];
      readonly cancelFlag: SharedArrayBuffer;
    }
  | { readonly type: 'cancel' };

/** What the job thread sends back; `done` ends a run and says which project it leaves, and whether the one it worked on must be opened again to be put right. */
export type FromJobThread =
  | { readonly type: 'progress'; readonly progress: Parameters<CallContext['onProgress']>[0] }
  | { readonly type: 'event'; readonly event: TribunaEvent }
  | { readonly type: 'bug'; readonly line: string }
  /** The job saw that it was cancelled: it puts back what it changed, and then is done. */
  | { readonly type: 'stopping' }
  | { readonly type: 'done'; readonly outcome: Outcome<unknown>; readonly projectPath: string | null; readonly needsRepair: boolean };
