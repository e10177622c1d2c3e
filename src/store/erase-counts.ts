import { ERASED_KINDS, type ErasedKind } from '../domain/model/erased-kind.ts';

/** Counts by kind of one erasure, added up as it goes. */
export interface EraseCounts {
  readonly add: (kind: ErasedKind, count: number) => void;
  readonly of: () => Record<ErasedKind, number>;
}

/** Starts counting at nothing. */
export function eraseCounts(): EraseCounts {
  const counts = Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Record<ErasedKind, number>;
  return { add: (kind, count) => { counts[kind] += count; }, of: () => ({ ...counts }) };
}
