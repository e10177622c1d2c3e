import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RejectionsPanel } from '../features/data/RejectionsPanel.tsx';
import { DefinitionPanel } from '../features/definitions/DefinitionPanel.tsx';
import { GlossaryPanel } from '../features/definitions/GlossaryPanel.tsx';
import { MessagesPanel } from '../features/messages/MessagesPanel.tsx';
import { NotesPanel } from '../features/messages/NotesPanel.tsx';
import { useSidePanel } from '../state/panels.ts';
import { FailureBoundary } from './FailureBoundary.tsx';
import { isTextTarget } from './keys.ts';

/** The region at the right: takes the focus when something opens in it, gives it back when it closes. */
export function SidePanelRegion() {
  const { t } = useTranslation('shell');
  const { panel, close } = useSidePanel();
  const region = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const isOpen = panel !== null;

  useEffect(() => {
    if (!isOpen) return;
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    region.current?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || (isTextTarget(event.target) && event.target instanceof HTMLInputElement && event.target.value !== '')) return;
      close();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      if (opener.current?.isConnected === true) opener.current.focus();
    };
  }, [isOpen, close]);

  if (panel === null) return null;
  return (
    <aside ref={region} className="panel-region" aria-label={t('sidePanel')} tabIndex={-1}>
      <FailureBoundary place={panel.kind}>
        {panel.kind === 'messages' && <MessagesPanel selection={panel.selection} about={panel.about} onClose={close} />}
        {panel.kind === 'metric' && <DefinitionPanel metricId={panel.metricId} onClose={close} />}
        {panel.kind === 'glossary' && <GlossaryPanel onClose={close} />}
        {panel.kind === 'notes' && <NotesPanel tag={panel.tag} onClose={close} />}
        {panel.kind === 'rejections' && <RejectionsPanel key={panel.importId} importId={panel.importId} file={panel.file} onClose={close} />}
      </FailureBoundary>
    </aside>
  );
}
