import { Split } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useLocation } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { MessageCount } from './MessageCount.tsx';
import type { AccountCard } from './people-types.ts';
import { profileName, usernameOf } from './people-words.ts';
import { useSplit } from './use-split.ts';

interface PersonAccountsProps {
  readonly accounts: readonly AccountCard[];
  /** The profile whose page this is, which is not linked to itself. */
  readonly here?: number;
}

/** The profiles of one person; each can be split off, which can be undone. */
export function PersonAccounts({ accounts, here }: PersonAccountsProps) {
  const { t } = useTranslation('people');
  const { go, parameters } = useLocation();
  const project = useProject();
  const split = useSplit();
  return (
    <ul className="person-accounts">
      {accounts.map((account) => {
        const name = profileName(account);
        const username = usernameOf(account);
        const network = networkName(account.network, t('list.networkUnknown'));
        return (
          <li key={account.accountId}>
            <span className="people-who">
              {account.accountId === here ? (
                <strong className="people-name">{name}</strong>
              ) : (
                <AriaButton className="people-link" aria-label={t('queue.openOf', { name, network })} onPress={() => go({ path: ['people', 'account', String(account.accountId)], parameters })}>
                  {name}
                </AriaButton>
              )}
              <span className="quiet-text people-name">
                {network}
                {username !== null && ` · ${username}`}
              </span>
            </span>
            <MessageCount inWords accountIds={null} name={name} count={account.messages} />
            {!project.readOnly && (
              <Button size="small" icon={<Split size={14} aria-hidden="true" />} aria-label={t('account.splitOf', { name, network })} onPress={() => split(account.accountId)}>
                {t('account.split')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
