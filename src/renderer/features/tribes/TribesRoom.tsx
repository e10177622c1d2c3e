import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { MapFacts, WeightsCard } from './LedgerFacts.tsx';
import { lensReason, type TribesValue } from './map-marks.ts';
import { BorderCard } from './BorderCard.tsx';
import { MovesCard } from './MovesCard.tsx';
import { OwnTribesCard } from './OwnTribesCard.tsx';
import { TribeCard } from './TribeCard.tsx';
import { MindsView } from './MindsView.tsx';
import { NeedsView } from './NeedsView.tsx';
import { TribeMapCard } from './TribeMapCard.tsx';
import { tribesOpening } from './tribes-opening.ts';
import './tribes.css';

const LENSES = ['value', 'roles', 'interests', 'communities'] as const;
type Lens = (typeof LENSES)[number];
const VIEWS = ['map', 'minds', 'needs'] as const;
type TribesView = (typeof VIEWS)[number];

/** Tribù: the map of created against consumed, the tribes beside it. */
export function TribesRoom() {
  const { t } = useTranslation('tribes');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { level } = usePreferences();
  const [lens, setLens] = useParameter<Lens>('lens', { initial: 'value', allowed: LENSES });
  const [view, setView] = useParameter<TribesView>('view', { initial: 'map', allowed: VIEWS });
  const [showHidden, setShowHidden] = useState(false);
  const isFull = level === 'full';
  const map = useOperation('value.map', scope);
  const tribes = useOperation('tribes.list', { ...scope, lens });
  const lenses: TribesValue['lenses'] = tribes.status === 'value' ? tribes.value.lenses : [];
  const lensState = (name: Lens): TribesValue['lenses'][number] | undefined => lenses.find((one) => one.lens === name);
  return (
    <RoomPage
      countsPeople
      title={rooms('rooms.tribes')}
      question={t('question')}
      lead={tribes.status === 'value' && map.status === 'value' ? tribesOpening(tribes.value, map.value, voice) : undefined}
      actions={<><Segmented label={t('views.label')} value={view} options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} /><Segmented label={t('lens.title')} value={lens} options={LENSES.map((value) => ({ value, label: t(`lens.${value}`), isDisabled: lensState(value)?.available === false }))} onChange={setLens} /></>}
    >
      <div className="room-figures">
        {view === 'minds' && <MindsView lens={lens} />}
        {view === 'needs' && <NeedsView lens={lens} />}
        {view === 'map' && <div className="tribes">
          <div className="tribes-map">
            <Answer state={map} shape="chart">
              {(value) => <TribeMapCard map={value} tribes={tribes.status === 'value' ? tribes.value.tribes : []} lens={lens} />}
            </Answer>
          </div>
          <div className="tribes-side">
            <Answer state={tribes} shape="cards" rows={4}>
              {(value) => (
                <>
                  <ul className="tribe-cards">{value.tribes.filter(({ hidden }) => showHidden || !hidden).map((tribe) => <TribeCard key={tribe.id} tribe={tribe} isFull={isFull} />)}</ul>
                  {value.tribes.some(({ hidden }) => hidden) && <Button size="small" variant="plain" aria-pressed={showHidden} onPress={() => setShowHidden(!showHidden)}>{voice.text('tribe.hidden', { count: value.tribes.filter(({ hidden }) => hidden).length })}</Button>}
                  {lens === 'roles' && <OwnTribesCard tribes={value.tribes} />}
                  {lens === 'value' && <p className="chart-note">{t('card.circular')}</p>}
                  {(lens === 'communities' || isFull) && <Button size="small" variant="plain" icon={<Share2 size={14} aria-hidden="true" />} onPress={() => go({ path: ['network'] })}>{voice.text('network.open')}</Button>}
                  {value.lenses.filter(({ available }) => !available).map(({ lens: name, reason }) => (
                    <p key={name} className="chart-note">{t('lens.unavailable', { lens: LENSES.some((known) => known === name) ? voice.text(`tribes.lens.${name}`) : name, reason: lensReason(reason, voice) })}</p>
                  ))}
                </>
              )}
            </Answer>
          </div>
          {map.status === 'value' && tribes.status === 'value' && <MapFacts map={map.value} tribes={tribes.value} isFull={isFull} />}
          {isFull && <div className="tribes-weights"><BorderCard /></div>}
          {isFull && <div className="tribes-weights"><MovesCard /></div>}
          {isFull && <div className="tribes-weights"><WeightsCard /></div>}
        </div>}
      </div>
    </RoomPage>
  );
}
