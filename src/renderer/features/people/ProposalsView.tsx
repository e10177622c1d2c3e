import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProposalGroup } from './ProposalGroup.tsx';
import { RulesDialog, type ShownRules } from './RulesDialog.tsx';
import { useDecideRoles } from './use-decide-roles.ts';

/** Roles that wait for a person's word, role by role, with the reasons, their messages and the rules behind them. */
export function ProposalsView() {
  const { t } = useTranslation('people');
  const { go } = useLocation();
  const workbench = useWorkbench();
  const project = useProject();
  const [rules, setRules] = useState<ShownRules | null>(null);
  const desk = useDecideRoles();
  const counts = useOperation('roles.proposals', { page: 0, size: 1 });
  return (
    <>
      {desk.failure !== null && <FailureNotice failure={desk.failure} where={t('views.roles')} onDismiss={desk.dismiss} />}
      <Answer state={counts} shape="cards" rows={2} where={t('views.roles')}>
        {({ byRole }) =>
          byRole.length === 0 && !project.analysed ? (
            <EmptyState icon={<BadgeCheck size={36} />} title={t('proposals.unreadTitle')} text={t('proposals.unreadText')} action={!project.readOnly && <Button onPress={() => void workbench.analyse()}>{t('staleAction')}</Button>} />
          ) : byRole.length === 0 ? (
            <EmptyState icon={<BadgeCheck size={36} />} title={t('proposals.emptyTitle')} text={t('proposals.emptyText')} action={<Button onPress={() => go({ path: ['people'] })}>{t('proposals.emptyAction')}</Button>} />
          ) : (
            <div className="people-room">
              {byRole.map(({ role, proposals }) => (
                <ProposalGroup key={role} role={role} count={proposals} desk={desk} onRules={(rule) => setRules({ role, rule })} />
              ))}
            </div>
          )
        }
      </Answer>
      <RulesDialog shown={rules} onClose={() => setRules(null)} />
    </>
  );
}
