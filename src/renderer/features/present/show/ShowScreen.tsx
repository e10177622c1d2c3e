import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from '../../../state/navigation.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AudienceView } from './AudienceView.tsx';
import { NotesView } from './NotesView.tsx';
import { useDeck, type Deck } from './use-deck.ts';
import { stepOut, useShow, type Show } from './use-show.ts';
import { useShowKeys } from './use-show-keys.ts';
import '../present.css';
import './show.css';

/** What the two views of a presentation are drawn from. */
export interface ShowParts {
  readonly show: Show;
  readonly deck: Extract<Deck, { readonly status: 'value' }>;
  /** Turns to a page by its place, held within the first and the last. */
  readonly goTo: (place: number) => void;
  readonly isFiltering: boolean;
  readonly setFiltering: (isFiltering: boolean) => void;
}

/**
 * A presentation instead of the workbench: the pages alone, or the notes. Nothing of the rooms is on the page behind it, so
 * that who looks on sees the client's report and nothing else.
 */
export function ShowScreen() {
  const { t, i18n } = useTranslation('present');
  const { t: common } = useTranslation('common');
  const { parameters } = useLocation();
  const language = parameters['language'] === 'en' || parameters['language'] === 'it' ? parameters['language'] : i18n.language.startsWith('it') ? 'it' : 'en';
  const show = useShow();
  const deck = useDeck(show.state, language);
  const title = t(show.role === 'show' ? 'screen.label' : 'show.notesTitle');
  useEffect(() => {
    document.title = `${title} · Tribuna`;
  }, [title]);
  if (deck.status === 'loading') return <main className="show-waiting" aria-label={title}><Skeleton shape="chart" label={common('loading')} /></main>;
  if (deck.status === 'failed') return <main className="show-waiting" aria-label={title}><FailureNotice failure={deck.failure} onRetry={deck.retry} onDismiss={show.end} /></main>;
  return <ShownDeck show={show} deck={deck} />;
}

function ShownDeck({ show, deck }: Pick<ShowParts, 'show' | 'deck'>) {
  const [isFiltering, setFiltering] = useState(false);
  const last = deck.report.pages.length - 1;
  const goTo = (place: number): void => {
    const page = deck.report.pages[Math.min(last, Math.max(0, place))];
    if (page !== undefined) show.turn(page.key);
  };
  const forth = (): void => goTo(deck.place + 1);
  const back = (): void => goTo(deck.place - 1);
  useShowKeys({
    ArrowRight: forth, PageDown: forth, ' ': forth, ArrowLeft: back, PageUp: back, Home: () => goTo(0), End: () => goTo(last),
    f: () => setFiltering(!isFiltering),
    Escape() {
      if (isFiltering) setFiltering(false);
      stepOut({ ...show, end: isFiltering ? () => undefined : show.end });
    },
  });
  const parts: ShowParts = { show, deck, goTo, isFiltering, setFiltering };
  return show.role === 'notes' ? <NotesView {...parts} /> : <AudienceView {...parts} />;
}
