import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { tribeColorAt } from '../../charts/intent-style.ts';
import { isInPolygon } from '../../../domain/model/map-polygon.ts';
import { isInBox } from '../../charts/map-plane.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import type { MapAccount, MapTribe } from '../../charts/value-map-layout.ts';
import type { MapSelection } from './map-selection.ts';

/** The value map as the engine gives it. */
export type ValueMapValue = OperationValue<'value.map'>;
/** The tribes of all lenses as the engine gives them. */
export type TribesValue = OperationValue<'tribes.list'>;
/** One tribe of that list. */
export type Tribe = TribesValue['tribes'][number];

/** What the colour of an account says: its zone, how far its requests were answered, or on which evidence its consumption rests. */
export const MAP_COLORS = ['zone', 'answered', 'basis'] as const;
export type MapColor = (typeof MAP_COLORS)[number];

/** The colour of each evidence of consumption. */
export const BASIS_COLORS = { received: 'var(--accent)', observed: 'var(--warm)', none: 'var(--outline)' } as const;

/** A balance as text: "3.2" or "1/3.2" read as "0.31", always three digits at most. */
export function balanceText(log2Balance: number, voice: ChartVoice): string {
  return voice.number(2 ** log2Balance);
}

/** Tribes with figures, as marks at the mean points of their people. Shape and colour are the tribe's own; hidden tribes are not drawn. */
export function mapTribes(tribes: readonly Tribe[], voice: ChartVoice, open: (tribe: Tribe) => void): MapTribe[] {
  return tribes.flatMap((tribe) => {
    const { balance, low, high, size, created, consumed, tooFew, messages } = tribe;
    if (tooFew || tribe.hidden || balance === null || size === 0) return [];
    return [{
      key: tribe.id,
      created: created / size,
      consumed: consumed / size,
      log2Balance: Math.log2(balance),
      low: low === null ? null : Math.log2(low),
      high: high === null ? null : Math.log2(high),
      size,
      shape: tribe.shape,
      color: tribeColorAt(tribe.color),
      label: tribeName(tribe, voice),
      lines: [
        voice.text('tribes.map.people', { count: size }),
        voice.text('tribes.card.messages', { count: messages }),
        ...(low === null || high === null ? [] : [voice.text('tribes.map.balance', { balance: voice.number(balance), low: voice.number(low), high: voice.number(high) })]),
        voice.text('tribes.map.points', { created: voice.points(created), consumed: voice.points(consumed) }),
      ],
      open: () => open(tribe),
    }];
  });
}

function accountColor({ zone, answeredShare, basis }: ValueMapValue['marks'][number], color: MapColor): string {
  if (color === 'basis') return BASIS_COLORS[basis];
  if (color === 'zone') return `var(--zone-${zone ?? 'few'})`;
  if (answeredShare === null) return 'var(--outline)';
  return `color-mix(in oklab, var(--accent) ${String(Math.round(answeredShare * 100))}%, var(--warm))`;
}

function isChosen(points: { readonly created: number; readonly consumed: number }, selection: MapSelection | null, priorPoints: number): boolean {
  if (selection === null) return true;
  return selection.kind === 'box' ? isInBox(points, selection.box) : isInPolygon(points, selection.polygon, priorPoints);
}

/** Accounts as marks; those outside what is chosen are faded. */
export function mapAccounts({ marks, priorPoints }: ValueMapValue, { selection, color, voice, open }: { readonly selection: MapSelection | null; readonly color: MapColor; readonly voice: ChartVoice; readonly open: (account: ValueMapValue['marks'][number]) => void }): MapAccount[] {
  return marks.map((mark) => ({
    key: String(mark.accountId),
    created: mark.created,
    consumed: mark.consumed,
    employee: mark.employee,
    color: accountColor(mark, color),
    faded: !isChosen(mark, selection, priorPoints),
    name: mark.name,
    lines: [
      voice.text('tribes.map.points', { created: voice.points(mark.created), consumed: voice.points(mark.consumed) }),
      voice.text('tribes.map.balance', { balance: balanceText(mark.log2Balance, voice), low: balanceText(mark.low, voice), high: balanceText(mark.high, voice) }),
      voice.text('tribes.map.bookings', { count: mark.bookings }),
      voice.text(`tribes.map.key.restsOn.${mark.basis}`),
      ...(mark.answeredShare === null ? [] : [voice.text('tribes.map.answered', { share: voice.inHundred(mark.answeredShare) })]),
      ...(mark.employee ? [voice.text('tribes.map.employee')] : []),
    ],
    open: () => open(mark),
  }));
}

const LEAST_FOR_MAP = 5;
const TITLES: Readonly<Record<string, string>> = { 'gives-more': 'gives', even: 'even', 'receives-more': 'receives', 'little-active': 'little' };

/**
 * The finding above the map: on which side most people stand, as a share from 30 people on and as counts below. When the
 * zone of more than half of them changes with the weights or is not decided, that is the finding; a zone is named only
 * when it holds more than half.
 */
export function mapTitle({ tribes, n, few, withoutBookings, changingWithWeights }: Pick<ValueMapValue, 'tribes' | 'n' | 'few' | 'withoutBookings' | 'changingWithWeights'>, voice: ChartVoice): string {
  const drawn = n - few - withoutBookings;
  const largest = tribes.reduce<ValueMapValue['tribes'][number] | null>((found, tribe) => (tribe.size > (found?.size ?? 0) ? tribe : found), null);
  const key = largest === null ? undefined : TITLES[largest.zone];
  if (drawn < LEAST_FOR_MAP || largest === null || key === undefined) return voice.text('tribes.map.title.few', { n: voice.count(drawn) });
  const part = (count: number): { readonly k: string; readonly whole: string } => (drawn < voice.shareFloor ? { k: voice.count(count), whole: voice.count(drawn) } : { k: voice.inHundred(count / drawn), whole: voice.count(100) });
  const undecided = Math.max(changingWithWeights.count, drawn - tribes.reduce((sum, { size }) => sum + size, 0));
  if (undecided > drawn / 2) return voice.text('tribes.map.title.depends', part(undecided));
  if (largest.size <= drawn / 2) return voice.text('tribes.map.title.mixed', part(largest.size));
  return voice.text(`tribes.map.title.${key}`, part(largest.size));
}

/** The map as a table: tribes first, then the accounts with most bookings. */
export function mapTable(tribes: readonly MapTribe[], accounts: readonly MapAccount[], caption: string, voice: ChartVoice): ChartTable {
  return {
    caption,
    columns: [
      { key: 'name', label: voice.text('tribes.tribesTitle') },
      { key: 'created', label: voice.text('tribes.map.created'), numeric: true },
      { key: 'consumed', label: voice.text('tribes.map.consumed'), numeric: true },
      { key: 'more', label: voice.text('tribes.card.balance') },
    ],
    rows: [
      ...tribes.map(({ label, created, consumed, lines }) => [label, voice.points(created), voice.points(consumed), lines.join(' · ')]),
      ...accounts.slice(0, 100).map(({ name, created, consumed, lines }) => [name, voice.points(created), voice.points(consumed), lines.slice(1).join(' · ')]),
    ],
  };
}

/** Why a lens is not offered, in words; codes may carry a share after a colon. */
export function lensReason(reason: string, voice: ChartVoice): string {
  const [code = '', share] = reason.split(':');
  if (code === 'few-ties' && share !== undefined) return voice.text('tribes.lensReason.fewTies', { share: voice.inHundred(Number(share)) });
  if (code === 'no-interests') return voice.text('tribes.lensReason.noInterests', { count: Number(share), n: voice.count(Number(share)) });
  if (code === 'no-structure') return voice.text('tribes.lensReason.noStructure');
  if (code === 'small-communities') return voice.text('tribes.lensReason.smallCommunities');
  if (code === 'not-analysed') return voice.text('tribes.lensReason.notAnalysed');
  return voice.text(code === 'not-in-this-edition' ? 'tribes.lensReason.edition' : 'tribes.lensReason.other');
}
