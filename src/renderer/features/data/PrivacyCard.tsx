import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErasureReceiptView } from '../../ui/ErasureReceiptView.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TypedWordDialog } from '../../ui/TypedWordDialog.tsx';

type State = OperationValue<'privacy.state'>;

/** Erased people: the search for a profile to erase, how many imports leave out, receipts, and copies beside the project. */
export function PrivacyCard() {
  const { t } = useTranslation('privacy');
  const state = useOperation('privacy.state', {});
  return (
    <Card title={t('card.title')} subtitle={t('card.subtitle')}>
      <Answer state={state} shape="lines" where={t('card.title')}>
        {(value) => (
          <div className="privacy-columns">
            <div className="privacy-column">
              <FindForm />
              <SuppressedForm suppressed={value.suppressed} />
            </div>
            {(value.receipts.length > 0 || value.backups.length > 0) && (
              <div className="privacy-column">
                {value.receipts.length > 0 && <h3 className="data-heading">{t('card.receipts')}</h3>}
                {value.receipts.slice(0, 10).map((receipt) => <ErasureReceiptView key={receipt.number} receipt={receipt} />)}
                {value.backups.length > 0 && <Backups backups={value.backups} />}
              </div>
            )}
          </div>
        )}
      </Answer>
    </Card>
  );
}

function FindForm() {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const { go } = useLocation();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const state = useOperation('privacy.find', asked === null ? null : { text: asked });
  return (
    <form className="privacy-column" onSubmit={(event) => { event.preventDefault(); setAsked(text.trim() === '' ? null : text.trim()); }}>
      <div className="privacy-line">
        <TextField label={t('card.find')} value={text} onChange={setText} maxLength={500} />
        <Button type="submit" isDisabled={text.trim() === ''}>{t('card.findAction')}</Button>
      </div>
      {asked !== null && state.status === 'value' && (state.value.accounts.length === 0 ? <p className="quiet-text" role="status">{t('card.nobody')}</p> : (
        <ul className="privacy-list">
          {state.value.accounts.map(({ accountId, network, name, messages }) => (
            <li key={accountId}>
              <Button variant="plain" size="small" className="page-link" onPress={() => go({ path: ['people', 'account', String(accountId)] })}>{t('card.found', { name, network })}</Button>
              <span className="quiet-text">{t('card.foundMessages', { count: messages, n: formats.count(messages) })}</span>
            </li>
          ))}
        </ul>
      ))}
    </form>
  );
}

function SuppressedForm({ suppressed }: { readonly suppressed: number }) {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const project = useProject();
  const workbench = useWorkbench();
  const [text, setText] = useState('');
  const [allowed, setAllowed] = useState<number | null>(null);
  const allow = async (): Promise<void> => {
    const outcome = await workbench.run('privacy.allowAgain', { text });
    if (!outcome.ok) return workbench.failure.set(outcome.failure);
    setAllowed(outcome.value.allowed);
    if (outcome.value.allowed > 0) setText('');
  };
  return (
    <form className="privacy-column" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') void allow(); }}>
      <p>{suppressed === 0 ? t('card.none') : t('card.suppressed', { count: suppressed, n: formats.count(suppressed) })}</p>
      {suppressed > 0 && <p className="quiet-text">{t('card.hashes')}</p>}
      {suppressed > 0 && !project.readOnly && (
        <div className="privacy-line">
          <TextField label={t('card.allow')} value={text} onChange={setText} maxLength={500} />
          <Button type="submit" isDisabled={text.trim() === ''}>{t('card.allowAction')}</Button>
        </div>
      )}
      {allowed !== null && <p className="quiet-text" role="status">{t(allowed === 0 ? 'card.notOnList' : 'card.allowed')}</p>}
    </form>
  );
}

function Backups({ backups }: Pick<State, 'backups'>) {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const project = useProject();
  const workbench = useWorkbench();
  const [isAsking, setAsking] = useState(false);
  const names = backups.map(({ name, bytes, atMs }) => t('card.backup', { name, size: formats.bytes(bytes), day: formats.shortDate(atMs) }));
  return (
    <>
      <h3 className="data-heading">{t('card.backups')}</h3>
      <p className="quiet-text">{t('card.backupsText')}</p>
      <ul className="privacy-list">{names.map((name) => <li key={name}>{name}</li>)}</ul>
      {!project.readOnly && <div><Button size="small" className="keep-button" onPress={() => setAsking(true)}>{t('card.deleteBackups')}</Button></div>}
      <TypedWordDialog
        title={t('card.deleteTitle')} confirm={t('card.deleteConfirm')} isOpen={isAsking} isBusy={false} isReady onClose={() => setAsking(false)}
        onConfirm={(word) => {
          setAsking(false);
          void workbench.run('privacy.deleteBackups', { names: backups.map(({ name }) => name), word }).then((outcome) => (outcome.ok ? undefined : workbench.failure.set(outcome.failure)));
        }}
      >
        <ul className="privacy-list">{names.map((name) => <li key={name}>{name}</li>)}</ul>
        <p className="erase-final">{t('card.deleteText')}</p>
      </TypedWordDialog>
    </>
  );
}
