import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { criticismGap } from '../../domain/answers/criticism-gap.ts';
import { AUTHOR_DRAWS } from '../../domain/response/survival-group.ts';
import { unreadAddressed } from '../../store/request-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { addressedVoices } from './addressed-replies.ts';

const DEFAULT_SEED = 1;

/** How criticism is answered against praise, over all messages addressed to the brand. */
export function responseCriticism(scope: ResolvedScope, { seed = DEFAULT_SEED }: OperationRequest<'response.criticism'>): OperationValue<'response.criticism'> {
  const voices = addressedVoices(scope);
  const seen = voices.filter(({ observable }) => observable);
  const plan = { seed, draws: AUTHOR_DRAWS };
  return {
    draws: AUTHOR_DRAWS,
    all: criticismGap(seen, plan),
    opening: criticismGap(seen.filter(({ afterAnswer }) => !afterAnswer), plan),
    unobservable: voices.length - seen.length,
    unread: unreadAddressed(scope.project, scope.brand?.id ?? null, messageCondition(scope.messages)).unread,
  };
}
