import { ArrowLeft, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { AboutCard } from './AboutCard.tsx';
import { AccountRolesCard } from './AccountRolesCard.tsx';
import { CountsCard } from './CountsCard.tsx';
import { EraseAction } from './EraseAction.tsx';
import { FlagsCard } from './FlagsCard.tsx';
import { NoteCard } from '../../ui/NoteCard.tsx';
import { profileOpening } from './people-opening.ts';
import { profileName } from './people-words.ts';
import { PersonTrustCard } from './PersonTrustCard.tsx';
import { SamePersonCard } from './SamePersonCard.tsx';
import { StaleNotice } from './StaleNotice.tsx';

/** One profile: what it says of itself, what it is to whom and why, what it left where, and who else it is. */
export function AccountPage({ accountId }: { readonly accountId: number }) {
  const { t } = useTranslation('people');
  const { t: notes } = useTranslation('notes');
  const voice = useChartVoice();
  const { go, parameters } = useLocation();
  const { openMessages } = useSidePanel();
  const state = useOperation('people.one', { accountId });
  const profile = state.status === 'value' ? state.value : null;
  const name = profile === null ? t('account.loading') : profileName(profile);
  const back = (variant: 'plain' | 'quiet') => (
    <Button variant={variant} icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['people'], parameters })}>
      {t('backToList')}
    </Button>
  );
  return (
    <RoomPage
      title={name}
      question={t('questionAccount')}
      lead={profile === null ? undefined : profileOpening(profile, voice)}
      actions={
        <>
          {back('plain')}
          <EraseAction accountId={accountId} />
          {profile !== null && <Button variant="plain" onPress={() => go({ path: ['statement', `person-${String(accountId)}`] })}>{voice.text('value.statement.link')}</Button>}
          {profile !== null && profile.messages > 0 && (
            <Button onPress={() => openMessages({ accountIds: [accountId] }, { title: t('messagesTitle', { name }), count: profile.messages })}>{voice.text('people.messages', { count: profile.messages })}</Button>
          )}
        </>
      }
    >
      {state.status === 'failed' && state.failure.code === 'not-found' ? (
        <EmptyState icon={<UserX size={36} />} title={t('account.missing')} action={back('quiet')} />
      ) : (
        <Answer state={state} shape="cards" where={t('account.loading')}>
          {(value) => (
            <div className="people-room">
              <StaleNotice />
              <div className="people-columns">
                <AccountRolesCard profile={value} />
                <div className="people-column">
                  <AboutCard profile={value} />
                  {value.flags.length > 0 && <FlagsCard profile={value} />}
                  <NoteCard subject={{ kind: 'account', accountId: accountId }} empty={notes('note.empty')} />
                  <SamePersonCard accountId={accountId} />
                  <CountsCard profile={value} />
                </div>
              </div>
              <PersonTrustCard accountId={accountId} roles={value.roles} />
            </div>
          )}
        </Answer>
      )}
    </RoomPage>
  );
}
