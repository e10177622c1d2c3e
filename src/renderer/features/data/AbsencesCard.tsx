import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { ImportAccount } from './ImportAccountPage.tsx';

const STATES = ['vanished', 'notReExported', 'cameBack', 'hidden'] as const;

/** What was there and this file no longer holds, with the words that say no more than is known. */
export function AbsencesCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const { t: charts } = useTranslation('charts');
  const { openMetric } = useSidePanel();
  const formats = useFormats();
  const { absences } = account;
  return (
    <Card title={t('absencesTitle')} subtitle={absences.vanished > 0 ? t('absencesText') : t('absencesNone')} foot={<Button variant="plain" size="small" onPress={() => openMetric('vanished')}>{charts('frame.definition')}</Button>}>
      <dl className="count-grid">
        {STATES.filter((state) => absences[state] > 0).map((state) => (
          <div key={state}>
            <dt>{t(`absences.${state}`)}</dt>
            <dd>{formats.count(absences[state])}</dd>
          </div>
        ))}
      </dl>
      {absences.containers.length > 1 && (
        <DataTable
          dense
          caption={t('absencesTitle')}
          rows={absences.containers}
          rowKey={({ container }) => container}
          columns={[
            { key: 'container', label: t('fields.container'), cell: ({ container }) => container },
            { key: 'vanished', label: t('absences.vanished'), align: 'end', cell: ({ vanished }) => formats.count(vanished) },
            { key: 'outside', label: t('absences.notReExported'), align: 'end', cell: ({ notReExported }) => formats.count(notReExported) },
          ]}
        />
      )}
    </Card>
  );
}
