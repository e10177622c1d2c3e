import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { peopleOpening } from './people-opening.ts';

/** The views of the room. */
export type PeopleView = 'list' | 'identities' | 'roles';

/** The opening sentence of a view, and how much waits in the others. */
export interface PeopleLead {
  /** Undefined until everything it rests on is known. */
  readonly lead: string | undefined;
  readonly pairs: number;
  readonly proposals: number;
  /** Null while it is not known whether there is anybody at all. */
  readonly profiles: number | null;
}

/** Reads what the room's opening sentences rest on. */
export function usePeopleLead(view: PeopleView): PeopleLead {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { analysed } = useProject();
  const all = useOperation('people.list', { page: 0, size: 1 });
  const without = useOperation('people.list', { page: 0, size: 1, role: 'unknown' });
  const pairs = useOperation('identity.suggestions', { page: 0, size: 1 });
  const persons = useOperation('identity.persons', { page: 0, size: 1 });
  const proposals = useOperation('roles.proposals', { page: 0, size: 1 });
  const profiles = all.status === 'value' ? all.value.total : null;
  const waiting = { pairs: pairs.status === 'value' ? pairs.value.total : 0, proposals: proposals.status === 'value' ? proposals.value.total : 0, profiles };
  const lead = (): string | undefined => {
    if (view === 'identities') return pairs.status !== 'value' ? undefined : pairs.value.total === 0 ? t('opening.noPairs') : voice.text('people.opening.pairs', { count: pairs.value.total });
    if (view === 'roles') return proposals.status !== 'value' ? undefined : proposals.value.total === 0 ? t(analysed ? 'opening.noProposals' : 'opening.proposalsUnread') : voice.text('people.opening.proposals', { count: proposals.value.total });
    if (profiles === null || without.status !== 'value' || pairs.status !== 'value' || persons.status !== 'value') return undefined;
    return peopleOpening({ profiles, withRole: profiles - without.value.total, analysed, reviewed: pairs.value.reviewed, persons: persons.value.total }, voice);
  };
  return { ...waiting, lead: lead() };
}
