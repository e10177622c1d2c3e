import type { TribunaEvent } from '../contract/events.ts';
import type { Outcome } from '../contract/outcome.ts';
import type { EngineSettings } from './engine.ts';

/** What a host sends to an engine that lives in another process or thread. Ids pair requests with replies. */
export type ToEngine =
  | { readonly type: 'start'; readonly settings: EngineSettings }
  | { readonly type: 'call'; readonly id: number; readonly operation: string; readonly input: unknown; readonly requestId: string | undefined }
  | { readonly type: 'register'; readonly id: number; readonly path: string; readonly name: string }
  | { readonly type: 'close'; readonly id: number };

/** What such an engine sends back. */
export type FromEngine =
  | { readonly type: 'reply'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly type: 'registered'; readonly id: number; readonly fileHandle: string }
  | { readonly type: 'closed'; readonly id: number }
  | { readonly type: 'event'; readonly event: TribunaEvent };

/** One end of any ordered channel of structured clones: a worker's port, a utility process, a pair in a test. */
export interface Endpoint<Sent, Received> {
  readonly post: (message: Sent) => void;
  readonly listen: (listener: (message: Received) => void) => void;
}
