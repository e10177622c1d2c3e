import { useTranslation } from 'react-i18next';
import { importing } from '../../i18n/it/importing.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { missingFields, takenDrafts, type ImportDraft, type MappingField, type Preview } from './import-draft.ts';
import { ColumnFacts } from './ColumnFacts.tsx';
import { TemplateBar } from './TemplateBar.tsx';
import { RecordsCard } from './RecordsCard.tsx';
import { TimesCard } from './TimesCard.tsx';
import { useImportDesk } from './use-import-desk.ts';

const FIELDS = Object.keys(importing.fields) as MappingField[];
const MOST_TABS = 5;

/** What each column is, over the first rows of the file, and how its times are read. */
export function MappingStep() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const { desk, state } = useImportDesk();
  const taken = takenDrafts(state);
  const draft = taken.find(({ id }) => id === state.shown) ?? taken[0];
  if (draft === undefined) return null;
  const look = state.previews[draft.id];
  const tabs = taken.map(({ id, path }) => ({ value: id, label: path }));
  const show = (shown: string): void => desk.change({ shown });
  return (
    <>
      {tabs.length > 1 && tabs.length <= MOST_TABS && <Segmented label={t('fileList')} value={draft.id} options={tabs} onChange={show} />}
      {tabs.length > MOST_TABS && <Select label={t('fileList')} value={draft.id} options={tabs} onChange={show} />}
      {look?.failure != null && <FailureNotice failure={look.failure} where={draft.path} />}
      {look?.preview == null ? (
        look?.failure == null && <Skeleton shape="table" rows={6} label={common('loading')} />
      ) : (
        <>
          {look.preview.isTable && <ColumnsCard draft={draft} preview={look.preview} pending={look.pending} />}
          <TimesCard draft={draft} preview={look.preview} />
          <RecordsCard preview={look.preview} />
        </>
      )}
    </>
  );
}

interface ColumnsCardProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
  readonly pending: boolean;
}

function ColumnsCard({ draft, preview, pending }: ColumnsCardProps) {
  const { t } = useTranslation('importing');
  const { desk, state } = useImportDesk();
  const counted = state.columns[draft.id];
  const isCounting = useStore(useWorkbench().jobs.running).some(({ name }) => name === 'import.columns');
  const missing = missingFields(preview);
  const setField = (column: string, field: MappingField | 'unused'): void => {
    const now = Object.fromEntries(preview.columns.flatMap(({ name, field: given }) => (given === null ? [] : [[name, given] as const])));
    const others = Object.entries(now).filter(([name, given]) => name !== column && given !== field);
    desk.changeDraft(draft.id, { columns: Object.fromEntries(field === 'unused' ? others : [...others, [column, field]]) });
  };
  const options = [{ value: 'unused' as const, label: t('notUsed') }, ...FIELDS.map((field) => ({ value: field, label: t(`fields.${field}`) }))];
  return (
    <Card
      title={t('mappingTitle')}
      subtitle={t('mappingText')}
      actions={
        <Button variant="plain" isDisabled={isCounting} onPress={() => void desk.countColumns(draft.id)}>
          {isCounting ? t('columnsCounting') : t('columnsCount')}
        </Button>
      }
    >
      {missing.length > 0 && (
        <p className="notice notice-warm" role="status">
          <strong>{t('missingTitle')}.</strong> {t('missingText', { fields: missing.map((field) => t(`fields.${field}`)).join(', ') })}
        </p>
      )}
      <div className="table-scroll preview-scroll" role="group" aria-label={t('previewRows', { file: preview.fileName })} tabIndex={0} aria-busy={pending}>
        <table className="table table-dense preview-table">
          <thead>
            <tr>
              {preview.columns.map(({ name, field }, position) => (
                <th key={name} scope="col" className={field === null ? 'column-unused' : undefined}>
                  <span className="preview-column">{name}</span>
                  {counted?.counts[position] !== undefined && <ColumnFacts counts={counted.counts[position]} distinctLimit={counted.distinctLimit} />}
                  <Select size="small" hideLabel label={t('columnField', { column: name })} value={field ?? 'unused'} onChange={(value) => setField(name, value)} options={options} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 8).map((cells, row) => (
              <tr key={row}>
                {preview.columns.map(({ name, field }, column) => (
                  <td key={name} className={field === null ? 'column-unused' : undefined}>
                    <span className="preview-cell">{cells[column] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TemplateBar draft={draft} preview={preview} />
    </Card>
  );
}
