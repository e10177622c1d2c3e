import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { shortText } from './origin-words.ts';
import { SaidDidDialog } from './SaidDidDialog.tsx';
import { TellBackDialog } from './TellBackDialog.tsx';
import { TimeStrip, type ChangeLine } from './TimeStrip.tsx';
import type { ValueDesk } from './use-value-desk.ts';

export interface ChangeItemProps {
  readonly line: ChangeLine;
  readonly requesters: number;
  readonly scale: { readonly fromMs: number; readonly toMs: number };
  readonly desk: ValueDesk;
}

/** One demand on its time line, with who was told of the change and what was written of it. */
export function ChangeItem({ line, requesters, scale, desk }: ChangeItemProps) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const [open, setOpen] = useState<'tell' | 'write' | null>(null);
  const { text, messageIds, requesters: people, told } = line;
  const short = shortText(text);
  return (
    <li className="change-line">
      <p className="origin-text">{text}</p>
      <p className="origin-facts">
        <strong>{voice.text('origins.changes.asked', { count: people })}</strong>
        <Button size="small" variant="plain" aria-label={t('changes.openOf', { text: short })} onPress={() => openMessages({ messageIds }, { title: short, count: messageIds.length })}>{t('changes.open')}</Button>
      </p>
      <TimeStrip line={line} requesters={requesters} scale={scale} />
      {told !== null && (
        <div className="origin-facts">
          <strong>{t('changes.told', { k: voice.count(told.k), n: voice.count(told.n) })}</strong>
          {told.seen > 0 && <span className="quiet-text">{voice.text('origins.changes.toldSeen', { count: told.seen })}</span>}
          {told.byHand > 0 && <span className="quiet-text">{voice.text('origins.changes.toldByHand', { count: told.byHand })}</span>}
          {told.after > 0 && <span className="quiet-text">{voice.text('origins.changes.toldAfter', { count: told.after })}</span>}
          {told.seenIds.length > 0 && <Button size="small" variant="plain" aria-label={t('changes.seenOf', { text: short })} onPress={() => openMessages({ messageIds: told.seenIds }, { title: short, count: told.seenIds.length })}>{t('changes.seen')}</Button>}
          {!readOnly && told.untold.length > 0 && <Button size="small" className="keep-button" aria-label={t('changes.tellOf', { text: short })} onPress={() => setOpen('tell')}>{t('changes.tell')}</Button>}
          {!readOnly && <Button size="small" className="keep-button" aria-label={t('changes.writeOf', { text: short })} onPress={() => setOpen('write')}>{t('changes.write')}</Button>}
        </div>
      )}
      {open === 'tell' && told !== null && <TellBackDialog untold={told.untold} desk={desk} onClose={() => setOpen(null)} />}
      {open === 'write' && <SaidDidDialog line={line} desk={desk} onClose={() => setOpen(null)} />}
    </li>
  );
}
