import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { boundedWords, limitWords, shareWords } from '../../charts/counted-words.ts';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

type Places = OperationValue<'strategy.places'>;
type Place = Places['places'][number];
type Cell = Place['cells'][number];
type Tribe = Places['tribes'][number];
type PlaceLens = NonNullable<OperationInput<'strategy.places'>['lens']>;

const LENSES: readonly PlaceLens[] = ['value', 'roles', 'interests', 'communities'];

function placeName({ place, network }: Place, voice: ChartVoice): string {
  return place === null ? voice.text('strategy.places.elsewhere') : network === null ? place : `${place} · ${voice.network(network)}`;
}

/** The cell that stands out most: less looked after before more, the largest first. */
function outstanding({ places, tribes }: Places): { readonly place: Place; readonly tribe: Tribe; readonly cell: Cell } | null {
  const found = places.flatMap((place) => place.cells.flatMap((cell) => {
    const tribe = tribes.find(({ id }) => id === cell.tribe);
    return cell.apart === null || tribe === undefined || cell.answered?.estimate == null ? [] : [{ place, tribe, cell }];
  }));
  return found.toSorted((one, other) => Number(other.cell.apart === 'less') - Number(one.cell.apart === 'less') || other.cell.requests - one.cell.requests)[0] ?? null;
}

function placesSentence(value: Places, voice: ChartVoice): string {
  if (value.requests === 0) return voice.text('strategy.places.none');
  const first = outstanding(value);
  if (first !== null) return voice.text(`strategy.places.${first.cell.apart ?? 'less'}`, { tribe: tribeName(first.tribe, voice), place: placeName(first.place, voice), share: voice.inHundred(first.cell.answered?.estimate ?? 0) });
  return voice.text(value.places.some(({ cells }) => cells.some(({ answered }) => answered?.estimate != null)) ? 'strategy.places.notClear' : 'strategy.places.few');
}

/** Which tribe is answered in which of the brand's places: a row a place, a column a tribe. */
export function PlacesCard() {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const [lens, setLens] = useState<PlaceLens>('roles');
  const scope = useScope();
  const state = useOperation('strategy.places', { ...scope, lens });
  const tribeColumn = (tribe: Tribe): DataColumn<Place> => ({
    key: tribe.id, align: 'end', label: <span className="place-tribe"><TribeMark color={tribe.color} shape={tribe.shape} />{tribeName(tribe, voice)}</span>,
    cell: (place) => {
      const cell = place.cells.find(({ tribe: id }) => id === tribe.id);
      return cell === undefined ? null : <PlaceCellMark cell={cell} name={voice.text('strategy.places.cell', { tribe: tribeName(tribe, voice), place: placeName(place, voice) })} />;
    },
  });
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const title = placesSentence(value, voice);
        const first = outstanding(value);
        const { estimate = null, low = null, high = null, n = 0 } = first?.cell.answered ?? {};
        const shown = value.tribes.filter(({ id }) => value.places.some(({ cells }) => cells.some(({ tribe, answered }) => tribe === id && answered !== null)));
        return (
          <ChartFrame
            title={title}
            subtitle={voice.text('strategy.places.subtitle', { requests: voice.count(value.requests) })}
            onDefinition={() => openMetric('place-matrix')}
            finding={{ metric: 'place-matrix', form: first === null ? (value.places.some(({ cells }) => cells.some(({ answered }) => answered?.estimate != null)) ? 'not-clear' : 'too-few') : 'clear', ...(estimate === null || low === null || high === null ? {} : { figure: { unit: 'share' as const, estimate, low, high, n, source: { operation: 'strategy.places', input: { ...scope, lens }, at: ['places', { id: first?.place.id ?? -1 }, 'cells', { tribe: first?.tribe.id ?? '' }, 'answered'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }) }}
            controls={<Segmented label={t('places.lens')} value={lens} options={LENSES.map((one) => ({ value: one, label: t(`places.lenses.${one}`) }))} onChange={setLens} />}
            table={{
              caption: t('places.caption'),
              columns: [{ key: 'place', label: t('places.place') }, { key: 'all', label: t('places.all'), numeric: true }, ...shown.map((tribe) => ({ key: tribe.id, label: tribeName(tribe, voice), numeric: true }))],
              rows: value.places.map((place) => [placeName(place, voice), boundedWords(place.answered, voice), ...shown.map(({ id }) => {
                const answered = place.cells.find(({ tribe }) => tribe === id)?.answered;
                return answered == null ? t('places.empty') : boundedWords(answered, voice);
              })]),
            }}
            notes={<>{value.untold > 0 && <p className="chart-note">{voice.text('strategy.places.untold', { count: value.untold })}</p>}{value.leftTribes > 0 && <p className="chart-note">{voice.text('strategy.places.left', { count: value.leftTribes })}</p>}</>}
          >
            {value.places.length > 0 && (
              <DataTable
                dense
                caption={t('places.caption')}
                rows={value.places}
                rowKey={({ id }) => id ?? 'elsewhere'}
                columns={[
                  { key: 'place', label: t('places.place'), cell: (place) => placeName(place, voice) },
                  { key: 'all', label: t('places.all'), align: 'end', cell: ({ answered, requests }) => <span className="place-cell"><span>{shareWords(answered, voice)}</span><span className="place-limits">{limitWords(answered, voice) ?? voice.text('strategy.places.asked', { n: voice.count(requests) })}</span></span> },
                  ...shown.map(tribeColumn),
                ]}
              />
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function PlaceCellMark({ cell: { answered, apart, requests, messageIds }, name }: { readonly cell: Cell; readonly name: string }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  if (answered === null) return <span className="place-empty"><span aria-hidden="true">·</span><span className="visually-hidden">{t('places.empty')}</span></span>;
  const mark = apart === null ? null : t(`places.${apart}Mark`);
  const asked = voice.text('strategy.places.asked', { n: voice.count(requests) });
  return (
    <AriaButton className="place-cell" data-apart={apart ?? 'none'} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: name, count: messageIds.length })}>
      <span>{shareWords(answered, voice)}{mark !== null && <> <em className="place-apart">{mark}</em></>}</span>
      <span className="place-limits">{limitWords(answered, voice) ?? asked}</span>
      <span className="visually-hidden">{`${name}, ${asked}`}</span>
    </AriaButton>
  );
}
