import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { ChangeLine } from './TimeStrip.tsx';
import type { ValueDesk } from './use-value-desk.ts';

/** Marks who was told of a change outside these data: in private, or in person. */
export function TellBackDialog({ untold, desk, onClose }: { readonly untold: NonNullable<ChangeLine['told']>['untold']; readonly desk: ValueDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('origins');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const save = async (): Promise<void> => {
    if (await desk.decide('value.tellBack', { messageIds: [...chosen], told: true }, t('changes.saved'))) onClose();
  };
  return (
    <Dialog isOpen title={t('changes.tellTitle')} onClose={onClose} footer={<><Button onPress={onClose}>{t('changes.cancel')}</Button><Button variant="primary" isDisabled={chosen.length === 0} onPress={() => void save()}>{t('changes.tellSave')}</Button></>}>
      <p className="quiet-text">{t('changes.tellText')}</p>
      <div className="told-people">
        {untold.map(({ messageId, name }) => (
          <Checkbox key={messageId} isSelected={chosen.includes(messageId)} onChange={(isSelected) => setChosen(isSelected ? [...chosen, messageId] : chosen.filter((one) => one !== messageId))}>{name ?? t('credits.unknown')}</Checkbox>
        ))}
      </div>
    </Dialog>
  );
}
