import type { Intent } from '../../src/domain/model/codes.ts';
import { REQUEST_INTENTS } from '../../src/domain/model/codes.ts';
import { COLLECTED_MS } from './calendar.ts';
import { textKey } from './grammar.ts';
import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';

const DAY_MS = 86_400_000;

/** A request as the definitions of the product give it when every label is right. */
export interface TrueRequest {
  readonly first: SampleMessage;
  readonly asker: Person;
  readonly primary: Intent;
  readonly intents: readonly Intent[];
  readonly messages: readonly SampleMessage[];
  readonly reopened: boolean;
  readonly answer: SampleMessage | null;
  readonly peerFirst: boolean;
  readonly outcome: 'public' | 'private' | 'nod' | 'silence';
}

function isRequest(message: SampleMessage): boolean {
  return message.truth.intents.some((intent) => (REQUEST_INTENTS as readonly Intent[]).includes(intent));
}

function isAddressed(message: SampleMessage): boolean {
  const parent = message.parent;
  return parent === null || parent.person === null || parent.person === message.person || /@caffeaurora\b/i.test(message.text);
}

/** The brand's message answers the asker if its chain of parents reaches one of these messages through the two of them alone. */
function reaches(reply: SampleMessage, messages: ReadonlySet<SampleMessage>, asker: Person): boolean {
  for (let at = reply.parent; at !== null; at = at.parent) {
    if (messages.has(at)) return true;
    if (at.person !== null && at.person !== asker) return false;
  }
  return false;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** All requests of the page, by author and post: follow-ups merged until the first answer, later ones reopened, copies within a day left out. */
export function trueRequests(messages: readonly SampleMessage[]): TrueRequest[] {
  const inTime = [...messages].sort((a, b) => a.atMs - b.atMs || a.id.localeCompare(b.id));
  const copies = new Set<SampleMessage>();
  const lastSame = new Map<string, number>();
  for (const message of inTime) {
    if (message.person === null || !isRequest(message)) continue;
    const key = `${message.person.accountId} ${textKey(message.text)}`;
    const before = lastSame.get(key);
    if (before !== undefined && message.atMs - before <= DAY_MS) copies.add(message);
    else lastSame.set(key, message.atMs);
  }
  const threads = grouped(inTime.filter((message) => message.post !== null), (message) => message.post);
  const requests: TrueRequest[] = [];
  for (const thread of threads.values()) {
    const voices = thread.filter((message) => message.person === null && message.truth.automatic !== true);
    const byPerson = grouped(thread.filter((message) => message.person !== null && isAddressed(message) && !copies.has(message)), (message) => message.person);
    for (const [asker, own] of byPerson) {
      if (asker === null) continue;
      for (let at = 0, reopened = false; at < own.length;) {
        const first = own[at];
        if (first === undefined || !isRequest(first)) {
          at += 1;
          continue;
        }
        const merged = new Set([first]);
        const answerSoFar = (): SampleMessage | null => voices.find((voice) => voice.atMs >= first.atMs && reaches(voice, merged, asker)) ?? null;
        let answer = answerSoFar();
        at += 1;
        for (let next = own[at]; next !== undefined && (answer === null || answer.atMs > next.atMs); next = own[at]) {
          merged.add(next);
          answer = answerSoFar();
          at += 1;
        }
        const all = [...merged];
        const end = answer?.atMs ?? COLLECTED_MS;
        const peerFirst = thread.some((message) => message.person !== null && message.person !== asker && message.truth.intents.includes('help') && message.atMs < end && message.parent !== null && merged.has(message.parent));
        const outcome = answer === null ? (all.some((message) => message.likedByBrand) ? 'nod' : 'silence') : answer.truth.act === 'deflect' ? 'private' : 'public';
        requests.push({ first, asker, primary: first.truth.intents[0] ?? 'other', intents: [...new Set(all.flatMap((message) => message.truth.intents))], messages: all, reopened, answer, peerFirst, outcome });
        reopened = answer !== null;
      }
    }
  }
  return requests.sort((a, b) => a.first.atMs - b.first.atMs);
}

/** What the curve of one kind of request says at the collection, by the product-limit estimate; seconds. */
interface TrueCurve {
  readonly requests: number;
  readonly authors: number;
  readonly answered: number;
  readonly public: number;
  readonly private: number;
  readonly nod: number;
  readonly silence: number;
  readonly peerFirst: number;
  readonly answeredWithinHour: number;
  readonly answeredWithinDay: number;
  readonly answeredWithinWeek: number;
  readonly medianSeconds: number | null;
  readonly restrictedMeanSeconds: number;
  readonly meanOfAnswersSeconds: number | null;
}

const WEEK_S = 604_800;

/** The curve of some requests; the restricted mean runs to seven days. Empty input throws RangeError `no requests`. */
export function trueCurve(requests: readonly TrueRequest[]): TrueCurve {
  if (requests.length === 0) throw new RangeError('no requests');
  const waits = requests
    .map((request) => ({ seconds: ((request.answer?.atMs ?? COLLECTED_MS) - request.first.atMs) / 1000, answered: request.answer !== null }))
    .sort((a, b) => a.seconds - b.seconds || Number(b.answered) - Number(a.answered));
  let waiting = 1;
  let area = 0;
  let before = 0;
  let median: number | null = null;
  const waitingAt = new Map([[3_600, 1], [86_400, 1], [WEEK_S, 1]]);
  waits.forEach((wait, index) => {
    if (wait.seconds <= WEEK_S) {
      area += waiting * (wait.seconds - before);
      before = wait.seconds;
    }
    if (!wait.answered) return;
    waiting *= 1 - 1 / (waits.length - index);
    if (median === null && waiting <= 0.5 + 1e-12) median = wait.seconds;
    for (const mark of waitingAt.keys()) if (wait.seconds <= mark) waitingAt.set(mark, waiting);
  });
  area += (waitingAt.get(WEEK_S) ?? 1) * (WEEK_S - before);
  const count = (outcome: TrueRequest['outcome']): number => requests.filter((request) => request.outcome === outcome).length;
  const answered = waits.filter((wait) => wait.answered);
  return {
    requests: requests.length, authors: new Set(requests.map((request) => request.asker)).size, answered: answered.length,
    public: count('public'), private: count('private'), nod: count('nod'), silence: count('silence'), peerFirst: requests.filter((request) => request.peerFirst).length,
    answeredWithinHour: 1 - (waitingAt.get(3_600) ?? 1), answeredWithinDay: 1 - (waitingAt.get(86_400) ?? 1), answeredWithinWeek: 1 - (waitingAt.get(WEEK_S) ?? 1),
    medianSeconds: median, restrictedMeanSeconds: area, meanOfAnswersSeconds: answered.length === 0 ? null : answered.reduce((sum, wait) => sum + wait.seconds, 0) / answered.length,
  };
}
