import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { importing } from '../../i18n/it/importing.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { DateOrder, ImportDraft, Preview } from './import-draft.ts';
import { useImportDesk } from './use-import-desk.ts';

const ORDERS = Object.keys(importing.dateOrders) as DateOrder[];

interface TimesCardProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
}

/** How the times of a file are read: order, zone, when the data were collected, with three examples. */
export function TimesCard({ draft, preview }: TimesCardProps) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const project = useProject();
  const { desk } = useImportDesk();
  const { dates } = preview;
  const order = draft.dateOrder ?? ORDERS.find((known) => known === dates.order) ?? null;
  const zones = [...new Set([draft.timeZone ?? project.timeZone, 'Europe/Rome', 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  const change = (part: Partial<ImportDraft>): void => desk.changeDraft(draft.id, part);
  const hasColumn = preview.columns.some(({ field }) => field === 'createdAt');
  const hasTimes = hasColumn || !preview.isTable;
  const readings = dates.ambiguous ? dates.readings.flatMap((reading) => ORDERS.filter((known) => known === reading.order).map((known) => ({ ...reading, order: known }))) : [];
  return (
    <Card title={t('timesTitle')} subtitle={hasColumn || dates.ambiguous ? t('timesText') : hasTimes ? t('timesKnown') : t('noDates')}>
      {hasTimes && (
        <div className="field-grid">
          {(hasColumn || dates.ambiguous || draft.dateOrder !== undefined) && <Select
            label={t('dateOrder')}
            value={dates.ambiguous ? null : order}
            placeholder={t('dateChoose')}
            error={dates.ambiguous ? t('dateAmbiguous') : undefined}
            onChange={(dateOrder) => change({ dateOrder })}
            options={ORDERS.map((value) => ({ value, label: t(`dateOrders.${value}`) }))}
          />}
          {(dates.zoneNeeded || !preview.isTable) && (
            <Select label={t('zone')} description={preview.isTable ? t('zoneHint') : t('zoneHintFormat')} value={draft.timeZone ?? project.timeZone} onChange={(timeZone) => change({ timeZone })} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
          )}
          <DateField
            withTime
            label={t('collectedAt')}
            description={preview.collectedAtMs !== null && draft.collectedAt === undefined ? t('collectedKnown', { date: formats.dateTime(preview.collectedAtMs) }) : t('collectedHint')}
            value={draft.collectedAt ?? ''}
            onChange={(collectedAt) => change({ collectedAt })}
          />
        </div>
      )}
      {readings.length > 1 && <ReadingsTable draft={draft} preview={preview} readings={readings} />}
      {hasTimes && readings.length <= 1 && dates.examples.length > 0 && (
        <DataTable
          dense
          caption={t('timesText')}
          rows={dates.examples.slice(0, 3)}
          rowKey={({ written }) => written}
          columns={[
            { key: 'written', label: t('written'), cell: ({ written }) => <code>{written}</code> },
            { key: 'read', label: t('readAs'), cell: ({ readAsMs }) => (readAsMs === null ? <span className="quiet-text">{dates.ambiguous ? t('dateChoose') : t('unreadable')}</span> : formats.dateTime(readAsMs)) },
          ]}
        />
      )}
    </Card>
  );
}

interface ReadingsTableProps extends TimesCardProps {
  readonly readings: readonly { readonly order: DateOrder; readonly readAsMs: readonly (number | null)[] }[];
}

/** The same dates under every order that could be meant, side by side: one look tells which is right. */
function ReadingsTable({ draft, preview, readings }: ReadingsTableProps) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { desk } = useImportDesk();
  return (
    <DataTable
      dense
      caption={t('readingsTitle')}
      rows={preview.dates.examples.map(({ written }, position) => ({ written, position }))}
      rowKey={({ position }) => position}
      columns={[
        { key: 'written', label: preview.isTable ? t('written') : t('writtenMessage'), cell: ({ written }) => <code>{written}</code> },
        ...readings.map(({ order, readAsMs }) => ({
          key: order,
          label: (
            <Button size="small" variant={draft.dateOrder === order ? 'primary' : 'quiet'} onPress={() => desk.changeDraft(draft.id, { dateOrder: order })}>
              {t(`orderShort.${order}`)}
            </Button>
          ),
          cell: ({ position }: { readonly position: number }) => {
            const ms = readAsMs[position] ?? null;
            return ms === null ? <span className="quiet-text">{t('unreadable')}</span> : formats.date(ms);
          },
        })),
      ]}
    />
  );
}
