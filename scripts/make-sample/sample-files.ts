import { dayInRome, isoInRome } from './calendar.ts';
import { facebookTable } from './facebook-file.ts';
import { facebookYear } from './facebook-year.ts';
import { instagramTable, instagramYear } from './instagram-year.ts';
import { manifest } from './manifest.ts';
import { reviewTable } from './review-rows.ts';
import { rivalYear } from './rival-year.ts';
import type { SampleMessage } from './sample-message.ts';
import type { Table } from './table.ts';
import { csvText } from './table.ts';
import { ticketTable } from './ticket-rows.ts';
import { truthOf } from './truth.ts';
import { trueRequests } from './truth-requests.ts';
import { RIVAL, worldFrom } from './world.ts';
import { youtubeTable, youtubeYear } from './youtube-year.ts';

/** The seed of the sample that is shipped: its collection date. */
export const SAMPLE_SEED = 20_260_706;

/** What one run of the generator gives. */
interface SampleFiles {
  /** File name to content: six exports, `manifest.json` and `truth.json`. */
  readonly files: ReadonlyMap<string, string>;
  /** One line a message with what is true of it, as CSV; for `--truth` only. */
  readonly messageTruth: string;
  readonly messages: readonly SampleMessage[];
}

function messageTruth(messages: readonly SampleMessage[]): string {
  const requests = new Map(trueRequests(messages.filter((message) => message.network === 'facebook')).flatMap((request) => request.messages.map((message) => [message, request] as const)));
  const rows = messages.map((message) => {
    const request = requests.get(message);
    return [
      message.network, message.id, message.person?.accountId ?? 'brand', message.person?.cohort ?? 'brand', isoInRome(message.atMs), dayInRome(message.atMs).slice(0, 7), message.truth.language, message.truth.intents.join(' '), message.truth.act ?? '', String(message.truth.automatic === true),
      request === undefined ? '' : request.first.id, request?.answer?.id ?? '', request?.answer === undefined || request.answer === null ? '' : isoInRome(request.answer.atMs), request?.outcome ?? '', message.text,
    ];
  });
  return csvText({ columns: ['network', 'messageId', 'author', 'cohort', 'createdAt', 'month', 'language', 'intents', 'act', 'automatic', 'requestId', 'answerId', 'answeredAt', 'outcome', 'text'], rows }, { delimiter: ',', byteOrderMark: false });
}

/**
 * Makes the sample project: a made-up coffee brand's year as the files an agency would really be given.
 * Phases: 1 people and the own page, 2 Instagram, 3 YouTube, 4 reviews, 5 help desk, 6 the competitor, 7 truths.
 * The same seed gives the same bytes; about two seconds.
 */
export function sampleFiles(seed: number): SampleFiles {
  const world = worldFrom(seed);
  facebookYear(world);
  const facebook = world.messages.filter((message) => message.network === 'facebook');
  const instagram = instagramYear(world);
  const youtube = youtubeYear(world);
  const rival = rivalYear(world, 400);
  const tables: readonly (readonly [string, Table, ',' | ';'])[] = [
    ['facebook-commenti-caffe-aurora.csv', facebookTable(facebook), ';'],
    ['instagram-comments-apify.csv', instagramTable(instagram), ','],
    ['youtube-comments-apify.csv', youtubeTable(world, youtube), ','],
    ['google-reviews.csv', reviewTable(world, 360), ','],
    ['helpdesk-tickets.csv', ticketTable(world, 380), ','],
    ['caffe-tramonto-competitor.csv', facebookTable(rival, RIVAL), ';'],
  ];
  const files = new Map(tables.map(([name, table, delimiter]) => [name, csvText(table, { delimiter, byteOrderMark: delimiter === ';' })]));
  const rows = tables.map(([file, table]) => ({ file, rows: table.rows.length }));
  files.set('manifest.json', `${JSON.stringify(manifest(), null, 2)}\n`);
  files.set('truth.json', `${JSON.stringify(truthOf(world, facebook, rows), null, 2)}\n`);
  const messages = [...world.messages, ...rival];
  return { files, messageTruth: messageTruth(messages), messages };
}
