import type { OperationValue } from '../../contract/operations.ts';
import type { AccountCard } from '../../store/identity-accounts.ts';

/** An account's card as the contract gives it. */
export function writtenCard(card: AccountCard): OperationValue<'identity.persons'>['persons'][number]['accounts'][number] {
  return { ...card, sampleMessageIds: [...card.sampleMessageIds] };
}
