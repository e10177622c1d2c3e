import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Preview } from './import-draft.ts';

/** The first messages of a file as they will stand in the project: what a mapping or a format makes of them. */
export function RecordsCard({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('importing');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  const rows = preview.records.slice(0, 8).map((record, position) => ({ ...record, position }));
  return (
    <Card title={t('recordsTitle')} subtitle={rows.length === 0 ? t('recordsNone') : t('recordsText')}>
      {rows.length > 0 && (
        <div className="table-scroll" role="group" tabIndex={0} aria-label={t('recordsTitle')}>
          <DataTable
            dense
            caption={t('recordsTitle')}
            rows={rows}
            rowKey={({ position }) => String(position)}
            columns={[
              { key: 'kind', label: t('fields.kind'), cell: ({ kind }) => codes(`kind.${kind}`) },
              { key: 'author', label: t('fields.author'), cell: ({ author }) => author ?? <span className="quiet-text">{t('notSaid')}</span> },
              { key: 'at', label: t('fields.createdAt'), cell: ({ atMs, precision }) => (atMs === null ? <span className="quiet-text">{t('notSaid')}</span> : precision === 'day' ? formats.date(atMs) : precision === 'relative' ? t('about', { date: formats.date(atMs) }) : formats.dateTime(atMs)) },
              { key: 'container', label: t('fields.container'), cell: ({ container }) => container ?? <span className="quiet-text">{t('notSaid')}</span> },
              { key: 'text', label: t('fields.text'), cell: ({ text }) => <span className="record-text">{text ?? <span className="quiet-text">{t('noText')}</span>}</span> },
            ]}
          />
        </div>
      )}
    </Card>
  );
}
