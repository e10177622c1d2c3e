import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useSentence } from '../../state/sentences.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { KeepButton } from '../../ui/KeepButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { inTenths } from './target-words.ts';
import { tenHoursSentence, typedTenHours, type TenHours, type TenHoursNetwork } from './ten-hours-words.ts';
import './simulator.css';

const FIRST_DRAFT = { hours: '10', low: '', high: '' } as const;

/** With ten hours a week, where does depth pay? Hours and minutes are typed; the hours are dealt to networks. */
export function TenHoursCard() {
  const { t } = useTranslation('targets');
  const scope = useScope();
  const [draft, setDraft] = useState<{ readonly hours: string; readonly low: string; readonly high: string }>(FIRST_DRAFT);
  const { input, badHours, badMinutes } = typedTenHours(draft);
  const state = useOperation('strategy.tenHours', { ...scope, ...input });
  const written = state.status === 'value' && input.minutes === undefined ? state.value.minutes : null;
  const fields = (
    <div className="ten-hours-fields">
      <TextField label={t('ten.hours')} value={draft.hours} maxLength={4} error={badHours ? t('ten.problemHours') : undefined} onChange={(hours) => setDraft({ ...draft, hours })} />
      <TextField label={t('ten.low')} value={draft.low} maxLength={5} error={badMinutes ? t('ten.problemMinutes') : undefined} {...(written === null ? {} : { placeholder: String(written.low) })} onChange={(low) => setDraft({ ...draft, low })} />
      <TextField label={t('ten.high')} value={draft.high} maxLength={5} {...(written === null ? {} : { placeholder: String(written.high) })} onChange={(high) => setDraft({ ...draft, high })} />
    </div>
  );
  return <Answer state={state} shape="table">{(value) => <TenHoursTable value={value} fields={fields} />}</Answer>;
}

const rangeOf = (figure: TenHoursNetwork['hours'], voice: ChartVoice): string => {
  if (figure === null) return '—';
  const [value, low, high] = [figure.estimate, figure.low, figure.high].map((part) => inTenths(part, voice)) as [string, string, string];
  return low === high ? value : voice.text('targets.ten.range', { value, low, high }).replaceAll(' ', '\u00a0');
};

function TenHoursTable({ value, fields }: { readonly value: TenHours; readonly fields: ReactNode }) {
  const { t } = useTranslation('targets');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric, openMessages } = useSidePanel();
  const { text, form } = tenHoursSentence(value, voice);
  const { networks, more, minutes, hours, leftHours } = value;
  const scope = useScope();
  const sentence = useMemo(() => ({
    sentence: text, detail: t('ten.subtitle'), form, metric: 'ten-hours',
    ...(more === null || minutes === null ? {} : { figure: { unit: 'count' as const, ...more, n: networks.reduce((sum, { n }) => sum + n, 0), source: { operation: 'strategy.tenHours', input: { ...scope, hours, minutes }, at: ['more'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }),
  }), [text, form, more, minutes, hours, networks, scope, t]);
  const mark = useSentence(sentence);
  return (
    <Card
      className="ten-hours"
      title={<span {...mark}>{text}</span>}
      subtitle={t('ten.subtitle')}
      actions={<KeepButton sentence={sentence} />}
      foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${text}`} onPress={() => openMetric('ten-hours')}>{charts('frame.definition')}</Button>}
    >
      {fields}
      {networks.length > 0 && (
        <DataTable
          dense
          caption={text}
          rows={networks}
          rowKey={({ network }) => network}
          columns={[
            { key: 'network', label: t('ten.columns.network'), cell: ({ network }) => voice.network(network) },
            { key: 'aWeek', label: t('ten.columns.aWeek'), align: 'end', cell: ({ aWeek, n, tooFew }) => (tooFew ? t('ten.few', { n: voice.count(n) }) : voice.number(aWeek)) },
            { key: 'unanswered', label: t('ten.columns.unanswered'), align: 'end', cell: ({ network, unanswered, n, messageIds }) => (unanswered === 0 ? t('ten.kOfN', { k: voice.count(0), n: voice.count(n) }) : <Button variant="plain" size="small" aria-label={t('ten.messages', { network: voice.network(network), k: voice.count(unanswered), n: voice.count(n) })} onPress={() => openMessages({ messageIds }, { title: voice.network(network), count: messageIds.length })}>{t('ten.kOfN', { k: voice.count(unanswered), n: voice.count(n) })}</Button>) },
            { key: 'left', label: t('ten.columns.left'), align: 'end', cell: ({ leftAWeek }) => rangeOf(leftAWeek, voice) },
            { key: 'minutes', label: t('ten.columns.minutes'), align: 'end', cell: ({ minutes: own }) => (own === null ? '—' : t('ten.minutesRange', { low: inTenths(own.low, voice), high: inTenths(own.high, voice) })) },
            { key: 'first', label: t('ten.columns.first'), align: 'end', cell: ({ firstHour }) => (firstHour === null ? '—' : inTenths(firstHour, voice)) },
            { key: 'hours', label: t('ten.columns.hours'), align: 'end', cell: ({ hours: own }) => rangeOf(own, voice) },
            { key: 'more', label: t('ten.columns.more'), align: 'end', cell: ({ more: own }) => rangeOf(own, voice) },
          ]}
        />
      )}
      {more !== null && leftHours > 0 && <p className="chart-note">{t('ten.left', { hours: voice.number(leftHours) })}</p>}
      {more !== null && minutes !== null && (
        <>
          <h3 className="simulator-head">{t('ten.assume.title')}</h3>
          <ul className="simulator-assumptions">
            <li>{t('ten.assume.left')}</li>
            <li>{t('ten.assume.minutes', { low: voice.number(minutes.low), high: voice.number(minutes.high) })}</li>
            <li>{t('ten.assume.turns')}</li>
            <li>{t('ten.assume.quiet')}</li>
            <li>{t('ten.assume.unseen')}</li>
          </ul>
        </>
      )}
    </Card>
  );
}
