import type { TribunaEvent } from './events.ts';
import type { OperationInput, OperationName, OperationValue } from './operations.ts';
import type { Outcome } from './outcome.ts';

/** Where an input takes a file handle, the renderer may pass the File itself: the host exchanges it for a handle. */
export type WithFiles<Input> = Input extends { fileHandle: string } ? Input | File : Input extends readonly (infer Item)[] ? WithFiles<Item>[] : Input extends object ? { [Key in keyof Input]: WithFiles<Input[Key]> } : Input;

/** Everything the renderer can do to the outside world: two functions, exposed as `window.tribuna` by every host. */
export interface TribunaBridge {
  call<Name extends OperationName>(operation: Name, input: WithFiles<OperationInput<Name>>): Promise<Outcome<OperationValue<Name>>>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: TribunaEvent) => void): () => void;
}
