import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { falseRate } from './term-rows.ts';

type Borrowed = OperationValue<'terms.borrowed'>;
type Term = Borrowed['borrowed'][number];

const NAMED = 3;

function borrowedSentence({ brand, tooFew, leastPeople, leastBrandDays, people, brandDays, borrowed }: Borrowed, voice: ChartVoice): string {
  if (brand === null) return voice.text('terms.borrowed.noBrand');
  if (tooFew !== null) return tooFew === 'people' ? voice.text('terms.borrowed.fewPeople', { least: voice.count(leastPeople), n: voice.count(people) }) : voice.text('terms.borrowed.fewBrand', { least: voice.count(leastBrandDays), n: voice.count(brandDays) });
  if (borrowed.length === 0) return voice.text('terms.borrowed.none', { brand });
  return voice.text('terms.borrowed.clear', { brand, terms: voice.list(borrowed.slice(0, NAMED).map(({ term }) => voice.text('terms.quoted', { term }))) });
}

function indexWords({ index: { k, n, estimate, low, high } }: Borrowed, voice: ChartVoice): string {
  if (estimate === null || low === null || high === null) return voice.text('terms.borrowed.index', { k: voice.count(k), n: voice.count(n) });
  return voice.text('terms.borrowed.indexShare', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n) });
}

function tribeWords({ tribes }: Term, voice: ChartVoice): string {
  return tribes.length === 0 ? voice.text('terms.borrowed.noTribe') : voice.list(tribes.map((tribe) => voice.text('terms.borrowed.tribe', { tribe: tribeName(tribe, voice), n: voice.count(tribe.people) })));
}

/** Words that the brand took up from people, with who used them first, and those that went the other way. */
export function BorrowedCard({ language }: { readonly language: 'it' | 'en' | undefined }) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const input = { ...useScope(), ...(language === undefined ? {} : { language }) };
  const state = useOperation('terms.borrowed', input);
  const column = (key: string): string => voice.text(`terms.borrowed.column.${key}`);
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const title = borrowedSentence(value, voice);
        const isTold = value.brand !== null && value.tooFew === null;
        const { estimate, low, high, n } = value.index;
        return (
          <ChartFrame
            title={title}
            subtitle={isTold ? voice.text('terms.borrowed.subtitle', { tested: voice.count(value.tested), messages: voice.count(value.brandMessages), days: voice.count(value.brandDays), people: voice.count(value.people) }) : t('borrowed.definition')}
            onDefinition={() => openMetric('borrowed-term')}
            finding={{ metric: 'borrowed-term', form: !isTold ? 'too-few' : value.borrowed.length > 0 ? 'clear' : 'not-clear', ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'terms.borrowed', input: input, at: ['index'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            table={{
              caption: t('borrowed.taken'),
              columns: [{ key: 'term', label: column('term') }, { key: 'peopleBefore', label: column('peopleBefore'), numeric: true }, { key: 'firstPeople', label: column('firstPeople') }, { key: 'firstBrand', label: column('firstBrand') }, { key: 'people', label: column('people'), numeric: true }, { key: 'brandDays', label: column('brandDays'), numeric: true }, { key: 'tribes', label: column('tribes') }, { key: 'q', label: column('q'), numeric: true }],
              rows: value.borrowed.map((term) => [term.term, voice.count(term.peopleBefore), voice.date(term.firstPeopleMs), voice.date(term.firstBrandMs), voice.count(term.people), voice.count(term.brandDays), tribeWords(term, voice), falseRate(term.q, voice)]),
            }}
            notes={isTold && <><p className="chart-note">{indexWords(value, voice)}</p>{value.isCut && <p className="chart-note">{t('borrowed.cut')}</p>}</>}
          >
            {value.borrowed.length > 0 && <TakenTable terms={value.borrowed} />}
            {isTold && (value.lent.length > 0 ? <GivenTable terms={value.lent} /> : <p className="quiet-text">{t('borrowed.noneGiven')}</p>)}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

/** A number that opens its messages. */
function Opened({ n, messageIds, name }: { readonly n: number; readonly messageIds: readonly number[]; readonly name: string }) {
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return n === 0 ? '0' : <AriaButton className="term-open" aria-label={name} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: name, count: messageIds.length })}>{voice.count(n)}</AriaButton>;
}

function useColumns(): Readonly<Record<'term' | 'firstPeople' | 'firstBrand' | 'people' | 'q', DataColumn<Term>>> {
  const voice = useChartVoice();
  const label = (key: string): string => voice.text(`terms.borrowed.column.${key}`);
  return {
    term: { key: 'term', label: label('term'), cell: ({ term }) => <strong>{term}</strong> },
    firstPeople: { key: 'firstPeople', label: label('firstPeople'), cell: ({ firstPeopleMs }) => voice.date(firstPeopleMs) },
    firstBrand: { key: 'firstBrand', label: label('firstBrand'), cell: ({ firstBrandMs }) => voice.date(firstBrandMs) },
    people: { key: 'people', label: label('people'), align: 'end', cell: ({ people }) => voice.count(people) },
    q: { key: 'q', label: label('q'), align: 'end', cell: ({ q }) => falseRate(q, voice) },
  };
}

function TakenTable({ terms }: { readonly terms: readonly Term[] }) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const columns = useColumns();
  const label = (key: string): string => voice.text(`terms.borrowed.column.${key}`);
  return (
    <DataTable
      dense
      caption={t('borrowed.taken')}
      rows={terms}
      rowKey={({ key }) => key}
      columns={[
        columns.term,
        { key: 'peopleBefore', label: label('peopleBefore'), align: 'end', cell: ({ term, peopleBefore, messageIds }) => <Opened n={peopleBefore} messageIds={messageIds} name={voice.text('terms.borrowed.openPeople', { term, n: voice.count(peopleBefore) })} /> },
        columns.firstPeople, columns.firstBrand,
        { key: 'brandDays', label: label('brandDays'), align: 'end', cell: ({ term, brandDays, brandMessageIds }) => <Opened n={brandDays} messageIds={brandMessageIds} name={voice.text('terms.borrowed.openBrand', { term, n: voice.count(brandDays) })} /> },
        { key: 'tribes', label: label('tribes'), cell: (term) => <span className={term.tribes.length === 0 ? 'quiet-text' : undefined}>{tribeWords(term, voice)}</span> },
        columns.q,
      ]}
    />
  );
}

function GivenTable({ terms }: { readonly terms: readonly Term[] }) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const columns = useColumns();
  return (
    <div className="borrowed-given">
      <h3>{t('borrowed.given')}</h3>
      <DataTable
        dense
        caption={t('borrowed.given')}
        rows={terms}
        rowKey={({ key }) => key}
        columns={[
          columns.term,
          { key: 'brandBefore', label: voice.text('terms.borrowed.column.brandBefore'), align: 'end', cell: ({ term, brandBefore, brandMessageIds }) => <Opened n={brandBefore} messageIds={brandMessageIds} name={voice.text('terms.borrowed.openBrand', { term, n: voice.count(brandBefore) })} /> },
          columns.firstBrand, columns.firstPeople, columns.people, columns.q,
        ]}
      />
    </div>
  );
}
