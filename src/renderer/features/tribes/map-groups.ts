import type { Filters } from '../../../contract/selection.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { tribeColorAt } from '../../charts/intent-style.ts';
import type { MapTrail, TrailPlace } from '../../charts/map-trails.ts';
import type { MapTribe } from '../../charts/value-map-layout.ts';
import { quarterName } from '../../charts/quarter-name.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import type { Tribe, ValueMapValue } from './map-marks.ts';

/** The map over time as the engine gives it. */
export type TrailsValue = OperationValue<'value.mapTrails'>;
/** A group of the map with its way over the periods. */
export type TrailGroup = TrailsValue['groups'][number];
/** One period's place of a group or person. */
export type TrailPoint = TrailGroup['points'][number];
/** How a group is called: by a person, or by its code. */
export type NamedGroup = Pick<TrailGroup, 'id' | 'kind' | 'name' | 'title'>;

/** What the marks of the map stand for: the tribes of the room's lens, or another division of the same people. */
export const MAP_MARKS = ['lens', 'zone', 'role', 'network'] as const;
export type MapMarks = (typeof MAP_MARKS)[number];

/** The division that a choice of marks asks the engine for. */
export function divisionOf(marks: MapMarks, lens: Tribe['lens']): { readonly by: 'tribe' | 'zone' | 'role' | 'network'; readonly lens?: Tribe['lens'] } {
  return marks === 'lens' ? { by: 'tribe', lens } : { by: marks };
}

const LENS_OF: Readonly<Record<string, Tribe['lens']>> = { value: 'value', interest: 'interests', community: 'communities' };

/** A group by the name a person gave it, else in the words of its kind. */
export function groupName({ id, kind, name, title }: NamedGroup, voice: ChartVoice): string {
  if (kind === 'network') return voice.network(name);
  return tribeName({ id, lens: LENS_OF[id.slice(0, id.indexOf(':'))] ?? 'roles', name, title }, voice);
}

/** Filters that leave a group's messages. */
export function groupFilters({ id, kind, name }: NamedGroup): Filters {
  return kind === 'network' ? { networks: [name] } : { tribes: [id] };
}

const balanceLine = (point: { readonly log2Balance: number; readonly low: number | null; readonly high: number | null }, voice: ChartVoice): string[] =>
  point.low === null || point.high === null ? [] : [voice.text('tribes.map.balance', { balance: voice.number(2 ** point.log2Balance), low: voice.number(2 ** point.low), high: voice.number(2 ** point.high) })];

/** Groups with figures as marks at the mean points of their people. */
export function groupMarks(groups: ValueMapValue['groups'], voice: ChartVoice, open: (group: NamedGroup) => void): MapTribe[] {
  return groups.flatMap((group) => {
    const { size, created, consumed, log2Balance, low, high, tooFew } = group;
    if (tooFew || log2Balance === null || size === 0) return [];
    return [{
      key: group.id, created: created / size, consumed: consumed / size, log2Balance, low, high, size, shape: group.shape, color: tribeColorAt(group.color), label: groupName(group, voice),
      lines: [voice.text('tribes.map.people', { count: size }), ...balanceLine({ log2Balance, low, high }, voice), voice.text('tribes.map.points', { created: voice.points(created), consumed: voice.points(consumed) })],
      open: () => open(group),
    }];
  });
}

/** A mark for a group's place in one period; null where the period is too thin. */
export function markAt(group: Omit<TrailGroup, 'points'>, point: TrailPoint | undefined, voice: ChartVoice, open: () => void): MapTribe | null {
  if (point === undefined || point.log2Balance === null || point.created === null || point.consumed === null) return null;
  const { people, bookings, created, consumed, log2Balance, low, high } = point;
  return {
    key: group.id, created, consumed, log2Balance, low, high, size: people, shape: group.shape, color: tribeColorAt(group.color), label: groupName(group, voice), open,
    lines: [
      voice.text('tribes.time.active', { count: people, of: voice.count(group.size) }), voice.text('tribes.map.bookings', { count: bookings }),
      ...balanceLine({ log2Balance, low, high }, voice), voice.text('tribes.time.meanPoints', { created: voice.number(created), consumed: voice.number(consumed) }),
    ],
  };
}

const placeOf = ({ created, consumed, log2Balance }: TrailPoint): TrailPlace => (created === null || consumed === null || log2Balance === null ? null : { created, consumed, log2Balance });

/** Ways up to a period, of groups and of chosen people. */
export function trailsUntil({ groups, accounts }: TrailsValue, at: number): MapTrail[] {
  return [
    ...groups.map(({ id, color, points }) => ({ key: id, color: tribeColorAt(color), places: points.slice(0, at + 1).map(placeOf) })),
    ...accounts.map(({ accountId, points }) => ({ key: `account:${String(accountId)}`, color: 'var(--ink)', places: points.slice(0, at + 1).map(placeOf) })),
  ];
}

/** The largest points that any period draws, so that the axes stand still while periods pass. */
export function largestPoints({ groups, accounts, periods }: TrailsValue, priorPoints: number): number {
  const places = [...groups, ...accounts].flatMap(({ points }) => points.flatMap(({ created, consumed }) => [created ?? 0, consumed ?? 0]));
  const cells = periods.flatMap((period) => period.cells.map((cell) => 10 ** Math.max(cell.x + cell.width, cell.y + cell.height) - priorPoints));
  return [...places, ...cells].reduce((largest, value) => Math.max(largest, value), 0);
}

/** A month or quarter as it is read: "March 2026", "Q1 2026". */
export function periodName(key: string, voice: ChartVoice): string {
  return key.includes('-Q') ? quarterName(key, voice, true) : voice.monthInFull(key);
}

/** The place of every group in every period, as a table. */
export function trailsTable({ groups, periods }: TrailsValue, caption: string, voice: ChartVoice): ChartTable {
  return {
    caption,
    columns: [
      { key: 'name', label: voice.text('tribes.tribesTitle') }, { key: 'period', label: voice.text('tribes.time.period') }, { key: 'people', label: voice.text('tribes.time.people'), numeric: true },
      { key: 'created', label: voice.text('tribes.map.created'), numeric: true }, { key: 'consumed', label: voice.text('tribes.map.consumed'), numeric: true }, { key: 'balance', label: voice.text('tribes.card.balance') },
    ],
    rows: groups.flatMap((group) => group.points.map((point, place) => {
      const period = periods[place];
      const { created, consumed, log2Balance, low, high } = point;
      const few = voice.text('tribes.time.few');
      return [
        groupName(group, voice), period === undefined ? '' : periodName(period.key, voice), voice.count(point.people), created === null ? few : voice.number(created), consumed === null ? few : voice.number(consumed),
        log2Balance === null || low === null || high === null ? few : voice.text('tribes.card.balanceRange', { balance: voice.number(2 ** log2Balance), low: voice.number(2 ** low), high: voice.number(2 ** high) }),
      ];
    })),
  };
}
