import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { brandCandidates, candidateRoles, shortestOf, type CandidateRole } from './brand-candidates.ts';
import { draftObstacle, holdsPrivate, takenDrafts } from './import-draft.ts';
import { MirrorCard } from './MirrorCard.tsx';
import { TrialCard } from './TrialCard.tsx';
import { useImportDesk } from './use-import-desk.ts';

const ROLES: readonly CandidateRole[] = ['own', 'competitor', 'none'];

/** Who speaks for whom, and whether everything is ready. */
export function CheckStep() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const project = useProject();
  const { desk, state } = useImportDesk();
  const [account, setAccount] = useState('');
  const candidates = brandCandidates(state);
  const knownOwn = project.brands.find((brand) => brand.own);
  const roles = candidateRoles(state, knownOwn?.name ?? null);
  const own = Object.entries(roles).filter(([, role]) => role === 'own').map(([name]) => name);
  const taken = takenDrafts(state);
  const isReady = taken.length > 0 && taken.every(({ id }) => draftObstacle(state.previews[id]) === null);
  const setRole = (name: string, role: CandidateRole): void => desk.change({ roles: { ...state.roles, [name]: role } });
  const addAccount = (): void => {
    const name = account.trim();
    if (name === '') return;
    desk.change({ extraAccounts: [...new Set([...state.extraAccounts, name])], roles: { ...state.roles, [name]: 'own' } });
    setAccount('');
  };
  return (
    <>
      <Card title={t('checkTitle')} subtitle={t('checkText')}>
        {candidates.length === 0 ? (
          <p className="quiet-text">{t('candidatesNone')}</p>
        ) : (
          <div className="candidate-scroll">
            <h3 className="list-heading">{t('candidates')}</h3>
            <ul className="candidate-list">
              {candidates.map((name) => (
                <li key={name} className="candidate">
                  <span className="candidate-name">{name}</span>
                  <Segmented label={t('candidateRole', { account: name })} value={roles[name] ?? 'none'} onChange={(role) => setRole(name, role)} options={ROLES.map((role) => ({ value: role, label: t(`candidateRoles.${role}`) }))} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="field-grid">
          <form
            className="field-with-button"
            onSubmit={(event) => {
              event.preventDefault();
              addAccount();
            }}
          >
            <TextField label={t('addAccount')} placeholder={t('addAccountPlaceholder')} value={account} onChange={setAccount} />
            <Button type="submit" isDisabled={account.trim() === ''}>
              {common('add')}
            </Button>
          </form>
          {own.length > 0 && <TextField label={t('ownBrand')} description={t('ownBrandHint')} value={state.ownBrandName ?? knownOwn?.name ?? shortestOf(own) ?? ''} onChange={(ownBrandName) => desk.change({ ownBrandName })} />}
        </div>
        {own.length === 0 && knownOwn === undefined && <p className="notice notice-gold">{t(Object.values(roles).includes('competitor') ? 'ownNoneAll' : 'ownNone')}</p>}
      </Card>
      {holdsPrivate(state) && (
        <Card title={t('privateTitle')} subtitle={t('privateText')}>
          <Checkbox isSelected={state.hasBasis} onChange={(hasBasis) => desk.change({ hasBasis })}>
            {t('privateBasis')}
          </Checkbox>
        </Card>
      )}
      <MirrorCard />
      <KeepUntilCard />
      <SummaryCard />
      <TrialCard isReady={isReady} />
    </>
  );
}

/** Until when what comes in may be kept, if somebody set a limit. */
function KeepUntilCard() {
  const { t } = useTranslation('privacy');
  const { desk, state } = useImportDesk();
  return (
    <Card title={t('retention.title')} subtitle={t('retention.atImport')}>
      <div className="field-grid">
        <DateField label={t('retention.until')} description={t('retention.never')} value={state.keptUntil} onChange={(keptUntil) => desk.change({ keptUntil })} />
      </div>
    </Card>
  );
}

/** Files listed one by one before an import. */
const SHOWN_FILES = 40;

function SummaryCard() {
  const { t } = useTranslation('importing');
  const { name: formatName } = useFormatWords();
  const formats = useFormats();
  const { state } = useImportDesk();
  const formatOf = (id: string): string => {
    const format = state.previews[id]?.preview?.format ?? null;
    return format === null ? t('formatAuto') : formatName(format);
  };
  return (
    <Card title={t('summaryTitle')}>
      <ul className="summary-list">
        {takenDrafts(state).slice(0, SHOWN_FILES).map(({ id, file: { size }, path }) => {
          const file = { name: path, size };
          const obstacle = draftObstacle(state.previews[id]);
          const words = obstacle === 'fields' ? t('notReadyFields', { file: file.name }) : obstacle === 'dates' ? t('notReadyDates', { file: file.name }) : obstacle === 'failure' ? t('notReadyFormat', { file: file.name }) : null;
          return (
            <li key={id} className={words === null ? 'summary-row' : 'summary-row summary-row-open'}>
              {words === null ? <CircleCheck size={18} aria-hidden="true" /> : <CircleAlert size={18} aria-hidden="true" />}
              {obstacle === 'reading' ? `${file.name} · ${t('reading')}` : (words ?? t('summaryFile', { file: file.name, format: formatOf(id), size: formats.bytes(file.size) }))}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
