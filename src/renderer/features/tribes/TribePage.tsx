import { useTranslation } from 'react-i18next';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { tribeColorAt } from '../../charts/intent-style.ts';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { NoteCard } from '../../ui/NoteCard.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { TribeMinds } from './TribeMinds.tsx';
import { TribeCurve } from './TribeCurve.tsx';
import { TribeEditor } from './TribeEditor.tsx';
import { TribeMembers } from './TribeMembers.tsx';
import type { TribePageValue } from './tribe-page-value.ts';
import './tribe-page.css';

/** One tribe in full, on a page that prints. */
export function TribePage() {
  const { t } = useTranslation('tribe');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { path, go } = useLocation();
  const { t: notes } = useTranslation('notes');
  const { readOnly } = useProject();
  const id = path[1] ?? '';
  const state = useOperation('tribes.one', { ...scope, id });
  const lead = (tribe: TribePageValue): string => (tribe.origin === 'public' ? t('public') : tribe.tooFew ? t('leadFew', { size: voice.count(tribe.size) }) : t('lead', { size: voice.count(tribe.size), people: voice.count(tribe.people), messages: voice.count(tribe.messages) }));
  return (
    <RoomPage
      countsPeople
      title={state.status === 'value' ? tribeName(state.value, voice) : rooms('rooms.tribes')}
      question={t('question')}
      {...(state.status === 'value' ? { lead: <span className="tribe-lead"><TribeMark color={state.value.color} shape={state.value.shape} size={34} />{lead(state.value)}</span> } : {})}
      actions={<><Button variant="plain" onPress={() => go({ path: ['tribes'] })}>{t('back')}</Button><Button onPress={() => window.print()}>{t('print')}</Button></>}
    >
      <Answer state={state} shape="cards" rows={4}>
        {(tribe) => (
          <div className="tribe-page" key={tribe.id}>
            {tribe.sensitive?.basis === '' && <p className="tribe-warning">{t('edit.basisHint', { topics: voice.list(tribe.sensitive.topics.map((topic) => voice.text(`tribe.topics.${topic}`))) })}</p>}
            {!tribe.tooFew && <TribeFigures tribe={tribe} />}
            <NoteCard subject={{ kind: 'tribe', tribeId: tribe.id }} empty={notes('note.emptyTribe')} />
            {!readOnly && <TribeEditor key={`${tribe.id} ${tribe.title ?? ''}`} tribe={tribe} />}
            {tribe.size > 0 && !tribe.tooFew && <TribeMembers id={tribe.id} />}
          </div>
        )}
      </Answer>
    </RoomPage>
  );
}

/** Value, idea, bond, leaders, growth, typical messages, overlap, trust and response of a tribe of five people or more. */
function TribeFigures({ tribe }: { readonly tribe: TribePageValue }) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { value, answeredWithin7d: answered, requests, bond, churn, leaders, aboutBrand, overlap, typical, words } = tribe;
  const inHundred = (share: number): string => t('value.inHundred', { share: voice.inHundred(share) });
  const between = (low: number | null, high: number | null, write: (one: number) => string): string | null => (low === null || high === null ? null : t('value.between', { low: write(low), high: write(high) }));
  const open = (title: string, messageIds: readonly number[]) => openMessages({ messageIds: [...messageIds] }, { title, count: messageIds.length });
  return (
    <>
      <Card className="tribe-wide" title={t('value.title')} foot={<Button variant="plain" size="small" onPress={() => openMessages({ ...scope, filters: { ...scope.filters, tribes: [tribe.id] } }, { title: tribeName(tribe, voice), count: tribe.messages })}>{voice.text('tribes.card.messages', { count: tribe.messages })}</Button>}>
        <div className="tribe-measures">
          {tribe.share !== null && <Measure label={t('members.title')} value={inHundred(tribe.share)} n={voice.count(tribe.people)} onDefinition={() => openMetric('tribe')} />}
          {value !== null && <Measure label={t('value.balance')} value={value.balance === null ? t('value.none') : voice.number(value.balance)} tooFew={value.balance === null} interval={between(value.low, value.high, voice.number)} onDefinition={() => openMetric('balance')} />}
          {value?.balanceWithoutPairs != null && <Measure label={t('value.pairs')} value={voice.number(value.balanceWithoutPairs)} onDefinition={() => openMetric('balance')} />}
          {value !== null && <Measure label={t('value.created')} value={voice.points(value.created)} onDefinition={() => openMetric('balance')} />}
          {value !== null && <Measure label={t('value.consumed')} value={voice.points(value.consumed)} onDefinition={() => openMetric('balance')} />}
          <Measure label={t('value.answered')} value={answered?.estimate == null ? t('value.answeredFew', { n: voice.count(requests) }) : inHundred(answered.estimate)} tooFew={answered?.estimate == null} interval={answered === null ? null : between(answered.low, answered.high, voice.inHundred)} n={voice.count(requests)} onDefinition={() => openMetric('answered-share')} />
        </div>
        {value !== null && <p className="chart-note">{t('value.basis', { received: voice.number(value.basis.received), observed: voice.number(value.basis.observed), estimated: voice.number(value.basis.estimated) })}</p>}
        <p className="chart-note">{t('networks')}: {tribe.networks.map(({ network, people }) => `${voice.network(network)} ${voice.count(people)}`).join(', ')}</p>
      </Card>
      <TribeCurve tribe={tribe} />
      <Card title={t('idea.title')} foot={<Button variant="plain" size="small" onPress={() => openMetric('tribe-words')}>{t('idea.words')}</Button>}>
        <p className="tribe-idea">{words.length === 0 ? t('idea.few') : words.map(({ word }) => word).join(', ')}</p>
        {aboutBrand.brand !== null && (
          <>
            <h3 className="tribe-part">{t('idea.brand', { brand: aboutBrand.brand })}</h3>
            <p>{aboutBrand.tooFew ? t('idea.brandFew', { people: voice.count(aboutBrand.people), others: voice.count(aboutBrand.others) }) : aboutBrand.words.length === 0 ? t('idea.brandNone') : aboutBrand.words.map(({ word }) => word).join(', ')}</p>
            {!aboutBrand.tooFew && <p className="chart-note">{t('idea.brandNote', { people: voice.count(aboutBrand.people), others: voice.count(aboutBrand.others) })}</p>}
          </>
        )}
      </Card>
      <TribeMinds id={tribe.id} />
      {bond !== null && (
        <Card title={t('bond.title')} subtitle={bond.pairs === 0 ? t('bond.none') : t('bond.text', { pairs: voice.count(bond.pairs), inside: voice.count(bond.inside) })} foot={<Button variant="plain" size="small" onPress={() => openMetric('tribe-bond')}>{t('bond.share')}</Button>}>
          {bond.pairs > 0 && (
            <>
              <Measure label={t('bond.share')} value={bond.share === null ? t('bond.few', { inside: voice.count(bond.inside), pairs: voice.count(bond.pairs) }) : inHundred(bond.share)} interval={between(bond.low, bond.high, voice.inHundred)} n={voice.count(bond.pairs)} />
              <ShareInterval estimate={bond.share} low={bond.low} high={bond.high} color={tribeColorAt(tribe.color)} />
              <p className="chart-note">{bond.expected !== null && t('bond.expected', { share: voice.inHundred(bond.expected) })} · {voice.text('tribe.bond.tied', { count: bond.tied })}</p>
            </>
          )}
        </Card>
      )}
      <Card title={t('leaders.title')} foot={<Button variant="plain" size="small" onPress={() => openMetric('tribe-leaders')}>{t('leaders.adopted')}</Button>}>
        {leaders.reason !== null ? <p className="too-few">{t(leaders.reason === 'few-people' ? 'leaders.few' : 'leaders.none')}</p> : (
          <DataTable
            dense
            caption={t('leaders.title')}
            rows={leaders.candidates}
            rowKey={({ accountId }) => accountId}
            columns={[
              { key: 'name', label: t('leaders.name'), cell: ({ name, messageIds }) => <Button variant="plain" size="small" onPress={() => open(name, messageIds)}>{name}</Button> },
              { key: 'adopted', label: t('leaders.adopted'), align: 'end', cell: ({ adopted }) => voice.count(adopted) },
              { key: 'thanked', label: t('leaders.thanked'), align: 'end', cell: ({ thanked }) => voice.count(thanked) },
              { key: 'repeated', label: t('leaders.repeated'), align: 'end', cell: ({ repeated }) => voice.count(repeated) },
            ]}
          />
        )}
      </Card>
      {churn !== null && (
        <Card title={t('churn.title')} subtitle={t('churn.text', { joined: voice.count(churn.joined), left: voice.count(churn.left), open: voice.count(churn.open) })} foot={<Button variant="plain" size="small" onPress={() => openMetric('tribe-churn')}>{t('churn.title')}</Button>}>
          <DataTable
            dense
            caption={t('churn.title')}
            rows={churn.months.slice(-24)}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', label: t('churn.month'), cell: ({ month }) => voice.monthInFull(month) },
              { key: 'joined', label: t('churn.joined'), align: 'end', cell: ({ joined }) => voice.count(joined) },
              { key: 'left', label: t('churn.left'), align: 'end', cell: ({ left }) => (left === null ? t('churn.open') : voice.count(left)) },
            ]}
          />
          <p className="chart-note">{t('churn.note')}</p>
        </Card>
      )}
      <Card className="tribe-wide" title={t('typical.title')} subtitle={typical.length === 0 ? t('typical.none') : t('typical.note')}>
        <ul className="tribe-typical">
          {typical.map(({ messageId, name, atMs, text }) => <li key={messageId}><q>{text}</q><span className="quiet-text">{name}{atMs !== null && `, ${voice.date(atMs)}`}</span> <Button variant="plain" size="small" onPress={() => open(name, [messageId])}>{t('typical.open')}</Button></li>)}
        </ul>
      </Card>
      <Card title={t('overlap.title')} subtitle={overlap.length === 0 ? t('overlap.none') : undefined}>
        {overlap.length > 0 && <TribeOverlap overlap={overlap} />}
      </Card>
      <TribeTrust id={tribe.id} />
    </>
  );
}

function TribeOverlap({ overlap }: { readonly overlap: TribePageValue['overlap'] }) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const tribes = useOperation('tribes.list', {});
  const names = new Map(tribes.status === 'value' ? tribes.value.tribes.map((one) => [one.id, tribeName(one, voice)] as const) : []);
  return (
    <DataTable
      dense
      caption={t('overlap.title')}
      rows={overlap}
      rowKey={({ id }) => id}
      columns={[
        { key: 'tribe', label: t('overlap.tribe'), cell: ({ id }) => names.get(id) ?? id },
        { key: 'shared', label: t('overlap.shared'), align: 'end', cell: ({ shared }) => (shared === null ? t('overlap.few') : voice.count(shared)) },
        { key: 'share', label: t('overlap.share'), align: 'end', cell: ({ share }) => (share === null ? '' : t('value.inHundred', { share: voice.inHundred(share) })) },
      ]}
    />
  );
}

function TribeTrust({ id }: { readonly id: string }) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const state = useOperation('trust.parts', useScope());
  const { go } = useLocation();
  const { openMetric } = useSidePanel();
  return (
    <Answer state={state} shape="table">
      {({ tribes }) => {
        const own = tribes.find(({ tribe }) => tribe === id);
        return own === undefined ? null : (
          <Card title={t('trust.title')} foot={
            <>
              <Button variant="plain" size="small" onPress={() => openMetric('trust-parts')}>{t('trust.part')}</Button>
              <Button variant="plain" size="small" className="page-link" onPress={() => go({ path: ['trust'], parameters: { lens: own.lens } })}>{t('trust.room')}</Button>
            </>
          }>
            <DataTable
              dense
              caption={t('trust.title')}
              rows={own.parts}
              rowKey={({ part }) => part}
              columns={[
                { key: 'part', label: t('trust.part'), cell: ({ part }) => t(`trust.parts.${part}`) },
                { key: 'value', label: t('trust.value'), align: 'end', cell: ({ part, estimate, low, high }) => {
                  // the strength of ties is no share of cases
                  const written = (value: number): string => (part === 'tie-strength' ? voice.number(Math.round(value * 100) / 100) : voice.inHundred(value));
                  return estimate === null ? t('trust.few') : `${written(estimate)}${low === null || high === null ? '' : ` (${t('value.between', { low: written(low), high: written(high) })})`}`;
                } },
                { key: 'n', label: t('trust.n'), align: 'end', cell: ({ n }) => voice.count(n) },
              ]}
            />
          </Card>
        );
      }}
    </Answer>
  );
}
