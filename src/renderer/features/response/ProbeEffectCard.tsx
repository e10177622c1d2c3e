import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Card } from '../../ui/Card.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { ProbesValue } from './probe-words.ts';

/** Whether the messages of probes count in every other figure, and what difference that makes to the public's requests. */
export function ProbeEffectCard({ value: { leftOut, messages, effect } }: { readonly value: ProbesValue }) {
  const { t } = useTranslation('probes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [said, setSaid] = useState('');
  const change = async (next: boolean): Promise<void> => {
    const outcome = await workbench.run('probes.setLeftOut', { leftOut: next });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    setSaid(outcome.ok && outcome.value.dataChanged ? t('effect.again') : '');
  };
  const shareWords = ({ requests, answeredDay, low, high }: ProbesValue['effect']['with']): string =>
    answeredDay === null || low === null || high === null ? t('groups.tooFew', { n: voice.count(requests) }) : t('groups.share', { share: voice.inHundred(answeredDay), low: voice.inHundred(low), high: voice.inHundred(high) });
  return (
    <Card title={t('effect.title')} subtitle={messages === 0 ? t('effect.messages_zero') : voice.text('probes.effect.messages', { count: messages })}>
      <Switch isSelected={leftOut} isDisabled={readOnly} onChange={(next) => void change(next)}>{t('effect.leftOut')}</Switch>
      <ul className="probe-effect">
        <li data-standing={leftOut}>{t('effect.without', { n: voice.count(effect.without.requests), share: shareWords(effect.without) })}</li>
        <li data-standing={!leftOut}>{t('effect.with', { n: voice.count(effect.with.requests), share: shareWords(effect.with) })}</li>
      </ul>
      <p className="chart-note">{t('effect.stays')} <span role="status">{said}</span></p>
    </Card>
  );
}
