import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { INTENTS, ACTS, SENTIMENTS } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { textPieces } from './text-pieces.ts';

/** A message as the list shows it. */
export type MessageRow = OperationValue<'messages.list'>['messages'][number];

/** Labels that rest on the absence of anything else: their stretch is the whole text. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(['other', 'neutral', 'content']);

/** The catalogue entry of a label's code; null for codes of a newer version. */
export function labelKey(code: string): string | null {
  if (INTENTS.some((known) => known === code)) return `codes.intent.${code}`;
  if (ACTS.some((known) => known === code)) return `codes.act.${code}`;
  return SENTIMENTS.some((known) => known === code) ? `codes.sentiment.${code}` : null;
}

function markColor(codes: readonly string[]): string {
  const intent = INTENTS.find((known) => codes.includes(known));
  if (intent !== undefined) return `var(--intent-${intent})`;
  const sentiment = SENTIMENTS.find((known) => codes.includes(known));
  return sentiment === undefined ? 'var(--accent)' : `var(--sentiment-${sentiment})`;
}

export interface MessageTextProps {
  readonly message: Pick<MessageRow, 'text' | 'spans' | 'intents' | 'acts' | 'sentiment'>;
  /** A label that is being explained: its stretches alone, filled. */
  readonly focus?: { readonly code: string; readonly places: readonly { readonly start: number; readonly end: number }[] } | null;
}

/** A message's words, with the stretches that its labels rest on underlined in their colour. */
export function MessageText({ message, focus = null }: MessageTextProps) {
  const { t } = useTranslation('messages');
  const voice = useChartVoice();
  if (message.text === null || message.text === '') return <p className="message-text message-textless">{t('row.noText')}</p>;
  const standing = new Set<string>([...message.intents, ...message.acts, ...(message.sentiment === null ? [] : [message.sentiment])]);
  const spans = focus === null ? message.spans.filter(({ code }) => standing.has(code) && !TELLS_NOTHING.has(code)) : focus.places.map((place) => ({ ...place, code: focus.code }));
  let offset = 0;
  return (
    <p className="message-text">
      {textPieces(message.text, spans).map(({ text, codes }) => {
        const key = offset;
        offset += text.length;
        if (codes.length === 0) return text;
        const names = codes.flatMap((code) => {
          const entry = labelKey(code);
          return entry === null ? [] : [voice.text(entry)];
        });
        return <mark key={key} className={focus === null ? 'evidence' : 'evidence evidence-focus'} title={t('evidence', { label: voice.list(names) })} style={{ textDecorationColor: markColor(codes), ...(focus === null ? {} : { backgroundColor: `color-mix(in oklab, ${markColor(codes)} 18%, transparent)` }) }}>{text}</mark>;
      })}
    </p>
  );
}
