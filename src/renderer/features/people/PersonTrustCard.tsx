import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { TieBars, TIE_PART_ORDER } from '../../charts/TieBars.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { HeldRole } from './people-types.ts';
import { trustFacts, type PersonTrust } from './person-trust-words.ts';

type Ties = OperationValue<'trust.ties'>;

/** Ties with other people that stand on the page at once. */
const SHOWN = 5;

/** Fiducia: what one person asked, was promised and is tied to, in counts; what cannot be said of one person is said. Filters do not narrow it. */
export function PersonTrustCard({ accountId, roles }: { readonly accountId: number; readonly roles: readonly HeldRole[] }) {
  const voice = roles.find(({ role }) => role === 'voice');
  return voice === undefined ? <PersonTrustOf accountId={accountId} /> : <VoiceTrustCard brand={voice.brand} />;
}

/** Trust is counted in people, towards a brand: of an account that speaks for one, zeros would say what was never asked. */
function VoiceTrustCard({ brand }: { readonly brand: string | null }) {
  const { t } = useTranslation('people');
  const { go } = useLocation();
  return (
    <Card title={t('trust.title')} foot={<Button variant="plain" size="small" onPress={() => go({ path: ['trust'] })}>{t('trust.toRoom')}</Button>}>
      <p className="quiet-text">{brand === null ? t('trust.voiceUnnamed') : t('trust.voice', { brand })}</p>
    </Card>
  );
}

function PersonTrustOf({ accountId }: { readonly accountId: number }) {
  const { t } = useTranslation('people');
  const { brand } = useScope();
  const scope = brand === undefined ? {} : { brand };
  const person = useOperation('trust.people', { ...scope, accountIds: [accountId] });
  const ties = useOperation('trust.ties', { ...scope, accountId, size: SHOWN });
  return (
    <Answer state={person} shape="table" where={t('trust.loading')}>
      {({ people: [first] }) => first !== undefined && <PersonTrustSheet person={first} ties={ties.status === 'value' ? ties.value : null} />}
    </Answer>
  );
}

function PersonTrustSheet({ person, ties }: { readonly person: PersonTrust; readonly ties: Ties | null }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const { requests, promises, cannot, name } = person;
  const opens: Readonly<Record<string, React.ReactNode>> = {
    requests: requests.messageIds.length > 0 && <OpenButton text={voice.text('people.trust.openRequests', { count: requests.messageIds.length })} onPress={() => openMessages({ messageIds: requests.messageIds }, { title: t('trust.requestsTitle', { name }), count: requests.messageIds.length })} />,
    promises: promises.messageIds.length > 0 && <OpenButton text={voice.text('people.trust.openPromises', { count: promises.messageIds.length })} onPress={() => openMessages({ messageIds: promises.messageIds }, { title: t('trust.promisesTitle', { name }), count: promises.messageIds.length })} />,
  };
  return (
    <Card title={t('trust.title')} subtitle={t('trust.subtitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('trust-parts')}>{t('trust.definition')}</Button>}>
      <dl className="person-trust-facts">
        {trustFacts(person, voice).map(({ key, name: fact, words }) => (
          <div key={key}>
            <dt>{fact}</dt>
            <dd>{words}{opens[key]}</dd>
          </div>
        ))}
      </dl>
      <h3 className="person-trust-head">{t('trust.ties')}</h3>
      <PersonTies person={person} ties={ties} />
      <h3 className="person-trust-head">{t('trust.cannotTitle')}</h3>
      <ul className="person-trust-cannot">{cannot.map((code) => <li key={code}>{t(`trust.cannot.${code}`)}</li>)}</ul>
    </Card>
  );
}

function OpenButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return <Button variant="plain" size="small" onPress={onPress}>{text}</Button>;
}

/** The tie with the brand first, then the strongest ties with people. */
function PersonTies({ person, ties }: { readonly person: PersonTrust; readonly ties: Ties | null }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const rows = [...(person.brand === null ? [] : [person.brand]), ...(ties?.pairs ?? [])];
  if (rows.length === 0) return person.among.scoredTies === 0 ? <p className="quiet-text">{t('trust.tiesNone')}</p> : null;
  const partner = ({ person: first, personName, other, otherName }: Ties['pairs'][number]): string => {
    if (other === null) return otherName === null ? t('trust.theBrand') : t('trust.withBrand', { name: otherName });
    return (first === person.accountId ? otherName : personName) ?? '';
  };
  const further = person.among.scoredTies - (ties?.pairs.length ?? 0);
  return (
    <>
      <DataTable
        dense
        caption={`${t('trust.ties')}. ${t('trust.tiesSubtitle')}`}
        rows={rows}
        rowKey={({ person: first, other }) => `${String(first)} ${String(other)}`}
        columns={[
          { key: 'with', label: t('trust.column.with'), cell: (tie) => <span className="people-name">{partner(tie)}</span> },
          { key: 'parts', label: <span className="tie-heads">{TIE_PART_ORDER.map((part) => <span key={part}>{voice.text(`trust.ties.parts.${part}`)}</span>)}</span>, cell: (tie) => <TieBars parts={tie.parts} label={voice.text('trust.ties.barsOf', { pair: partner(tie) })} /> },
          { key: 'exchanges', label: t('trust.column.exchanges'), align: 'end', cell: ({ exchanges }) => voice.count(exchanges) },
          { key: 'open', label: t('trust.column.open'), cell: (tie) => <Button size="small" variant="plain" aria-label={t('trust.openTieOf', { name: partner(tie), n: voice.count(tie.exchanges) })} onPress={() => openMessages({ messageIds: tie.messageIds }, { title: partner(tie), count: tie.exchanges })}>{t('trust.openTie')}</Button> },
        ]}
      />
      {ties !== null && further > 0 && <p className="quiet-text">{voice.text('people.trust.tiesMore', { count: further })}</p>}
    </>
  );
}
