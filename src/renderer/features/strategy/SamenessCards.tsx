import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { drilledWords, type Sameness } from './sameness-words.ts';

type Brand = Sameness['brands'][number];
type MessagesInput = OperationInput<'messages.list'>;

/** A number that opens the messages behind it; bare where there are none. */
function Drilled({ words, label, messageIds }: { readonly words: string; readonly label: string; readonly messageIds: readonly number[] }) {
  const { openMessages } = useSidePanel();
  const input: MessagesInput = { messageIds: [...messageIds] };
  return messageIds.length === 0 ? <span className="quiet-text">{words}</span> : <Button size="small" variant="plain" className="sameness-cell" aria-label={label} onPress={() => openMessages(input, { title: label, count: messageIds.length })}>{words}</Button>;
}

/** What every brand does, in a hundred of its messages. */
export function MixCard({ value: { brands } }: { readonly value: Sameness }) {
  const { t } = useTranslation('sameness');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const acts = (brands[0]?.mix ?? []).map(({ act }) => act).filter((act) => brands.some(({ mix }) => (mix.find((one) => one.act === act)?.n ?? 0) > 0));
  const columns: DataColumn<Brand>[] = [
    { key: 'brand', label: t('mix.brand'), cell: ({ brand, own }) => (own ? <strong>{brand}</strong> : brand) },
    { key: 'n', label: t('mix.n'), align: 'end', cell: ({ messages, unread }) => <>{voice.count(messages)}{unread > 0 && <span className="sameness-under">{t('mix.unread', { n: voice.count(unread) })}</span>}</> },
    ...acts.map((act): DataColumn<Brand> => ({
      key: act, label: voice.text(`codes.act.${act}`), align: 'end',
      cell: ({ brand, mix }) => {
        const found = mix.find((one) => one.act === act);
        const share = voice.inHundred(found?.share ?? 0);
        return <Drilled words={share} label={`${t('mix.cell', { brand, act: voice.text(`codes.act.${act}`), share })} (${voice.count(found?.messageIds.length ?? 0)})`} messageIds={found?.messageIds ?? []} />;
      },
    })),
  ];
  return (
    <Card title={t('mix.title')} subtitle={t('mix.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('mix.title')}`} onPress={() => openMetric('sameness')}>{charts('frame.definition')}</Button>}>
      <DataTable dense caption={t('mix.title')} rows={brands} rowKey={({ brand }) => brand} columns={columns} />
    </Card>
  );
}

/** The same message again, and emotion beside information. */
export function RepeatedCard({ value: { brands } }: { readonly value: Sameness }) {
  const { t } = useTranslation('sameness');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const shown = (brand: string, what: string, drilled: Brand['again']) => {
    const words = drilledWords(drilled, voice);
    return <Drilled words={words} label={`${t('again.cell', { brand, what, figure: words })} (${voice.count(drilled.messageIds.length)})`} messageIds={drilled.messageIds} />;
  };
  const name: DataColumn<Brand> = { key: 'brand', label: t('mix.brand'), cell: ({ brand, own }) => (own ? <strong>{brand}</strong> : brand) };
  return (
    <>
      <Card title={t('again.title')} subtitle={t('again.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('again.title')}`} onPress={() => openMetric('repeated-messages')}>{charts('frame.definition')}</Button>}>
        <DataTable
          dense
          caption={t('again.title')}
          rows={brands}
          rowKey={({ brand }) => brand}
          columns={[
            name,
            { key: 'elsewhere', label: t('again.elsewhere'), cell: ({ brand, networks, elsewhere }) => (networks < 2 ? <span className="quiet-text">{t('again.oneNetwork')}</span> : shown(brand, t('again.elsewhere'), elsewhere)) },
            { key: 'again', label: t('again.repeated'), cell: ({ brand, again }) => shown(brand, t('again.repeated'), again) },
            { key: 'others', label: t('again.others'), cell: ({ brand, others }) => (brands.length < 2 ? <span className="quiet-text">{t('again.alone')}</span> : shown(brand, t('again.others'), others)) },
          ]}
        />
      </Card>
      <Card title={t('tones.title')} subtitle={t('tones.subtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('tones.title')}`} onPress={() => openMetric('tones')}>{charts('frame.definition')}</Button>}>
        <DataTable
          dense
          caption={t('tones.title')}
          rows={brands}
          rowKey={({ brand }) => brand}
          columns={[
            name,
            { key: 'emotional', label: t('tones.emotional'), cell: ({ brand, tones }) => shown(brand, t('tones.emotional'), tones.emotional) },
            { key: 'informative', label: t('tones.informative'), cell: ({ brand, tones }) => shown(brand, t('tones.informative'), tones.informative) },
            { key: 'both', label: t('tones.both'), align: 'end', cell: ({ tones }) => t('kOfN', { k: voice.count(tones.both), n: voice.count(tones.n) }) },
          ]}
        />
      </Card>
    </>
  );
}
