import { failed, type Outcome } from './outcome.ts';
import { isOperationName, operations, type EngineOperationName, type OperationName, type OperationRequest, type OperationValue } from './operations.ts';

/** Phase that a job reports right before its last commit: after it nothing is cancelled any more, because what is committed must be answered for. */
export const LAST_PHASE = 'finish';

/** What a handler may do beside answering: report progress and notice that it was cancelled. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { phase: string; done: number; total: number | null; unit: 'bytes' | 'rows' | 'messages' | 'steps' }) => void;
}

/** Answers one operation from parsed input; user-caused problems are failed outcomes, never throws. */
export type Handler<Name extends OperationName> = (input: OperationRequest<Name>, context: CallContext) => Outcome<OperationValue<Name>> | Promise<Outcome<OperationValue<Name>>>;

/** One handler for every operation of the engine: leaving one out does not compile. */
export type HandlerMap = { readonly [Name in EngineOperationName]: Handler<Name> };

/** What a dispatch is made of. */
export interface DispatchOptions {
  readonly handlers: Partial<HandlerMap>;
  /** Parse replies too; on in tests and development. */
  readonly checkOutput: boolean;
  /** Told about every throw, which is a bug by definition: handlers return failures. */
  readonly onBug: (operation: string, error: unknown) => void;
}

/** Answers an operation by name: unknown names and bad input are `invalid-input`, a missing handler is `missing-capability`. */
export type Dispatch = (operation: string, input: unknown, context?: Partial<CallContext>) => Promise<Outcome<unknown>>;

/**
 * Makes the single door through which every host reaches the engine. Input is always parsed (`invalid-input` with the
 * offending paths); a throw becomes `internal` after `onBug` has seen it.
 */
export function createDispatch({ handlers, checkOutput, onBug }: DispatchOptions): Dispatch {
  return async (operation, input, context) => {
    if (!isOperationName(operation)) return failed('invalid-input', `unknown operation: ${operation.slice(0, 80)}`);
    const { input: inputSchema, output: outputSchema } = operations[operation];
    const parsed = inputSchema.safeParse(input ?? {});
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return failed('invalid-input', `invalid input for ${operation}`, issues);
    }
    const handler = (handlers as Record<string, Handler<OperationName> | undefined>)[operation];
    if (handler === undefined) return failed('missing-capability', `${operation} is not available in this host`);
    try {
      const outcome = await handler(parsed.data, { signal: context?.signal ?? new AbortController().signal, onProgress: context?.onProgress ?? (() => undefined) });
      if (checkOutput && outcome.ok) outputSchema.parse(outcome.value);
      return outcome;
    } catch (error) {
      onBug(operation, error);
      return failed('internal', `${operation} failed unexpectedly; nothing was changed`);
    }
  };
}
