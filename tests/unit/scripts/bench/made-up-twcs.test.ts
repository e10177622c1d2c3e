import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FIRST_PERSON } from '../../../../scripts/bench/made-up-talk.ts';
import { FIRST_ID, madeUpTwcsRows, writeMadeUpTwcs } from '../../../../scripts/bench/made-up-twcs.ts';
import { BRANDS } from '../../../../scripts/bench/made-up-words.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

interface Row {
  readonly tweet_id: string;
  readonly author_id: string;
  readonly inbound: string;
  readonly created_at: string;
  readonly text: string;
  readonly response_tweet_id: string;
  readonly in_response_to_tweet_id: string;
}

const ROWS = 20_000;
const text = (rows: number, seed = 1, firstId?: number): string => [...madeUpTwcsRows(rows, seed, firstId)].join('\n');
const parsed = (csv: string): readonly Row[] => Papa.parse<Row>(csv, { header: true }).data;
const many = parsed(text(ROWS));
const counted = (values: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const share = (rows: readonly Row[], of: (row: Row) => boolean): number => rows.filter(of).length / rows.length;
const handles = new Set(BRANDS.map(({ handle }) => handle));

describe('a made-up export', () => {
  it('is the same again, byte for byte, and another with another seed', async () => {
    const path = join(temporaryFolder(), 'made-up.csv');
    await writeMadeUpTwcs(path, 5000);
    const hash = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
    expect(hash(readFileSync(path))).toBe(hash(`${text(5000)}\n`));
    expect(text(5000, 2)).not.toBe(text(5000));
  });

  it('has as many rows as were asked for, each once, each answering one that is there', () => {
    expect(many).toHaveLength(ROWS);
    expect(parsed(text(7, 1, 50)).map(({ tweet_id: id }) => Number(id)).sort((a, b) => a - b)).toEqual([50, 51, 52, 53, 54, 55, 56]);
    const byId = new Map(many.map((row) => [row.tweet_id, row]));
    expect(byId.size).toBe(ROWS);
    expect(Math.min(...[...byId.keys()].map(Number))).toBe(FIRST_ID);
    for (const { tweet_id: id, in_response_to_tweet_id: answered, response_tweet_id: answers, created_at: at } of many) {
      const before = byId.get(answered);
      if (answered !== '') expect(before?.response_tweet_id.split(',')).toContain(id);
      for (const answer of answers === '' ? [] : answers.split(',')) expect(byId.get(answer)?.in_response_to_tweet_id).toBe(id);
      if (before !== undefined) expect(Date.parse(at)).toBeGreaterThan(Date.parse(before.created_at));
    }
  });

  it('has conversations of very different lengths that branch, and people who answer each other', () => {
    const byId = new Map(many.map((row) => [row.tweet_id, row]));
    const rootOf = (row: Row): string => {
      let at = row;
      for (let above = byId.get(at.in_response_to_tweet_id); above !== undefined; above = byId.get(at.in_response_to_tweet_id)) at = above;
      return at.tweet_id;
    };
    const lengths = [...counted(many.map(rootOf)).values()].sort((a, b) => a - b);
    expect(ROWS / lengths.length).toBeGreaterThan(3);
    expect(ROWS / lengths.length).toBeLessThan(6);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(3);
    expect(lengths.at(-1)).toBeGreaterThan(80);
    expect(share(many, ({ response_tweet_id: answers }) => answers.includes(','))).toBeGreaterThan(0.05);
    const people = many.filter(({ inbound }) => inbound === 'True');
    expect(share(people, ({ in_response_to_tweet_id: to, author_id: author }) => byId.get(to)?.inbound === 'True' && byId.get(to)?.author_id !== author)).toBeGreaterThan(0.1);
  });

  it('has brands that answer some, each in its own measure', () => {
    expect(share(many, ({ author_id: author }) => handles.has(author))).toBeGreaterThan(0.15);
    for (const { author_id: author, inbound } of many) expect(handles.has(author)).toBe(inbound === 'False');
    const asked = many.filter(({ in_response_to_tweet_id: to, response_tweet_id: answers }) => to === '' && answers !== '');
    const answered = (handle: string): number => {
      const own = asked.filter((row) => row.text.startsWith(`@${handle} `));
      const brand = new Set(many.filter(({ author_id: author }) => author === handle).map(({ in_response_to_tweet_id: to }) => to));
      return share(own, ({ tweet_id: id }) => brand.has(id));
    };
    expect(answered('FastParcelUK')).toBeGreaterThan(answered('SunAirSupport') + 0.2);
  });

  it('has a few people who write a lot and many who write once', () => {
    const counts = [...counted(many.filter(({ inbound }) => inbound === 'True').map(({ author_id: author }) => author)).values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(20);
    expect((counts[0] ?? 0) / ROWS).toBeLessThan(0.02);
    expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.4);
    expect(Math.min(...many.filter(({ inbound }) => inbound === 'True').map(({ author_id: author }) => Number(author)))).toBeGreaterThanOrEqual(FIRST_PERSON);
  });

  it('has words that follow Zipf and keep being new, in English, Italian and a little else', () => {
    const wordsOf = (rows: readonly Row[]): string[] => rows.flatMap((row) => row.text.toLowerCase().match(/\p{L}+/gu) ?? []);
    const counts = [...counted(wordsOf(many)).values()].sort((a, b) => b - a);
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(counts.slice(0, 100).reduce((sum, count) => sum + count, 0) / all).toBeGreaterThan(0.35);
    expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.4);
    const [first, second] = [new Set(wordsOf(many.slice(0, ROWS / 2))), new Set(wordsOf(many.slice(ROWS / 2)))];
    expect([...second].filter((word) => !first.has(word)).length).toBeGreaterThan(3000);
    const italian = share(many, (row) => /\b(?:che|non|il|grazie|mio)\b/u.test(row.text));
    expect(italian).toBeGreaterThan(0.15);
    expect(italian).toBeLessThan(0.5);
    expect(share(many, (row) => /\b(?:und|nicht|mein|moi|merci|gracias|pedido)\b/u.test(row.text))).toBeGreaterThan(0.01);
  });

  it('has short and long texts', () => {
    const lengths = many.map((row) => row.text.length).sort((a, b) => a - b);
    expect(lengths[Math.floor(ROWS * 0.05)]).toBeLessThan(45);
    expect(lengths[Math.floor(ROWS * 0.98)]).toBeGreaterThan(250);
  });
});
