import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../contract/operations.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';
import './privacy.css';

/** The word that confirms what cannot be undone, as the engine asks for it. */
export type TypedWord = OperationInput<'privacy.erase'>['word'];

const WORDS: readonly TypedWord[] = ['ELIMINA', 'ERASE'];

export interface TypedWordDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  /** False until what is to be confirmed is known. */
  readonly isReady: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (word: TypedWord) => void;
  readonly children: ReactNode;
}

/** Something that cannot be undone, done only once a word is typed: the word of either language, in any case. */
export function TypedWordDialog({ isOpen, isReady, ...rest }: TypedWordDialogProps) {
  return isOpen ? <OpenDialog isReady={isReady} {...rest} /> : null;
}

function OpenDialog({ title, confirm, isBusy, isReady, onClose, onConfirm, children }: Omit<TypedWordDialogProps, 'isOpen'>) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const [typed, setTyped] = useState('');
  const word = WORDS.find((each) => each === typed.trim().toUpperCase());
  return (
    <Dialog
      title={title}
      isOpen
      onClose={isBusy ? () => undefined : onClose}
      footer={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>{common('cancel')}</Button>
          <Button variant="danger" isDisabled={isBusy || !isReady || word === undefined} onPress={() => (word === undefined ? undefined : onConfirm(word))}>{confirm}</Button>
        </>
      }
    >
      <div className="erase-body">
        {children}
        {isReady && <TextField label={t('erase.word', { word: t('word') })} value={typed} onChange={setTyped} isDisabled={isBusy} maxLength={20} />}
      </div>
    </Dialog>
  );
}
