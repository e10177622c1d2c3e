import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { limitWords, shareWords } from '../../charts/counted-words.ts';
import { ShareBar, ShareInterval, type BarPart } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import '../../charts/brand-mind.css';

type Hearing = OperationValue<'lost.hearing'>;
type Desk = Hearing['departments'][number];
type Outcome = Desk['outcomes'][number];

const COLORS: Readonly<Record<Outcome['hearing'], Pick<BarPart, 'color' | 'hatched'>>> = { answered: { color: 'var(--accent)' }, entered: { color: 'var(--gold)' }, silent: { color: 'var(--warm)' }, untold: { color: 'var(--muted)', hatched: true } };
const MOST_KINDS = 3;

/** The finding: which department hears least, or that this cannot be told. */
function hearingSentence({ least: { state, least, most }, departments }: Hearing, voice: ChartVoice): string {
  const share = (wanted: Desk['department'] | null): string => voice.inHundred(departments.find(({ department }) => department === wanted)?.heard.estimate ?? 0);
  if (state !== 'clear' || least === null || most === null) return voice.text(state === 'not-clear' ? 'lost.hearing.notClear' : 'lost.hearing.few');
  return voice.text('lost.hearing.clear', { least: voice.text(`lost.hearing.concerns.${least}`), leastShare: share(least), most: voice.text(`lost.hearing.concerns.${most}`), mostShare: share(most) });
}

function heardWords({ heard }: Desk, voice: ChartVoice): string {
  const limits = limitWords(heard, voice);
  return limits === null ? shareWords(heard, voice) : `${shareWords(heard, voice)} (${limits})`;
}

const kindWords = ({ kinds }: Desk, voice: ChartVoice): string => voice.list(kinds.slice(0, MOST_KINDS).map(({ intent, said }) => voice.text('lost.hearing.kind', { intent: voice.text(`codes.intent.${intent}`), n: voice.count(said) })));

/** What each department hears of what is said to it: a bar of what became of its requests, and the share heard with its interval. */
export function HearingCard() {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('lost.hearing', scope);
  const { openMetric } = useSidePanel();
  const column = (key: string): string => voice.text(`lost.hearing.column.${key}`);
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const title = hearingSentence(value, voice);
        const rows = value.departments.filter(({ said }) => said > 0);
        if (rows.length === 0) return <p className="too-few">{t('departments.none')}</p>;
        const lowest = rows.find(({ department }) => department === value.least.least);
        const { estimate = null, low = null, high = null, n = 0 } = lowest?.heard ?? {};
        return (
          <ChartFrame
            title={title}
            subtitle={voice.text('lost.hearing.subtitle', { days: voice.count(value.watchedDays) })}
            onDefinition={() => openMetric('department-hearing')}
            finding={{ metric: 'department-hearing', form: value.least.state, ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'lost.hearing', input: scope, at: ['departments', { department: lowest?.department ?? '' }, 'heard'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            table={{
              caption: t('hearing.caption'),
              columns: [{ key: 'department', label: column('department') }, { key: 'said', label: column('said'), numeric: true }, { key: 'people', label: column('people'), numeric: true }, ...(rows[0]?.outcomes ?? []).map(({ hearing }) => ({ key: hearing, label: voice.text(`lost.hearing.outcome.${hearing}`), numeric: true })), { key: 'heard', label: column('heard'), numeric: true }, { key: 'kinds', label: column('kinds') }],
              rows: rows.map((desk) => [voice.text(`lost.department.${desk.department}`), voice.count(desk.said), voice.count(desk.people), ...desk.outcomes.map((outcome) => voice.count(outcome.n)), heardWords(desk, voice), kindWords(desk, voice)]),
            }}
          >
            <DataTable
              caption={t('hearing.caption')}
              rows={rows}
              rowKey={({ department }) => department}
              columns={[
                { key: 'department', label: column('department'), cell: ({ department, people }) => <span className="lost-cell"><strong>{t(`department.${department}`)}</strong><span className="quiet-text">{voice.text('lost.hearing.people', { count: people })}</span></span> },
                { key: 'said', label: column('said'), align: 'end', cell: ({ said }) => voice.count(said) },
                { key: 'chart', label: column('chart'), cell: (desk) => <DeskBar desk={desk} most={Math.max(...rows.map(({ said }) => said))} /> },
                { key: 'heard', label: column('heard'), cell: (desk) => <span className="lost-share">{desk.heard.estimate !== null && <ShareInterval estimate={desk.heard.estimate} low={desk.heard.low} high={desk.heard.high} color="var(--accent)" />}<span>{heardWords(desk, voice)}</span></span> },
                { key: 'kinds', label: column('kinds'), cell: (desk) => <span className="quiet-text">{kindWords(desk, voice)}</span> },
              ]}
            />
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

/** A bar as long as what is said to a department, in parts by what became of it, and the numbers, each of which opens its messages. */
function DeskBar({ desk: { department, said, outcomes }, most }: { readonly desk: Desk; readonly most: number }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return (
    <div className="hearing-bar">
      <div style={{ inlineSize: `${Math.max(2, (100 * said) / most)}%` }}><ShareBar height={12} total={said} parts={outcomes.map(({ hearing, n }) => ({ key: hearing, value: n, ...COLORS[hearing] }))} /></div>
      <ul className="hearing-key">
        {outcomes.filter(({ n }) => n > 0).map(({ hearing, n, messageIds }) => {
          const words = `${voice.text(`lost.hearing.outcome.${hearing}`)} ${voice.count(n)}`;
          const mark = <span className="chart-swatch" data-hatched={COLORS[hearing].hatched === true} style={{ backgroundColor: COLORS[hearing].color }} aria-hidden="true" />;
          const name = voice.text('lost.hearing.open', { department: t(`department.${department}`), outcome: voice.text(`lost.hearing.outcome.${hearing}`), n: voice.count(n) });
          return <li key={hearing}>{mark}{messageIds === null ? words : <AriaButton className="mind-open" aria-label={name} onPress={() => openMessages({ messageIds }, { title: name, count: n })}>{words}</AriaButton>}</li>;
        })}
      </ul>
    </div>
  );
}
