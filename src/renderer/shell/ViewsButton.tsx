import { Bookmark, Check, X } from 'lucide-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../charts/use-chart-voice.ts';
import { useLocation } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';
import { viewAddress, viewFacts, viewLocation, type KeptView } from './kept-views.ts';

interface ViewsButtonProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly shortcut: string;
}

/** Kept views: each opens its room with its filters and level; where one is can be kept under a name. */
export function ViewsButton({ isOpen, onOpenChange, shortcut }: ViewsButtonProps) {
  const { t } = useTranslation('notes');
  return (
    <Popover title={t('views.title')} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom end" className="views-popover" trigger={<IconButton icon={<Bookmark size={18} />} label={t('views.open')} shortcut={shortcut} />}>
      <ViewsList onLeave={() => onOpenChange(false)} />
    </Popover>
  );
}

function ViewsList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('notes');
  const workbench = useWorkbench();
  const location = useLocation();
  const { level, set } = usePreferences();
  const { readOnly } = useProject();
  const state = useOperation('views.list', {});
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const views = state.status === 'value' ? state.value.views : [];
  const here = viewAddress(location);
  const typed = name.trim();
  const namesake = views.find((view) => view.name.toLocaleLowerCase() === typed.toLocaleLowerCase());
  const open = (view: KeptView): void => {
    workbench.navigation.go(viewLocation(view));
    if (view.level !== null) set({ level: view.level });
    onLeave();
  };
  const keep = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (typed === '') return;
    const outcome = await workbench.run('views.save', { name: typed, address: here, level, replace: namesake !== undefined });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    setName('');
    // the button that was pressed goes out of use: without a place in here the keys would be lost, Escape among them
    field.current?.focus();
  };
  const remove = async ({ id }: KeptView): Promise<void> => {
    const outcome = await workbench.run('views.remove', { id });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
  };
  return (
    <>
      {views.length === 0 ? <p className="quiet-text">{t('views.none')}</p> : (
        <ul className="views-list">
          {views.map((view) => (
            <li key={view.id} className="view-row">
              <ViewLine view={view} isHere={view.address === here} onOpen={() => open(view)} />
              {!readOnly && <IconButton size="small" icon={<X size={14} />} label={t('views.remove', { name: view.name })} onPress={() => void remove(view)} />}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form className="view-form" onSubmit={(event) => void keep(event)}>
          <TextField inputRef={field} label={t('views.name')} value={name} onChange={setName} maxLength={120} autoFocus />
          <Button type="submit" variant="primary" isDisabled={typed === ''}>{namesake === undefined ? t('views.keep') : t('views.replace', { name: namesake.name })}</Button>
        </form>
      )}
    </>
  );
}

function ViewLine({ view, isHere, onOpen }: { readonly view: KeptView; readonly isHere: boolean; readonly onOpen: () => void }) {
  const { t } = useTranslation('notes');
  const { t: shell } = useTranslation('shell');
  const voice = useChartVoice();
  const { room, filters } = viewFacts(view);
  return (
    <Button variant="plain" className="view-open" onPress={onOpen}>
      <span className="view-name">{view.name}{isHere && <><Check size={14} aria-hidden="true" /><span className="view-here">{t('views.here')}</span></>}</span>
      <span className="view-where">{t('views.where', { room: shell(`rooms.${room}`), filters: filters === 0 ? t('views.noFilters') : voice.text('notes.views.filters', { count: filters }) })}</span>
    </Button>
  );
}
