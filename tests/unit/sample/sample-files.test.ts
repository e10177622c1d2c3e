import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { textKey } from '../../../scripts/make-sample/grammar.ts';
import { SAMPLE_SEED, sampleFiles } from '../../../scripts/make-sample/sample-files.ts';

const sample = sampleFiles(SAMPLE_SEED);
const shipped = join(import.meta.dirname, '../../../resources/sample');

type Row = Readonly<Record<string, string>>;

function rowsOf(name: string): Row[] {
  const parsed = Papa.parse<Row>((sample.files.get(name) ?? '').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

const facebook = rowsOf('facebook-commenti-caffe-aurora.csv');
const instagram = rowsOf('instagram-comments-apify.csv');
const youtube = rowsOf('youtube-comments-apify.csv');
const reviews = rowsOf('google-reviews.csv');
const tickets = rowsOf('helpdesk-tickets.csv');
const rival = rowsOf('caffe-tramonto-competitor.csv');

interface Truth {
  readonly response: { readonly byIntent: readonly { readonly intent: string; readonly requests: number; readonly authors: number; readonly answered: number; readonly private: number; readonly public: number; readonly medianSeconds: number | null; readonly restrictedMeanSeconds: number; readonly answeredWithinWeek: number }[]; readonly automaticReplies: number; readonly praise: { readonly medianSeconds: number } };
  readonly value: Readonly<Record<'baristas' | 'givers' | 'contestCrowd', { readonly people: number; readonly log2Balance: number }>>;
  readonly contest: { readonly entrants: number; readonly neverReturnedShare: number };
  readonly promises: { readonly all: { readonly due: number }; readonly byMonth: Readonly<Record<string, { readonly due: number; readonly kept: number; readonly late: number; readonly broken: number; readonly keptRate: number | null }>>; readonly each: readonly { readonly messageId: string; readonly words: string }[] };
}
const truth = JSON.parse(sample.files.get('truth.json') ?? '') as Truth;

function curve(intent: string): Truth['response']['byIntent'][number] {
  const found = truth.response.byIntent.find((candidate) => candidate.intent === intent);
  if (found === undefined) throw new Error(`no curve: ${intent}`);
  return found;
}

describe('the sample files', () => {
  it('are the same for the same seed, and are the ones shipped', () => {
    const again = sampleFiles(SAMPLE_SEED);
    for (const [name, content] of sample.files) {
      expect(again.files.get(name) === content, name).toBe(true);
      expect(readFileSync(join(shipped, name), 'utf8') === content, `${name} is not what npm run sample writes`).toBe(true);
    }
    expect(sampleFiles(7).files.get('google-reviews.csv')).not.toBe(sample.files.get('google-reviews.csv'));
  });

  it('hold some 8,000 messages in less than 3 MB', () => {
    const total = facebook.length + instagram.length + youtube.length + reviews.length + tickets.length + rival.length;
    expect(total).toBeGreaterThan(7_600);
    expect(total).toBeLessThan(8_600);
    expect([...sample.files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)).toBeLessThan(3_000_000);
  });

  it('never give an id twice', () => {
    const ids = [facebook.map((row) => row['ID']), instagram.map((row) => row['id']), youtube.map((row) => row['cid']), reviews.map((row) => row['reviewId']), tickets.map((row) => row['Id']), rival.map((row) => row['ID'])];
    for (const list of ids) expect(new Set(list).size).toBe(list.length);
    expect(new Set([...facebook, ...rival].map((row) => row['ID'])).size).toBe(facebook.length + rival.length);
  });

  it('name a present and earlier parent wherever the page has one', () => {
    const byId = new Map(facebook.map((row) => [row['ID'], row]));
    for (const row of facebook) {
      if (row['Tipo'] === 'Post') {
        expect(row['ID genitore']).toBe('');
        continue;
      }
      const parent = byId.get(row['ID genitore']);
      expect(parent, `parent of ${row['ID'] ?? ''}`).toBeDefined();
      expect(byId.get(row['ID post'])?.['Tipo']).toBe('Post');
      expect(Date.parse(row['Data'] ?? '')).toBeGreaterThanOrEqual(Date.parse(parent?.['Data'] ?? ''));
    }
    const declared = facebook.reduce((sum, row) => sum + Number(row['Risposte']), 0);
    expect(declared).toBe(facebook.filter((row) => row['ID genitore'] !== '').length);
    const comments = new Set(youtube.map((row) => row['cid']));
    for (const row of youtube) if (row['replyToCid'] !== '') expect(comments.has(row['replyToCid'])).toBe(true);
  });

  it('have the holes of real exports', () => {
    expect(instagram.some((row) => row['ownerUsername'] === 'caffeaurora')).toBe(false);
    expect(instagram.reduce((sum, row) => sum + Number(row['repliesCount']), 0)).toBeGreaterThan(300);
    const sizes = [...new Set(instagram.map((row) => row['postUrl']))].map((post) => instagram.filter((row) => row['postUrl'] === post).length);
    expect(sizes.filter((size) => size === 25).length).toBeGreaterThan(sizes.length / 2);
    expect(Math.max(...sizes)).toBe(25);
    for (const row of youtube) expect(row['publishedTimeText']).toMatch(/^\d+ (day|week|month|year)s? ago( \(edited\))?$/);
    expect(youtube.filter((row) => row['authorIsChannelOwner'] === 'true').length).toBeGreaterThan(20);
    const starsOnly = reviews.filter((row) => row['text'] === '').length / reviews.length;
    expect(starsOnly).toBeGreaterThan(0.3);
    expect(starsOnly).toBeLessThan(0.5);
    expect(reviews.filter((row) => row['name'] === '').length).toBeGreaterThan(reviews.length / 2);
    for (const row of reviews) expect(row['responseFromOwnerText'] === '').toBe(row['responseFromOwnerDate'] === '');
    for (const row of tickets) expect(row['Subject']).toBe('');
    expect(rival.some((row) => row['Autore'] === 'Caffè Tramonto')).toBe(false);
    expect(rival.every((row) => Date.parse(row['Data'] ?? '') >= Date.parse('2026-01-10T00:00:00+01:00'))).toBe(true);
  });

  it('stay inside the year, the brand alone until the collection', () => {
    for (const row of facebook) {
      const at = Date.parse(row['Data'] ?? '');
      expect(at).toBeGreaterThanOrEqual(Date.parse('2025-07-01T00:00:00+02:00'));
      expect(at).toBeLessThan(Date.parse(row['Autore'] === 'Caffè Aurora' ? '2026-07-06T10:00:00+02:00' : '2026-07-01T00:00:00+02:00'));
    }
  });

  it('repeat fewer than one text in twenty', () => {
    const texts = sample.messages.filter((message) => message.person !== null).map((message) => textKey(message.text)).filter((key) => /\p{L}{2}/u.test(key));
    expect(texts.length).toBeGreaterThan(5_000);
    expect(1 - new Set(texts).size / texts.length).toBeLessThan(0.05);
  });

  it('are four parts Italian to one part English', () => {
    const read = sample.messages.filter((message) => message.person !== null && message.truth.intents.length > 0);
    const english = read.filter((message) => message.truth.language === 'en').length / read.length;
    expect(english).toBeGreaterThan(0.14);
    expect(english).toBeLessThan(0.24);
    expect(sample.messages.filter((message) => ['fr', 'de', 'es'].includes(message.truth.language)).length).toBeGreaterThan(20);
  });

  it('leave no trace of the templates', () => {
    for (const message of sample.messages) expect(message.text, message.id).not.toMatch(/[{}[\]|$]|undefined|\s{2}|^\s|\s$/);
  });

  it('name every column of the manifest', () => {
    const manifest = JSON.parse(sample.files.get('manifest.json') ?? '') as { files: { file: string; mapping: { columns: Record<string, string> } }[] };
    expect(manifest.files).toHaveLength(6);
    for (const { file, mapping } of manifest.files) for (const column of Object.keys(mapping.columns)) expect(Object.keys(rowsOf(file)[0] ?? {}), file).toContain(column);
  });
});

describe('the planted truths', () => {
  it('make buyers heard and people in trouble wait', () => {
    for (const intent of ['purchase', 'information', 'trouble']) {
      expect(curve(intent).requests).toBeGreaterThanOrEqual(250);
      expect(curve(intent).authors).toBeGreaterThan(150);
    }
    expect(curve('idea').requests).toBeGreaterThanOrEqual(120);
    expect(curve('purchase').medianSeconds).toBeGreaterThan(15 * 60);
    expect(curve('purchase').medianSeconds).toBeLessThan(35 * 60);
    expect(curve('purchase').answeredWithinWeek).toBeGreaterThan(0.93);
    expect(curve('information').medianSeconds).toBeGreaterThan(3 * 3_600);
    expect(curve('information').answeredWithinWeek).toBeGreaterThan(0.6);
    expect(curve('trouble').medianSeconds).toBeNull();
    expect(curve('trouble').answeredWithinWeek).toBeLessThan(0.5);
    expect(curve('trouble').private).toBeGreaterThan(80);
    expect(curve('idea').answeredWithinWeek).toBeLessThan(0.1);
    expect(truth.response.praise.medianSeconds).toBeLessThan(3_600);
    expect(truth.response.automaticReplies).toBeGreaterThan(40);
  });

  it('give no author more than a fifth of a kind of request', () => {
    for (const intent of ['purchase', 'information', 'trouble', 'idea'] as const) {
      const authors = sample.messages.filter((message) => message.network === 'facebook' && message.truth.intents[0] === intent).map((message) => message.person?.accountId);
      const most = Math.max(...[...new Set(authors)].map((author) => authors.filter((other) => other === author).length));
      expect(most / authors.length).toBeLessThan(0.2);
    }
  });

  it('put the home baristas near parity, givers and the contest crowd far from it', () => {
    expect(truth.value.baristas.people).toBe(25);
    expect(Math.abs(truth.value.baristas.log2Balance)).toBeLessThan(0.75);
    expect(truth.value.givers.log2Balance).toBeGreaterThan(1.5);
    expect(truth.value.contestCrowd.log2Balance).toBeLessThan(-3);
  });

  it('let the contest audience vanish', () => {
    expect(truth.contest.entrants).toBeGreaterThan(400);
    expect(truth.contest.neverReturnedShare).toBeGreaterThan(0.8);
  });

  it('break the promises of November and keep the others', () => {
    expect(truth.promises.all.due).toBeGreaterThanOrEqual(60);
    const november = truth.promises.byMonth['2025-11'];
    expect(november?.broken).toBeGreaterThanOrEqual(10);
    expect(november?.keptRate).toBeLessThan(0.3);
    const others = Object.entries(truth.promises.byMonth).filter(([month]) => month !== '2025-11').map(([, counts]) => counts);
    expect(others.length).toBeGreaterThanOrEqual(11);
    const judged = others.reduce((sum, counts) => sum + counts.kept + counts.late + counts.broken, 0);
    expect(others.reduce((sum, counts) => sum + counts.kept, 0) / judged).toBeGreaterThan(0.75);
    const texts = new Map(facebook.map((row) => [row['ID'], row['Testo'] ?? '']));
    for (const promise of truth.promises.each) expect(texts.get(promise.messageId)).toContain(promise.words);
  });
});
