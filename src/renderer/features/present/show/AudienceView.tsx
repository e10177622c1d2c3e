import { AppWindow, ChevronLeft, ChevronRight, ListFilter, Maximize, NotebookText, Pointer, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PagePreview } from '../PagePreview.tsx';
import { LiveFilterBar } from './LiveFilterBar.tsx';
import type { ShowParts } from './ShowScreen.tsx';
import { isFiltered } from './show-state.ts';
import { useShowKeys } from './use-show-keys.ts';

/** The page on the whole screen, for who looks on: arrows turn it, N shows the notes, L a pointer, F the filters, S fills the screen, Esc ends it. */
export function AudienceView({ show, deck, goTo, isFiltering, setFiltering }: ShowParts) {
  const { t } = useTranslation('present');
  const stage = useRef<HTMLElement>(null);
  const [hasNotes, setNotes] = useState(false);
  const [spot, setSpot] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { report, shown, place, standing } = deck;
  const last = report.pages.length - 1;
  const { filter, state } = show;
  const latest = useRef({ filter, hasFilter: false });
  latest.current = { filter, hasFilter: isFiltered(state) };
  // a screen that cannot be filled shows the pages in the window instead
  const fill = (): void => {
    if (document.fullscreenElement === null) document.documentElement.requestFullscreen().catch(() => undefined);
    else void document.exitFullscreen();
  };
  useEffect(() => {
    stage.current?.focus();
    document.documentElement.requestFullscreen().catch(() => undefined);
    // Escape leaves a filled screen before the page hears of it: it counts for the filter all the same
    const onChange = (): void => {
      if (document.fullscreenElement === null && latest.current.hasFilter) latest.current.filter({});
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  const toggleSpot = (): void => setSpot(spot === null ? { x: 50, y: 50 } : null);
  useShowKeys({ n: () => setNotes(!hasNotes), l: toggleSpot, s: fill });
  return (
    <main ref={stage} className="screen-show" aria-label={t('screen.label')} tabIndex={-1} onPointerMove={(event) => { if (spot !== null) setSpot({ x: (100 * event.clientX) / window.innerWidth, y: (100 * event.clientY) / window.innerHeight }); }}>
      <h1 className="visually-hidden">{report.title}</h1>
      <PagePreview report={shown.report} page={shown.page} pictures={shown.pictures} mark={shown.mark} isWaiting={standing === 'waiting'} />
      {hasNotes && <aside className="screen-notes" aria-label={t('page.notes')}>{shown.page.notes.text}</aside>}
      {spot !== null && <span className="screen-spot" style={{ insetInlineStart: `${String(spot.x)}%`, insetBlockStart: `${String(spot.y)}%` }} aria-hidden="true" />}
      {isFiltering && <LiveFilterBar state={state} standing={standing} onFilter={filter} onClose={() => setFiltering(false)} />}
      {show.isBlocked && <p role="status" className="screen-note">{t('show.blocked')}</p>}
      <div className="screen-bar">
        <IconButton icon={<ChevronLeft size={18} aria-hidden="true" />} label={t('screen.previous')} isDisabled={place === 0} onPress={() => goTo(place - 1)} />
        <span aria-live="polite">{t('screen.place', { number: place + 1, total: report.pages.length })}</span>
        <IconButton icon={<ChevronRight size={18} aria-hidden="true" />} label={t('screen.next')} isDisabled={place === last} onPress={() => goTo(place + 1)} />
        <IconButton icon={<ListFilter size={18} aria-hidden="true" />} label={t('show.openFilters')} aria-pressed={isFiltering} onPress={() => setFiltering(!isFiltering)} />
        <IconButton icon={<NotebookText size={18} aria-hidden="true" />} label={t('screen.notes')} aria-pressed={hasNotes} onPress={() => setNotes(!hasNotes)} />
        {!show.hasOther && <IconButton icon={<AppWindow size={18} aria-hidden="true" />} label={t('show.openNotes')} onPress={show.openOther} />}
        <IconButton icon={<Pointer size={18} aria-hidden="true" />} label={t('screen.pointer')} aria-pressed={spot !== null} onPress={toggleSpot} />
        <IconButton icon={<Maximize size={18} aria-hidden="true" />} label={t('show.fill')} onPress={fill} />
        <IconButton icon={<X size={18} aria-hidden="true" />} label={t('screen.close')} onPress={show.end} />
      </div>
    </main>
  );
}
