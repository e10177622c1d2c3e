import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { answeredWords, type ProbesValue } from './probe-words.ts';

const SHOWN_STEPS = 12;

/** Probes against the public's requests, kind by kind; from twenty probes on their waits as a curve. */
export function ProbeGroupsCard({ value: { groups, curve } }: { readonly value: ProbesValue }) {
  const { t } = useTranslation('probes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { clock: _clock, ...scope } = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${voice.inHundred(Math.abs(share))}`;
  const nameOf = (intent: ProbesValue['groups'][number]['intent']): string => (intent === null ? t('groups.all') : voice.text(`codes.intent.${intent}`));
  const every = Math.max(1, Math.ceil(curve.length / SHOWN_STEPS));
  return (
    <Card title={t('groups.title')} subtitle={t('groups.subtitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('probes')}>{charts('frame.definition')}</Button>}>
      <DataTable
        dense
        caption={t('groups.title')}
        rows={groups}
        rowKey={({ intent }) => intent ?? 'all'}
        columns={[
          { key: 'intent', label: t('column.intent'), cell: ({ intent }) => nameOf(intent) },
          { key: 'probes', label: t('groups.probes'), align: 'end', cell: ({ probes }) => answeredWords(probes, voice) },
          { key: 'public', label: t('groups.public'), align: 'end', cell: ({ intent, public: others }) => {
            if (others.n === 0) return t('groups.none');
            const words = others.tooFew ? t('groups.tooFew', { n: voice.count(others.n) }) : answeredWords(others, voice);
            return <Button variant="plain" size="small" aria-label={`${words}: ${t('groups.public')}, ${nameOf(intent)}`} onPress={() => openMessages({ ...scope, requests: intent === null ? { by: 'none' } : { by: 'intent', key: intent } }, { title: `${t('groups.public')}, ${nameOf(intent)}` })}>{words}</Button>;
          } },
          { key: 'difference', label: t('groups.difference'), align: 'end', cell: ({ difference }) => (difference === null ? t('groups.none') : t('groups.share', { share: signed(difference.estimate), low: signed(difference.low), high: signed(difference.high) })) },
        ]}
      />
      {curve.length > 0 && (
        <>
          <h3 className="probe-curve-title">{t('curve.title')}</h3>
          <DataTable
            dense
            caption={t('curve.title')}
            rows={curve.filter((_, at) => at % every === 0 || at === curve.length - 1)}
            rowKey={({ atSeconds }) => atSeconds}
            columns={[
              { key: 'after', label: t('curve.after'), cell: ({ atSeconds }) => voice.duration(atSeconds) },
              { key: 'waiting', label: t('curve.waiting'), align: 'end', cell: ({ waiting, low, high }) => t('groups.share', { share: voice.inHundred(waiting), low: voice.inHundred(low), high: voice.inHundred(high) }) },
            ]}
          />
        </>
      )}
    </Card>
  );
}
