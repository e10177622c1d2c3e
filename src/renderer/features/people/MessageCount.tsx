import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useSidePanel } from '../../state/panels.ts';

interface MessageCountProps {
  /** Whose messages open; null for a profile among others of one person, whose messages stand together under the first of them. */
  readonly accountIds: number[] | null;
  readonly name: string;
  readonly count: number;
  /** Writes "37 messages" in place of the bare number. */
  readonly inWords?: boolean;
}

/** How many messages somebody left; opens them. A plain zero where there are none. */
export function MessageCount({ accountIds, name, count, inWords = false }: MessageCountProps) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const { openMessages } = useSidePanel();
  const words = t('messages', { count, n: formats.count(count) });
  const written = inWords ? words : formats.count(count);
  if (count === 0 || accountIds === null) return <span className="quiet-text">{written}</span>;
  return (
    <AriaButton className="people-number" aria-label={t('messagesOf', { messages: words, name })} onPress={() => openMessages({ accountIds }, { title: t('messagesTitle', { name }), count })}>
      {written}
    </AriaButton>
  );
}
