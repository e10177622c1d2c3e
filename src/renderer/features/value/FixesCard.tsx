import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

type Fixes = OperationValue<'lost.fixes'>;
type Fix = Fixes['fixes'][number];

const LONGEST_NAME = 60;

const nameOf = ({ text }: Fix): string => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text);

/** The fix that changed most clearly, those after which reports fall first. */
function clearest({ fixes }: Fixes): Fix | undefined {
  return fixes.find(({ state }) => state === 'fewer') ?? fixes.find(({ state }) => state === 'more');
}

function fixesSentence(value: Fixes, voice: ChartVoice): string {
  if (value.declared === 0) return voice.text('origins.fixes.none');
  const first = clearest(value);
  if (first?.ratio != null && first.low !== null && first.high !== null) return voice.text(first.state === 'fewer' ? 'origins.fixes.fewer' : 'origins.fixes.more', { fault: nameOf(first), ratio: voice.number(first.ratio), low: voice.number(first.low), high: voice.number(first.high) });
  return voice.text(value.fixes.some(({ state }) => state === 'not-clear') ? 'origins.fixes.notClear' : 'origins.fixes.few');
}

function ratioWords({ ratio, low, high, state }: Fix, voice: ChartVoice): string {
  return ratio === null || low === null || high === null ? voice.text(state === 'short' ? 'origins.fixes.state.short' : 'origins.fixes.state.too-few') : voice.text('origins.fixes.ratio', { ratio: voice.number(ratio), low: voice.number(low), high: voice.number(high) });
}

/** People who report a fault before and after it was declared fixed, beside all other faults. */
export function FixesCard() {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const state = useOperation('lost.fixes', scope);
  const column = (key: string): string => voice.text(`origins.fixes.column.${key}`);
  return (
    <Answer state={state} shape="lines" rows={3}>
      {(value) => {
        const title = fixesSentence(value, voice);
        const first = clearest(value);
        const others = ({ othersBefore, othersAfter }: Fix): string => voice.text('origins.fixes.others', { before: voice.count(othersBefore), after: voice.count(othersAfter) });
        return (
          <ChartFrame
            title={title}
            subtitle={voice.text('origins.fixes.subtitle', { days: voice.count(value.windowDays) })}
            onDefinition={() => openMetric('fix-effect')}
            finding={{ metric: 'fix-effect', form: first !== undefined ? 'clear' : value.fixes.some(({ state: told }) => told === 'not-clear') ? 'not-clear' : 'too-few', ...(first?.ratio == null ? {} : { figure: { unit: 'points' as const, estimate: first.ratio, low: first.low, high: first.high, n: first.before + first.after, source: { operation: 'lost.fixes', input: scope, at: ['fixes', { id: first.id }], fields: { estimate: 'ratio', low: 'low', high: 'high' } } } }) }}
            table={{
              caption: t('fixes.caption'),
              columns: [{ key: 'fault', label: column('fault') }, { key: 'fixed', label: column('fixed') }, { key: 'before', label: column('before'), numeric: true }, { key: 'after', label: column('after'), numeric: true }, { key: 'others', label: column('others') }, { key: 'ratio', label: column('ratio') }],
              rows: value.fixes.map((fix) => [nameOf(fix), voice.date(fix.fixMs), voice.count(fix.before), voice.count(fix.after), others(fix), ratioWords(fix, voice)]),
            }}
            notes={value.declared === 0 && <p className="chart-note">{t('fixes.hint')}</p>}
          >
            {value.fixes.length > 0 && (
              <DataTable
                dense
                caption={t('fixes.caption')}
                rows={value.fixes}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'fault', label: column('fault'), cell: (fix) => (fix.messageIds.length === 0 ? nameOf(fix) : <Button size="small" variant="plain" className="page-link" aria-label={`${voice.text('origins.fixes.open', { fault: nameOf(fix) })}: ${voice.count(fix.messageIds.length)}`} onPress={() => openMessages({ messageIds: fix.messageIds }, { title: voice.text('origins.fixes.open', { fault: nameOf(fix) }), count: fix.messageIds.length })}>{nameOf(fix)}</Button>) },
                  { key: 'fixed', label: column('fixed'), cell: ({ fixMs, days }) => <span className="fix-date">{voice.date(fixMs)}<span className="quiet-text">{voice.text('origins.fixes.days', { n: voice.count(days) })}</span></span> },
                  { key: 'before', label: column('before'), align: 'end', cell: ({ before }) => voice.count(before) },
                  { key: 'after', label: column('after'), align: 'end', cell: ({ after }) => voice.count(after) },
                  { key: 'others', label: column('others'), cell: others },
                  { key: 'ratio', label: column('ratio'), cell: (fix) => <span className={fix.ratio === null ? 'quiet-text' : undefined}>{ratioWords(fix, voice)}</span> },
                ]}
              />
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}
