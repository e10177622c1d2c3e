import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Measure } from '../../ui/Measure.tsx';
import { changeForm, changeSentence, figureLimit, figureWords, limitWords, moveTick, moveWords, partRows, partWords, type Change } from './change-words.ts';

/** The difference and its parts, each with its interval; they add up to it, and what they do not explain has a row of its own. */
export function ChangePartsCard({ change }: { readonly change: Change }) {
  const { t } = useTranslation('change');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { unit, then, before, after, difference, leftover, reason, least } = change;
  const title = changeSentence(change, voice);
  const rows = partRows(change, voice);
  const periodOf = ({ edition, fromMs, toMs }: Change['before']): string => {
    const period = fromMs === null && toMs === null ? t('whole') : t('period', { from: fromMs === null ? '…' : voice.date(fromMs), to: toMs === null ? '…' : voice.date(toMs - 1) });
    return edition === null ? period : t('periodOf', { edition, period });
  };
  const facts = [
    { key: 'then', label: t(before.edition === null ? 'facts.before' : 'facts.then', { period: periodOf(before) }), part: then, n: before.n },
    { key: 'now', label: t('facts.now', { period: periodOf(after) }), part: after.figure, n: after.n },
  ];
  return (
    <ChartFrame
      className="change-parts"
      title={title}
      subtitle={t('partsSubtitle', { before: voice.count(before.n), after: voice.count(after.n), people: voice.count(after.people), draws: voice.count(change.draws) })}
      onDefinition={() => openMetric('why-it-changed')}
      finding={{ form: changeForm(change), metric: 'why-it-changed' }}
      table={{ caption: t('parts'), columns: [{ key: 'part', label: t('columns.part') }, { key: 'move', label: t('columns.move') }, { key: 'rests', label: t('columns.rests') }], rows: rows.map(({ label, part, rests }) => [label, partWords(part, unit, voice), rests]) }}
      notes={(
        <>
          {reason !== null && <p className="chart-note">{t(`reason.${reason}`, { cases: voice.count(least.cases), people: voice.count(least.people) })}</p>}
          {difference !== null && rows.length > 0 && <p className="chart-note">{t('addUp', { move: moveWords(difference.estimate + (leftover.estimate ?? 0), unit, voice) })}</p>}
          {leftover.rests.length > 0 && <p className="chart-note">{t('rests', { list: voice.list(leftover.rests.map((rest) => t(`rest.${rest}`))) })}</p>}
          {before.closed !== null && then !== null && <p className="chart-note">{t('closed', { edition: before.edition ?? '', value: figureWords(before.closed, unit, voice), again: figureWords(then.estimate, unit, voice) })}</p>}
        </>
      )}
    >
      {difference === null ? <p className="quiet-text">{t('nothing')}</p> : (
        <>
          <div className="change-facts">
            {facts.map(({ key, label, part, n }) => part !== null && <Measure key={key} label={label} value={figureWords(part.estimate, unit, voice)} interval={part.low === null || part.high === null ? voice.text('change.n', { count: n }) : t('interval', { low: figureLimit(part.low, unit, voice), high: figureLimit(part.high, unit, voice), n: voice.count(n) })} />)}
            <Measure label={t('facts.difference')} value={moveWords(difference.estimate, unit, voice)} interval={difference.low === null || difference.high === null ? null : t('range', { low: limitWords(difference.low, unit, voice), high: limitWords(difference.high, unit, voice) })} />
          </div>
          {rows.length > 0 && (
            <IntervalChart
              label={t('parts')}
              hint={charts('frame.hint')}
              labelWidth={230}
              rows={rows.map(({ key, label, part, rests }) => ({ key, label, ...part, value: part.estimate === null ? t('few') : moveWords(part.estimate, unit, voice), lines: [partWords(part, unit, voice), ...(rests === '' ? [] : [rests])], color: key === 'leftover' || key === 'curve' ? 'var(--muted)' : 'var(--accent)', open: () => openMetric('why-it-changed') }))}
              tick={(value) => moveTick(value, unit, voice)}
              {...(unit === 'seconds' ? {} : { ticks: evenTicks })}
              zero={t('zero')}
              sides={{ below: `← ${t('lower')}`, above: `${t('higher')} →` }}
            />
          )}
        </>
      )}
    </ChartFrame>
  );
}

/** Round steps over a domain: one, two or five times a power of ten. */
function evenTicks({ domain: [low, high], wanted }: { readonly domain: readonly [number, number]; readonly wanted: number }): number[] {
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
