import { useLocation } from '../../state/navigation.ts';
import { AccountPage } from './AccountPage.tsx';
import { IdentitiesView } from './IdentitiesView.tsx';
import { PeopleFrame } from './PeopleFrame.tsx';
import { PeopleListView } from './PeopleListView.tsx';
import { ProposalsView } from './ProposalsView.tsx';
import './people.css';

/** Persone: who writes, which profiles are one person, what each is to the brand; a page for every profile. */
export function PeopleRoom() {
  const { path } = useLocation();
  const [, page, id] = path;
  if (page === 'account' && /^\d{1,9}$/.test(id ?? '')) return <AccountPage key={id} accountId={Number(id)} />;
  const view = page === 'identities' || page === 'roles' ? page : 'list';
  return (
    <PeopleFrame view={view}>
      {view === 'list' && <PeopleListView />}
      {view === 'identities' && <IdentitiesView />}
      {view === 'roles' && <ProposalsView />}
    </PeopleFrame>
  );
}
