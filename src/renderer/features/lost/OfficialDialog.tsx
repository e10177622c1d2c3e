import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { LostQuestion } from './lost-words.ts';
import type { LostDesk } from './use-lost-desk.ts';

const MOST_CHARACTERS = 5000;

/** The answer to give from now on, in one's own words; emptied, the best answer given so far holds again. */
export function OfficialDialog({ question, desk, onClose }: { readonly question: LostQuestion; readonly desk: LostDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('lost');
  const [text, setText] = useState(question.official !== '' ? question.official : (question.best?.text ?? ''));
  const save = async (): Promise<void> => {
    if (await desk.decide('lost.question', { topic: question.id, text }, t('base.changed'))) onClose();
  };
  return (
    <Dialog isOpen title={t('base.official')} onClose={onClose} width="wide" footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      <blockquote className="lost-quote">{question.text}</blockquote>
      <TextField className="field" value={text} onChange={setText} maxLength={MOST_CHARACTERS}>
        <Label className="field-label">{t('base.officialLabel')}</Label>
        <span className="input-wrap"><TextArea className="input lost-textarea" rows={6} /></span>
      </TextField>
    </Dialog>
  );
}
