import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Card } from '../../ui/Card.tsx';
import type { ImportAccount } from './ImportAccountPage.tsx';

/** Answers dated before what they answer, and the shift that would mend most of them: a zone told wrong, said before any figure. */
export function ZonesCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  const shift = (minutes: number): string => `${minutes < 0 ? '−' : '+'}${formats.duration(Math.abs(minutes) * 60)}`;
  const { all, against } = account.zones;
  // one file alone says the same as all together
  const rows = [{ ...all, file: null }, ...(against.length > 1 ? against : [])].filter(({ preceding }) => preceding > 0);
  return (
    <Card title={t('zonesTitle')}>
      <ul className="warning-list">
        {rows.map(({ file, pairs, preceding, shiftMinutes, mended }) => (
          <li key={file ?? ''}>
            <span>
              {file !== null && <strong>{t('zonesAgainst', { file })}: </strong>}
              {t('zonesText', { preceding: formats.count(preceding), pairs: formats.count(pairs) })}{' '}
              {shiftMinutes === null ? t('zonesNoShift') : t('zonesShift', { shift: shift(shiftMinutes), mended: formats.count(mended) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
