import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

const RESULTS = 8;
const MOST_LETTERS = 400;
const PAUSE_MS = 300;

/** From which message a quote begins, and with which words; null where one is still to be chosen. */
export interface MaskStart {
  readonly messageId: number | null;
  readonly text: string;
}

interface MaskProps {
  readonly start: MaskStart;
  readonly page: string;
  readonly language: 'it' | 'en';
  readonly onClose: () => void;
}

/** The given text once nobody has changed it for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** A quote for a page: a message is chosen, told in other words, searched back, and let in when nothing leads to whoever wrote it. */
export function MaskDialog({ start, page, language, onClose }: MaskProps) {
  const { t } = useTranslation('room');
  const [chosen, setChosen] = useState(start.messageId);
  if (chosen !== null) return <MaskDesk key={chosen} messageId={chosen} text={start.messageId === chosen ? start.text : ''} page={page} language={language} onClose={onClose} onBack={() => setChosen(null)} />;
  return (
    <Dialog isOpen title={t('mask.title')} width="wide" onClose={onClose} footer={<Button onPress={onClose}>{t('mask.cancel')}</Button>}>
      <SourceSearch onChoose={setChosen} />
    </Dialog>
  );
}

function SourceSearch({ onChoose }: { readonly onChoose: (messageId: number) => void }) {
  const { t } = useTranslation('room');
  const voice = useChartVoice();
  const { filters, ...scope } = useScope();
  const [words, setWords] = useState('');
  const wanted = useSettled(words).trim();
  const found = useOperation('messages.list', wanted === '' ? null : { ...scope, filters: { ...filters, text: wanted }, size: RESULTS });
  return (
    <>
      <TextField label={t('mask.search')} type="search" value={words} onChange={setWords} description={t('mask.searchHint')} maxLength={200} autoFocus />
      {wanted !== '' && (
        <Answer state={found} shape="lines">
          {(value) => (
            <>
              <p role="status" className="quiet-text">{value.total === 0 ? t('mask.nothing') : voice.text('room.mask.found', { count: value.total })}{value.total > RESULTS ? `. ${t('mask.first', { n: RESULTS })}` : ''}</p>
              <ul className="room-quotes">
                {value.messages.map(({ messageId, text }) => (
                  <li key={messageId}>
                    <p className="room-text">{text}</p>
                    <Button size="small" className="page-link" isDisabled={(text ?? '').trim() === ''} aria-label={t('mask.takeOf', { text: (text ?? '').slice(0, 60) })} onPress={() => onChoose(messageId)}>{t('mask.take')}</Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answer>
      )}
    </>
  );
}

interface DeskProps extends Omit<MaskProps, 'start'> {
  readonly messageId: number;
  readonly text: string;
  readonly onBack: () => void;
}

function MaskDesk({ messageId, text, page, language, onClose, onBack }: DeskProps) {
  const { t } = useTranslation('room');
  const workbench = useWorkbench();
  const begun = useOperation('quotes.draft', { messageId });
  const [typed, setTyped] = useState<string | null>(text === '' ? null : text);
  const draft = typed ?? (begun.status === 'value' ? begun.value.draft.slice(0, MOST_LETTERS) : '');
  const settled = useSettled(draft);
  const check = useOperation('quotes.check', begun.status === 'value' ? { messageId, text: settled } : null);
  const isChecked = check.status === 'value' && !check.refreshing && settled === draft;
  const isFine = isChecked && check.value.problems.length === 0;
  const approve = async (): Promise<void> => {
    const approved = await workbench.run('quotes.approve', { messageId, page, language, text: draft });
    if (!approved.ok) {
      workbench.failure.set(approved.failure);
      return;
    }
    await workbench.refresh();
    onClose();
  };
  return (
    <Dialog isOpen title={t('mask.title')} width="wide" onClose={onClose} footer={<><Button variant="plain" onPress={onBack}>{t('mask.back')}</Button><Button onPress={onClose}>{t('mask.cancel')}</Button><Button variant="primary" isDisabled={!isFine} onPress={() => void approve()}>{t('mask.approve')}</Button></>}>
      <Answer state={begun} shape="lines">
        {(value) => (
          <div className="mask-desk">
            <figure className="mask-source"><figcaption className="field-label">{t('mask.source')}</figcaption><blockquote>{value.source}</blockquote></figure>
            <label className="field">
              <span className="field-label">{t('mask.text')}</span>
              <textarea className="input report-textarea" rows={4} maxLength={MOST_LETTERS} lang={language} value={draft} aria-describedby="mask-check" onChange={({ target }) => setTyped(target.value)} />
              <span className="quiet-text">{value.voice ? t('mask.hintVoice') : t('mask.hint')}</span>
            </label>
            <div id="mask-check" role="status" className="mask-check" data-fine={isFine}>{isChecked ? <CheckWords check={check.value} voice={value.voice} /> : <p>{t('mask.checking')}</p>}</div>
          </div>
        )}
      </Answer>
    </Dialog>
  );
}

interface CheckProps {
  readonly check: { readonly problems: readonly { readonly kind: 'run' | 'alike' | 'found' | 'mail' | 'link' | 'mention' | 'phone' | 'name' | 'signature' | 'empty'; readonly words: string }[]; readonly similarity: number; readonly most: number };
  readonly voice: boolean;
}

function CheckWords({ check: { problems, similarity, most }, voice: isVoice }: CheckProps) {
  const { t } = useTranslation('room');
  const voice = useChartVoice();
  return (
    <>
      {!isVoice && <p>{t('mask.similar', { share: voice.percent(similarity), most: voice.percent(most) })}</p>}
      {problems.length === 0 ? <p>{t('mask.fine')}</p> : <ul>{problems.map(({ kind, words }) => <li key={`${kind} ${words}`}>{t(`mask.problems.${kind}`, { words })}</li>)}</ul>}
    </>
  );
}
