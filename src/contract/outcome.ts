import { z } from 'zod';

/** Every way an operation can fail, as a closed set: interface copy, exit codes and tests are written against it. */
export const FAILURE_CODES = [
  'invalid-input', 'unreadable-file', 'unknown-format', 'newer-project', 'corrupt-project', 'locked-project',
  'read-only-project', 'wrong-passphrase', 'disk-full', 'io-error', 'missing-capability', 'unsupported-runtime',
  'cancelled', 'not-found', 'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** What went wrong, where in the input, and in words a person can act on. Never holds message texts or people's names. */
export const failureSchema = z.object({
  code: z.enum(FAILURE_CODES),
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Failure = z.infer<typeof failureSchema>;

/**
 * The reply of every operation: a value or a failure, never a throw across a process boundary. `unfinished`: intervals of the
 * value are still being computed and are left out; asking again gives them as soon as they are there. Only hosts that show
 * views ask for it.
 */
export type Outcome<Value> = { readonly ok: true; readonly value: Value; readonly unfinished?: true } | { readonly ok: false; readonly failure: Failure };

/** A successful outcome. */
export function success<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

/** A failed outcome. */
export function failed(code: FailureCode, message: string, issues?: Failure['issues']): Outcome<never> {
  return { ok: false, failure: issues === undefined ? { code, message } : { code, message, issues } };
}
