import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { timelineTitle, type TimelineValue } from './promise-cost-words.ts';
import { dueWords, PROMISE_STATE_ORDER, type PromiseStateCode } from './promise-words.ts';
import { PromiseLanes, StateShape } from './PromiseLanes.tsx';
import { PromiseWeeks } from './PromiseWeeks.tsx';

const SHOWN = 40;
/** From this many on the line opens by week: single promises could not be told apart. */
const MANY = 200;
type Kind = 'weeks' | 'each';

/** Linea delle promesse: when they were made, when they fell due, where their outcome was seen; by week where there are many. */
export function TimelineCard() {
  const scope = useScope();
  return <Timeline key={stableText(scope)} />;
}

function Timeline() {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [state, setState] = useState<PromiseStateCode | 'all'>('all');
  const [wanted, setKind] = useState<Kind | null>(null);
  const [page, setPage] = useState(0);
  const timeline = useOperation('promises.timeline', { ...scope, ...(state === 'all' ? {} : { state }), page, size: SHOWN });
  return (
    <Answer state={timeline} shape="chart">
      {(value) => {
        const kind = wanted ?? (value.total > MANY ? 'weeks' : 'each');
        const chosen = state === 'all' ? null : state;
        const title = timelineTitle(value, chosen, voice);
        return (
          <ChartFrame
            className="promise-timeline"
            title={title}
            subtitle={kind === 'weeks' ? voice.text('promises.timeline.subtitle.weeks', { count: value.total }) : t('timeline.subtitle.each')}
            onDefinition={() => openMetric('promises')}
            table={kind === 'weeks' ? weekTable(value, title, voice) : laneTable(value, title, voice)}
            controls={
              <>
                <Segmented<Kind> label={t('timeline.show')} value={kind} options={(['weeks', 'each'] as const).map((one) => ({ value: one, label: t(`timeline.shows.${one}`) }))} onChange={setKind} />
                <Select<PromiseStateCode | 'all'>
                  label={t('timeline.state')}
                  hideLabel
                  size="small"
                  value={state}
                  options={[{ value: 'all', label: t('timeline.all') }, ...PROMISE_STATE_ORDER.map((code) => ({ value: code, label: t(`states.${code}`) }))]}
                  onChange={(next) => {
                    setState(next);
                    setPage(0);
                  }}
                />
              </>
            }
            notes={
              <>
                <ul className="chart-key">
                  {PROMISE_STATE_ORDER.map((code) => <li key={code}>{kind === 'weeks' ? <span className="chart-swatch promise-swatch" data-state={code} /> : <StateShape state={code} />}{t(`state.${code}`)}</li>)}
                  {kind === 'each' && <li>{t('timeline.key')}</li>}
                </ul>
                {kind === 'each' && <PageButtons page={page} size={SHOWN} total={value.total} onPage={setPage} />}
              </>
            }
          >
            {value.total === 0 ? <p className="quiet-text">{t('timeline.none')}</p> : kind === 'weeks' ? <Weeks value={value} /> : <Lanes value={value} />}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function Weeks({ value: { weeks } }: { readonly value: TimelineValue }) {
  const { t } = useTranslation('promises');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const weekName = (week: number): string => t('timeline.week', { date: voice.date(weeks[week]?.startMs ?? 0) });
  return (
    <PromiseWeeks
      label={t('timeline.label')}
      hint={charts('frame.hint')}
      weeks={weeks}
      height={240}
      words={{
        date: voice.date, count: voice.count, heading: (state) => t(`states.${state}`),
        lines: (week, state) => [weekName(week), voice.text('promises.timeline.count', { count: weeks[week]?.counts[state] ?? 0 })],
      }}
      open={(week, state) => {
        const messageIds = weeks[week]?.messageIds?.[state];
        return messageIds === undefined ? undefined : () => openMessages({ messageIds }, { title: `${t(`states.${state}`)}, ${weekName(week)}`, count: messageIds.length });
      }}
    />
  );
}

function Lanes({ value: { promises } }: { readonly value: TimelineValue }) {
  const { t } = useTranslation('promises');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return (
    <PromiseLanes
      label={t('timeline.label')}
      hint={charts('frame.hint')}
      date={voice.date}
      promises={promises.map((promise) => {
        const { messageId, start, text, personName, atMs, dueMs, shownMs, brokenMs, state } = promise;
        return {
          key: `${String(messageId)} ${String(start)}`, state, madeMs: atMs, dueMs, seenMs: shownMs ?? brokenMs,
          heading: t('quote', { words: text }),
          lines: [
            `${t(`state.${state}`)} · ${personName === null ? t('toAll') : t('to', { name: personName })}`,
            t('timeline.made', { date: voice.dateTime(atMs) }),
            dueMs === null ? t('timeline.noDue') : t('timeline.due', { date: dueWords(dueMs, voice) }),
            ...(shownMs === null ? [] : [t('timeline.shown', { date: voice.dateTime(shownMs) })]),
            ...(brokenMs === null ? [] : [t('timeline.denied', { date: voice.dateTime(brokenMs) })]),
          ],
          open: () => openMessages({ messageIds: [messageId] }),
        };
      })}
    />
  );
}

function weekTable({ weeks }: TimelineValue, caption: string, voice: ChartVoice): ChartTable {
  return {
    caption,
    columns: [{ key: 'week', label: voice.text('promises.timeline.column.week') }, ...PROMISE_STATE_ORDER.map((state) => ({ key: state, label: voice.text(`promises.states.${state}`), numeric: true }))],
    rows: weeks.map(({ startMs, counts }) => [voice.date(startMs), ...PROMISE_STATE_ORDER.map((state) => voice.count(counts[state]))]),
  };
}

function laneTable({ promises }: TimelineValue, caption: string, voice: ChartVoice): ChartTable {
  const column = (key: string) => ({ key, label: voice.text(`promises.timeline.column.${key}`) });
  return {
    caption,
    columns: [column('promise'), column('person'), column('made'), column('due'), column('shown'), column('state')],
    rows: promises.map(({ text, personName, atMs, dueMs, shownMs, brokenMs, state }) => [text, personName ?? '–', voice.dateTime(atMs), dueMs === null ? '–' : dueWords(dueMs, voice), shownMs === null && brokenMs === null ? '–' : voice.dateTime(shownMs ?? brokenMs ?? 0), voice.text(`promises.state.${state}`)]),
  };
}
