import { PencilLine } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { intentStyle, isIntent, sentimentColor } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { labelKey, type MessageRow } from './MessageText.tsx';

export interface LabelChipsProps {
  readonly message: MessageRow;
  /** Label whose explanation is open; null when none is. */
  readonly openCode: string | null;
  readonly panelId: string;
  readonly onOpen: (code: string | null) => void;
}

/** The labels of a message, the main one first; each opens what it rests on. A message without any says why in a word. */
export function LabelChips({ message, openCode, panelId, onOpen }: LabelChipsProps) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const { intents, acts, sentiment, byHand, textKind, abstained, doubt } = message;
  const labels = [...intents, ...acts];
  const missing = labels.length > 0 || textKind === 'none' ? null : textKind === null ? 'waiting' : textKind !== 'text' ? textKind : abstained ? 'abstained' : sentiment === null ? 'unread' : 'none';
  const decided = (code: string): boolean => (code === sentiment ? byHand.includes('sentiment') : byHand.includes('intents') || byHand.includes('acts'));
  return (
    <>
      {missing === 'waiting' && <span className="message-label">{t('label.waiting')}</span>}
      {missing !== null && missing !== 'waiting' && <Button className="label-chip label-chip-missing" aria-expanded={openCode === ''} aria-controls={panelId} onPress={() => onOpen('')}>{t(`label.${missing}`)}</Button>}
      {[...labels, ...(sentiment === null ? [] : [sentiment])].map((code) => {
        const key = labelKey(code);
        const name = key === null ? code : voice.text(key);
        const style = isIntent(code) ? intentStyle(code) : null;
        return (
          <Button key={code} className="label-chip" aria-expanded={openCode === code} aria-controls={panelId} onPress={() => onOpen(code)}>
            {style !== null && <style.Icon size={14} color={style.color} aria-hidden="true" />}
            {code === sentiment && <span className="chart-swatch" style={{ backgroundColor: sentimentColor(sentiment) }} />}
            {name}
            {code === sentiment && doubt && !decided(code) && <span className="label-doubt">({t('label.doubt')})</span>}
            {decided(code) && <><PencilLine size={12} aria-hidden="true" /><span className="visually-hidden">, {t('label.byHand')}</span></>}
          </Button>
        );
      })}
    </>
  );
}
