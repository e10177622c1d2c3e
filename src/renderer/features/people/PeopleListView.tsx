import { Search, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MessageCount } from './MessageCount.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { choiceFromParameters, isNarrowed, parametersOfChoice, PEOPLE_FLAGS, PEOPLE_ORDERS, PEOPLE_PAGE, peopleQuery, type PeopleChoice } from './people-choice.ts';
import { PeopleBulkBar } from './PeopleBulkBar.tsx';
import type { ListedProfile } from './people-types.ts';
import { profileName, usernameOf } from './people-words.ts';
import { FlagChips, RoleChips } from './RoleChips.tsx';
import { useChosenPeople, type ChosenPeople } from './use-chosen-people.ts';
import { usePeopleLead } from './use-people-lead.ts';

const TYPING_PAUSE_MS = 250;
const ANY = 'any';
/** Rows asked for at once, and chosen at most, when all that were found are chosen. */
const ALL_PAGE = 1000;
const MOST_CHOSEN = 5000;
const NO_CHOICE: PeopleChoice = choiceFromParameters({});

/** The list of profiles: searched, narrowed, ordered, page by page. */
export function PeopleListView() {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { parameters, go } = useLocation();
  const choice = choiceFromParameters(parameters);
  const list = useOperation('people.list', peopleQuery(choice));
  const { profiles: total } = usePeopleLead('list');
  const choose = (part: Partial<PeopleChoice>): void => go({ parameters: parametersOfChoice({ ...choice, page: 0, ...part }) }, { replace: true });
  return (
    <>
      {total === 0 ? (
        <EmptyState icon={<Users size={36} />} title={t('list.noneTitle')} text={t('list.noneText')} action={<Button onPress={() => go({ path: ['data'] })}>{t('list.toData')}</Button>} />
      ) : (
        <>
          <ListBar choice={choice} onChoose={choose} />
          <Answer state={list} shape="table" rows={8} where={t('list.caption')}>
            {(value) =>
              value.total === 0 ? (
                <EmptyState title={t('list.empty')} text={t('list.emptyText')} action={<Button onPress={() => choose(NO_CHOICE)}>{t('list.clear')}</Button>} />
              ) : (
                <ProfileList choice={choice} profiles={value.people} total={value.total} onPage={(page) => choose({ page })} onOpen={(accountId) => go({ path: ['people', 'account', String(accountId)], parameters })} title={!isNarrowed(choice) || total === null ? voice.text('people.list.title', { count: value.total }) : t('list.titleOf', { n: voice.count(value.total), total: voice.count(total) })} />
              )
            }
          </Answer>
        </>
      )}
    </>
  );
}

interface ProfileListProps {
  readonly title: string;
  readonly choice: PeopleChoice;
  readonly profiles: readonly ListedProfile[];
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onOpen: (accountId: number) => void;
}

/** One page of profiles, and what can be done with those that are chosen. */
function ProfileList({ title, choice, profiles, total, onPage, onOpen }: ProfileListProps) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const people = useChosenPeople(profiles);
  const chooseAll = async (): Promise<void> => {
    for (let page = 0; page * ALL_PAGE < Math.min(total, MOST_CHOSEN); page += 1) {
      const outcome = await workbench.bridge.call('people.list', { ...peopleQuery(choice), page, size: ALL_PAGE });
      if (!outcome.ok) {
        workbench.failure.set(outcome.failure);
        return;
      }
      people.put(outcome.value.people, true);
    }
  };
  const isPageChosen = profiles.every(({ accountId }) => people.has(accountId));
  return (
    <Card className="people-list" title={title}>
      {people.chosen.size > 0 && <PeopleBulkBar profiles={[...people.chosen.values()]} onLeave={people.clear} />}
      {people.chosen.size > 0 && isPageChosen && people.chosen.size < Math.min(total, MOST_CHOSEN) && (
        <Button size="small" variant="plain" className="keep-button" onPress={() => void chooseAll()}>{voice.text('people.bulk.all', { count: Math.min(total, MOST_CHOSEN) })}</Button>
      )}
      <div role="presentation" {...people.around}>
        <ProfileTable profiles={profiles} onOpen={onOpen} people={people} />
      </div>
      <p className="quiet-text">{t('bulk.hint')}</p>
      <PageButtons page={choice.page} size={PEOPLE_PAGE} total={total} onPage={onPage} />
    </Card>
  );
}

function ListBar({ choice, onChoose }: { readonly choice: PeopleChoice; readonly onChoose: (part: Partial<PeopleChoice>) => void }) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  const options = useOperation('filters.options', {});
  const networks = options.status === 'value' ? options.value.networks.map(({ value }) => value) : choice.network === null ? [] : [choice.network];
  const [typed, setTyped] = useState(choice.text);
  useEffect(() => {
    setTyped(choice.text);
  }, [choice.text]);
  useEffect(() => {
    if (typed === choice.text) return undefined;
    const timer = setTimeout(() => onChoose({ text: typed }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, choice.text, onChoose]);
  return (
    <div className="people-bar">
      <TextField type="search" label={t('list.search')} hideLabel placeholder={t('list.search')} icon={<Search size={16} aria-hidden="true" />} value={typed} onChange={setTyped} maxLength={200} />
      <div className="people-selects">
        <Select size="small" label={t('list.role')} value={choice.role ?? ANY} onChange={(value) => onChoose({ role: ROLES.find((role) => role === value) ?? null })} options={[{ value: ANY, label: t('list.any') }, ...ROLES.map((value) => ({ value, label: codes(`role.${value}`) }))]} />
        <Select size="small" label={t('list.flag')} value={choice.flag ?? ANY} onChange={(value) => onChoose({ flag: PEOPLE_FLAGS.find((flag) => flag === value) ?? null })} options={[{ value: ANY, label: t('list.any') }, ...PEOPLE_FLAGS.map((value) => ({ value, label: t(`flags.${value}`) }))]} />
        <Select size="small" label={t('list.network')} value={choice.network ?? ANY} onChange={(value) => onChoose({ network: value === ANY ? null : value })} options={[{ value: ANY, label: t('list.anyNetwork') }, ...networks.map((value) => ({ value, label: networkName(value, t('list.networkUnknown')) }))]} />
        <Select size="small" label={t('list.order')} value={choice.order} onChange={(order) => onChoose({ order })} options={PEOPLE_ORDERS.map((value) => ({ value, label: t(`list.orders.${value}`) }))} />
      </div>
    </div>
  );
}

function ProfileTable({ profiles, onOpen, people }: { readonly profiles: readonly ListedProfile[]; readonly onOpen: (accountId: number) => void; readonly people: ChosenPeople }) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const dates = (firstMs: number, lastMs: number): string => {
    const [from, to] = [formats.shortDate(firstMs), formats.shortDate(lastMs)];
    return from === to ? from : t('between', { from, to });
  };
  return (
    <DataTable
      caption={t('list.caption')}
      rows={profiles}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          key: 'chosen',
          label: <Checkbox isSelected={profiles.every(({ accountId }) => people.has(accountId))} onChange={(on) => people.put(profiles, on)}><span className="visually-hidden">{t('bulk.choosePage')}</span></Checkbox>,
          cell: (profile) => <Checkbox isSelected={people.has(profile.accountId)} onChange={(on) => people.toggle(profile, on)}><span className="visually-hidden">{t('bulk.choose', { name: profileName(profile) })}</span></Checkbox>,
        },
        {
          key: 'profile',
          label: t('list.columns.profile'),
          cell: (profile) => {
            const username = usernameOf(profile);
            return (
              <span className="people-who">
                <AriaButton className="people-link" aria-label={t('list.open', { name: profileName(profile) })} onPress={() => onOpen(profile.accountId)}>
                  {profileName(profile)}
                </AriaButton>
                {username !== null && <span className="quiet-text people-name">{username}</span>}
              </span>
            );
          },
        },
        { key: 'network', label: t('list.columns.network'), cell: ({ network }) => networkName(network, t('list.networkUnknown')) },
        { key: 'messages', label: t('list.columns.messages'), align: 'end', cell: (profile) => <MessageCount accountIds={[profile.accountId]} name={profileName(profile)} count={profile.messages} /> },
        { key: 'dates', label: t('list.columns.dates'), cell: ({ firstMs, lastMs }) => (firstMs === null || lastMs === null ? <span className="quiet-text">{t('noDates')}</span> : <span className="people-dates">{dates(firstMs, lastMs)}</span>) },
        { key: 'roles', label: t('list.columns.roles'), cell: ({ roles }) => <RoleChips roles={roles} /> },
        { key: 'flags', label: t('list.columns.flags'), cell: ({ flags }) => <FlagChips flags={flags} /> },
      ]}
    />
  );
}
