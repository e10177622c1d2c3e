import { ArchiveRestore, ChevronDown, Command, CopyPlus, FileInput, History, LogOut, Redo2, Save, StickyNote, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { FilterBar } from './FilterBar.tsx';
import { isMac, shownKey } from './keys.ts';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { Command as WorkbenchCommand } from './use-commands.ts';
import { ViewsButton } from './ViewsButton.tsx';
import { changeWords } from './change-words.ts';

interface ProjectBarProps {
  readonly commands: readonly WorkbenchCommand[];
  readonly filterOpen: boolean;
  readonly onFilterOpenChange: (isOpen: boolean) => void;
  readonly viewsOpen: boolean;
  readonly onViewsOpenChange: (isOpen: boolean) => void;
}

/** Name, window, filters, undo, level, settings: what holds in every room. */
export function ProjectBar({ commands, filterOpen, onFilterOpenChange, viewsOpen, onViewsOpenChange }: ProjectBarProps) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const project = useProject();
  const { level, set } = usePreferences();
  const options = useOperation('filters.options', project.messages === 0 ? null : {});
  const window = options.status === 'value' && options.value.fromMs !== null && options.value.toMs !== null ? { from: formats.shortDate(options.value.fromMs), to: formats.shortDate(options.value.toMs) } : null;
  const [undoes, redoes] = [changeWords(project.undo, t), changeWords(project.redo, t)];
  const mac = isMac();
  const command = (id: string): WorkbenchCommand | undefined => commands.find((candidate) => candidate.id === id);
  const key = (id: string): string => shownKey(command(id)?.keys[0] ?? '', mac);
  const run = (id: string) => () => command(id)?.run();
  return (
    <header className="project-bar" aria-label={t('projectBar')}>
      <div className="project-line">
        <Menu
          label={t('projectMenu', { name: project.name })}
          trigger={
            <Button variant="plain" className="project-name" aria-label={t('projectMenu', { name: project.name })}>
              {project.name}
              <ChevronDown size={16} aria-hidden="true" />
            </Button>
          }
          entries={[
            { id: 'import', label: t('importFiles'), icon: <FileInput size={16} aria-hidden="true" />, shortcut: key('import'), isDisabled: project.readOnly },
            { id: 'project.saveAs', label: command('project.saveAs')?.label ?? '', icon: <Save size={16} aria-hidden="true" />, shortcut: key('project.saveAs') },
            { id: 'project.saveCopy', label: command('project.saveCopy')?.label ?? '', icon: <CopyPlus size={16} aria-hidden="true" /> },
            { id: 'history', label: command('history')?.label ?? '', icon: <History size={16} aria-hidden="true" />, shortcut: key('history') },
            { id: 'backups', label: command('backups')?.label ?? '', icon: <ArchiveRestore size={16} aria-hidden="true" /> },
            { id: 'notes', label: command('notes')?.label ?? '', icon: <StickyNote size={16} aria-hidden="true" /> },
            { id: 'project.close', label: t('closeProject'), icon: <LogOut size={16} aria-hidden="true" /> },
          ]}
          onAction={(id) => command(id)?.run()}
        />
        {window !== null && (
          <span className="project-window" title={t('windowFull', window)}>
            {t('window', window)}
          </span>
        )}
        {project.messages > 0 && <FilterBar isOpen={filterOpen} onOpenChange={onFilterOpenChange} />}
        <div className="project-tools">
          <IconButton icon={<Undo2 size={18} />} label={undoes === null ? t('undo') : t('undoWhat', { what: undoes })} shortcut={key('undo')} isDisabled={command('undo')?.isEnabled !== true} onPress={run('undo')} />
          <IconButton icon={<Redo2 size={18} />} label={redoes === null ? t('redo') : t('redoWhat', { what: redoes })} shortcut={key('redo')} isDisabled={command('redo')?.isEnabled !== true} onPress={run('redo')} />
          <ViewsButton isOpen={viewsOpen} onOpenChange={onViewsOpenChange} shortcut={key('keep-view')} />
          <IconButton icon={<Command size={18} />} label={t('palette')} shortcut={key('palette')} onPress={run('palette')} />
          <Segmented label={t('level')} value={level} onChange={(value) => set({ level: value })} options={[{ value: 'essential', label: t('levels.essential') }, { value: 'full', label: t('levels.full') }]} />
          <SettingsMenu onPreferences={run('preferences')} />
        </div>
      </div>
    </header>
  );
}
