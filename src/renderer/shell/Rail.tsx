import { useTranslation } from 'react-i18next';
import { hashFromLocation } from '../state/location.ts';
import { useLocation } from '../state/navigation.ts';
import { AVAILABLE_ROOMS, viewAt } from './room-views.tsx';

/** The rooms, at the left. */
export function Rail() {
  const { t } = useTranslation('shell');
  const location = useLocation();
  const { room } = viewAt(location.path[0]);
  return (
    <nav className="rail" aria-label={t('roomList')}>
      <p className="rail-mark" aria-hidden="true">
        <svg viewBox="0 0 24 24" width="22" height="22">
          <path d="M3 19h18M5.5 15h13M8 11h8M10.5 7h3" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
        </svg>
        <span>{t('product')}</span>
      </p>
      <ul className="rail-list">
        {AVAILABLE_ROOMS.map(({ id, key, icon: Icon }) => (
          <li key={id}>
            <a
              className="rail-link"
              href={hashFromLocation({ ...location, path: [id], parameters: {} })}
              aria-current={room === id ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                location.go({ path: [id] });
              }}
            >
              <Icon size={18} aria-hidden="true" />
              <span className="rail-label">{t(`rooms.${id}`)}</span>
              <kbd className="rail-key" aria-hidden="true">
                {key}
              </kbd>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
