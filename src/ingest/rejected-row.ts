import { LONGEST_RAW, type RejectedRow, type RejectionCode } from '../domain/model/record.ts';

/** Why a row, or something nested in one, is no message. */
export interface Refusal {
  readonly code: RejectionCode;
  readonly detail: string;
}

/** What its author took back, or somebody held back, is not kept in a corner of the project either. */
const UNKEPT = new Set<RejectionCode>(['deleted', 'withheld']);

/** A refused row with what the file says there, cut short; of one that was deleted or withheld nothing but that it was. */
export function rejectedRow(line: number, { code, detail }: Refusal, raw: string): RejectedRow {
  return { line, code, detail, raw: UNKEPT.has(code) ? null : raw.slice(0, LONGEST_RAW) };
}
