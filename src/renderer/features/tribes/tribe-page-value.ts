import type { OperationValue } from '../../../contract/operations.ts';

/** A tribe's page as the engine gives it. */
export type TribePageValue = OperationValue<'tribes.one'>;
