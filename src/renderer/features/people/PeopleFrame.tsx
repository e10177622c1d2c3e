import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useFilters, useLocation } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { usePeopleLead, type PeopleView } from './use-people-lead.ts';

const VIEWS: readonly PeopleView[] = ['list', 'identities', 'roles'];

/** The frame of the room's three views, with how much waits in each. */
export function PeopleFrame({ view, children }: { readonly view: PeopleView; readonly children: ReactNode }) {
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  const { go } = useLocation();
  const { isEmpty } = useFilters();
  const project = useProject();
  const { lead, pairs, proposals } = usePeopleLead(view);
  const waiting: Readonly<Record<PeopleView, number>> = { list: 0, identities: pairs, roles: proposals };
  const label = (name: PeopleView): string => (waiting[name] === 0 ? t(`views.${name}`) : t('views.counted', { view: t(`views.${name}`), n: formats.count(waiting[name]) }));
  return (
    <RoomPage
      countsPeople
      title={shell('rooms.people')}
      question={t(`questions.${view}`)}
      lead={lead}
      actions={<Segmented label={t('views.label')} value={view} onChange={(next) => go({ path: next === 'list' ? ['people'] : ['people', next] })} options={VIEWS.map((value) => ({ value, label: label(value) }))} />}
    >
      <div className="people-room">
        <StaleNotice />
        {project.readOnly && view !== 'list' && <p className="quiet-text">{t('readOnly')}</p>}
        {!isEmpty && <p className="quiet-text">{t('filtersAside')}</p>}
        {children}
      </div>
    </RoomPage>
  );
}
