import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WithFiles } from '../../../contract/bridge.ts';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { BackupList } from '../../ui/BackupList.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

type Salvage = OperationValue<'project.salvage'>;

interface BrokenProjectProps {
  readonly name: string;
  readonly project: WithFiles<OperationInput<'project.salvage'>>;
  /** The project's place in the list of recent ones; null when it was chosen as a file. */
  readonly recentId: string | null;
  readonly onRestored: () => void;
}

const KINDS = ['messages', 'accounts', 'decisions'] as const;

/** What came out of a damaged project, kind by kind, with what did not, and where it lies. */
function SalvageAccount({ account }: { readonly account: Salvage }) {
  const { t } = useTranslation('start');
  const formats = useFormats();
  return (
    <div className="salvage-account" role="status">
      <ul>
        {KINDS.map((kind) => {
          const { read, unreadableRows, unreadablePages } = account[kind];
          const losses = [
            ...(unreadableRows > 0 ? [t('salvage.rows', { count: unreadableRows, n: formats.count(unreadableRows) })] : []),
            ...(unreadablePages > 0 ? [t('salvage.pages', { count: unreadablePages, n: formats.count(unreadablePages) })] : []),
          ];
          return (
            <li key={kind}>
              <strong>{t(`salvage.${kind}`, { count: read, n: formats.count(read) })}</strong>
              <span>{losses.length === 0 ? t('salvage.noLoss') : t('salvage.loss', { what: losses.join(', ') })}</span>
            </li>
          );
        })}
      </ul>
      {account.declared !== null && <p className="quiet-text">{t('salvage.declared', { count: account.declared, n: formats.count(account.declared) })}</p>}
      <p>{t(account.beside ? 'salvage.beside' : 'salvage.elsewhere', { folder: account.folder })}</p>
    </div>
  );
}

/** The ways out of a project that does not open: back to a copy, or what can still be read of it written into a new folder. */
export function BrokenProject({ name, project, recentId, onRestored }: BrokenProjectProps) {
  const { t } = useTranslation('start');
  const { t: notes } = useTranslation('notes');
  const workbench = useWorkbench();
  const [isWriting, setWriting] = useState(false);
  const [account, setAccount] = useState<Salvage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (): Promise<void> => {
    setWriting(true);
    const outcome = await workbench.run('project.salvage', project);
    setWriting(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setAccount(outcome.value);
  };
  return (
    <section className="start-backups" aria-labelledby="broken-project">
      <h2 id="broken-project">{notes('backups.broken', { name })}</h2>
      {recentId !== null && <BackupList recentId={recentId} onRestored={onRestored} />}
      <h3>{t('salvage.title')}</h3>
      <p className="quiet-text">{t('salvage.text')}</p>
      {failure !== null && <FailureNotice compact failure={failure} where={name} />}
      {account === null ? <Button isDisabled={isWriting} icon={<FileOutput size={16} aria-hidden="true" />} onPress={() => void write()}>{t(isWriting ? 'salvage.writing' : 'salvage.action')}</Button> : <SalvageAccount account={account} />}
    </section>
  );
}
