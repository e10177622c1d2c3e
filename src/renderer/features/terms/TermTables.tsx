import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Filters } from '../../../contract/selection.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { falseRate, timesBetween, timesMore, type Distinctive, type DistinctiveTerm, type TermSide } from './term-rows.ts';
import { useOpenTerm } from './use-open-term.ts';

interface TermTableProps {
  readonly terms: readonly DistinctiveTerm[];
  readonly side: TermSide;
  readonly onOpen: (term: DistinctiveTerm, side: TermSide) => void;
}

/** The terms of the group and of the others, in full; nothing where there are none. */
export function TermTables({ answer, against }: { readonly answer: Distinctive; readonly against: Filters | null }) {
  const open = useOpenTerm(against);
  return (
    <div className="terms-tables">
      {answer.ofGroup.length > 0 && <TermTable terms={answer.ofGroup} side="group" onOpen={open} />}
      {answer.ofRest.length > 0 && <TermTable terms={answer.ofRest} side="rest" onOpen={open} />}
    </div>
  );
}

function TermTable({ terms, side, onOpen }: TermTableProps) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const title = t(side === 'group' ? 'words.tableGroup' : 'words.tableRest');
  const messages = ({ messagesIn, messagesOut }: DistinctiveTerm): number => (side === 'group' ? messagesIn : messagesOut);
  return (
    <Card title={title} headingLevel={3}>
      <DataTable
        dense
        caption={title}
        rows={terms}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'term',
            label: t('words.column.term'),
            cell: (term) => <AriaButton className="term-open" aria-label={t('words.openTerm', { term: term.term, messages: voice.text('terms.messages', { count: messages(term) }) })} onPress={() => onOpen(term, side)}>{term.term}</AriaButton>,
          },
          { key: 'times', label: t('words.column.times'), align: 'end', cell: ({ logOdds }) => voice.number(timesMore(logOdds, side)) },
          { key: 'interval', label: t('words.column.interval'), align: 'end', cell: (term) => timesBetween(term, side, voice) },
          { key: 'authorsIn', label: t('words.column.authorsIn'), align: 'end', cell: ({ authorsIn }) => voice.count(authorsIn) },
          { key: 'authorsOut', label: t('words.column.authorsOut'), align: 'end', cell: ({ authorsOut }) => voice.count(authorsOut) },
          { key: 'messages', label: t('words.column.messages'), align: 'end', cell: (term) => voice.count(messages(term)) },
          { key: 'q', label: t('words.column.q'), align: 'end', cell: ({ q }) => falseRate(q, voice) },
        ]}
      />
    </Card>
  );
}
