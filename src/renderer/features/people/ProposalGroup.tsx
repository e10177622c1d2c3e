import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { MessageCount } from './MessageCount.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import type { Proposal } from './people-types.ts';
import { profileName, roleDates, roleWords, usernameOf } from './people-words.ts';
import { proposalDecision, proposalKey } from './proposal-decisions.ts';
import { ReasonList } from './ReasonList.tsx';
import type { RoleDesk } from './use-decide-roles.ts';

const PAGE_SIZE = 10;
const CONFIRMED: ReadonlySet<Role> = new Set<Role>(['voice', 'employee', 'bot']);

interface ProposalGroupProps {
  readonly role: Role;
  readonly count: number;
  readonly desk: RoleDesk;
  /** Opens the rules of the role, one of them first. */
  readonly onRules: (rule: string | null) => void;
}

/** The proposals of one role: accepted or refused one by one, or several at once. */
export function ProposalGroup({ role, count, desk, onRules }: ProposalGroupProps) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // a page that decisions have emptied gives way to the last one there is
  const shownPage = Math.min(page, Math.max(0, Math.ceil(count / PAGE_SIZE) - 1));
  const state = useOperation('roles.proposals', { role, page: shownPage, size: PAGE_SIZE });
  const here = state.status === 'value' ? state.value.proposals : [];
  const picked = here.filter((proposal) => chosen.has(proposalKey(proposal)));
  const decide = async (proposals: readonly Proposal[], verdict: 'is' | 'is-not'): Promise<void> => {
    if (await desk.decide(proposals.flatMap((proposal) => proposalDecision(proposal, verdict) ?? []))) setChosen(new Set());
  };
  const choose = (proposal: Proposal, isChosen: boolean): void => setChosen((now) => new Set([...now].filter((key) => key !== proposalKey(proposal)).concat(isChosen ? [proposalKey(proposal)] : [])));
  return (
    <Card
      title={voice.text(`people.proposals.${role}`, { count })}
      subtitle={t(CONFIRMED.has(role) ? 'proposals.confirmed' : 'proposals.weak')}
      actions={
        <Button size="small" variant="plain" icon={<BookOpen size={14} aria-hidden="true" />} aria-label={t('proposals.rulesOf', { role: codes(`role.${role}`) })} onPress={() => onRules(null)}>
          {t('proposals.rules')}
        </Button>
      }
    >
      <Answer state={state} shape="lines" rows={5} where={codes(`role.${role}`)}>
        {({ proposals }) => (
          <>
            {!readOnly && proposals.length > 1 && (
              <div className="proposal-bar">
                <Checkbox isSelected={picked.length === proposals.length} onChange={(all) => setChosen(all ? new Set(proposals.map(proposalKey)) : new Set())}>
                  {t('proposals.chooseAll')}
                </Checkbox>
                {picked.length > 0 && (
                  <div className="people-actions">
                    <Button size="small" variant="primary" isDisabled={desk.isBusy} onPress={() => void decide(picked, 'is')}>
                      {t('proposals.acceptChosen', { n: voice.count(picked.length) })}
                    </Button>
                    <Button size="small" isDisabled={desk.isBusy} onPress={() => void decide(picked, 'is-not')}>
                      {t('proposals.refuseChosen', { n: voice.count(picked.length) })}
                    </Button>
                  </div>
                )}
              </div>
            )}
            <ul className="proposals" aria-label={t('proposals.caption')}>
              {proposals.map((proposal) => (
                <ProposalRow
                  key={proposalKey(proposal)}
                  proposal={proposal}
                  onRule={onRules}
                  isChosen={chosen.has(proposalKey(proposal))}
                  {...(readOnly ? {} : { onChoose: (isChosen: boolean) => choose(proposal, isChosen), onDecide: (verdict: 'is' | 'is-not') => void decide([proposal], verdict) })}
                  isBusy={desk.isBusy}
                />
              ))}
            </ul>
          </>
        )}
      </Answer>
      <PageButtons page={shownPage} size={PAGE_SIZE} total={count} onPage={setPage} />
    </Card>
  );
}

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onRule: (rule: string) => void;
  readonly onChoose?: (isChosen: boolean) => void;
  readonly onDecide?: (verdict: 'is' | 'is-not') => void;
}

function ProposalRow({ proposal, isChosen, isBusy, onRule, onChoose, onDecide }: ProposalRowProps) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { go } = useLocation();
  const name = profileName(proposal);
  const username = usernameOf(proposal);
  const { brand, suggestedBrand } = proposal;
  const words = roleWords(proposal.role, brand ?? suggestedBrand, voice);
  const dates = roleDates(proposal, voice);
  return (
    <li data-chosen={isChosen}>
      {onChoose !== undefined && (
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          <span className="visually-hidden">{t('proposals.choose', { name })}</span>
        </Checkbox>
      )}
      <div className="proposal-body">
        <p className="proposal-who">
          <AriaButton className="people-link" aria-label={t('list.open', { name })} onPress={() => go({ path: ['people', 'account', String(proposal.accountId)] })}>
            {name}
          </AriaButton>
          <span className="quiet-text people-name">{[...(username === null ? [] : [username]), networkName(proposal.network, t('list.networkUnknown'))].join(' · ')}</span>
          <MessageCount inWords accountIds={[proposal.accountId]} name={name} count={proposal.messages} />
        </p>
        <p>
          {words}
          <span className="quiet-text">{[...(dates === '' ? [] : [dates]), ...(brand === null && suggestedBrand !== null ? [t('proposals.newBrand', { brand: suggestedBrand })] : [])].map((part) => ` · ${part}`).join('')}</span>
        </p>
        <ReasonList reasons={proposal.reasons} name={name} onRule={onRule} />
      </div>
      {onDecide !== undefined && (
        <div className="people-actions">
          <Button size="small" isDisabled={isBusy} aria-label={t('proposals.acceptOf', { name, role: words })} onPress={() => onDecide('is')}>
            {t('account.isSo')}
          </Button>
          <Button size="small" variant="plain" isDisabled={isBusy} aria-label={t('proposals.refuseOf', { name, role: words })} onPress={() => onDecide('is-not')}>
            {t('account.isNotSo')}
          </Button>
        </div>
      )}
    </li>
  );
}
