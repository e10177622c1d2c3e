import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../state/use-operation.ts';
import { usePeriodSteps } from '../state/use-period-steps.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { keepSentence, sentenceInView } from '../state/sentences.ts';
import { useStore } from '../state/store.ts';
import { beginCopy } from '../state/save-copy.ts';
import { openedSupport } from '../state/support.ts';
import { useWorkbench } from '../state/workbench.ts';
import { viewLocation, type KeptView } from './kept-views.ts';
import { AVAILABLE_ROOMS } from './room-views.tsx';

/** Something that can be done from a key, the palette or the native menu. */
export interface Command {
  /** As the native menu names it (`undo`, `room.tribes`). */
  readonly id: string;
  readonly group: 'rooms' | 'editing' | 'view';
  readonly label: string;
  /** Key names, the first one is shown. */
  readonly keys: readonly string[];
  readonly isEnabled: boolean;
  /** Why it cannot be done now, where that is worth saying. */
  readonly reason?: string | null;
  readonly run: () => void;
}

/** Sheets and lists that commands open. */
export interface CommandSurfaces {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly openFilter: () => void;
  readonly chooseFiles: () => void;
  readonly openViews: () => void;
  readonly openHistory: () => void;
  readonly openBackups: () => void;
  readonly openPreferences: () => void;
}

const NO_VIEWS: readonly KeptView[] = [];

/** Every command of an open project, in the reader's language. */
export function useCommands(surfaces: CommandSurfaces): readonly Command[] {
  const workbench = useWorkbench();
  const { t } = useTranslation('shell');
  const state = useStore(workbench.project);
  const { t: notes } = useTranslation('notes');
  const { t: definitions } = useTranslation('definitions');
  const { t: support } = useTranslation('support');
  const { t: saving } = useTranslation('saving');
  const { t: preferences } = useTranslation('preferences');
  const { theme, language, level, set } = usePreferences();
  const kept = useOperation('views.list', state.status === 'open' ? {} : null);
  const views = kept.status === 'value' ? kept.value.views : NO_VIEWS;
  const periodSteps = usePeriodSteps(state.status === 'open');
  return useMemo(() => {
    const project = state.status === 'open' ? state.project : null;
    const isOpen = project !== null;
    const act = async (name: 'history.undo' | 'history.redo' | 'project.close'): Promise<void> => {
      const outcome = await workbench.run(name, {});
      if (!outcome.ok) workbench.failure.set(outcome.failure);
      else if (name === 'project.close') workbench.panels.close();
      else void workbench.analyse();
    };
    const otherLevel = level === 'essential' ? 'full' : 'essential';
    const rooms: Command[] = AVAILABLE_ROOMS.map(({ id, key }) => ({
      id: `room.${id}`,
      group: 'rooms',
      label: t('commands.goTo', { room: t(`rooms.${id}`) }),
      keys: [key],
      isEnabled: isOpen,
      run: () => workbench.navigation.go({ path: [id] }),
    }));
    const toViews: Command[] = views.map((view) => ({
      id: `view.${view.id}`,
      group: 'view',
      label: notes('views.goTo', { name: view.name }),
      keys: [],
      isEnabled: isOpen,
      run: () => {
        workbench.navigation.go(viewLocation(view));
        if (view.level !== null) set({ level: view.level });
      },
    }));
    return [
      ...rooms,
      ...toViews,
      { id: 'import', group: 'editing', label: t('commands.importFiles'), keys: ['Mod+I'], isEnabled: isOpen && !project.readOnly, run: surfaces.chooseFiles },
      {
        id: 'keep-finding', group: 'editing', label: t('commands.keepFinding'), keys: ['f'], isEnabled: isOpen && !project.readOnly,
        run: () => {
          const sentence = sentenceInView();
          if (sentence !== null) void keepSentence(workbench, sentence);
        },
      },
      { id: 'undo', group: 'editing', label: t('commands.undo'), keys: ['Mod+Z'], isEnabled: isOpen && !project.readOnly && project.undo !== null, run: () => void act('history.undo') },
      { id: 'redo', group: 'editing', label: t('commands.redo'), keys: ['Mod+Shift+Z', 'Mod+Y'], isEnabled: isOpen && !project.readOnly && project.redo !== null, run: () => void act('history.redo') },
      { id: 'project.saveAs', group: 'editing', label: saving('as'), keys: ['Mod+Shift+S'], isEnabled: isOpen, run: () => void beginCopy(workbench, 'as') },
      { id: 'project.saveCopy', group: 'editing', label: saving('copy'), keys: [], isEnabled: isOpen, run: () => void beginCopy(workbench, 'copy') },
      { id: 'history', group: 'editing', label: notes('history.command'), keys: ['Mod+Shift+H'], isEnabled: isOpen, run: surfaces.openHistory },
      { id: 'backups', group: 'editing', label: notes('backups.command'), keys: [], isEnabled: isOpen, run: surfaces.openBackups },
      { id: 'notes', group: 'view', label: notes('list.command'), keys: [], isEnabled: isOpen, run: () => workbench.panels.openNotes(null) },
      { id: 'glossary', group: 'view', label: definitions('glossary.command'), keys: ['Mod+G'], isEnabled: isOpen, run: () => workbench.panels.openGlossary() },
      { id: 'tour', group: 'view', label: notes('tour.command'), keys: [], isEnabled: isOpen, run: () => workbench.tour.set(0) },
      { id: 'keep-view', group: 'view', label: notes('views.command'), keys: ['Mod+D'], isEnabled: isOpen, run: surfaces.openViews },
      { id: 'analyse', group: 'editing', label: t('commands.analyse'), keys: [], isEnabled: isOpen && !project.readOnly && !project.analysed, run: () => void workbench.analyse() },
      { id: 'project.close', group: 'editing', label: t('commands.closeProject'), keys: [], isEnabled: isOpen, run: () => void act('project.close') },
      { id: 'find', group: 'view', label: t('commands.filter'), keys: ['/', 'Mod+F'], isEnabled: isOpen, run: surfaces.openFilter },
      ...periodSteps.map(({ id, label, reason, run }): Command => ({ id, group: 'view', label, keys: [id === 'period.previous' ? '<' : '>'], isEnabled: isOpen && reason === null, reason: isOpen ? reason : null, run })),
      { id: 'clear-filters', group: 'view', label: t('commands.clearFilters'), keys: [], isEnabled: isOpen, run: () => workbench.navigation.go({ filters: {} }) },
      { id: 'palette', group: 'view', label: t('commands.palette'), keys: ['Mod+K'], isEnabled: true, run: surfaces.openPalette },
      { id: 'shortcuts', group: 'view', label: t('commands.shortcuts'), keys: ['?'], isEnabled: true, run: surfaces.openShortcuts },
      { id: 'preferences', group: 'view', label: preferences('command'), keys: ['Mod+,'], isEnabled: true, run: surfaces.openPreferences },
      { id: 'about', group: 'view', label: support('about.command'), keys: [], isEnabled: true, run: () => openedSupport.set('about') },
      { id: 'diagnostics', group: 'view', label: support('diagnostics.command'), keys: [], isEnabled: true, run: () => openedSupport.set('diagnostics') },
      { id: 'theme', group: 'view', label: t('commands.toggleTheme'), keys: [], isEnabled: true, run: () => set({ theme: theme === 'dark' ? 'light' : 'dark' }) },
      { id: 'language', group: 'view', label: t('commands.switchLanguage'), keys: [], isEnabled: true, run: () => set({ language: language === 'it' ? 'en' : 'it' }) },
      { id: 'level', group: 'view', label: t('commands.toggleLevel', { level: t(`levels.${otherLevel}`) }), keys: [], isEnabled: isOpen, run: () => set({ level: otherLevel }) },
    ];
  }, [workbench, t, notes, definitions, support, saving, preferences, views, state, theme, language, level, set, surfaces, periodSteps]);
}
