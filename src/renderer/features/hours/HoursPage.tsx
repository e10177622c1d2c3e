import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { ChannelsCard } from './ChannelsCard.tsx';
import { ClosuresCard } from './ClosuresCard.tsx';
import { HolidaysCard } from './HolidaysCard.tsx';
import { hoursLead, type Calendar } from './hours-words.ts';
import { OpeningsCard } from './OpeningsCard.tsx';
import { ReplyCard } from './ReplyCard.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useHoursDesk, type HoursDesk } from './use-hours-desk.ts';
import { WeekTable } from './WeekTable.tsx';
import './hours.css';

/** Orari di apertura: the week, holidays, closures, channels and the declared reply time; a sentence follows every change before it is saved. */
export function HoursPage() {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const { go } = useLocation();
  const desk = useHoursDesk();
  return (
    <RoomPage
      title={t('title')}
      question={t('question')}
      lead={desk.tried === null ? undefined : hoursLead(desk.tried, voice)}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['response'] })}>{t('back')}</Button>}
    >
      <Answer state={desk.kept} shape="lines" rows={6} where={t('title')}>
        {(kept) => <HoursForm desk={desk} kept={kept} tried={desk.tried ?? kept} />}
      </Answer>
    </RoomPage>
  );
}

function HoursForm({ desk, kept, tried }: { readonly desk: HoursDesk; readonly kept: Calendar; readonly tried: Calendar }) {
  const { t } = useTranslation('hours');
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const hours = desk.hours ?? kept.hours;
  const { problems } = tried;
  const latest = kept.holidays.at(-1)?.date.slice(0, 4) ?? '2026';
  const today = `${latest}-12-24`;
  const shared = { problems, isReadOnly: readOnly };
  return (
    <div className="hours-page">
      <SaveBar desk={desk} isSet={kept.set} problems={problems.length} isReadOnly={readOnly} />
      <div className="hours-columns">
        <div className="hours-column">
          <Card
            className="hours-week-card"
            title={t('week.title')}
            subtitle={`${t('week.subtitle')} ${kept.brand === null ? t('zone', { zone: kept.timeZone }) : t('zoneBrand', { brand: kept.brand, zone: kept.timeZone })}.`}
            foot={
              <>
                <Button variant="plain" size="small" onPress={() => openMetric('opening-clock')}>{t('definitions.clock')}</Button>
                <Button variant="plain" size="small" onPress={() => openMetric('opening-arrivals')}>{t('definitions.arrivals')}</Button>
              </>
            }
          >
            <WeekTable week={hours.week} path="week" {...shared} onChange={(week) => desk.change({ ...hours, week })} />
            {kept.set && !desk.isChanged && <ClosedArrivals closed={kept.arrivals?.closed ?? 0} />}
          </Card>
          <ReplyCard reply={hours.reply} isReadOnly={readOnly} onChange={(reply) => desk.change({ ...hours, reply })} />
          <ChannelsCard hours={hours} choices={kept.channels} {...shared} onChange={(channels) => desk.change({ ...hours, channels })} />
        </div>
        <div className="hours-column">
          <HolidaysCard hours={hours} holidays={kept.holidays} isReadOnly={readOnly} onChange={desk.change} />
          <ClosuresCard closures={hours.closures} today={today} {...shared} onChange={(closures) => desk.change({ ...hours, closures })} />
          <OpeningsCard openings={hours.openings} today={today} {...shared} onChange={(openings) => desk.change({ ...hours, openings })} />
        </div>
      </div>
    </div>
  );
}

/** The requests that met a closed door, for hours that are in use. */
function ClosedArrivals({ closed }: { readonly closed: number }) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  if (closed === 0) return null;
  return <Button size="small" className="hours-closed" onPress={() => openMessages({ ...scope, requests: { arrival: 'closed' } }, { title: t('closedTitle'), count: closed })}>{voice.text('hours.showClosed', { count: closed })}</Button>;
}
