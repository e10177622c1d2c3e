import type { EarlierGroup } from '../domain/tribes/tribe-identity.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Who has what, as columns: people by account id, things by a number of their own. */
export interface SharedThings {
  readonly accountIds: readonly number[];
  readonly things: readonly number[];
}

/** A group as stored: its tribe's id, and its people with how surely each belongs. */
export interface StoredInterest {
  readonly id: string;
  /** Of its first words; empty where no word tells it apart. */
  readonly name: string;
  /** The tribe's result as JSON. */
  readonly result: string;
  readonly people: readonly { readonly accountId: number; readonly certainty: number }[];
}

/** People around the brand, ascending: those with a balance. */
export function interestPeople({ connection }: ProjectDatabase): number[] {
  return connection.prepare('SELECT account_id FROM account_balance ORDER BY account_id').pluck().all() as number[];
}

/** Fewest messages with terms of their own from which a person has interests: one text says what it is about, not what its author keeps coming back to. */
export const LEAST_OWN_TEXTS = 3;

/**
 * Which single terms each person uses, over all languages, of people with at least three texts. Texts that stand among copies
 * say nothing of their author's own interests and are left out: whoever repeats a slogan, a greeting or a contest's sentence
 * shares all its words. Needs topics. Numbers of terms mean nothing beyond this answer. Two passes over the terms, in the order
 * in which they stand.
 */
export function sharedTerms({ connection }: ProjectDatabase, people: readonly number[]): SharedThings {
  const copies = new Set(connection.prepare(`SELECT c.message_id FROM topic k JOIN topic_message c ON c.topic = k.id WHERE k.kind = 'copies'`).pluck().all() as number[]);
  const texts = new Map(people.map((accountId) => [accountId, 0]));
  // by the index, which holds nothing but whose term it is: the words are read once, below
  for (const [accountId, messageId] of connection.prepare('SELECT account_id, message_id FROM message_term INDEXED BY message_term_message').raw().iterate() as IterableIterator<[number, number]>) {
    const own = texts.get(accountId);
    if (own !== undefined && !copies.has(messageId)) texts.set(accountId, own + 1);
  }
  const numbers = new Map<string, number>();
  const accountIds: number[] = [];
  const things: number[] = [];
  const rows = connection.prepare('SELECT language, account_id, message_id, terms FROM message_term ORDER BY language, account_id, message_id').raw().iterate() as IterableIterator<[string, number, number, string]>;
  let last = { language: '', accountId: -1, seen: new Set<string>() };
  for (const [language, accountId, messageId, terms] of rows) {
    if ((texts.get(accountId) ?? 0) < LEAST_OWN_TEXTS || copies.has(messageId)) continue;
    if (last.language !== language || last.accountId !== accountId) last = { language, accountId, seen: new Set() };
    for (const code of terms) {
      if (code === ' ' || last.seen.has(code)) continue;
      last.seen.add(code);
      const key = language + code;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      accountIds.push(accountId);
      things.push(number);
    }
  }
  return { accountIds, things };
}

/** Numbers of messages lie below this, so that a person's place and a post make one number without loss. */
const BELOW = 2 ** 32;

/** Under which posts each person wrote, by the post's message id; by person and post, each once. One scan of the messages. */
export function sharedPosts({ connection }: ProjectDatabase, people: readonly number[]): SharedThings {
  const placeOf = new Map(people.map((accountId, place) => [accountId, place]));
  const pairs: number[] = [];
  for (const [accountId, rootId] of connection.prepare('SELECT account_id, root_id FROM message NOT INDEXED WHERE account_id IS NOT NULL AND root_id IS NOT NULL').raw().iterate() as IterableIterator<[number, number]>) {
    const place = placeOf.get(accountId);
    if (place !== undefined) pairs.push(place * BELOW + rootId);
  }
  const sorted = Float64Array.from(pairs).sort();
  const accountIds: number[] = [];
  const things: number[] = [];
  sorted.forEach((pair, at) => {
    if (pair === sorted[at - 1]) return;
    const place = Math.floor(pair / BELOW);
    accountIds.push(people[place] ?? 0);
    things.push(pair - place * BELOW);
  });
  return { accountIds, things };
}

/** The groups as last found, people by network and native id. */
export function rememberedInterests({ connection }: ProjectDatabase): EarlierGroup<string>[] {
  const groups = new Map<string, string[]>();
  for (const [interest, network, account] of connection.prepare('SELECT interest, network, account FROM interest_memory ORDER BY interest, network, account').raw().iterate() as IterableIterator<[string, string, string]>) {
    const key = `${network}\n${account}`;
    const members = groups.get(interest);
    if (members === undefined) groups.set(interest, [key]);
    else members.push(key);
  }
  return [...groups].map(([id, members]) => ({ id, members }));
}

/** Accounts by id as {@link rememberedInterests} names them. */
export function interestNames({ connection }: ProjectDatabase): Map<number, string> {
  const rows = connection.prepare('SELECT a.id, n.code, a.native_id FROM account a JOIN network n ON n.id = a.network_id JOIN account_balance b ON b.account_id = a.id').raw().iterate() as IterableIterator<[number, string, string]>;
  const names = new Map<number, string>();
  for (const [id, network, account] of rows) names.set(id, `${network}\n${account}`);
  return names;
}

/** Replaces all groups, their memory and how they were found; one transaction. */
export function replaceInterests({ connection }: ProjectDatabase, interests: readonly StoredInterest[], facts: object): void {
  connection.transaction(() => {
    connection.exec(`DELETE FROM interest_person; DELETE FROM tribe_member WHERE tribe LIKE 'interest:%'; DELETE FROM tribe WHERE lens = 'interests'; DELETE FROM interest_memory`);
    const tribe = connection.prepare(`INSERT INTO tribe (id, lens, name, result) VALUES (?, 'interests', ?, ?)`);
    const person = connection.prepare('INSERT INTO interest_person (account_id, interest, certainty) VALUES (?, ?, ?)');
    const member = connection.prepare('INSERT INTO tribe_member (tribe, account_id) VALUES (?, ?)');
    for (const { id, name, result, people } of interests) {
      tribe.run(id, name, result);
      for (const { accountId, certainty } of people) {
        person.run(accountId, id, certainty);
        member.run(id, accountId);
      }
    }
    connection.exec(`INSERT INTO interest_memory (network, account, interest) SELECT n.code, a.native_id, p.interest FROM interest_person p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id`);
    connection.prepare('INSERT OR REPLACE INTO interest_run (id, facts) VALUES (1, ?)').run(JSON.stringify(facts));
  }).immediate();
}

/** The groups that stand, largest first, with how surely their people belong, on average. */
export function interestTribes({ connection }: ProjectDatabase): { id: string; name: string; size: number; certainty: number }[] {
  return connection
    .prepare('SELECT t.id, t.name, count(*) AS size, avg(p.certainty) AS certainty FROM tribe t JOIN interest_person p ON p.interest = t.id GROUP BY t.id ORDER BY size DESC, t.id')
    .all() as { id: string; name: string; size: number; certainty: number }[];
}

/** How the groups were last found; null before the first analysis. */
export function interestFacts<Facts>({ connection }: ProjectDatabase): Facts | null {
  const facts = connection.prepare('SELECT facts FROM interest_run WHERE id = 1').pluck().get() as string | undefined;
  return facts === undefined ? null : (JSON.parse(facts) as Facts);
}
