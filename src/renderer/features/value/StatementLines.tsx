import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { sideName, type StatementValue } from './value-words.ts';

const QUOTED = 90;

export interface StatementLinesProps {
  readonly statement: StatementValue;
  readonly page: number;
  readonly size: number;
  readonly onPage: (page: number) => void;
}

/** The lines of a statement, oldest first, with the totals so far; each opens the message it rests on. */
export function StatementLines({ statement: { lines, total }, page, size, onPage }: StatementLinesProps) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const words = (quote: string): string => (quote === '' ? t('statement.noText') : quote.length > QUOTED ? `${quote.slice(0, QUOTED).trimEnd()}…` : quote);
  return (
    <Card title={t('statement.lines')} className="statement-lines">
      <DataTable
        dense
        caption={t('statement.lines')}
        rows={lines}
        rowKey={({ line }) => line}
        columns={[
          { key: 'date', label: t('statement.date'), cell: ({ atMs }) => <span className="statement-date">{atMs === null ? t('statement.noDate') : voice.dateTime(atMs)}</span> },
          { key: 'what', label: t('statement.what'), cell: ({ rule, paired }) => <>{voice.text(`tribes.rules.${rule}`)}{paired && <span className="value-quiet"> · {t('statement.half')}</span>}</> },
          { key: 'sides', label: `${t('statement.from')} → ${t('statement.to')}`, cell: ({ giver, receiver }) => `${sideName(giver, voice)} → ${sideName(receiver, voice)}` },
          { key: 'basis', label: t('statement.basis'), cell: ({ basis }) => <span className="value-quiet">{t(`basis.${basis}`)}</span> },
          { key: 'message', label: t('statement.message'), cell: ({ messageId, quote }) => <Button variant="plain" size="small" className="statement-quote" aria-label={t('statement.open', { id: messageId, words: words(quote) })} onPress={() => openMessages({ messageIds: [messageId] }, { title: words(quote), count: 1 })}>{words(quote)}</Button> },
          { key: 'points', label: t('statement.points'), align: 'end', cell: ({ points, created, consumed }) => <span data-value-side={created > 0 ? (consumed > 0 ? 'both' : 'created') : 'consumed'}>{`${created > 0 ? '+' : ''}${consumed > 0 ? '−' : ''}${voice.points(points)}`}</span> },
          { key: 'created', label: t('statement.createdSoFar'), align: 'end', cell: ({ createdSoFar }) => voice.points(createdSoFar) },
          { key: 'consumed', label: t('statement.consumedSoFar'), align: 'end', cell: ({ consumedSoFar }) => voice.points(consumedSoFar) },
        ]}
      />
      <PageButtons page={page} size={size} total={total} onPage={onPage} />
    </Card>
  );
}
