import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Card } from '../../ui/Card.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { Calendar, Hours } from './hours-words.ts';

type Code = Calendar['holidays'][number]['code'];

const NOON_MS = 43_200_000;
const MOST_DATES = 4;

/** The national holidays with a switch each, and their dates in the years of the data. */
export function HolidaysCard({ hours, holidays, onChange, isReadOnly }: { readonly hours: Hours; readonly holidays: Calendar['holidays']; readonly onChange: (hours: Hours) => void; readonly isReadOnly: boolean }) {
  const { t } = useTranslation('hours');
  const { shortDate, list } = useFormats();
  // the latest year has the holidays of all, in the order of the year
  const latest = holidays.at(-1)?.date.slice(0, 4) ?? '';
  const codes = [...new Set([...holidays.filter(({ date }) => date.startsWith(latest)), ...holidays].map(({ code }) => code))];
  const isKept = hours.holidays === 'italy';
  const datesOf = (code: Code): string => {
    const dates = holidays.filter((one) => one.code === code).map(({ date }) => shortDate(Date.parse(`${date}T00:00:00Z`) + NOON_MS));
    return list(dates.slice(-MOST_DATES));
  };
  return (
    <Card className="hours-holidays" title={t('holidays.title')} subtitle={t('holidays.subtitle')}>
      <Switch isSelected={isKept} isDisabled={isReadOnly} onChange={(isOn) => onChange({ ...hours, holidays: isOn ? 'italy' : 'none' })}>{t('holidays.kept')}</Switch>
      {codes.length === 0 && <p className="quiet-text">{t('holidays.none')}</p>}
      <ul className="hours-holiday-list">
        {codes.map((code) => (
          <li key={code}>
            <Switch isSelected={isKept && !hours.openOn.includes(code)} isDisabled={isReadOnly || !isKept} onChange={(isOn) => onChange({ ...hours, openOn: isOn ? hours.openOn.filter((one) => one !== code) : [...hours.openOn, code] })}>
              {t(`holidays.names.${code}`)}
            </Switch>
            <span className="quiet-text">{datesOf(code)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
