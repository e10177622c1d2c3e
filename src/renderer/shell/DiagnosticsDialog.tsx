import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../state/save-text.ts';
import { useOperation } from '../state/use-operation.ts';
import { Answer } from '../ui/Answer.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** What helps to understand a fault, read by the person before it is saved; it is sent nowhere. */
export function DiagnosticsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('support');
  return (
    <Dialog title={t('diagnostics.title')} isOpen={isOpen} onClose={onClose} width="wide">
      {isOpen && <Diagnostics />}
    </Dialog>
  );
}

function Diagnostics() {
  const { t } = useTranslation('support');
  const [atMs] = useState(() => Date.now());
  const state = useOperation('support.diagnostics', { atMs });
  return (
    <div className="support-sheet">
      <p>{t('diagnostics.holds')}</p>
      <p>{t('diagnostics.holdsNot')}</p>
      <Answer state={state} shape="lines" rows={10}>
        {({ fileName, text }) => (
          <>
            <pre className="support-text" role="group" aria-label={t('diagnostics.text')} tabIndex={0}>{text}</pre>
            <div className="support-actions">
              <span className="quiet-text">{t('diagnostics.lines', { count: text.trimEnd().split('\n').length })}</span>
              <Button variant="primary" icon={<Download size={16} aria-hidden="true" />} onPress={() => saveText(fileName, text, 'text/plain;charset=utf-8')}>{t('diagnostics.save')}</Button>
            </div>
          </>
        )}
      </Answer>
    </div>
  );
}
