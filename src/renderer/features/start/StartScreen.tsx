import { FilePlus2, FolderOpen, Coffee, Save } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { beginCopy } from '../../state/save-copy.ts';
import { useStore } from '../../state/store.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BrokenProject } from './BrokenProject.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { useProjectDoors } from './use-project-doors.ts';
import './start.css';

interface StartScreenProps {
  readonly app: OperationValue<'app.state'>;
  /** Language and theme, and what takes dropped files: given by the frame. */
  readonly appearance: ReactNode;
  /** Lets the native menu open the doors. */
  readonly onCommands: (commands: readonly { readonly id: string; readonly isEnabled: boolean; readonly run: () => void }[]) => void;
}

/** Failures after which something of a project may still be had. */
const WITH_A_WAY_OUT: ReadonlySet<string> = new Set(['corrupt-project', 'io-error']);

/** The first screen: the sample, a new project, an existing one; then the recent ones. */
export function StartScreen({ app, appearance, onCommands }: StartScreenProps) {
  const { t } = useTranslation('start');
  const { t: notes } = useTranslation('notes');
  const formats = useFormats();
  const workbench = useWorkbench();
  const doors = useProjectDoors(app.capabilities.dialogs);
  const waiting = useStore(workbench.waitingFiles);
  const dropped = useStore(workbench.failure);
  const { t: saving } = useTranslation('saving');
  const jobs = useStore(workbench.jobs.running);
  const job = jobs.find(({ name: of }) => of === 'project.openSample');
  const [name, setName] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { openSample, open } = doors;

  const commands = useMemo(
    () => [
      { id: 'project.new', isEnabled: true, run: () => nameField.current?.focus() },
      { id: 'project.open', isEnabled: true, run: () => void open(() => picker.current?.click()) },
      { id: 'project.openSample', isEnabled: true, run: () => void openSample() },
    ],
    [open, openSample],
  );
  useEffect(() => {
    onCommands(commands);
  }, [commands, onCommands]);
  useEffect(() => {
    document.title = 'Tribuna';
  }, []);

  const broken = doors.failure !== null && WITH_A_WAY_OUT.has(doors.failure.failure.code) ? doors.failure : null;
  // what lies where it cannot be written opens as a copy elsewhere
  const fixed = doors.failure?.failure.code === 'read-only-project' && doors.failure.project !== null ? { from: doors.failure.project, name: (doors.failure.where ?? '').replace(/\.tribuna$/i, '') } : null;
  const isSaving = jobs.some(({ name: of }) => of === 'project.saveCopy');
  const progress = job?.progress ?? null;
  const share = progress?.total != null && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <main className="start">
      <header className="start-head">
        <div>
          <p className="start-mark" aria-hidden="true">
            <svg viewBox="0 0 24 24" width="40" height="40">
              <path d="M3 19h18M5.5 15h13M8 11h8M10.5 7h3" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
            </svg>
          </p>
          <h1 className="start-title">Tribuna</h1>
          <p className="start-claim">{t('claim')}</p>
        </div>
        <div className="start-appearance">{appearance}</div>
      </header>

      {doors.failure !== null && (
        <FailureNotice
          failure={doors.failure.failure}
          {...(doors.failure.where === null ? {} : { where: doors.failure.where })}
          onDismiss={doors.dismiss}
          {...(fixed === null ? {} : { action: <Button size="small" isDisabled={isSaving} icon={<Save size={14} aria-hidden="true" />} onPress={() => void beginCopy(workbench, 'as', fixed)}>{saving(isSaving ? 'saving' : 'as')}</Button> })}
        />
      )}
      {broken?.project != null && <BrokenProject key={broken.where} name={broken.where ?? ''} project={broken.project} recentId={broken.recentId} onRestored={doors.dismiss} />}
      {dropped !== null && <FailureNotice failure={dropped} onDismiss={() => workbench.failure.set(null)} />}
      {waiting.length > 0 && (
        <p className="notice notice-gold" role="status">
          {t('pending', { count: waiting.length, n: formats.count(waiting.length) })}
        </p>
      )}

      <div className="doors">
        <section className="door door-main">
          <Coffee size={24} aria-hidden="true" />
          <h2>{t('sampleTitle')}</h2>
          <p>{t('sampleText')}</p>
          {job !== undefined ? (
            <Progress label={t('preparing')} share={share} {...(share === null ? {} : { detail: formats.floorPercent(share) })} />
          ) : (
            <>
              <Button variant="primary" isDisabled={doors.busy} onPress={() => void openSample()}>
                {t('sampleAction')}
              </Button>
              <Button
                variant="plain"
                size="small"
                isDisabled={doors.busy}
                onPress={() => {
                  workbench.tour.set(0);
                  void openSample();
                }}
              >
                {notes('tour.command')}
              </Button>
            </>
          )}
        </section>
        <section className="door">
          <FilePlus2 size={24} aria-hidden="true" />
          <h2>{t('newTitle')}</h2>
          <p>{t('newText')}</p>
          <form
            className="door-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') void doors.create(name.trim());
            }}
          >
            <TextField label={t('newName')} placeholder={t('newNamePlaceholder')} maxLength={120} value={name} onChange={setName} inputRef={nameField} />
            <Button type="submit" isDisabled={doors.busy || name.trim() === ''}>
              {t('newAction')}
            </Button>
          </form>
        </section>
        <section className="door">
          <FolderOpen size={24} aria-hidden="true" />
          <h2>{t('openTitle')}</h2>
          <p>{t('openText')}</p>
          <Button isDisabled={doors.busy} onPress={() => void open(() => picker.current?.click())}>
            {t('openAction')}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".tribuna"
            hidden
            aria-hidden="true"
            tabIndex={-1}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = '';
              if (file !== undefined) void doors.openFile(file);
            }}
          />
        </section>
      </div>

      <RecentProjects recent={app.recent} busy={doors.busy} onOpen={(recent) => void doors.openRecent(recent)} />
      <footer className="start-foot">
        <span>{t('dropHint')}</span>
        <span>
          {t('offline')} · {t('version', { version: app.version })}
        </span>
      </footer>
    </main>
  );
}
