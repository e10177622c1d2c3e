import { BadgeCheck, MessagesSquare, PencilLine, StickyNote, X } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NoteEditor } from '../../ui/NoteEditor.tsx';
import { LabelChips } from './LabelChips.tsx';
import { LabelCorrector } from './LabelCorrector.tsx';
import { LabelExplanation } from './LabelExplanation.tsx';
import { labelPlaces, type ExplainedLabel, type Explanation } from './label-reasons.ts';
import { labelKey, MessageText, type MessageRow } from './MessageText.tsx';
import { messagePlace, messageTime, outcomeText } from './message-words.ts';
import { NoteUnderMessage } from './NoteUnderMessage.tsx';
import type { MessageDesk } from './use-message-desk.ts';
import type { MessageNote } from './use-message-notes.ts';

export interface MessageItemProps {
  readonly message: MessageRow;
  readonly desk: MessageDesk;
  /** Absent inside a thread. */
  readonly onThread?: (message: MessageRow) => void;
  readonly isChosen?: boolean;
  readonly note?: MessageNote | undefined;
  /** Where messages can be chosen to do something with many at once. */
  readonly choice?: { readonly isIn: boolean; readonly toggle: () => void };
}

/** What a virtual list takes to lay out a row that grew. */
const SETTLE_MS = 60;

function chosenLabel(explanation: Explanation, message: MessageRow, code: string | null): ExplainedLabel | null {
  const wanted = code ?? message.intents[0] ?? message.acts[0] ?? message.sentiment;
  return explanation.labels.find((label) => label.code === wanted) ?? (code === '' ? null : (explanation.labels.find(({ on }) => on) ?? null));
}

/** Steps to the message before or after in the same list, and says whether there was one. */
function stepTo(article: HTMLElement, step: 1 | -1): boolean {
  const item = article.closest('li');
  const next = (step > 0 ? item?.nextElementSibling : item?.previousElementSibling)?.querySelector<HTMLElement>('.message');
  next?.focus();
  return next !== null && next !== undefined;
}

/**
 * One message: where and when, who, the words with their evidence, the labels, what became of it. A label opens what it
 * rests on, E the main one's, C the choice of other ones, Esc closes either; arrows step from message to message.
 */
export function MessageItem({ message, desk, onThread, isChosen = false, note, choice }: MessageItemProps) {
  const { t } = useTranslation('messages');
  const { t: reading } = useTranslation('reading');
  const { t: notes } = useTranslation('notes');
  const voice = useChartVoice();
  const panelId = useId();
  const article = useRef<HTMLElement>(null);
  const { messageId, authorName, voice: isVoice, rating, likes, outcome } = message;
  const opened = desk.opened?.messageId === messageId ? desk.opened : null;
  const code = opened?.kind === 'explain' ? opened.code : null;
  const state = useOperation('reading.explain', opened?.kind === 'explain' ? { messageId } : null);
  const label = opened?.kind === 'explain' && state.status === 'value' && state.value.messageId === messageId ? chosenLabel(state.value, message, code) : null;
  const openedKind = opened?.kind ?? null;
  const isExplained = label !== null;
  useEffect(() => {
    if (openedKind === null) return undefined;
    // once the list has measured what opened: its end in view if that leaves its beginning there
    const timer = setTimeout(() => {
      void article.current?.scrollIntoView({ block: 'nearest' });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [openedKind, isExplained]);
  const leave = (): void => {
    desk.close();
    article.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const isOnItself = event.target === event.currentTarget;
    if (key === 'e') desk.explain(messageId, null);
    else if (key === 'c' && desk.canCorrect) desk.correct(messageId);
    else if (key === 'n' && desk.canCorrect && isOnItself) desk.annotate(messageId);
    else if (key === 'x' && choice !== undefined && isOnItself) choice.toggle();
    else if (key === 'escape' && opened !== null) leave();
    else if (!isOnItself || (key !== 'arrowdown' && key !== 'arrowup') || !stepTo(event.currentTarget, key === 'arrowdown' ? 1 : -1)) return;
    event.preventDefault();
  };
  const openCode = opened?.kind === 'explain' ? (label?.code ?? code) : null;
  const shownKey = label === null ? null : labelKey(label.code);
  const title = label === null || shownKey === null ? reading(code === '' ? 'explain.titleNone' : 'explain.of') : reading('explain.title', { label: voice.text(shownKey) });
  return (
    <article ref={article} className="message" data-voice={isVoice} data-chosen={isChosen} tabIndex={0} aria-label={`${authorName ?? t('row.noAuthor')}, ${messageTime(message, voice)}`} onKeyDown={press}>
      <header className="message-head">
        {choice !== undefined && <Checkbox isSelected={choice.isIn} onChange={choice.toggle}><span className="visually-hidden">{notes('bulk.choose')}</span></Checkbox>}
        <strong>{authorName ?? t('row.noAuthor')}</strong>
        {isVoice && <span className="message-voice"><BadgeCheck size={14} aria-hidden="true" />{t('row.voice')}</span>}
        <span>{messagePlace(message, voice)}</span>
        <time>{messageTime(message, voice)}</time>
      </header>
      <MessageText message={message} focus={label === null ? null : { code: label.code, places: labelPlaces(label, message.text ?? '') }} />
      <footer className="message-foot">
        <LabelChips message={message} openCode={openCode} panelId={panelId} onOpen={(chosen) => (chosen === openCode ? desk.close() : desk.explain(messageId, chosen))} />
        {rating !== null && <span className="message-label">{t('row.rating', { rating: voice.number(rating) })}</span>}
        {likes !== null && likes > 0 && <span className="message-label">{voice.text('messages.row.likes', { count: likes })}</span>}
        {outcome !== null && <span className="message-outcome" data-outcome={outcome}>{outcomeText(message, voice)}</span>}
        <span className="message-actions">
          {desk.canCorrect && message.textKind !== 'none' && message.text !== null && <IconButton size="small" icon={<PencilLine size={14} />} label={reading('correct.open')} shortcut="C" onPress={() => desk.correct(messageId)} />}
          {desk.canCorrect && <IconButton size="small" className="keep-button" icon={<StickyNote size={14} />} label={notes('note.open')} shortcut="N" onPress={() => desk.annotate(messageId)} />}
          {onThread !== undefined && <Button size="small" variant="plain" icon={<MessagesSquare size={14} aria-hidden="true" />} onPress={() => onThread(message)}>{t('row.thread')}</Button>}
        </span>
      </footer>
      {note !== undefined && opened?.kind !== 'note' && <NoteUnderMessage note={note} onEdit={desk.canCorrect ? () => desk.annotate(messageId) : null} />}
      <div id={panelId}>
        {opened?.kind === 'note' && (
          <NoteEditor
            text={note?.text ?? ''}
            tags={note?.tags ?? []}
            inReport={note?.inReport ?? false}
            onLeave={leave}
            onSave={(written) => void desk.saveNote(messageId, written).then((isDone) => { if (isDone) article.current?.focus(); })}
          />
        )}
        {opened?.kind === 'explain' && (
          <section className="explanation" aria-label={title}>
            <header className="explanation-head">
              <p className="explanation-title">{title}</p>
              <IconButton size="small" icon={<X size={14} />} label={reading('explain.close')} shortcut="Esc" onPress={leave} />
            </header>
            <Answer state={state} shape="lines" rows={3}>
              {(explanation) => (
                <LabelExplanation explanation={explanation} text={message.text ?? ''} label={label} onLabel={(chosen) => { if (chosen !== label?.code) desk.explain(messageId, chosen); }} onCorrect={desk.canCorrect ? () => desk.correct(messageId) : null} />
              )}
            </Answer>
          </section>
        )}
        {opened?.kind === 'correct' && (
          <LabelCorrector
            message={message}
            onLeave={leave}
            onSave={async (choice) => {
              const isDone = await desk.save(message, choice);
              if (isDone) article.current?.focus();
              return isDone;
            }}
            onTakeBack={async () => {
              const isDone = await desk.takeBack(message);
              if (isDone) article.current?.focus();
              return isDone;
            }}
          />
        )}
        {desk.failure?.messageId === messageId && <FailureNotice compact failure={desk.failure.failure} />}
      </div>
    </article>
  );
}
