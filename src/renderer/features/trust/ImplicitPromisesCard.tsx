import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { declaredWords, implicitTitle } from './implicit-words.ts';
import './implicit.css';

type Implicit = OperationValue<'promises.implicit'>;

const SHOWN_DAYS = 8;
const NOON_MS = 43_200_000;

/** Promesse implicite: the declared reply time held against requests that arrived in opening hours, and open days without a word of the brand. */
export function ImplicitPromisesCard() {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { openMetric } = useSidePanel();
  const state = useOperation('promises.implicit', scope);
  return (
    <Answer state={state} shape="lines" rows={4}>
      {(value) => (
        <Card
          className="implicit"
          title={implicitTitle(value, voice)}
          subtitle={t('implicit.subtitle')}
          actions={<Button size="small" onPress={() => go({ path: ['hours'] })}>{t(value.state === 'no-hours' ? 'implicit.set' : 'implicit.change')}</Button>}
          foot={
            <>
              <Button variant="plain" size="small" onPress={() => openMetric('reply-time-declared')}>{t('definitions.reply')}</Button>
              <Button variant="plain" size="small" onPress={() => openMetric('silent-open-days')}>{t('definitions.days')}</Button>
            </>
          }
        >
          {value.state === 'no-hours' ? <p className="quiet-text">{t('implicit.noHours')}</p> : (
            <div className="implicit-parts">
              <ReplyTime value={value} />
              <OpenDays days={value.openDays} />
            </div>
          )}
        </Card>
      )}
    </Answer>
  );
}

function ReplyTime({ value: { declared, replyTime } }: { readonly value: Implicit }) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  if (declared === null || replyTime === null) return <p className="quiet-text">{t('implicit.noReply')}</p>;
  const { n, arrivedOpen, within, missed, estimate, low, high, messageIds, missedIds } = replyTime;
  const open = (ids: readonly number[]) => (): void => openMessages({ messageIds: [...ids] }, { title: t('implicit.evidence'), count: ids.length });
  return (
    <div className="implicit-reply">
      <p>{t('implicit.declared', { time: declaredWords(declared, voice) })}</p>
      {estimate !== null && low !== null && high !== null && <ShareInterval estimate={estimate} low={low} high={high} color="var(--accent)" />}
      {within !== null && missed !== null && (
        <ul className="implicit-counts">
          <li><span className="implicit-number">{voice.count(within)}</span> {t('implicit.within')}</li>
          <li>
            <Button variant="plain" className="implicit-number" isDisabled={missed === 0} aria-label={t('implicit.showMissed', { n: voice.count(missed) })} onPress={open(missedIds)}>{voice.count(missed)}</Button> {t('implicit.missed')}
          </li>
        </ul>
      )}
      {n > 0 && <Button variant="plain" size="small" onPress={open(messageIds)}>{t('implicit.showAll', { n: voice.count(n) })}</Button>}
      {arrivedOpen > n && <p className="quiet-text">{voice.text('hours.implicit.notDue', { count: arrivedOpen - n })}</p>}
    </div>
  );
}

function OpenDays({ days: openDays }: { readonly days: Implicit['openDays'] }) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  if (openDays === null || openDays.days === 0) return <p className="quiet-text">{t('implicit.days.none')}</p>;
  const { days, silent, silentDays } = openDays;
  if (silent === 0) return <p>{voice.text('hours.implicit.days.all', { count: days })}</p>;
  const dated = (date: string): string => voice.date(Date.parse(`${date}T00:00:00Z`) + NOON_MS);
  return (
    <div className="implicit-days">
      <p>{voice.text('hours.implicit.days.silent', { count: days, silent: voice.count(silent) })}</p>
      <ul aria-label={t('implicit.days.list')}>
        {silentDays.slice(0, SHOWN_DAYS).map(({ date, requests, messageIds }) => (
          <li key={date}>
            <Button variant="plain" size="small" aria-label={voice.text('hours.implicit.days.show', { count: requests, date: dated(date) })} onPress={() => openMessages({ messageIds }, { title: dated(date), count: messageIds.length })}>{voice.text('hours.implicit.days.day', { count: requests, date: dated(date) })}</Button>
          </li>
        ))}
      </ul>
      {silent > SHOWN_DAYS && <p className="quiet-text">{t('implicit.days.more', { n: voice.count(silent - SHOWN_DAYS) })}</p>}
    </div>
  );
}
