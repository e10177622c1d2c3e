import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Origins } from './origin-words.ts';

/** People who had asked for what was announced later, with what they wrote. */
export function CreditsCard({ value: { credits } }: { readonly value: Origins }) {
  const { t } = useTranslation('origins');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  return (
    <Card title={t('credits.title')} subtitle={t('credits.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('credits.title')}`} onPress={() => openMetric('origins')}>{charts('frame.definition')}</Button>}>
      {credits.length === 0 ? <p className="quiet-text">{t('credits.none')}</p> : (
        <DataTable
          dense
          caption={t('credits.title')}
          rows={credits}
          rowKey={({ accountId }) => accountId}
          columns={[
            { key: 'person', label: t('credits.person'), cell: ({ name, messageIds }) => <Button size="small" variant="plain" aria-label={t('credits.messages', { name: name ?? t('credits.unknown') })} onPress={() => openMessages({ messageIds }, { title: name ?? t('credits.unknown'), count: messageIds.length })}>{name ?? t('credits.unknown')}</Button> },
            { key: 'first', label: t('credits.first'), align: 'end', cell: ({ first }) => voice.count(first) },
            { key: 'announcements', label: t('credits.announcements'), align: 'end', cell: ({ announcements }) => voice.count(announcements) },
          ]}
        />
      )}
    </Card>
  );
}
