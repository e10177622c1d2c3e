import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { shareWords } from '../../charts/counted-words.ts';
import { tribeName } from '../../charts/tribe-name.ts';

/** The map of needs as the engine gives it. */
export type Needs = OperationValue<'tribes.needs'>;
/** One need. */
export type Need = Needs['needs'][number];
/** One tribe of the map. */
export type NeedTribe = Needs['tribes'][number];

const TITLE_LETTERS = 90;
const LEAST_SHADE = 8;
const SHADE_SPAN = 34;

/** The finding over the map: a need beyond chance, or that there is none, or that there is too little. */
export function needsSentence({ total, tested, beyondChance, needs }: Needs, voice: ChartVoice): string {
  if (total === 0) return voice.text('minds.needs.few');
  const first = needs.find((need) => need.beyondChance);
  if (first !== undefined) return voice.text('minds.needs.beyond', { count: beyondChance, text: first.text.length > TITLE_LETTERS ? `${first.text.slice(0, TITLE_LETTERS).trimEnd()}…` : first.text, tribes: voice.count(first.tribes) });
  return voice.text(tested === 0 ? 'minds.needs.oneTribe' : 'minds.needs.chance');
}

/** How a need stands against chance: its tribes, what chance gives, and whether it is beyond. */
export function chanceWords({ tribes, expected, beyondChance }: Need, voice: ChartVoice): string {
  if (expected === null) return voice.text('minds.needs.notTested');
  return `${voice.count(tribes)} (${voice.text('minds.needs.expected', { expected: voice.number(Math.round(expected * 10) / 10) })}), ${voice.text(beyondChance ? 'minds.needs.beyondMark' : 'minds.needs.asChance')}`;
}

/**
 * How dark a cell is drawn, in per cent of the accent: by the root of its people, so that small numbers differ.
 * @example shade(0, 10) // '8%'
 */
export function shade(people: number, most: number): string {
  return `${String(Math.round(LEAST_SHADE + SHADE_SPAN * Math.sqrt(people / most)))}%`;
}

/** The map as a table. */
export function needsTable({ tribes, needs }: Needs, caption: string, voice: ChartVoice): ChartTable {
  const column = (key: string): string => voice.text(`minds.needs.column.${key}`);
  return {
    caption,
    columns: [
      { key: 'need', label: column('need') }, { key: 'people', label: column('people'), numeric: true }, ...tribes.map((tribe) => ({ key: tribe.id, label: tribeName(tribe, voice), numeric: true })),
      { key: 'chance', label: column('chance') }, { key: 'answered', label: column('answered'), numeric: true }, { key: 'entered', label: column('entered'), numeric: true }, { key: 'changed', label: column('changed'), numeric: true },
    ],
    rows: needs.map((need) => [need.text, voice.count(need.people), ...tribes.map(({ id }) => {
      const people = need.cells.find(({ tribe }) => tribe === id)?.people ?? null;
      return people === null ? '' : voice.count(people);
    }), chanceWords(need, voice), shareWords(need.answered, voice), shareWords(need.entered, voice), shareWords(need.changed, voice)]),
  };
}
