import type { RecordedAccount } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { jsonFormat, shareOfHead } from '../json-format.ts';
import { jsonItems } from '../json-items.ts';
import { flagAt, objectAt, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, RecordFormat } from '../record-format.ts';
import { BLUESKY_COLLECTIONS, blueskyMessage, blueskyReaction } from './bluesky-record.ts';

interface StreamEvent {
  readonly did: string;
  readonly seen: StoredTime;
  readonly kind: 'commit' | 'identity' | 'account' | 'other';
  readonly operation: 'create' | 'update' | 'delete' | null;
  /** The collection, when its records are read. */
  readonly collection: (typeof BLUESKY_COLLECTIONS)[number] | null;
  readonly rkey: string;
  readonly record: unknown;
  readonly handle: string | null;
  readonly active: boolean | null;
  readonly status: string | null;
}

const KINDS = new Map<string, StreamEvent['kind']>([['commit', 'commit'], ['com', 'commit'], ['identity', 'identity'], ['id', 'identity'], ['account', 'account'], ['acc', 'account']]);
const OPERATIONS = new Map<string, StreamEvent['operation']>([['create', 'create'], ['c', 'create'], ['update', 'update'], ['u', 'update'], ['delete', 'delete'], ['d', 'delete']]);

function microseconds(value: unknown): StoredTime {
  const time = valueAt(value, 'time_us');
  return typeof time === 'number' && Number.isSafeInteger(time) && time > 1_000_000_000_000_000 && time < 4_102_444_800_000_000 ? { ms: Math.floor(time / 1000), precision: 'ms' } : NO_TIME;
}

/** A line of the stream in either of its versions; null for anything else. */
function streamEvent(value: unknown): StreamEvent | null {
  const payload = objectAt(value, 'payload') ?? value;
  const did = textAt(payload, 'did');
  if (did?.startsWith('did:') !== true) return null;
  const type = textAt(payload, '$type');
  const isSecond = type !== null && /#(?:commit|identity|account|sync)$/.test(type);
  const kind = isSecond ? type.slice(type.lastIndexOf('#') + 1) : typeof valueAt(payload, 'time_us') === 'number' ? (textAt(payload, 'kind') ?? textAt(payload, 'type')) : null;
  if (kind === null) return null;
  const body = isSecond ? payload : (objectAt(payload, kind === 'com' ? 'commit' : kind === 'acc' ? 'account' : kind === 'id' ? 'identity' : kind) ?? {});
  const named = textAt(body, 'collection');
  const seen = microseconds(payload);
  return {
    did, seen: seen.ms === null ? timeAt(payload, ['time']) : seen, kind: KINDS.get(kind) ?? 'other', operation: OPERATIONS.get(textAt(body, 'operation') ?? textAt(body, 'type') ?? '') ?? null,
    collection: BLUESKY_COLLECTIONS.find((collection) => collection === named) ?? null, rkey: textAt(body, 'rkey') ?? '', record: valueAt(body, 'record'), handle: textAt(body, 'handle'), active: flagAt(body, 'active'), status: textAt(body, 'status'),
  };
}

/** What the whole of a part says of its accounts and records. */
interface Ends {
  /** Line at which a record was deleted last. */
  readonly deleted: Map<string, number>;
  /** Accounts that are gone at the end, with their state. */
  readonly gone: Map<string, string>;
  readonly handles: Map<string, string>;
}

function keyOf({ did, collection, rkey }: StreamEvent): string {
  return `${did}/${collection ?? ''}/${rkey}`;
}

function pathsOf(head: PartHead): readonly string[] {
  return Array.isArray(head.json?.document) ? ['[]'] : [''];
}

async function endsOf(part: Part, signal: AbortSignal | undefined): Promise<Ends> {
  const ends: Ends = { deleted: new Map(), gone: new Map(), handles: new Map() };
  for await (const { items } of jsonItems(part, pathsOf(part.head), signal)) {
    for (const { value, line } of items) {
      const event = streamEvent(value);
      if (event === null) continue;
      const { did, kind, operation, collection, handle, active, status } = event;
      if (kind === 'commit' && operation === 'delete' && collection !== null) ends.deleted.set(keyOf(event), line);
      else if (kind === 'identity' && handle !== null && handle !== 'handle.invalid') ends.handles.set(did, handle);
      else if (kind === 'account' && active === true) ends.gone.delete(did);
      else if (kind === 'account' && active === false) ends.gone.set(did, status ?? 'gone');
    }
  }
  return ends;
}

function createReader({ deleted, gone, handles }: Ends, collectedAtMs: number | null): (value: unknown, line: number) => ItemOutcome {
  const contentId = createContentIds();
  return (value, line) => {
    const event = streamEvent(value);
    if (event === null) return { rejected: { code: 'not-a-message', detail: 'the line is no event of the stream' } };
    const { did, seen, kind, operation, collection, rkey, record } = event;
    if (kind !== 'commit' || operation === 'delete' || collection === null) return null;
    if (rkey === '' || record === undefined) return { rejected: { code: 'missing-id', detail: 'the event has no key or no record' } };
    const state = gone.get(did);
    if (state !== undefined) return { rejected: state === 'deleted' ? { code: 'deleted', detail: 'the account was deleted' } : { code: 'withheld', detail: `the account is ${['takendown', 'suspended', 'deactivated'].includes(state) ? state : 'not active'}` } };
    if ((deleted.get(keyOf(event)) ?? 0) > line) return { rejected: { code: 'deleted', detail: 'a later line deletes it' } };
    const account: RecordedAccount | null = newAccount({ id: did, handle: handles.get(did) ?? null });
    const setting = { uri: `at://${did}/${collection}/${rkey}`, account, seen, collectedAtMs, line };
    if (collection === 'app.bsky.feed.post') return { messages: [blueskyMessage(record, setting, { contentId: () => contentId([did, rkey]) })] };
    const reaction = blueskyReaction(record, collection, setting);
    return reaction === null ? { rejected: { code: 'missing-id', detail: 'the record names nothing it is about' } } : { reactions: [reaction] };
  };
}

function formatWith(ends: Ends): RecordFormat {
  return jsonFormat({
    id: 'bluesky-jetstream', name: 'Bluesky, Jetstream',
    description: 'the public stream of the network as it was caught: posts, likes, reposts and follows, without counts; what the same file deletes later is not imported',
    recognise: (head) => (shareOfHead(head, (value) => streamEvent(value) !== null) > 0.5 ? 0.97 : 0),
    paths: pathsOf,
    reader(_, { collectedAtMs, facts }) {
      const read = createReader(ends, collectedAtMs ?? facts.collectedAtMs);
      return ({ value, line }) => read(value, line);
    },
  });
}

const WITHOUT_ENDS = formatWith({ deleted: new Map(), gone: new Map(), handles: new Map() });

/**
 * Events of the Jetstream in both versions, one a line. A file is read twice, so that a deletion counts wherever it
 * stands: a record that the same file deletes later, or whose account it ends, becomes a rejection. A deletion of a
 * record that an earlier file brought has nothing to act on here and is passed over. A record that is written again is
 * met again under its id. Memory grows with deletions, not with posts.
 */
export const BLUESKY_JETSTREAM: RecordFormat = {
  ...WITHOUT_ENDS,
  async *read(part, setting) {
    yield* formatWith(await endsOf(part, setting.signal)).read(part, setting);
  },
};
