import { COLLECTED_MS, YEAR_END_MS, YEAR_START_MS, afterOpenSeconds, awake, romeClock } from './calendar.ts';
import type { Table } from './table.ts';
import type { World } from './world.ts';

const COLUMNS = ['Id', 'Requester', 'Requester id', 'Group', 'Subject', 'Tags', 'Status', 'Priority', 'Via', 'Ticket type', 'Created at', 'Updated at', 'Solved at', 'Satisfaction Score', 'Reopens', 'Replies', 'First reply time in minutes', 'Full resolution time in minutes'] as const;

/** Local time as the help desk writes it: no zone. */
function written(atMs: number): string {
  return romeClock(atMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** Tickets of the help desk in the shape of a Zendesk export: times and states, and no word of what was said. */
export function ticketTable(world: World, count: number): Table {
  const { chance } = world;
  const moments = Array.from({ length: count }, () => awake(YEAR_START_MS + chance.unit() * (YEAR_END_MS - YEAR_START_MS))).sort((a, b) => a - b);
  const rows = moments.map((atMs, index) => {
    const firstMs = afterOpenSeconds(atMs, chance.logNormal(7_200, 1));
    const replied = chance.happens(0.93) && firstMs < COLLECTED_MS;
    const solvedMs = afterOpenSeconds(firstMs, chance.logNormal(50_000, 1));
    const solved = replied && chance.happens(0.86) && solvedMs < COLLECTED_MS;
    const requester = chance.whole(1, Math.ceil(count * 0.8));
    const minutes = (until: number): string => String(Math.round((until - atMs) / 60_000));
    return [
      String(70_001 + index), `Cliente ${20_000 + requester}`, String(418_000_000 + requester * 13), chance.one(['Assistenza macchine', 'Ordini e consegne', 'Abbonamenti']), '', chance.one(['modulo_web', 'ordine', 'reso', 'macchina guarnizione', 'abbonamento', '']),
      solved ? chance.one(['Solved', 'Closed', 'Closed']) : replied ? chance.one(['Open', 'Pending']) : 'New', chance.one(['Normal', 'Normal', 'High', '']), chance.one(['Web form', 'Mail', 'Mail', 'Phone call']), chance.one(['Question', 'Problem', 'Problem', 'Incident']),
      written(atMs), written(solved ? solvedMs : replied ? firstMs : atMs), solved ? written(solvedMs) : '', solved ? chance.one(['Not Offered', 'Offered', 'Offered', 'Good', 'Good', 'Bad']) : 'Not Offered', String(chance.happens(0.08) ? 1 : 0), String(replied ? chance.whole(1, 5) : 0),
      replied ? minutes(firstMs) : '', solved ? minutes(solvedMs) : '',
    ];
  });
  return { columns: COLUMNS, rows };
}
