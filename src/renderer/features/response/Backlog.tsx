import { useTranslation } from 'react-i18next';
import { intentStyle } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

const SHOWN = 12;

/** Requests that still wait, the longest first; each opens its thread. */
export function Backlog() {
  const { t } = useTranslation('response');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const state = useOperation('response.requests', { ...scope, outcome: 'silence', orderBy: 'waited', page: 0, size: SHOWN });
  return (
    <Answer state={state} shape="lines" rows={4}>
      {({ total, requests }) => (
        <Card
          className="backlog"
          title={t('backlog.title')}
          subtitle={total === 0 ? t('backlog.empty') : voice.text('response.backlog.subtitle', { count: total })}
          actions={total > 0 && <Button size="small" onPress={() => openMessages({ ...scope, requests: { outcome: 'silence' } }, { title: t('backlog.title'), count: total })}>{t('backlog.all')}</Button>}
        >
          <ul>
            {requests.map(({ messageId, authorName, container, network, text, intents, waitedSeconds }) => (
              <li key={messageId}>
                <span className="backlog-intents">
                  {intents.slice(0, 3).map((intent) => {
                    const { Icon, color } = intentStyle(intent);
                    return <Icon key={intent} size={16} color={color} aria-label={voice.text(`codes.intent.${intent}`)} />;
                  })}
                </span>
                <span className="backlog-text">
                  <span className="backlog-words">{text ?? t('backlog.noText')}</span>
                  <span className="backlog-who">{[authorName ?? t('backlog.unknownAuthor'), container ?? voice.network(network)].join(' · ')}</span>
                </span>
                <span className="backlog-wait">{waitedSeconds === null ? '' : t('backlog.waits', { time: voice.duration(waitedSeconds) })}</span>
                <Button size="small" variant="plain" onPress={() => openMessages({ messageIds: [messageId] }, { title: t('backlog.title'), count: 1 })}>{t('backlog.open')}</Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Answer>
  );
}
