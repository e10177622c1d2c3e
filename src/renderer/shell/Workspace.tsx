import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RetentionNotice } from '../features/data/RetentionNotice.tsx';
import { ImportNotice } from '../features/import/ImportNotice.tsx';
import { useLocation } from '../state/navigation.ts';
import { useStore } from '../state/store.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { BackupList } from '../ui/BackupList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DropTarget } from './DropTarget.tsx';
import { EmptyProject } from './EmptyProject.tsx';
import { FailureBoundary } from './FailureBoundary.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PreferencesDialog } from './PreferencesDialog.tsx';
import { ProjectBar } from './ProjectBar.tsx';
import { Rail } from './Rail.tsx';
import { viewAt } from './room-views.tsx';
import { SaveCopyDialog } from './SaveCopyDialog.tsx';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';
import { SidePanelRegion } from './SidePanelRegion.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TourCard } from './TourCard.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { useCommands } from './use-commands.ts';
import { useIncomingFiles } from './use-incoming-files.ts';
import { useMenuCommands } from './use-menu-commands.ts';
import './shell.css';

type Sheet = 'palette' | 'shortcuts' | 'filter' | 'views' | 'history' | 'backups' | 'preferences' | null;

/** The frame around an open project: rail, project bar, room, side panel, status line. */
export function Workspace() {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const { t: notes } = useTranslation('notes');
  const workbench = useWorkbench();
  const { path } = useLocation();
  const [sheet, setSheet] = useState<Sheet>(null);
  const failure = useStore(workbench.failure);
  const filePicker = useRef<HTMLInputElement>(null);
  const takeFiles = useIncomingFiles();
  const surfaces = useMemo(
    () => ({
      openPalette: () => setSheet('palette'),
      openShortcuts: () => setSheet('shortcuts'),
      openFilter: () => setSheet('filter'),
      openViews: () => setSheet('views'),
      openHistory: () => setSheet('history'),
      openBackups: () => setSheet('backups'),
      openPreferences: () => setSheet('preferences'),
      chooseFiles: () => filePicker.current?.click(),
    }),
    [],
  );
  const commands = useCommands(surfaces);
  useCommandKeys(commands);
  useMenuCommands(commands);
  useEffect(() => {
    void workbench.analyse();
  }, [workbench]);

  const { room, View } = viewAt(path[0]);
  const project = useProject();
  const isEmpty = project.messages === 0 && room !== 'data';
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [room]);
  const title = t(`rooms.${room}`);
  useEffect(() => {
    document.title = `${title} · Tribuna`;
  }, [title]);

  return (
    <div className="workspace">
      <a className="skip-link" href="#content" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t('skip')}
      </a>
      <Rail />
      <div className="workspace-main">
        <ProjectBar commands={commands} filterOpen={sheet === 'filter'} onFilterOpenChange={(isOpen) => setSheet(isOpen ? 'filter' : null)} viewsOpen={sheet === 'views'} onViewsOpenChange={(isOpen) => setSheet(isOpen ? 'views' : null)} />
        <div className="workspace-body">
          <main ref={main} id="content" className="workspace-content" tabIndex={-1}>
            {failure !== null && <FailureNotice failure={failure} onDismiss={() => workbench.failure.set(null)} />}
            <FailureBoundary place={path.join('/')}>
              <Suspense fallback={<Skeleton shape="lines" rows={3} label={common('loading')} />}>
                {room === 'overview' && <ImportNotice />}
                {room === 'overview' && <RetentionNotice />}
                {isEmpty ? <EmptyProject room={room} onImport={project.readOnly ? null : surfaces.chooseFiles} /> : <View />}
              </Suspense>
            </FailureBoundary>
          </main>
          <SidePanelRegion />
        </div>
        <StatusLine />
      </div>
      <CommandPalette commands={commands} isOpen={sheet === 'palette'} onClose={() => setSheet(null)} />
      <Dialog title={notes('backups.title')} isOpen={sheet === 'backups'} onClose={() => setSheet(null)} width="wide">{sheet === 'backups' && <BackupList onRestored={() => setSheet(null)} />}</Dialog>
      <HistoryDialog isOpen={sheet === 'history'} onClose={() => setSheet(null)} />
      <PreferencesDialog isOpen={sheet === 'preferences'} onClose={() => setSheet(null)} />
      <ShortcutsSheet commands={commands} isOpen={sheet === 'shortcuts'} onClose={() => setSheet(null)} />
      <SaveCopyDialog />
      <TourCard />
      <DropTarget onFiles={takeFiles} />
      <input
        ref={filePicker}
        type="file"
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) takeFiles(files);
        }}
      />
    </div>
  );
}
