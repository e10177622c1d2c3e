import { failed, type Outcome } from '../contract/outcome.ts';
import { IngestFailure } from '../ingest/ingest-failure.ts';
import { storeFailureOf } from '../store/store-failure-of.ts';

/**
 * The outcome of an error that a person's file, disk or cancel button caused; null when the error is a bug, which the
 * caller throws on. A cancelled call shows as an error called `AbortError`.
 */
export function failureOf(error: unknown): Outcome<never> | null {
  if (error instanceof IngestFailure) return failed(error.code, error.message);
  if (error instanceof Error && error.name === 'AbortError') return failed('cancelled', 'cancelled; the project is as before');
  // what the project keeps as JSON was written by this program: text that is none any more is damage to the file
  if (error instanceof SyntaxError && error.message.includes('JSON')) return failed('corrupt-project', 'the project file is damaged; restore a copy, or import its sources again');
  const failure = storeFailureOf(error);
  return failure === null ? null : failed(failure.code, failure.message);
}

/** Runs a use case's work and turns what a person can act on into a failed outcome; bugs pass through. */
export async function withFailures<Value>(work: () => Outcome<Value> | Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await work();
  } catch (error) {
    const outcome = failureOf(error);
    if (outcome === null) throw error;
    return outcome;
  }
}
