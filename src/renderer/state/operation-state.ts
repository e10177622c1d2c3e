import type { Failure } from '../../contract/outcome.ts';

/** What is known of an operation's answer. `refreshing`: the value belongs to older data or filters, the newer one is on its way; `unfinished`: its intervals are still being computed. */
export type OperationState<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly status: 'value'; readonly value: Value; readonly refreshing: boolean; readonly unfinished?: boolean };
