import { alikeRuns, rarestRuns } from './near-duplicates.ts';
import { wordShingles } from './word-shingles.ts';

/** A reply written in a brand's name. */
export interface WrittenReply {
  readonly id: number;
  readonly accountId: number;
  readonly text: string;
}

/** So many other replies of the same account must read alike before one is called a template. */
const LIKE_REPLIES = 5;

/** The rarest runs of one account's replies: `runs[i]` is one of those of reply `ids[i]`. What replies that come later are compared with is found by them. */
export interface ReplyRuns {
  readonly runs: Int32Array;
  readonly ids: Int32Array;
}

/** Templates among all replies, with what is needed to look at further ones without reading these again. */
export interface TemplateReplies {
  /** Ids of the templates, in the order given. */
  readonly templateIds: readonly number[];
  /** How common a run is: the number of bits of its count, by the lower 16 bits of its hash. */
  readonly frequency: Uint8Array;
  readonly runsOf: ReadonlyMap<number, ReplyRuns>;
}

const FREQUENCY_PLACES = 1 << 16;

interface Wording {
  readonly ids: number[];
  readonly runs: Int32Array;
}

/** The wordings of each account's replies: equal texts are one. */
function wordingsByAccount(replies: Iterable<WrittenReply>): Map<number, Map<string, Wording>> {
  const accounts = new Map<number, Map<string, Wording>>();
  for (const { id, accountId, text } of replies) {
    const wordings = accounts.get(accountId) ?? new Map<string, Wording>();
    accounts.set(accountId, wordings);
    const known = wordings.get(text);
    if (known === undefined) wordings.set(text, { ids: [id], runs: wordShingles(text) });
    else known.ids.push(id);
  }
  return accounts;
}

/** Counts of runs as numbers of bits: enough to tell rare ones from common ones. */
function runFrequencies(accounts: ReadonlyMap<number, ReadonlyMap<string, Wording>>): Uint8Array {
  const counts = new Uint32Array(FREQUENCY_PLACES);
  for (const wordings of accounts.values()) for (const { runs } of wordings.values()) for (const run of runs) counts[run & (FREQUENCY_PLACES - 1)] = (counts[run & (FREQUENCY_PLACES - 1)] ?? 0) + 1;
  return Uint8Array.from(counts, (count) => 32 - Math.clz32(count));
}

/** Runs and replies side by side. */
function replyRuns(replies: readonly (readonly [ids: readonly number[], runs: readonly number[]])[]): ReplyRuns {
  const size = replies.reduce((sum, [ids, runs]) => sum + ids.length * runs.length, 0);
  const found: ReplyRuns = { runs: new Int32Array(size), ids: new Int32Array(size) };
  let at = 0;
  for (const [ids, runs] of replies) {
    for (const id of ids) {
      found.runs.set(runs, at);
      found.ids.fill(id, at, at + runs.length);
      at += runs.length;
    }
  }
  return found;
}

/** Templates of one account, and the runs its replies are found by. */
function templatesOf(wordings: readonly Wording[], frequency: Uint8Array): { readonly templateIds: number[]; readonly runs: ReplyRuns } {
  const rarest = wordings.map(({ runs }) => rarestRuns(runs, frequency));
  const byRun = new Map<number, number[]>();
  rarest.forEach((runs, position) => {
    for (const run of runs) {
      const sharing = byRun.get(run);
      if (sharing === undefined) byRun.set(run, [position]);
      else sharing.push(position);
    }
  });
  const templateIds = wordings.flatMap((own, position) => {
    if (own.runs.length === 0) return [];
    let others = own.ids.length - 1;
    const seen = new Set<number>();
    for (const run of others < LIKE_REPLIES ? (rarest[position] ?? []) : []) {
      for (const index of byRun.get(run) ?? []) {
        const other = wordings[index];
        if (index === position || other === undefined || seen.has(index)) continue;
        seen.add(index);
        if (alikeRuns(own.runs, other.runs)) others += other.ids.length;
        if (others >= LIKE_REPLIES) break;
      }
    }
    return others >= LIKE_REPLIES ? own.ids : [];
  });
  return { templateIds, runs: replyRuns(wordings.map(({ ids }, position) => [ids, rarest[position] ?? []])) };
}

/**
 * The replies that are near-duplicates (Jaccard >= .9 on three-word runs) of at least five other replies of the same
 * account. They are answers all the same: the label describes the wording. O(total length) for dividing texts into runs,
 * and for each reply the replies that share one of its few rarest runs.
 * Source: Bayardo, Ma & Srikant 2007, Scaling up all pairs similarity search, WWW.
 */
export function templateReplies(replies: Iterable<WrittenReply>): TemplateReplies {
  const accounts = wordingsByAccount(replies);
  const frequency = runFrequencies(accounts);
  const found = new Map([...accounts].map(([accountId, wordings]) => [accountId, templatesOf([...wordings.values()], frequency)]));
  const templateIds = [...found.values()].flatMap((account) => account.templateIds).sort((one, other) => one - other);
  return { templateIds, frequency, runsOf: new Map([...found].map(([accountId, { runs }]) => [accountId, runs])) };
}

/** What is known of an account's earlier replies. */
export interface EarlierReplies {
  readonly runs: ReplyRuns;
  readonly isTemplate: (id: number) => boolean;
  /** Texts of some of its earlier replies, by id. */
  readonly textsOf: (ids: readonly number[]) => ReadonlyMap<number, string>;
}

/** Replies that carry each of some runs, in the order of the parts: one pass over what is kept. */
function carriers(wanted: ReadonlySet<number>, parts: readonly ReplyRuns[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { runs, ids } of parts) {
    for (let place = 0; place < runs.length; place += 1) {
      const run = runs[place] ?? 0;
      if (!wanted.has(run)) continue;
      const sharing = found.get(run);
      if (sharing === undefined) found.set(run, [ids[place] ?? 0]);
      else sharing.push(ids[place] ?? 0);
    }
  }
  return found;
}

/**
 * What further replies of one account make of it: which of them are templates, and which earlier replies become templates
 * by them. Exactly those that {@link templateReplies} would call so for all replies together, as long as no earlier one went
 * or changed. Reads again only earlier replies that share a rare run with a further one, or with one that reads like it.
 */
export function addedTemplates(added: readonly WrittenReply[], earlier: EarlierReplies, frequency: Uint8Array): { readonly templateIds: number[]; readonly runs: ReplyRuns } {
  const wording = new Map<number, Int32Array>(added.map(({ id, text }) => [id, wordShingles(text)]));
  const isAdded = new Set(added.map(({ id }) => id));
  const rarest = new Map(added.map(({ id }) => [id, rarestRuns(wording.get(id) ?? new Int32Array(0), frequency)]));
  const own = replyRuns(added.map(({ id }) => [[id], rarest.get(id) ?? []]));
  const read = (ids: readonly number[]): void => {
    const unread = ids.filter((id) => !wording.has(id));
    if (unread.length > 0) for (const [id, text] of earlier.textsOf(unread)) wording.set(id, wordShingles(text));
  };
  const alike = (one: number, other: number): boolean => {
    const [first, second] = [wording.get(one), wording.get(other)];
    return first !== undefined && second !== undefined && first.length > 0 && alikeRuns(first, second);
  };
  const candidatesOf = (id: number, sharing: ReadonlyMap<number, readonly number[]>): number[] => [...new Set((rarest.get(id) ?? []).flatMap((run) => sharing.get(run) ?? []))].filter((other) => other !== id);
  const counted = (id: number, candidates: readonly number[]): boolean => {
    let others = 0;
    for (let from = 0; from < candidates.length && others < LIKE_REPLIES; from += AT_ONCE) {
      const some = candidates.slice(from, from + AT_ONCE);
      read(some);
      others += some.filter((other) => alike(id, other)).length;
    }
    return others >= LIKE_REPLIES;
  };
  // 1. the further ones, and the earlier ones that read like them
  const beside = carriers(new Set(own.runs), [earlier.runs, own]);
  const templateIds: number[] = [];
  const doubtful = new Set<number>();
  for (const { id } of added) {
    const candidates = candidatesOf(id, beside);
    if (counted(id, candidates)) templateIds.push(id);
    const plain = candidates.filter((other) => !isAdded.has(other) && !earlier.isTemplate(other) && !doubtful.has(other));
    read(plain);
    for (const other of plain) if (alike(id, other)) doubtful.add(other);
  }
  // 2. earlier ones that may have enough now
  for (const id of doubtful) rarest.set(id, rarestRuns(wording.get(id) ?? new Int32Array(0), frequency));
  const around = carriers(new Set([...doubtful].flatMap((id) => rarest.get(id) ?? [])), [earlier.runs, own]);
  for (const id of doubtful) if (counted(id, candidatesOf(id, around))) templateIds.push(id);
  return { templateIds, runs: own };
}

const AT_ONCE = 50;
