import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import { importFiles } from '../../src/app/import/import-files.ts';
import { sampleManifest } from '../../src/app/project/open-sample.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import { redoNext, undoLast } from '../../src/app/project/history.ts';
import type { OperationRequest } from '../../src/contract/operations.ts';
import { projectProblems } from '../../src/store/check-project.ts';
import { importBench, NOW_MS, QUIET_CALL, valueOf, type ImportBench } from '../support/import-bench.ts';
import { differences, projectContents } from '../support/project-contents.ts';
import { ROOT } from '../support/root.ts';

type Contents = ReturnType<typeof projectContents>;
type File = OperationRequest<'import.run'>['files'][number];
type Brands = Omit<OperationRequest<'import.run'>, 'files'>;

const DAY_MS = 86_400_000;
const PAGE = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
const MADE_UP: Readonly<Record<string, string>> = {
  'posts.csv': 'id,text,author,date,url,replies,kind\np77,Il nuovo caffè è qui ☕,caffeprova,2026-01-31T09:12:00Z,https://m.facebook.com/caffeprova/posts/77/,9,post\np78,Chi viene in bottega?,caffeprova,2026-02-02T09:31:00Z,https://facebook.com/caffeprova/posts/78,2,post\n',
  'january.csv': 'id,text,author,date,parent_id,root_id,likes,replies\nc1,quando arriva in Puglia?,anna,2026-01-31T10:03:00Z,,https://www.facebook.com/caffeprova/posts/77?__tn__=x,1,1\nc2,la macchina perde acqua 😡,bruno,2026-01-31T11:17:20Z,,https://facebook.com/caffeprova/posts/77,2,\nc3,"Buonissimo, grazie!",carla,2026-02-02T10:41:00Z,,https://facebook.com/caffeprova/posts/78,,\n',
  'february.csv': 'id,text,author,date,parent_id,root_id,likes,replies\nc1,quando arriva in Puglia? 🙏,anna,2026-01-31T10:03:00Z,,https://facebook.com/caffeprova/posts/77,5,1\nr1,a fine mese @anna,caffeprova,2026-01-31T12:03:40Z,c1,https://facebook.com/caffeprova/posts/77,,\nc3,"Buonissimo, grazie!",carla,2026-02-02T10:41:00Z,,https://facebook.com/caffeprova/posts/78,3,\nr2,grazie a te!,caffeprova,2026-02-02T15:20:11Z,c3,https://facebook.com/caffeprova/posts/78,,\nm1,e a me nessuno risponde?,dora,2026-02-03T08:08:08Z,gone,https://facebook.com/caffeprova/posts/79,,\n',
  'other-tool.csv': 'id,text,author,date,parent_id,root_id,likes\nx1,la macchina perde acqua 😡,bruno,2026-01-31T11:17Z,,https://facebook.com/caffeprova/posts/77,4\nx2,ci scriva in privato,caffeprova,2026-01-31T13:00Z,x1,https://facebook.com/caffeprova/posts/77,\nm2,anche a me nulla,elio,2026-02-03T09:09Z,gone,https://facebook.com/caffeprova/posts/79,\n',
};
const COLLECTED: Readonly<Record<string, number>> = { 'posts.csv': NOW_MS - 5 * DAY_MS, 'january.csv': NOW_MS - 30 * DAY_MS, 'february.csv': NOW_MS - 10 * DAY_MS, 'other-tool.csv': NOW_MS - 20 * DAY_MS };
const FIXTURES = ['graph-api/facebook-posts.json', 'graph-api/facebook-comments.json', 'business-suite/facebook-italian.csv', 'meta-content-library/comments.json', 'meta-content-library/posts.csv', 'crowdtangle/facebook-pages.csv', 'x-api-v2/pages.jsonl', 'x-api-v1/tweets.json', 'x-archive/tweets.js', 'apify-instagram-comments/comments.json', 'apify-instagram-comments/flattened.csv', 'youtube-data-api/threads.json', 'youtube-takeout/comments.csv', '4cat/x.ndjson', 'zeeschuimer/instagram.ndjson', 'bluesky/feed.json', 'bluesky/records.json', 'mastodon-api/statuses.json', 'freshdesk-tickets/tickets.csv', 'zendesk-tickets/tickets-min.csv', 'trustpilot-reviews/reviews.csv', 'google-business/reviews.json'];

/** Imports groups of files one after the other into an empty project and returns what it then holds, analysed. */
async function imported(groups: readonly (readonly File[])[], { pathOf, brands }: { readonly pathOf: (name: string) => string; readonly brands: Brands }): Promise<{ bench: ImportBench; contents: Contents }> {
  const bench = importBench();
  onTestFinished(() => bench.close());
  const context = { ...bench.context, file: (handle: string) => ({ path: pathOf(handle), name: handle.replaceAll('/', '-') }) };
  for (const files of groups) valueOf(await importFiles(context, { files: [...files], ...brands }, QUIET_CALL));
  valueOf(await analyseProject(context, {}, QUIET_CALL));
  expect(projectProblems(bench.project())).toEqual([]);
  return { bench, contents: projectContents(bench.project()) };
}

/** One after the other as given, the other way round, rotated, and all together in two orders. */
function orders(files: readonly File[]): Record<string, readonly (readonly File[])[]> {
  const back = [...files].reverse();
  const half = Math.floor(files.length / 2);
  return { reversed: back.map((file) => [file]), rotated: [...files.slice(half), ...files.slice(0, half)].map((file) => [file]), together: [files], 'together, reversed': [back], 'in two halves': [files.slice(half), files.slice(0, half)] };
}

describe('the order of files changes nothing', () => {
  it('for exports of one page that overlap, by two tools, with posts apart', async () => {
    const bench = importBench();
    onTestFinished(() => bench.close());
    const paths = new Map(Object.entries(MADE_UP).map(([name, text]) => [name, bench.file(name, text)]));
    const files = Object.keys(MADE_UP).map((name): File => ({ file: { fileHandle: name }, mapping: PAGE, collectedAtMs: COLLECTED[name] ?? NOW_MS }));
    const setting = { pathOf: (name: string): string => paths.get(name) ?? '', brands: { ownBrand: { name: 'Caffè Prova', accounts: ['caffeprova'], containers: ['Pagina'] } } };
    const first = await imported(files.map((file) => [file]), setting);
    expect(first.contents['absence']).toHaveLength(1);
    expect(first.contents['likely_duplicate']).toHaveLength(1);
    expect(first.contents['request']?.length).toBeGreaterThan(2);
    for (const [name, groups] of Object.entries(orders(files))) expect({ [name]: differences(first.contents, (await imported(groups, setting)).contents) }).toEqual({ [name]: {} });
    // nor does taking one out and bringing it back
    const project = first.bench.project();
    for (const importId of [1, 2, 3]) {
      expect(undoImport(project, importId, NOW_MS)).toBe(true);
      expect(undoLast(project)).toBe(true);
    }
    for (let count = 0; count < 4; count += 1) expect(undoLast(project)).toBe(true);
    expect(first.bench.rows('SELECT count(*) AS n FROM message')).toEqual([{ n: 0 }]);
    for (let count = 0; count < 4; count += 1) expect(redoNext(project)).toBe(true);
    valueOf(await analyseProject(first.bench.context, {}, QUIET_CALL));
    expect(differences(first.contents, projectContents(project))).toEqual({});
  });

  it('for files of many formats', async () => {
    const files = FIXTURES.map((name): File => ({ file: { fileHandle: name }, collectedAtMs: NOW_MS }));
    const setting = { pathOf: (name: string): string => join(ROOT, 'tests/fixtures/formats', name), brands: {} };
    const first = await imported(files.map((file) => [file]), setting);
    expect(first.contents['message']?.length).toBeGreaterThan(30);
    for (const [name, groups] of Object.entries(orders(files))) expect({ [name]: differences(first.contents, (await imported(groups, setting)).contents) }).toEqual({ [name]: {} });
  }, 120_000);

  it('for the sample', async () => {
    const resources = join(ROOT, 'resources');
    const manifest = sampleManifest(resources);
    if (manifest === null) throw new Error('the sample is missing');
    const files = manifest.files.map(({ file, format, collectedAt, timeZone, mapping }): File => ({ file: { fileHandle: file }, format, collectedAtMs: collectedAt, timeZone, mapping }));
    const { ownBrand, competitors, employees, partners } = manifest;
    const setting = { pathOf: (name: string): string => join(resources, 'sample', name), brands: { ownBrand, competitors, employees, partners } };
    expect(readFileSync(setting.pathOf(files[0]?.file.fileHandle ?? '')).length).toBeGreaterThan(1000);
    const first = await imported([files], setting);
    const reversed = await imported([...files].reverse().map((file) => [file]), setting);
    expect(differences(first.contents, reversed.contents)).toEqual({});
  }, 300_000);
});
