import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../domain/model/codes.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { dayStart } from '../../../domain/model/local-days.ts';
import type { NewDecision } from './people-types.ts';
import type { RoleDesk } from './use-decide-roles.ts';

type DecidedRole = NewDecision['role'];

const DECIDED: readonly DecidedRole[] = ROLES.filter((role) => role !== 'unknown');
/** Roles that are always at a brand. */
const AT_A_BRAND: ReadonlySet<DecidedRole> = new Set<DecidedRole>(['voice', 'employee', 'partner']);
const NO_BRAND = 'none';
const OTHER_BRAND = 'other';
const named = (brandId: number): string => `brand ${String(brandId)}`;

/** Says by hand what a profile is, or is not, to a brand and in which days. */
export function DecideRoleForm({ desk, accountId }: { readonly desk: RoleDesk; readonly accountId: number }) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  const { brands, timeZone } = useProject();
  const own = brands.find((brand) => brand.own);
  const [verdict, setVerdict] = useState<'is' | 'is-not'>('is');
  const [role, setRole] = useState<DecidedRole>('customer');
  const [place, setPlace] = useState(own === undefined ? NO_BRAND : named(own.id));
  const [brandName, setBrandName] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isSaved, setSaved] = useState(false);
  const needsBrand = verdict === 'is' && AT_A_BRAND.has(role);
  const hasBrand = role !== 'bot';
  const chosen = needsBrand && place === NO_BRAND ? OTHER_BRAND : place;
  const brand = !hasBrand || chosen === NO_BRAND ? '' : chosen === OTHER_BRAND ? brandName.trim() : (brands.find(({ id }) => named(id) === chosen)?.name ?? '');
  // a denial holds at all times
  const [fromMs, toMs] = verdict === 'is' ? [dayStart(from, timeZone), dayStart(to, timeZone, 1)] : [null, null];
  const isReversed = fromMs !== null && toMs !== null && fromMs >= toMs;
  const isIncomplete = hasBrand && chosen === OTHER_BRAND && brandName.trim() === '';
  const edit = <Value,>(set: (value: Value) => void) => (value: Value): void => {
    set(value);
    setSaved(false);
  };
  const save = async (): Promise<void> => {
    setSaved(await desk.decide([{ accountId, role, verdict, fromMs, toMs, ...(brand === '' ? {} : { brand }) }]));
  };
  return (
    <form
      className="decide-role"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReversed && !isIncomplete && !desk.isBusy) void save();
      }}
    >
      <div>
        <h3 className="people-heading">{t('account.decide')}</h3>
        <p className="quiet-text">{t('account.decideText')}</p>
      </div>
      <div className="decide-fields">
        <Segmented label={t('account.verdict')} value={verdict} onChange={edit(setVerdict)} options={[{ value: 'is', label: t('account.is') }, { value: 'is-not', label: t('account.isNot') }]} />
        <Select label={t('account.role')} value={role} onChange={edit(setRole)} options={DECIDED.map((value) => ({ value, label: codes(`role.${value}`) }))} />
        {hasBrand && (
          <Select
            label={t('account.brand')}
            value={chosen}
            onChange={edit(setPlace)}
            options={[
              ...brands.map(({ id, name }) => ({ value: named(id), label: name })),
              ...(needsBrand ? [] : [{ value: NO_BRAND, label: t(verdict === 'is' ? 'account.anyBrand' : 'account.everyBrand') }]),
              { value: OTHER_BRAND, label: t('account.otherBrand') },
            ]}
          />
        )}
        {hasBrand && chosen === OTHER_BRAND && <TextField label={t('account.brandName')} value={brandName} onChange={edit(setBrandName)} maxLength={200} />}
        {verdict === 'is' && (
          <>
            <DateField label={t('account.from')} value={from} onChange={edit(setFrom)} />
            <DateField label={t('account.to')} value={to} onChange={edit(setTo)} {...(isReversed ? { error: t('account.datesError') } : {})} />
          </>
        )}
      </div>
      {verdict === 'is' && <p className="quiet-text people-hint">{t('account.datesHint')}</p>}
      <div className="people-actions">
        <Button type="submit" isDisabled={desk.isBusy || isReversed || isIncomplete}>
          {t('account.save')}
        </Button>
        {isSaved && (
          <span role="status" className="quiet-text">
            {t('account.saved')}
          </span>
        )}
      </div>
    </form>
  );
}
