import { useTranslation } from 'react-i18next';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Card } from '../../ui/Card.tsx';
import { profileName } from './people-words.ts';
import { PersonAccounts } from './PersonAccounts.tsx';

/** Persons looked through for a profile; they are joined one by one, by hand, so there are seldom more. */
const LOOKED_THROUGH = 1000;

/** The other profiles of the person that a profile belongs to; nothing while it stands alone. */
export function SamePersonCard({ accountId }: { readonly accountId: number }) {
  const { t } = useTranslation('people');
  const persons = useOperation('identity.persons', { page: 0, size: LOOKED_THROUGH });
  const person = persons.status === 'value' ? persons.value.persons.find(({ accounts }) => accounts.some((account) => account.accountId === accountId)) : undefined;
  const [leader] = person?.accounts ?? [];
  if (person === undefined || leader === undefined) return null;
  return (
    <Card title={t('account.samePerson')} subtitle={t('account.samePersonText', { name: profileName(leader), network: networkName(leader.network, t('list.networkUnknown')) })}>
      <PersonAccounts accounts={person.accounts} here={accountId} />
    </Card>
  );
}
