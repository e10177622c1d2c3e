import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ToneNote } from '../../charts/BrandMind.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { limitWords, shareWords, toneWords } from '../../charts/counted-words.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { ArrivalCard } from './ArrivalCard.tsx';
import { decisionsMeasure, decisionsSentence, ORDERS, WHO, whoTable, type Decisions } from './decision-words.ts';
import { MomentsCard } from './MomentsCard.tsx';
import './decisions.css';

const SIZE = 10;
type Show = 'all' | 'present' | 'absent' | 'unseen';

/** Moments of choice: whether the brand is there when people ask others what to choose, who else is, how soon, what is said of it. */
export function DecisionsView() {
  const [page, setPage] = useState(0);
  const [show, setShow] = useState<Show>('all');
  const state = useOperation('response.decisions', { ...useScope(), page, size: SIZE, show });
  return (
    <Answer state={state} shape="chart">
      {(decisions) => (
        <>
          <div className="answers-row">
            <PresenceCard decisions={decisions} />
            <ArrivalCard decisions={decisions} />
          </div>
          {decisions.moments > 0 && <div className="answers-row"><SaidCard decisions={decisions} /><UnseenCard decisions={decisions} /></div>}
          {decisions.moments > 0 && <MomentsCard decisions={decisions} show={show} onShow={(next) => { setShow(next); setPage(0); }} page={page} size={SIZE} onPage={setPage} />}
        </>
      )}
    </Answer>
  );
}

function PresenceCard({ decisions }: { readonly decisions: Decisions }) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const title = decisionsSentence(decisions, voice);
  const { presence, messageIds, competitors } = decisions;
  return (
    <ChartFrame title={title} subtitle={decisionsMeasure(decisions, voice)} onDefinition={() => openMetric('decision-presence')} table={whoTable(decisions, title, voice)} notes={<p className="chart-note">{t('choices.overlap')}{competitors.length > 0 && ` ${competitors.map(({ brand, moments }) => `${brand} ${voice.count(moments)}`).join(', ')}.`}</p>}>
      {presence.n > 0 && (
        <>
          <ul className="choice-who">
            {WHO.map((who) => {
              const share = presence[who];
              const name = voice.text('minds.choices.openWho', { who: t(`choices.who.${who}`) });
              return (
                <li key={who}>
                  <span>{t(`choices.who.${who}`)}</span>
                  <ShareInterval estimate={share.estimate} low={share.low} high={share.high} color={who === 'present' ? 'var(--accent)' : 'var(--outline)'} />
                  <span className="choice-share"><span>{shareWords(share, voice)}</span><span className="quiet-text">{limitWords(share, voice)}</span></span>
                  <AriaButton className="mind-open" aria-label={`${voice.text('minds.choices.unit', { count: share.k })}: ${name}`} isDisabled={share.k === 0} onPress={() => openMessages({ messageIds: [...messageIds[who]] }, { title: name, count: messageIds[who].length })}>{voice.text('minds.choices.unit', { count: share.k })}</AriaButton>
                </li>
              );
            })}
          </ul>
          {presence.present.k > 0 && <p className="chart-note">{t('choices.order.title')}: {ORDERS.filter((order) => presence.order[order] > 0).map((order) => `${t(`choices.order.${order}`)} ${voice.count(presence.order[order])}`).join(', ')}.</p>}
        </>
      )}
    </ChartFrame>
  );
}

function SaidCard({ decisions: { about, correction, tribes, forms } }: { readonly decisions: Decisions }) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const open = (): void => openMessages({ messageIds: [...about.messageIds] }, { title: t('choices.about.title'), count: about.messageIds.length });
  return (
    <Card title={t('choices.about.title')} subtitle={about.messages === 0 ? t('choices.about.none') : undefined} foot={<Button variant="plain" size="small" onPress={() => openMetric('message-tone')}>{voice.text('charts.frame.definition')}</Button>}>
      {about.messages > 0 && (
        <>
          <div className="choice-measures">
            <Measure label={t('brand.column.negative')} value={toneWords(about.tone, 'negative', voice)} tooFew={about.tone.tooFew} n={voice.count(about.tone.n)} />
            <Measure label={t('brand.column.positive')} value={toneWords(about.tone, 'positive', voice)} tooFew={about.tone.tooFew} n={voice.count(about.tone.n)} />
          </div>
          {!about.tone.tooFew && <ToneNote correction={correction} />}
          <AriaButton className="mind-open" aria-label={`${voice.text('minds.choices.about.open', { count: about.messageIds.length })}: ${t('choices.about.title')}`} onPress={open}>{voice.text('minds.choices.about.open', { count: about.messageIds.length })}</AriaButton>
        </>
      )}
      <h3 className="choice-part">{t('choices.tribes.title')}</h3>
      {tribes.length === 0 ? <p className="too-few">{t('choices.tribes.none')}</p> : (
        <DataTable dense caption={t('choices.tribes.title')} rows={tribes} rowKey={({ id }) => id} columns={[
          { key: 'tribe', label: t('choices.column.tribe'), cell: (tribe) => tribeName(tribe, voice) },
          { key: 'people', label: t('choices.column.people'), align: 'end', cell: ({ people }) => (people === null ? '' : voice.count(people)) },
          { key: 'moments', label: t('choices.column.moments'), align: 'end', cell: ({ moments }) => (moments === null ? '' : voice.count(moments)) },
        ]} />
      )}
      <p className="chart-note">{t('choices.column.form')}: {forms.filter(({ moments }) => moments > 0).map(({ form, moments }) => `${t(`choices.forms.${form}`)} ${voice.count(moments)}`).join(', ')}.</p>
    </Card>
  );
}

function UnseenCard({ decisions: { unseen, messageIds } }: { readonly decisions: Decisions }) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  return (
    <Card title={t('choices.unseenTitle')} subtitle={unseen.length === 0 ? undefined : t('choices.unseenNote')} foot={<><AriaButton className="mind-open" aria-label={`${voice.text('minds.choices.unit', { count: messageIds.all.length })}: ${t('choices.list.title')}`} onPress={() => openMessages({ messageIds: [...messageIds.all] }, { title: t('choices.list.title'), count: messageIds.all.length })}>{voice.text('minds.choices.unit', { count: messageIds.all.length })}</AriaButton><Button variant="plain" size="small" onPress={() => openMetric('decision-moments')}>{voice.text('charts.frame.definition')}</Button></>}>
      <ul className="choice-unseen">
        {unseen.length === 0 && <li className="quiet-text">{voice.count(0)}</li>}
        {unseen.map(({ reason, moments }) => <li key={reason}><span>{t(`choices.reasons.${reason}`)}</span><span className="choice-count">{voice.count(moments)}</span></li>)}
      </ul>
    </Card>
  );
}
