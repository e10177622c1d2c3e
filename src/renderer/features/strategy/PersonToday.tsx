import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { openBrackets, whyWords, type DayName } from './one-by-one-words.ts';

const MOST_CHARACTERS = 5000;
const LINE_CHARACTERS = 56;
const TONES = { open: 'neutral', done: 'accent', skipped: 'neutral' } as const;

/** About as many lines as a text fills. */
const linesOf = (text: string): number => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)), 0);

interface PersonTodayProps {
  readonly entry: DayName;
  readonly draft: string | null;
  readonly isChangeable: boolean;
  readonly onMark: (state: DayName['state']) => void;
  /** Keeps what was typed, null for the prepared draft; null where nothing may be kept. */
  readonly onDraft: ((text: string | null) => void) | null;
}

/** One person of the list: why, what they wrote, a draft to finish and copy, and what was done. What is typed is kept when one leaves the field. */
export function PersonToday({ entry, draft, isChangeable, onMark, onDraft }: PersonTodayProps) {
  const { t } = useTranslation('oneByOne');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const { go } = useLocation();
  const { typed } = entry;
  const [text, setText] = useState(typed ?? draft ?? '');
  // what this field kept last: another value comes from an undo, a redo or another window
  const kept = useRef(typed);
  useEffect(() => {
    if (typed === kept.current) return;
    kept.current = typed;
    setText(typed ?? draft ?? '');
  }, [typed, draft]);
  const keep = (next: string): void => {
    const wanted = next === (draft ?? '') ? null : next;
    if (onDraft === null || wanted === kept.current) return;
    kept.current = wanted;
    onDraft(wanted);
  };
  const [said, setSaid] = useState('');
  const { kind, state, accountId, messageIds, language, network } = entry;
  const name = entry.name ?? t('unknown');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      const left = openBrackets(text);
      setSaid(left === 0 ? t('copied') : voice.text('oneByOne.copiedHoles', { count: left }));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  const isSurprise = kind === 'surprise';
  return (
    <li className="today-name" data-state={state}>
      <div className="today-person">
        <p className="today-who">
          {accountId === null ? <b>{name}</b> : <Button variant="plain" size="small" className="page-link" aria-label={t('person', { name })} onPress={() => go({ path: ['people', 'account', String(accountId)] })}>{name}</Button>}
          <span className="today-place">{network === null ? '' : voice.network(network)}</span>
          {state !== 'open' && <Chip label={t(`state.${state}`)} tone={TONES[state]} icon={state === 'done' ? <Check size={12} aria-hidden="true" /> : undefined} />}
        </p>
        <p className="today-why">{whyWords(entry, voice)}</p>
        {messageIds.length === 0 ? <p className="chart-note">{t('gone')}</p> : entry.text !== null && entry.text !== '' && <blockquote className="today-quote">{entry.text}</blockquote>}
        <div className="kept-ways">
          {messageIds.length > 0 && <Button size="small" variant="plain" aria-label={t(isSurprise ? 'openMessagesOf' : 'openMessageOf', { name })} onPress={() => openMessages({ messageIds }, { title: name, count: messageIds.length })}>{t(isSurprise ? 'openMessages' : 'openMessage')}</Button>}
        </div>
      </div>
      <div className="today-draft">
        {messageIds.length > 0 && draft === null && <p className="chart-note">{t('noDraft', { language: voice.language(language ?? 'unknown') })}</p>}
        <TextField className="field" value={text} onChange={(next) => { setText(next); setSaid(''); }} onBlur={() => keep(text)} maxLength={MOST_CHARACTERS} isDisabled={state !== 'open'}>
          <Label className="field-label">{t('draft', { name })}</Label>
          <span className="input-wrap"><TextArea className="input today-text" rows={Math.min(14, Math.max(6, linesOf(text)))} /></span>
          <Text slot="description" className="field-description">{said === '' ? (typed === null ? t('draftHint') : t('draftKept')) : <span role="status">{said}</span>}</Text>
        </TextField>
        <div className="kept-ways">
          {state === 'open' ? (
            <>
              <Button size="small" icon={<Copy size={14} aria-hidden="true" />} isDisabled={text.trim() === ''} aria-label={t('copyOf', { name })} onPress={() => void copy()}>{t('copy')}</Button>
              {typed !== null && onDraft !== null && <Button size="small" variant="plain" className="keep-button" aria-label={t('draftBackOf', { name })} onPress={() => { setText(draft ?? ''); keep(draft ?? ''); }}>{t('draftBack')}</Button>}
              <Button size="small" variant="primary" isDisabled={!isChangeable} aria-label={t('doneOf', { name })} onPress={() => onMark('done')}>{t('done')}</Button>
              <Button size="small" variant="plain" isDisabled={!isChangeable} aria-label={t('skipOf', { name })} onPress={() => onMark('skipped')}>{t('skip')}</Button>
            </>
          ) : <Button size="small" variant="plain" isDisabled={!isChangeable} aria-label={t('reopenOf', { name })} onPress={() => onMark('open')}>{t('reopen')}</Button>}
        </div>
      </div>
    </li>
  );
}
