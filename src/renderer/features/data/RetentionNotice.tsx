import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { RemoveForGood } from './RemoveForGood.tsx';

/** Above the room that opens with the project: imports past the date until which they may be kept, each with the one thing to do. Nothing without one. */
export function RetentionNotice() {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const project = useProject();
  const state = useOperation('retention.list', {});
  const past = state.status === 'value' ? state.value.imports.filter(({ isPast }) => isPast) : [];
  if (past.length === 0) return null;
  return (
    <section className="import-notice retention-notice" aria-label={t('retention.noticeTitle', { count: past.length, n: formats.count(past.length) })}>
      <CalendarClock size={16} aria-hidden="true" />
      <div className="privacy-column">
        <p>{t('retention.noticeTitle', { count: past.length, n: formats.count(past.length) })}. {t('retention.never')}</p>
        <ul className="privacy-list">
          {past.map((each) => (
            <li key={each.importId}>
              <span>{t('retention.notice', { file: each.file, day: formats.shortDate(each.untilMs - 1) })}</span>
              {!project.readOnly && <RemoveForGood removable={each} isNamed />}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
