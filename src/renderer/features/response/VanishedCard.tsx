import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { countedFigure, vanishedTitle, type Vanished } from './answer-words.ts';
import { onOneLine } from './response-figures.ts';

const MOST_PLACES = 20;

/** What later exports no longer hold: criticism among it, against what is still there; never who removed it. */
export function VanishedCard({ vanished: value }: { readonly vanished: Vanished }) {
  const { t } = useTranslation('answers');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { comparable, vanished, stillThere, difference, notReExported, hidden, containers } = value;
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${voice.inHundred(Math.abs(share))}`;
  const sides = [{ key: 'vanished' as const, set: 'vanished' as const, side: vanished }, { key: 'stillThere' as const, set: 'still-there' as const, side: stillThere }];
  return (
    <Card
      className="vanished-card"
      title={vanishedTitle(value, voice)}
      {...(comparable ? { subtitle: voice.text('answers.vanished.subtitle', { count: vanished.n }) } : {})}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('vanished-complaints')}>{charts('frame.definition')}</Button>}
    >
      {comparable && vanished.n + notReExported > 0 && (
        <>
          <DataTable
            dense
            caption={t('vanished.vanished')}
            rows={sides}
            rowKey={({ key }) => key}
            columns={[
              { key: 'what', label: <span className="visually-hidden">{t('quality.column.what')}</span>, cell: ({ key }) => t(`vanished.${key}`) },
              { key: 'n', label: t('criticism.column.n'), align: 'end', cell: ({ key, set, side }) => <Button variant="plain" size="small" aria-label={voice.text('answers.openCount', { count: side.n, what: t(`vanished.${key}`) })} onPress={() => openMessages({ ...scope, answers: { set } }, { title: t(`vanished.${key}`), count: side.n })}>{voice.count(side.n)}</Button> },
              { key: 'criticism', label: t('vanished.criticism'), align: 'end', cell: ({ side }) => onOneLine(countedFigure(side.criticism, side.read, voice)) },
            ]}
          />
          {difference !== null && <p className="chart-note">{t('vanished.difference', { share: signed(difference.estimate), low: signed(difference.low), high: signed(difference.high) })}</p>}
          {containers.length > 1 && (
            <DataTable
              dense
              caption={t('vanished.column.container')}
              rows={containers.slice(0, MOST_PLACES)}
              rowKey={({ network, container }) => `${network} ${container}`}
              columns={[
                { key: 'container', label: t('vanished.column.container'), cell: ({ container, network }) => `${container} · ${voice.network(network)}` },
                { key: 'vanished', label: t('vanished.column.vanished'), align: 'end', cell: (row) => voice.count(row.vanished) },
                { key: 'criticism', label: t('vanished.column.criticism'), align: 'end', cell: (row) => voice.count(row.criticism) },
                { key: 'still', label: t('vanished.column.stillThere'), align: 'end', cell: (row) => voice.count(row.stillThere) },
                { key: 'not', label: t('vanished.column.notReExported'), align: 'end', cell: (row) => voice.count(row.notReExported) },
              ]}
            />
          )}
          <p className="chart-note">
            {notReExported > 0 && `${voice.text('answers.vanished.notReExported', { count: notReExported })} `}
            {hidden > 0 && `${voice.text('answers.vanished.hidden', { count: hidden })} `}
            {t('vanished.causes')}
          </p>
        </>
      )}
    </Card>
  );
}
