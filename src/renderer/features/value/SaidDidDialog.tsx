import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { ChangeLine } from './TimeStrip.tsx';
import type { ValueDesk } from './use-value-desk.ts';

const MOST_CHARACTERS = 300;

/** What people had asked for and what was done, in words that may go to the client; emptied, the line goes. */
export function SaidDidDialog({ line, desk, onClose }: { readonly line: Pick<ChangeLine, 'typicalId' | 'text' | 'youSaid' | 'weDid'>; readonly desk: ValueDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('origins');
  const [youSaid, setYouSaid] = useState(line.youSaid);
  const [weDid, setWeDid] = useState(line.weDid);
  const save = async (words: { readonly youSaid: string; readonly weDid: string }): Promise<void> => {
    if (await desk.decide('value.writeSaidDid', { messageId: line.typicalId, ...words }, t('changes.saved'))) onClose();
  };
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('saidDid.title')}
      onClose={onClose}
      footer={(
        <>
          {line.youSaid !== '' && <Button variant="danger" onPress={() => void save({ youSaid: '', weDid: '' })}>{t('saidDid.remove')}</Button>}
          <Button onPress={onClose}>{t('changes.cancel')}</Button>
          <Button variant="primary" isDisabled={youSaid.trim() === '' || weDid.trim() === ''} onPress={() => void save({ youSaid, weDid })}>{t('changes.save')}</Button>
        </>
      )}
    >
      <p className="quiet-text">{line.text}</p>
      <TextArea label={t('saidDid.youSaid')} description={t('saidDid.youSaidHint')} rows={2} maxLength={MOST_CHARACTERS} value={youSaid} onChange={setYouSaid} />
      <TextArea label={t('saidDid.weDid')} description={t('saidDid.weDidHint')} rows={2} maxLength={MOST_CHARACTERS} value={weDid} onChange={setWeDid} />
    </Dialog>
  );
}
