import { ChevronLeft, ChevronRight, NotebookText, Pointer, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import { PagePreview } from './PagePreview.tsx';
import type { Pictures, ReportValue } from './report-view.ts';

interface ShowProps {
  readonly report: ReportValue;
  readonly pictures: Pictures;
  readonly first: string;
  readonly onClose: (page: string) => void;
}

/** The pages on the whole screen: arrows turn them, N shows the notes, L a pointer, Esc ends it. Shows what the chosen audience may see and nothing else. */
export function ScreenShow({ report, pictures, first, onClose }: ShowProps) {
  const { t } = useTranslation('present');
  const stage = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(() => Math.max(0, report.pages.findIndex(({ key }) => key === first)));
  const [hasNotes, setNotes] = useState(false);
  const [spot, setSpot] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const last = report.pages.length - 1;
  const page = report.pages[Math.min(place, last)];
  const go = (to: number): void => setPlace(Math.min(last, Math.max(0, to)));
  const close = (): void => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    onClose(page?.key ?? first);
  };
  useEffect(() => {
    stage.current?.focus();
    // a screen that cannot be filled shows the pages in the window instead
    stage.current?.requestFullscreen().catch(() => undefined);
  }, []);
  if (page === undefined) return null;
  const onKey = (event: React.KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(place + 1), PageDown: () => go(place + 1), ' ': () => go(place + 1), ArrowLeft: () => go(place - 1), PageUp: () => go(place - 1), Home: () => go(0), End: () => go(last),
      n: () => setNotes(!hasNotes), N: () => setNotes(!hasNotes), l: () => setSpot(spot === null ? { x: 50, y: 50 } : null), L: () => setSpot(spot === null ? { x: 50, y: 50 } : null), Escape: close,
    };
    const move = moves[event.key];
    if (move === undefined || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <div ref={stage} className="screen-show" role="dialog" aria-modal="true" aria-label={t('screen.label')} tabIndex={-1} onKeyDown={onKey} onPointerMove={(event) => { if (spot !== null) setSpot({ x: (100 * event.clientX) / window.innerWidth, y: (100 * event.clientY) / window.innerHeight }); }}>
      <PagePreview report={report} page={page} pictures={pictures} />
      {hasNotes && <aside className="screen-notes" aria-label={t('page.notes')}>{page.notes.text}</aside>}
      {spot !== null && <span className="screen-spot" style={{ insetInlineStart: `${String(spot.x)}%`, insetBlockStart: `${String(spot.y)}%` }} aria-hidden="true" />}
      <div className="screen-bar">
        <IconButton icon={<ChevronLeft size={18} aria-hidden="true" />} label={t('screen.previous')} isDisabled={place === 0} onPress={() => go(place - 1)} />
        <span aria-live="polite">{t('screen.place', { number: place + 1, total: report.pages.length })}</span>
        <IconButton icon={<ChevronRight size={18} aria-hidden="true" />} label={t('screen.next')} isDisabled={place === last} onPress={() => go(place + 1)} />
        <IconButton icon={<NotebookText size={18} aria-hidden="true" />} label={t('screen.notes')} onPress={() => setNotes(!hasNotes)} />
        <IconButton icon={<Pointer size={18} aria-hidden="true" />} label={t('screen.pointer')} onPress={() => setSpot(spot === null ? { x: 50, y: 50 } : null)} />
        <IconButton icon={<X size={18} aria-hidden="true" />} label={t('screen.close')} onPress={close} />
      </div>
    </div>
  );
}
