import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { oneByOneDraft } from '../../domain/strategy/one-by-one-draft.ts';
import { reportVoice } from '../../present/report-voice.ts';
import { workListCsv } from '../../present/work-list/work-list-csv.ts';
import { workListWorkbook } from '../../present/work-list/work-list-workbook.ts';
import { workListFileName, type WorkList, type WorkListRow } from '../../present/work-list/work-list.ts';
import { messagesById } from '../../store/message-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageAddresses } from '../../store/work-list-queries.ts';
import { localDay } from '../one-by-one/list-records.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { workNotes } from './work-list-records.ts';

type Request = OperationRequest<'present.workList'>;
type Backlog = OperationValue<'response.backlog'>;

const MOST_ROWS = 5000;
const PAGE = 1000;
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
const MEDIA = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const;

/** The open requests of the listening room, as many as a list may hold. */
async function openRequests(ask: AskAgain, choice: Omit<Request, 'format' | 'language' | 'days'>): Promise<Outcome<{ readonly requests: Backlog['requests']; readonly total: number }>> {
  const requests: Backlog['requests'] = [];
  for (let page = 0; page * PAGE < MOST_ROWS; page += 1) {
    const answer = await ask('response.backlog', { ...choice, page, size: PAGE });
    if (!answer.ok) return answer;
    const backlog = answer.value as Backlog;
    requests.push(...backlog.requests);
    if (backlog.requests.length < PAGE || page * PAGE + PAGE >= MOST_ROWS) return success({ requests, total: backlog.total });
  }
  return success({ requests, total: requests.length });
}

/**
 * The work list of a scope as a file: open requests as the listening room shows them, with names, links, texts, a draft of an
 * answer by rule where the person's language has one, and what earlier lists brought back. Made for whoever runs the page; it
 * says in itself and in its name that it is internal and by when it is to be deleted. Names lose a leading `@`, which a
 * spreadsheet would take for a formula.
 */
export async function workListFile(project: ProjectDatabase, { ask, nowMs, request: { format, language, separator, days, ...choice } }: { readonly ask: AskAgain; readonly nowMs: number; readonly request: Request }): Promise<Outcome<OperationValue<'present.workList'>>> {
  const open = await openRequests(ask, choice);
  if (!open.ok) return open;
  const { requests, total } = open.value;
  const ids = requests.map(({ messageId }) => messageId);
  const [addresses, notes] = [messageAddresses(project, ids), workNotes(project)];
  const languages = new Map(messagesById(project, ids).map((message) => [message.messageId, message.language]));
  const voice = reportVoice(language, settingOf(project, 'time_zone') ?? 'Europe/Rome');
  const named = new Set<string>(REQUEST_INTENTS);
  const rows = requests.map((line): WorkListRow => {
    const { key = '', url = null } = addresses.get(line.messageId) ?? {};
    const note = notes[key];
    const about = REQUEST_INTENTS.find((intent) => intent === line.intents[0]) ?? null;
    return {
      key, network: voice.network(line.network), place: line.container ?? '', author: (line.authorName ?? '').replace(/^[@\uff20\s]+/u, ''), link: url ?? '', text: line.text ?? '',
      asked: line.atMs === null ? null : voice.isoDay(line.atMs), daysWaiting: line.waitedSeconds === null ? null : Math.round((line.waitedSeconds / DAY_SECONDS) * 10) / 10,
      reasons: line.intents.map((intent) => (named.has(intent) ? voice.text(`report.intents.${intent}`) : intent)).join(', '),
      reply: oneByOneDraft({ kind: 'answer', about }, { language: languages.get(line.messageId) ?? '', manner: 'informal', name: line.authorName, text: line.text }) ?? '',
      answered: note?.answered ?? null, by: note?.by ?? '', note: note?.note ?? '',
    };
  });
  const list: WorkList = { language, day: localDay(project, nowMs), expires: localDay(project, nowMs + days * DAY_MS), rows };
  const bytes = format === 'xlsx' ? await workListWorkbook(list) : workListCsv(list, separator);
  return success({
    file: { name: workListFileName(list, format), mediaType: MEDIA[format], base64: Buffer.from(bytes).toString('base64') },
    rows: rows.length, total, reported: rows.filter(({ answered }) => answered !== null).length, expires: list.expires,
  });
}
