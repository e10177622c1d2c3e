import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LabelKeys } from './LabelKeys.tsx';
import { reviewKey } from './review-choice.ts';
import { useReviewDesk, type ReviewDesk, type ReviewList, type ToLabel } from './use-review-desk.ts';

/** Where keys are somebody else's. */
const OTHER_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** One message large, what it answers small, labels on keys: fast enough for two hundred in half an hour. */
export function ReviewScreen({ list }: { readonly list: ReviewList }) {
  const { t } = useTranslation('check');
  const { go } = useLocation();
  const desk = useReviewDesk(list);
  const leave = (): void => go({ path: ['check'] });
  useReviewKeys(desk, leave);
  const { message, isLoading, failure } = desk;
  return (
    <RoomPage
      title={t(`review.title.${list}`)}
      question={t('review.question')}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={leave}>{t('backToResults')}</Button>}
    >
      <div className="review">
        <ReviewProgress desk={desk} list={list} />
        {failure !== null && <FailureNotice failure={failure} compact />}
        {isLoading ? <Skeleton shape="lines" rows={5} label={t('review.message')} /> : message === null ? <ReviewEnd desk={desk} list={list} onLeave={leave} /> : (
          <div className="review-desk">
            <ReviewMessage key={message.messageId} message={message} />
            <LabelKeys desk={desk} />
          </div>
        )}
      </div>
    </RoomPage>
  );
}

/** Keys work wherever the focus is, before any command of the window hears them. */
function useReviewKeys(desk: ReviewDesk, leave: () => void): void {
  const latest = useRef({ desk, leave });
  latest.current = { desk, leave };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.altKey || event.isComposing || (target?.closest(OTHER_KEYS) ?? null) !== null) return;
      const { desk: now, leave: leaveNow } = latest.current;
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey;
      if ((event.ctrlKey || event.metaKey) && !isUndo) return;
      const found = isUndo ? ({ kind: 'back' } as const) : reviewKey(event.key);
      // Enter on a button of the page is that button's; on a label it goes on
      if (found === null || (found.kind === 'next' && (target?.closest('a, summary, .button') ?? null) !== null)) return;
      if (now.message === null && found.kind !== 'leave' && found.kind !== 'back') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat && found.kind !== 'back') return;
      if (found.kind === 'intent') now.toggle(found.intent);
      else if (found.kind === 'tone') now.tone(found.sentiment);
      else if (found.kind === 'next') now.next(event.timeStamp);
      else if (found.kind === 'back') now.back();
      else if (found.kind === 'doubt') now.doubt();
      else leaveNow();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}

function ReviewProgress({ desk: { status, place, remaining }, list }: { readonly desk: ReviewDesk; readonly list: ReviewList }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const [n, of] = list === 'sample' ? [status?.labelled ?? 0, status?.drawn ?? 0] : [place.at, place.of];
  const left = remaining === null || remaining < 1 ? '' : ` · ${t('review.remaining', { time: voice.duration(Math.max(60, Math.round(remaining / 60) * 60)) })}`;
  return <Progress label={t('review.progress')} share={of === 0 ? 0 : n / of} detail={`${t('review.position', { n: voice.count(n), of: voice.count(of) })}${left}`} />;
}

function ReviewMessage({ message: { text, network, container, kind, authorName, atMs, precision, parent } }: { readonly message: ToLabel }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const place = [voice.network(network), container, voice.text(`codes.kind.${kind}`), authorName, atMs === null || precision === 'relative' || precision === 'none' ? null : voice.date(atMs)].filter((part) => part !== null);
  const name = parent?.authorName ?? t('review.under');
  return (
    <article className="review-message" aria-label={t('review.message')}>
      {parent !== null && (
        <blockquote className="review-parent" tabIndex={0}>
          <p className="review-parent-name">{t(parent.voice ? 'review.answersBrand' : 'review.answers', { name })}</p>
          <p>{parent.text ?? t('review.noText')}</p>
        </blockquote>
      )}
      <p className="review-text" aria-live="polite" tabIndex={0}>{text}</p>
      <p className="review-place">{place.join(' · ')}</p>
    </article>
  );
}

function ReviewEnd({ desk: { labelledHere }, list, onLeave }: { readonly desk: ReviewDesk; readonly list: ReviewList; readonly onLeave: () => void }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  return <EmptyState title={t(`review.done.${list}`)} {...(labelledHere > 0 ? { text: voice.text('check.review.doneText', { count: labelledHere }) } : {})} action={<Button variant="primary" onPress={onLeave}>{t('review.toResults')}</Button>} />;
}
