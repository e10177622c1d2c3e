import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import type { Failure } from '../../contract/outcome.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useOperation } from '../state/use-operation.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Answer } from './Answer.tsx';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import './content.css';

type Backup = OperationValue<'backups.list'>['backups'][number];

export interface BackupListProps {
  /** A project of the list of recent ones; the open one when left out. */
  readonly recentId?: string;
  readonly onRestored: () => void;
}

/** The copies of a project, the latest first: one is made now, or gone back to after a second word. */
export function BackupList({ recentId, onRestored }: BackupListProps) {
  const { t } = useTranslation('notes');
  const formats = useFormats();
  const workbench = useWorkbench();
  const whose = recentId === undefined ? {} : { recentId };
  const state = useOperation('backups.list', whose);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isCopying, setCopying] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async (): Promise<void> => {
    setCopying(true);
    const outcome = await workbench.run('backups.make', {});
    setCopying(false);
    setFailure(outcome.ok ? null : outcome.failure);
  };
  const restore = async ({ name }: Backup): Promise<void> => {
    const outcome = await workbench.run('backups.restore', { ...whose, name });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    void workbench.analyse();
    onRestored();
  };
  return (
    <Answer state={state} shape="lines" rows={3}>
      {({ backups }) => (
        <div className="backups">
          <p className="quiet-text">{t('backups.note')}</p>
          {failure !== null && <FailureNotice compact failure={failure} />}
          {backups.length === 0 ? <p className="quiet-text">{t('backups.none')}</p> : (
            <ul className="backup-list">
              {backups.map((backup) => {
                const date = formats.dateTime(backup.atMs);
                return (
                  <li key={backup.name} className="backup-row">
                    <span>{date}{backup.replaced && <em className="backup-kind">{t('backups.replaced')}</em>}</span>
                    <span className="backup-size">{formats.bytes(backup.bytes)}</span>
                    {chosen === backup.name ? (
                      <span className="backup-sure" role="group">
                        <span>{t('backups.sure', { date })}</span>
                        <Button size="small" onPress={() => setChosen(null)}>{t('backups.no')}</Button>
                        <Button size="small" variant="primary" autoFocus onPress={() => void restore(backup)}>{t('backups.yes')}</Button>
                      </span>
                    ) : <Button size="small" variant="plain" aria-label={t('backups.restoreLabel', { date })} onPress={() => setChosen(backup.name)}>{t('backups.restore')}</Button>}
                  </li>
                );
              })}
            </ul>
          )}
          {recentId === undefined && <div className="form-buttons"><Button isDisabled={isCopying} onPress={() => void make()}>{t(isCopying ? 'backups.making' : 'backups.make')}</Button></div>}
        </div>
      )}
    </Answer>
  );
}
