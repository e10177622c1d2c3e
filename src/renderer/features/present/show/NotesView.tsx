import { AppWindow, ArrowLeftRight, ChevronLeft, ChevronRight, ListFilter, RotateCcw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PagePreview } from '../PagePreview.tsx';
import { LiveFilterBar } from './LiveFilterBar.tsx';
import type { ShowParts } from './ShowScreen.tsx';
import { elapsedText } from './show-state.ts';

const TICK_MS = 1000;

/** The window of who presents: the page as it is seen, the next one, what may be said, the time, and every page to go to. */
export function NotesView({ show, deck, goTo, isFiltering, setFiltering }: ShowParts) {
  const { t } = useTranslation('present');
  const { report, shown, next, place, standing } = deck;
  const last = report.pages.length - 1;
  return (
    <main className="notes-view" aria-label={t('show.notesTitle')}>
      <h1 className="visually-hidden">{t('show.notesTitle')}</h1>
      <header className="notes-bar">
        <ShowClock startedMs={show.state.startedMs} onRestart={show.restart} />
        <div className="notes-ways">
          <Button size="small" className="page-link" aria-pressed={isFiltering} icon={<ListFilter size={15} aria-hidden="true" />} onPress={() => setFiltering(!isFiltering)}>{t('show.openFilters')}</Button>
          {show.hasOther
            ? <Button size="small" className="page-link" icon={<ArrowLeftRight size={15} aria-hidden="true" />} onPress={show.swap}>{t('show.swap')}</Button>
            : <Button size="small" className="page-link" icon={<AppWindow size={15} aria-hidden="true" />} onPress={show.openOther}>{t('show.openPages')}</Button>}
          <Button size="small" className="page-link" icon={<X size={15} aria-hidden="true" />} onPress={show.end}>{t('show.end')}</Button>
        </div>
      </header>
      <p role="status" className="notes-other">{show.isBlocked ? t('show.blocked') : show.hasOther ? t('show.always') : t('show.alone')}</p>
      {isFiltering && <LiveFilterBar state={show.state} standing={standing} onFilter={show.filter} onClose={() => setFiltering(false)} />}
      <div className="notes-desk">
        <section className="notes-now" aria-label={t('show.now')}>
          <PagePreview report={shown.report} page={shown.page} pictures={shown.pictures} mark={shown.mark} isWaiting={standing === 'waiting'} />
          <div className="notes-turn">
            <IconButton className="page-link" icon={<ChevronLeft size={20} aria-hidden="true" />} label={t('screen.previous')} isDisabled={place === 0} onPress={() => goTo(place - 1)} />
            <span aria-live="polite">{t('screen.place', { number: place + 1, total: report.pages.length })}</span>
            <IconButton className="page-link" icon={<ChevronRight size={20} aria-hidden="true" />} label={t('screen.next')} isDisabled={place === last} onPress={() => goTo(place + 1)} />
          </div>
        </section>
        <section className="notes-said" aria-label={t('page.notes')} tabIndex={0}>
          <h2>{t('page.notes')}</h2>
          <p lang={report.language}>{shown.page.notes.text === '' ? t('show.noNotes') : shown.page.notes.text}</p>
        </section>
        <section className="notes-next" aria-label={t('show.next')}>
          <h2>{t('show.next')}</h2>
          {next === null ? <p className="quiet-text">{t('show.lastPage')}</p> : <><p lang={report.language} className="notes-next-title">{next.page.title.text}</p><PagePreview report={next.report} page={next.page} pictures={next.pictures} isSmall /></>}
        </section>
        <nav className="notes-pages" aria-label={t('pages')}>
          <ol>
            {report.pages.map(({ key, title }, at) => (
              <li key={key}><button type="button" className="report-page-link page-link" lang={report.language} aria-current={at === place ? 'page' : undefined} onClick={() => goTo(at)}>{String(at + 1)}. {title.text}</button></li>
            ))}
          </ol>
        </nav>
      </div>
    </main>
  );
}

function ShowClock({ startedMs, onRestart }: { readonly startedMs: number; readonly onRestart: () => void }) {
  const { t, i18n } = useTranslation('present');
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const hour = new Intl.DateTimeFormat(i18n.language.startsWith('it') ? 'it-IT' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(nowMs);
  return (
    <div className="notes-clock">
      <p role="timer" aria-label={t('show.elapsed')}><strong>{elapsedText(nowMs - startedMs)}</strong></p>
      <IconButton size="small" className="page-link" icon={<RotateCcw size={15} aria-hidden="true" />} label={t('show.restart')} onPress={onRestart} />
      <p><span className="visually-hidden">{t('show.clock')} </span>{hour}</p>
    </div>
  );
}
