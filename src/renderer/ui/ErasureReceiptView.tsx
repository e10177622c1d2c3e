import { CopyPlus, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { beginCopy } from '../state/save-copy.ts';
import { saveText } from '../state/save-text.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';
import './privacy.css';

/** What an erasure counted, as the engine gives it. */
export type ErasureReceipt = OperationValue<'privacy.erase'>;

/** Counts by kind of an erasure, done or rehearsed; kinds that count nothing are left out. */
export function ErasedCounts({ counts }: Pick<ErasureReceipt, 'counts'>) {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  return (
    <ul className="erased-counts">
      {counts.filter(({ count }) => count > 0).map(({ kind, count }) => <li key={kind}>{t(`kinds.${kind}`, { count, n: formats.count(count) })}</li>)}
    </ul>
  );
}

/** A receipt: its number and day, what went, what a look at every byte found, and its two files. */
export function ErasureReceiptView({ receipt }: { readonly receipt: ErasureReceipt }) {
  const { t } = useTranslation('privacy');
  const { t: saving } = useTranslation('saving');
  const formats = useFormats();
  const workbench = useWorkbench();
  const { language } = usePreferences();
  const { number, check, backups } = receipt;
  const download = async (format: 'text' | 'json'): Promise<void> => {
    const outcome = await workbench.run('privacy.receiptFile', { number, format, language });
    if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text, format === 'json' ? 'application/json;charset=utf-8' : 'text/plain;charset=utf-8');
    else workbench.failure.set(outcome.failure);
  };
  return (
    <section className="erasure-receipt">
      <h3 className="data-heading">{t('receipt.number', { number: String(number), at: formats.dateTime(receipt.atMs) })} · {t(`receipt.${receipt.kind}`)}</h3>
      <ErasedCounts counts={receipt.counts} />
      <p>
        {check.left === 0 ? t('receipt.clean', { count: check.looked, n: formats.count(check.looked) }) : t('receipt.left', { count: check.left, n: formats.count(check.left) })}
        {check.ofOthers > 0 && ` ${t('receipt.others', { count: check.ofOthers, n: formats.count(check.ofOthers) })}`}
        {!check.logCut && ` ${t('receipt.logOpen')}`}
      </p>
      {backups.map(({ name, state }) => <p key={name} className="quiet-text">{t(state === 'deleted' ? 'receipt.backupDeleted' : 'receipt.backupKept', { name })}</p>)}
      <p className="quiet-text">{t('receipt.nobody')}</p>
      <div className="erasure-actions">
        {check.left > 0 && <Button size="small" className="keep-button" icon={<CopyPlus size={14} aria-hidden="true" />} onPress={() => void beginCopy(workbench, 'as')}>{saving('as')}</Button>}
        <Button size="small" className="keep-button" icon={<Download size={14} aria-hidden="true" />} aria-label={t('receipt.textOf', { number: String(number) })} onPress={() => void download('text')}>{t('receipt.text')}</Button>
        <Button size="small" className="keep-button" icon={<Download size={14} aria-hidden="true" />} aria-label={t('receipt.jsonOf', { number: String(number) })} onPress={() => void download('json')}>{t('receipt.json')}</Button>
      </div>
    </section>
  );
}
