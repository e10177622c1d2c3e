import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { accountRoles, type AccountRole } from './account-roles.ts';
import { DecideRoleForm } from './DecideRoleForm.tsx';
import type { NewDecision, Profile } from './people-types.ts';
import { heldRoleWords, profileName, roleDates, roleWords } from './people-words.ts';
import { ReasonList } from './ReasonList.tsx';
import { RulesDialog, type ShownRules } from './RulesDialog.tsx';
import { useDecideRoles } from './use-decide-roles.ts';

/** What a profile is to whom: roles it holds, roles to confirm, roles ruled out, and a form to say otherwise. */
export function AccountRolesCard({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('people');
  const project = useProject();
  const desk = useDecideRoles();
  const [rules, setRules] = useState<ShownRules | null>(null);
  const roles = accountRoles(profile);
  return (
    <Card title={t('account.roles')} subtitle={t('account.rolesText')}>
      {desk.failure !== null && <FailureNotice compact failure={desk.failure} where={profileName(profile)} onDismiss={desk.dismiss} />}
      {roles.length === 0 && <p className="quiet-text">{t(project.readOnly ? 'account.rolesNoneReadOnly' : 'account.rolesNone')}</p>}
      {roles.length > 0 && (
        <ul className="account-roles">
          {roles.map((role) => (
            <RoleItem
              key={`${role.state} ${role.role} ${role.brand ?? ''}`}
              role={role}
              name={profileName(profile)}
              onRule={(rule) => setRules({ role: role.role, rule })}
              {...(project.readOnly || desk.isBusy ? {} : { onDecide: (decision) => void desk.decide([{ accountId: profile.accountId, ...decision }]) })}
            />
          ))}
        </ul>
      )}
      {!project.readOnly && <DecideRoleForm desk={desk} accountId={profile.accountId} />}
      <RulesDialog shown={rules} onClose={() => setRules(null)} />
    </Card>
  );
}

interface RoleItemProps {
  readonly role: AccountRole;
  readonly name: string;
  readonly onRule: (rule: string) => void;
  readonly onDecide?: (decision: Omit<NewDecision, 'accountId'>) => void;
}

function RoleItem({ role, name, onRule, onDecide }: RoleItemProps) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { state, brand, suggestedBrand, decision, origins } = role;
  const words = state === 'held' ? heldRoleWords(role, voice) : roleWords(role.role, brand ?? suggestedBrand, voice);
  const meta = [
    ...(state === 'held' ? [voice.list(origins.map((origin) => t(`origins.${origin}`)))] : []), ...(roleDates(role, voice) === '' ? [] : [roleDates(role, voice)]),
    ...(decision === null ? [] : [t('account.decidedAt', { date: voice.date(decision.atMs) })]), ...(suggestedBrand !== null && brand === null && state === 'proposed' ? [t('proposals.newBrand', { brand: suggestedBrand })] : []),
  ].join(' · ');
  return (
    <li data-state={state}>
      <div className="account-role-head">
        <strong>{words}</strong>
        {state !== 'held' && <Chip tone={state === 'proposed' ? 'gold' : 'neutral'} label={t(state === 'proposed' ? 'account.proposed' : 'account.denied')} />}
        <span className="quiet-text">{meta}</span>
      </div>
      <ReasonList reasons={role.reasons} name={name} onRule={onRule} />
      {onDecide !== undefined && <RoleButtons role={role} words={words} onDecide={onDecide} />}
    </li>
  );
}

function RoleButtons({ role, words, onDecide }: { readonly role: AccountRole; readonly words: string; readonly onDecide: (decision: Omit<NewDecision, 'accountId'>) => void }) {
  const { t } = useTranslation('people');
  const { role: code, brand, suggestedBrand, decision, state, fromMs, toMs } = role;
  if (code === 'unknown') return null;
  const at = (named: string | null): { brand?: string } => (named === null || named === '' ? {} : { brand: named });
  if (decision !== null) {
    return (
      <div className="people-actions">
        <Button size="small" aria-label={t('account.takeBackOf', { role: words })} onPress={() => onDecide({ role: code, ...at(decision.brand), verdict: null })}>
          {t('account.takeBack')}
        </Button>
      </div>
    );
  }
  return (
    <div className="people-actions">
      {state === 'proposed' && (
        <Button size="small" variant="primary" aria-label={t('account.isSoOf', { role: words })} onPress={() => onDecide({ role: code, ...at(brand ?? suggestedBrand), verdict: 'is', fromMs, toMs })}>
          {t('account.isSo')}
        </Button>
      )}
      <Button size="small" aria-label={t('account.isNotSoOf', { role: words })} onPress={() => onDecide({ role: code, ...at(brand), verdict: 'is-not' })}>
        {t('account.isNotSo')}
      </Button>
    </div>
  );
}
