import { Database, FileInput, FolderOpen } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { filesOfFolder } from '../../state/dropped-files.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NothingToImportInto } from '../../ui/NothingToImportInto.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { BrandsCard } from './BrandsCard.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { CoverageDetailCard } from './CoverageDetailCard.tsx';
import { DataSheetCard } from './DataSheetCard.tsx';
import { DuplicatesPage } from './DuplicatesPage.tsx';
import { ImportAccountPage } from './ImportAccountPage.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { RulesCard } from './RulesCard.tsx';
import { ImportLedger } from './ImportLedger.tsx';
import './data.css';

/** Dati: what came in, what is missing, who speaks for whom; and one page for each import, one for likely copies. */
export function DataRoom() {
  const { path } = useLocation();
  const [, page, id] = path;
  if (page === 'import' && /^\d{1,9}$/.test(id ?? '')) return <ImportAccountPage importId={Number(id)} />;
  if (page === 'duplicates') return <DuplicatesPage />;
  return <DataOverview />;
}

function DataOverview() {
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  const project = useProject();
  const imports = useOperation('import.list', {});
  const overview = useOperation('overview', project.messages > 0 ? {} : null);
  const isEmpty = imports.status === 'value' && imports.value.imports.length === 0;
  const kept = imports.status === 'value' ? imports.value.imports.filter(({ undone }) => !undone).length : 0;

  const lead = (): string | undefined => {
    if (overview.status !== 'value' || kept === 0) return undefined;
    const poor = containersWithoutReplies(overview.value);
    if (poor > 0) return t('leadPoor', { count: poor, n: formats.count(poor) });
    return t('leadComplete', { count: kept, n: formats.count(kept), messages: formats.count(project.messages) });
  };

  return (
    <RoomPage title={shell('rooms.data')} question={t('question')} lead={lead()} actions={!isEmpty && !project.readOnly && <ImportButtons />}>
      <Answer state={imports} shape="table" where={t('ledger')}>
        {({ imports: rows }) =>
          rows.length === 0 ? (
            project.readOnly ? <NothingToImportInto /> : <EmptyState icon={<Database size={36} />} title={t('emptyTitle')} text={t('emptyText')} action={<ImportButtons />} />
          ) : (
            <div className="data-room">
              <ImportLedger imports={rows} />
              {project.messages > 0 && (
                <Answer state={overview} shape="table" where={t('coverage')}>
                  {(value) => <CoverageCard overview={value} />}
                </Answer>
              )}
              {project.messages > 0 && <CoverageDetailCard />}
              <BrandsCard />
              <RulesCard isReadOnly={project.readOnly} />
              <DataSheetCard />
              <PrivacyCard />
            </div>
          )
        }
      </Answer>
    </RoomPage>
  );
}

/** Containers of the own brand, or of nobody, that hold no reply of it; a competitor's silence is no gap of these data. */
function containersWithoutReplies({ coverage, brand: ownBrand }: OperationValue<'overview'>): number {
  return coverage.filter(({ replies, brand }) => replies === 'absent' && (brand === null || brand === ownBrand)).length;
}

/** Two ways in beside dropping: files, or a folder with all that lies below it. */
function ImportButtons() {
  const { t } = useTranslation('data');
  const workbench = useWorkbench();
  const { go } = useLocation();
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    workbench.waitingFiles.set([...workbench.waitingFiles.get(), ...files]);
    go({ path: ['import'] });
  };
  return (
    <span className="import-buttons">
      <FileTrigger allowsMultiple onSelect={(files) => take(files === null ? [] : [...files])}>
        <Button variant="primary" icon={<FileInput size={16} aria-hidden="true" />}>
          {t('importAction')}
        </Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={(files) => take(files === null ? [] : filesOfFolder(files))}>
        <Button variant="quiet" icon={<FolderOpen size={16} aria-hidden="true" />}>
          {t('importFolder')}
        </Button>
      </FileTrigger>
    </span>
  );
}
