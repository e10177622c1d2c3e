import { createHash } from 'node:crypto';
import type { ReportTable } from '../../src/domain/model/report.ts';
import { answeredWithin } from '../../src/domain/stats/answered-within.ts';
import { kaplanMeier } from '../../src/domain/stats/kaplan-meier.ts';
import { restrictedMean } from '../../src/domain/stats/restricted-mean.ts';
import { roomFigures } from '../../src/present/client-room/room-figures.ts';
import type { ClientRoom } from '../../src/present/client-room/room-payload.ts';
import type { RoomRequest } from '../../src/present/client-room/room-requests.ts';
import { roomTable } from '../../src/present/client-room/room-table.ts';
import { madeUpReport } from './made-up-report.ts';

const KINDS = [['trouble', 'Problemi'], ['information', 'Domande'], ['purchase', 'Interesse d’acquisto']] as const;
const WEEK = 604_800;
const DAY = 86_400;

const requests: readonly RoomRequest[] = Array.from({ length: 360 }, (_, at): RoomRequest => ({
  person: `facebook ${String(at % 90)}`, network: at % 6 === 0 ? 'instagram' : 'facebook', intents: [KINDS[at % 3]?.[0] ?? 'trouble'], asked: `2026-0${String(1 + (at % 6))}-${String(1 + (at % 28)).padStart(2, '0')}T${String(at % 24).padStart(2, '0')}`,
  waitedSeconds: at % 4 === 0 ? 700_000 + at * 60 : (at * 7919) % 400_000, answered: at % 4 !== 0, precision: 'fine',
}));

/** The table of waits of the made-up requests, with the names that a report gives their kinds. */
const waits: ReportTable = {
  key: 'waits', name: 'Attese', title: 'Attese per motivo', note: 'al massimo 7 giorni', additive: false,
  columns: ([['intent', 'Motivo', 'text'], ['n', 'Casi', 'count'], ['people', 'Profili', 'count'], ['answered', 'Con risposta', 'count'], ['mean', 'Attesa media', 'seconds'], ['day', 'Entro 24 ore', 'share']] as const).map(([key, label, kind]) => ({ key, label, kind, meaning: label, metric: null })),
  rows: KINDS.map(([kind, label]) => {
    const mine = requests.filter(({ intents }) => intents.includes(kind));
    const curve = kaplanMeier(mine.map(({ waitedSeconds }) => waitedSeconds ?? 0), mine.map(({ answered }) => answered));
    return [label, mine.length, new Set(mine.map(({ person }) => person)).size, mine.filter(({ answered }) => answered).length, restrictedMean(curve, WEEK), answeredWithin(curve, DAY)?.estimate ?? null];
  }),
  people: null,
};

const report = {
  ...madeUpReport,
  tables: [...madeUpReport.tables.filter(({ key }) => key !== 'waits' && key !== 'curves'), waits],
  pages: madeUpReport.pages.filter(({ key, blocks }) => key === 'waits' || !blocks.some((block) => (block.kind === 'chart' && ['waits', 'curves'].includes(block.chart.table)) || (block.kind === 'table' && ['waits', 'curves'].includes(block.table))))
    .map((page) => (page.key === 'waits' ? { ...page, blocks: [{ kind: 'table' as const, place: 'main' as const, table: 'waits', columns: ['intent', 'n', 'people', 'answered', 'mean', 'day'], rows: 8 }] } : page)),
};

/** A client room of the made-up report, whose figures on waits are counted from made-up requests by the domain itself. */
export const madeUpRoom: ClientRoom = {
  report, deliverable: 'd0'.repeat(16), seal: '5e'.repeat(16), figures: roomFigures(report),
  table: roomTable(requests, { floor: report.privacy.floor, digest: (key) => createHash('sha256').update(key).digest('hex') }),
};
