import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { Profile } from './people-types.ts';
import { figuresSentence, flagReason, profileName, surenessWord } from './people-words.ts';

/** What makes a profile doubtful, with the figures it rests on and the messages where it shows. */
export function FlagsCard({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { go, parameters } = useLocation();
  const { openMessages } = useSidePanel();
  return (
    <Card title={t('account.flags')} subtitle={t('account.flagsText')}>
      <ul className="people-flags">
        {profile.flags.map((flag) => {
          const figures = figuresSentence(flag.reason, flag.figures, voice);
          const other = flag.figures['otherAccountId'];
          return (
            <li key={`${flag.flag} ${flag.reason}`}>
              <Flag size={16} aria-hidden="true" />
              <div>
                <p>
                  <strong>{t(`flags.${flag.flag}`)}</strong>: {flagReason(flag, voice)}
                </p>
                <p className="quiet-text">{[surenessWord(flag.confidence, voice), ...(figures === null ? [] : [figures])].join(' · ')}</p>
                <div className="people-actions">
                  {flag.messageIds.length > 0 && (
                    <Button size="small" onPress={() => openMessages({ messageIds: flag.messageIds }, { title: t('reason.about', { rule: flagReason(flag, voice), name: profileName(profile) }), count: flag.messageIds.length })}>
                      {t('reason.open', { n: voice.count(flag.messageIds.length) })}
                    </Button>
                  )}
                  {other !== undefined && (
                    <Button size="small" onPress={() => go({ path: ['people', 'account', String(other)], parameters })}>
                      {t('account.otherAccount')}
                    </Button>
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
