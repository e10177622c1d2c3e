import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Card } from '../../ui/Card.tsx';
import { MessageCount } from './MessageCount.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { profileName } from './people-words.ts';
import { PersonAccounts } from './PersonAccounts.tsx';

const PAGE_SIZE = 20;

/** The persons made of several profiles so far; every profile can be split off again. */
export function PersonsCard() {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const [page, setPage] = useState(0);
  const state = useOperation('identity.persons', { page, size: PAGE_SIZE });
  const total = state.status === 'value' ? state.value.total : 0;
  return (
    <Card title={total === 0 ? t('persons.noneTitle') : voice.text('people.persons.title', { count: total })} {...(total === 0 ? {} : { subtitle: t('persons.text') })}>
      <Answer state={state} shape="lines" where={t('persons.noneTitle')}>
        {({ persons }) =>
          persons.length === 0 ? (
            <p className="quiet-text">{t('persons.none')}</p>
          ) : (
            <ul className="person-list">
              {persons.map(({ personId, accounts, messages }) => {
                const [first] = accounts;
                const name = first === undefined ? '' : profileName(first);
                return (
                  <li key={personId}>
                    <div className="person-head">
                      <h3 className="people-name">{name}</h3>
                      <span className="quiet-text">{voice.text('people.persons.profiles', { count: accounts.length })}</span>
                      <MessageCount inWords accountIds={accounts.map(({ accountId }) => accountId)} name={name} count={messages} />
                    </div>
                    <PersonAccounts accounts={accounts} />
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answer>
      <PageButtons page={page} size={PAGE_SIZE} total={total} onPage={setPage} />
    </Card>
  );
}
