import type { Failure, Outcome } from '../../contract/outcome.ts';

/** An input whose files were exchanged, or the failure of the first file that could not be. */
export interface ExchangedInput {
  readonly value: unknown;
  readonly failure: { readonly ok: false; readonly failure: Failure } | null;
}

/** Copies an input with every File in it, however deep, replaced by the handle that `exchange` gives for it. */
export async function withFileHandles(input: unknown, exchange: (file: File) => Promise<Outcome<{ fileHandle: string }>>): Promise<ExchangedInput> {
  if (input instanceof File) {
    const outcome = await exchange(input);
    return outcome.ok ? { value: outcome.value, failure: null } : { value: null, failure: outcome };
  }
  if (Array.isArray(input)) {
    const values: unknown[] = [];
    for (const item of input) {
      const { value, failure } = await withFileHandles(item, exchange);
      if (failure !== null) return { value: null, failure };
      values.push(value);
    }
    return { value: values, failure: null };
  }
  if (typeof input === 'object' && input !== null) {
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(input)) {
      const { value, failure } = await withFileHandles(item, exchange);
      if (failure !== null) return { value: null, failure };
      entries.push([key, value]);
    }
    return { value: Object.fromEntries(entries), failure: null };
  }
  return { value: input, failure: null };
}
