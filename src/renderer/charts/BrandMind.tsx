import { Button as AriaButton } from 'react-aria-components';
import type { OperationValue } from '../../contract/operations.ts';
import { useSidePanel } from '../state/panels.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartTable } from './chart-table.ts';
import type { ChartVoice } from './chart-voice.ts';
import { toneWords } from './counted-words.ts';
import { quarterName } from './quarter-name.ts';
import { tribeName } from './tribe-name.ts';
import { useChartVoice } from './use-chart-voice.ts';
import './brand-mind.css';

type Associations = OperationValue<'tribes.associations'>;
/** One brand in the minds of one tribe. */
export type BrandMindEntry = Associations['entries'][number];
type Term = BrandMindEntry['terms'][number];

const NAMED = 3;

/** The finding of an entry, with a form of its own for each way in which there is nothing to tell. */
export function mindSentence({ brand, tribe, state, about, terms }: BrandMindEntry, leastAuthors: number, voice: ChartVoice): string {
  const names = { brand, tribe: tribeName(tribe, voice) };
  if (state === 'about') return voice.text('minds.brand.about', { ...names, count: about.people, least: leastAuthors });
  if (state !== 'told') return voice.text(`minds.brand.${state}`, names);
  if (terms.length === 0) return voice.text('minds.brand.notClear', names);
  return voice.text('minds.brand.clear', { ...names, terms: voice.list(terms.slice(0, NAMED).map(({ term }) => voice.text('minds.brand.quoted', { term }))) });
}

/** A factor with its limits: how many times more often. */
export function mindTimes({ logOdds, low, high }: Pick<Term, 'logOdds' | 'low' | 'high'>, voice: ChartVoice): string {
  return `${voice.number(Math.exp(logOdds))} (${voice.text('minds.brand.between', { low: voice.number(Math.exp(low)), high: voice.number(Math.exp(high)) })})`;
}

function trendWords({ trend }: Term, voice: ChartVoice): string {
  return voice.text(`minds.brand.${trend === null ? 'noTrend' : trend.moved === 'not-clear' ? 'notMoving' : trend.moved}`);
}

/** The quarters of a term as small bars of shares, those under twenty people hollow; each is named for whoever points at it. */
function TermQuarters({ term }: { readonly term: Term }) {
  const voice = useChartVoice();
  const most = Math.max(0.01, ...term.quarters.map(({ n, k }) => (k === null || n === 0 ? 0 : k / n)));
  const said = term.quarters.map(({ quarter, n, k }) => voice.text(k === null ? 'minds.brand.quarterFew' : 'minds.brand.quarter', { quarter: quarterName(quarter, voice), k: voice.count(k ?? 0), n: voice.count(n) }));
  return (
    <span className="mind-quarters">
      <span className="mind-bars" aria-hidden="true" title={said.join('\n')}>
        {term.quarters.slice(-12).map(({ quarter, n, k }) => <span key={quarter} data-few={k === null} style={{ height: `${k === null || n === 0 ? 100 : Math.max(6, (100 * k) / n / most)}%` }} />)}
      </span>
      <span>{trendWords(term, voice)}</span>
      <span className="visually-hidden">{said.join('; ')}</span>
    </span>
  );
}

function mindTable({ terms }: BrandMindEntry, caption: string, voice: ChartVoice): ChartTable {
  const column = (key: string): string => voice.text(`minds.brand.column.${key}`);
  return {
    caption,
    columns: [{ key: 'term', label: column('term') }, { key: 'times', label: column('times'), numeric: true }, { key: 'people', label: column('people'), numeric: true }, { key: 'elsewhere', label: column('elsewhere'), numeric: true }, { key: 'messages', label: column('messages'), numeric: true }, { key: 'negative', label: column('negative'), numeric: true }, { key: 'positive', label: column('positive'), numeric: true }, { key: 'quarters', label: column('quarters') }],
    rows: terms.map((term) => [term.term, mindTimes(term, voice), voice.count(term.authorsIn), voice.count(term.authorsOut), voice.count(term.messages), toneWords(term.tone, 'negative', voice), toneWords(term.tone, 'positive', voice), trendWords(term, voice)]),
  };
}

/** What a tribe says where it means a brand: the finding, the tone of those messages, and the words with their own tone and quarters. */
export function BrandMind({ entry, answer, className }: { readonly entry: BrandMindEntry; readonly answer: Associations; readonly className?: string }) {
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const { about, rest, tested, tone, terms, basis, messageIds } = entry;
  const title = mindSentence(entry, answer.leastAuthors, voice);
  const column = (key: string): string => voice.text(`minds.brand.column.${key}`);
  const subtitle = entry.state === 'tribe' || entry.state === 'never' ? voice.text('minds.brand.title', { brand: entry.brand }) : voice.text(basis === 'others' ? 'minds.brand.measureOthers' : 'minds.brand.measure', { messages: voice.text('minds.brand.messages', { count: about.messages }), people: voice.text('minds.brand.people', { count: about.people }), restMessages: voice.text('minds.brand.messages', { count: rest.messages }), tested: voice.count(tested) });
  return (
    <ChartFrame
      className={`mind-card ${className ?? ''}`.trim()}
      title={title}
      subtitle={subtitle}
      onDefinition={() => openMetric('brand-associations')}
      table={mindTable(entry, title, voice)}
      notes={
        <>
          {basis === 'named' && <p className="chart-note">{voice.text('minds.brand.named')}</p>}
          {basis === 'others' && entry.state === 'told' && <p className="chart-note">{voice.text('minds.brand.others')}</p>}
          {tone !== null && (
            <p className="chart-note">
              {voice.text('minds.brand.tone')}: {column('negative')} {toneWords(tone, 'negative', voice)}, {column('positive')} {toneWords(tone, 'positive', voice)}.{' '}
              <AriaButton className="mind-open" aria-label={`${entry.brand}, ${tribeName(entry.tribe, voice)}: ${voice.text('minds.brand.messages', { count: messageIds.length })}`} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: voice.text('minds.brand.openAbout', { tribe: tribeName(entry.tribe, voice) }), count: messageIds.length })}>{voice.text('minds.brand.messages', { count: messageIds.length })}</AriaButton>
            </p>
          )}
          {tone !== null && !tone.tooFew && <ToneNote correction={answer.correction} />}
        </>
      }
    >
      {terms.length > 0 && (
        <DataTable
          dense
          caption={title}
          rows={terms}
          rowKey={({ key }) => key}
          columns={[
            { key: 'term', label: column('term'), cell: ({ term, messageIds: ids }) => <AriaButton className="mind-open" aria-label={`${term}: ${voice.text('minds.brand.messages', { count: ids.length })}`} onPress={() => openMessages({ messageIds: [...ids] }, { title: voice.text('minds.brand.open', { term }), count: ids.length })}>{term}</AriaButton> },
            { key: 'times', label: column('times'), align: 'end', cell: (term) => <span className="mind-figure"><span>{voice.number(Math.exp(term.logOdds))}</span><span>{voice.text('minds.brand.between', { low: voice.number(Math.exp(term.low)), high: voice.number(Math.exp(term.high)) })}</span></span> },
            { key: 'people', label: column('people'), align: 'end', cell: ({ authorsIn }) => voice.count(authorsIn) },
            { key: 'elsewhere', label: column('elsewhere'), align: 'end', cell: ({ authorsOut }) => voice.count(authorsOut) },
            { key: 'messages', label: column('messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
            { key: 'negative', label: column('negative'), align: 'end', cell: ({ tone: own }) => toneWords(own, 'negative', voice) },
            { key: 'positive', label: column('positive'), align: 'end', cell: ({ tone: own }) => toneWords(own, 'positive', voice) },
            { key: 'quarters', label: column('quarters'), cell: (term) => <TermQuarters term={term} /> },
          ]}
        />
      )}
    </ChartFrame>
  );
}

/** Whether shares of tone stand beside their corrected value. */
export function ToneNote({ correction }: { readonly correction: Associations['correction'] }) {
  const voice = useChartVoice();
  return <p className="chart-note">{correction.available ? voice.text('minds.brand.toneNote') : voice.text('minds.brand.toneUnchecked', { needed: voice.count(correction.needed), labelled: voice.count(correction.labelled) })}</p>;
}
