import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** Stops of the tour: the room each is about, and the key of its words. */
const STOPS = [
  { room: 'overview', key: 'emerges' },
  { room: 'messages', key: 'behind' },
  { room: 'response', key: 'waits' },
  { room: 'tribes', key: 'tribes' },
  { room: 'strategy', key: 'decide' },
  { room: 'present', key: 'deck' },
] as const;

/** A short tour through the rooms, one card at the edge of the window that blocks nothing; Esc in it, or its cross, ends it. */
export function TourCard() {
  const { t } = useTranslation('notes');
  const workbench = useWorkbench();
  const at = useStore(workbench.tour);
  const card = useRef<HTMLElement>(null);
  const stop = at === null ? undefined : STOPS[at];
  useEffect(() => {
    if (stop === undefined) return;
    workbench.navigation.go({ path: [stop.room] });
    card.current?.focus();
  }, [stop, workbench]);
  if (at === null || stop === undefined) return null;
  const end = (): void => workbench.tour.set(null);
  const isLast = at === STOPS.length - 1;
  return (
    <aside
      ref={card}
      className="tour-card"
      aria-label={t('tour.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end();
      }}
    >
      <header className="tour-head">
        <p className="tour-step">{t('tour.step', { at: at + 1, of: STOPS.length })}</p>
        <IconButton size="small" icon={<X size={16} />} label={t('tour.end')} onPress={end} />
      </header>
      <h2 className="tour-title">{t(`tour.stops.${stop.key}.title`)}</h2>
      <p className="tour-text">{t(`tour.stops.${stop.key}.text`)}</p>
      <div className="form-buttons">
        {at > 0 && <Button size="small" onPress={() => workbench.tour.set(at - 1)}>{t('tour.back')}</Button>}
        <Button size="small" variant="primary" onPress={() => (isLast ? end() : workbench.tour.set(at + 1))}>{t(isLast ? 'tour.finish' : 'tour.next')}</Button>
      </div>
    </aside>
  );
}
