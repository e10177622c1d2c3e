import { useTranslation } from 'react-i18next';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Preview } from './import-draft.ts';

/** What an archive holds: the parts that are read, and on demand those that are not, with the reason. */
export function FileParts({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { name: formatName } = useFormatWords();
  return (
    <div className="file-parts">
      <ul>
        {preview.parts.slice(0, 12).map(({ name, format, bytes }) => (
          <li key={name}>
            <span className="part-name">{name}</span>
            <span className="quiet-text">
              {formatName(format)} · {formats.bytes(bytes)}
            </span>
          </li>
        ))}
        {preview.parts.length > 12 && <li className="quiet-text">{t('andMore', { n: formats.count(preview.parts.length - 12) })}</li>}
      </ul>
      {preview.unread.length > 0 && (
        <details className="left-out">
          <summary>{t('partsUnread', { count: preview.unread.length, n: formats.count(preview.unread.length) })}</summary>
          <ul>
            {preview.unread.slice(0, 100).map(({ name, reason }) => (
              <li key={name}>
                <span className="part-name">{name}</span> <span className="quiet-text">{reason === 'media' ? t('unreadMedia') : reason === 'no-messages' ? t('unreadNoMessages') : reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
