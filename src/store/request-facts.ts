import { INTENTS, codeSet, codesIn, type Intent, type TextKind, type TimePrecision } from '../domain/model/codes.ts';
import type { MessageFact } from '../domain/response/message-fact.ts';
import { textKey } from '../domain/response/text-key.ts';
import type { ProjectDatabase } from './project-database.ts';
import { chancesIn } from './reading-bytes.ts';

/** Networks whose own interface writes the names of those replied to in front of a reply. */
const NAMES_IN_FRONT: ReadonlySet<string> = new Set(['x', 'twitter', 'instagram', 'youtube', 'tiktok', 'threads', 'mastodon']);
const HELP = codeSet(INTENTS, ['help']);

/** Columns of a message as {@link messageFacts} selects them; bare rows, since the driver names the columns of each row anew. */
type MessageColumns = readonly [
  id: number, importId: number, networkId: number, containerId: number | null, containerBrandId: number | null, authorId: number | null, parentId: number | null, namesParent: number, rootId: number | null,
  atMs: number | null, precision: TimePrecision, inbound: number | null, text: string | null, likedByBrand: number | null, intents: number | null, primaryIntent: Intent | null, acts: number | null, probabilities: Uint8Array | null,
  textKind: TextKind | null, thanks: number | null, inferredParentId: number | null,
];
const COLUMNS = `m.id, m.import_id, m.network_id, m.container_id, c.brand_id, m.account_id, m.parent_id, m.parent_native_id IS NOT NULL, m.root_id, m.created_at_ms, m.precision, m.source_inbound, m.text, m.liked_by_brand,
  r.intents, r.primary_intent, r.acts, CASE WHEN r.intents & (r.intents - 1) THEN r.probabilities END, r.text_kind, r.thanks, p.parent_id`;

interface RoleRow {
  readonly accountId: number;
  readonly brandId: number | null;
  readonly role: string;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

interface MentionRow {
  readonly accountId: number | null;
  readonly brandId: number | null;
  readonly leading: number;
  /** From when and until when the account mentioned speaks for the brand. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

const holdsAt = ({ fromMs, toMs }: Pick<RoleRow, 'fromMs' | 'toMs'>, atMs: number | null): boolean => atMs === null || ((fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs));

const NO_INTENTS: readonly Intent[] = [];
const NOBODY: readonly number[] = [];
const NO_ROLES: readonly RoleRow[] = [];
const NO_MENTIONS: readonly MentionRow[] = [];

/** Intent codes of a stored set, likeliest first; the primary leads where probabilities tie. */
function orderedIntents(intents: number | null, primaryIntent: Intent | null, probabilities: Uint8Array | null): readonly Intent[] {
  if ((intents ?? 0) === 0) return NO_INTENTS;
  const codes = codesIn(INTENTS, intents ?? 0);
  if (codes.length < 2) return codes;
  const likelihood = chancesIn(probabilities);
  const rank = (code: Intent): number => (code === primaryIntent ? 2 : (likelihood[code] ?? 0));
  return codes.sort((one, other) => rank(other) - rank(one));
}

/** Gives equal lists of numbers, of which most hold one, and equal lists of intents as one list: lists of a message's own take as much memory as all else that is known of it. */
function sharedLists(): { readonly numbers: (values: readonly number[]) => readonly number[]; readonly intents: (codes: readonly Intent[]) => readonly Intent[] } {
  const alone = new Map<number, readonly number[]>();
  const orders = new Map<string, readonly Intent[]>();
  return {
    numbers(values) {
      const [first] = values;
      if (first === undefined) return NOBODY;
      if (values.some((value) => value !== first)) return [...new Set(values)];
      let known = alone.get(first);
      if (known === undefined) alone.set(first, (known = [first]));
      return known;
    },
    intents(codes) {
      if (codes.length === 0) return NO_INTENTS;
      const key = codes.join(' ');
      let known = orders.get(key);
      if (known === undefined) orders.set(key, (known = codes));
      return known;
    },
  };
}

/** All messages, or those laid out in the temporary table `fact_message` alone. */
export interface AmongMessages {
  readonly laidOut: boolean;
}

/** Mentions of each message in turn, read beside the messages in the same order so that only one message's are in memory. */
function mentionReader(project: ProjectDatabase, { laidOut }: AmongMessages): (messageId: number) => readonly MentionRow[] {
  const rows = project.connection
    .prepare(`SELECT x.message_id, x.account_id, x.leading, v.brand_id, v.from_ms, v.to_ms FROM ${laidOut ? 'temp.fact_message f CROSS JOIN mention x ON x.message_id = f.id' : 'mention x'}
      LEFT JOIN account_role v ON v.account_id = x.account_id AND v.role = 'voice' ORDER BY x.message_id, x.rowid`)
    .raw().iterate() as IterableIterator<[number, number | null, number, number | null, number | null, number | null]>;
  let next = rows.next();
  return (messageId) => {
    let found: MentionRow[] | null = null;
    while (next.done !== true && next.value[0] <= messageId) {
      const [id, accountId, leading, brandId, fromMs, toMs] = next.value;
      if (id === messageId) (found ??= []).push({ accountId, leading, brandId, fromMs, toMs });
      next = rows.next();
    }
    return found ?? NO_MENTIONS;
  };
}

function rolesByAccount(project: ProjectDatabase): Map<number, RoleRow[]> {
  const roles = new Map<number, RoleRow[]>();
  const rows = project.connection
    .prepare(`SELECT account_id AS accountId, brand_id AS brandId, role, from_ms AS fromMs, to_ms AS toMs FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')`)
    .all() as RoleRow[];
  for (const row of rows) roles.set(row.accountId, [...(roles.get(row.accountId) ?? []), row]);
  return roles;
}

/** Of messages that several imports hold, the import that speaks for them: collected last, whichever was imported first. */
function speakingImports({ connection }: ProjectDatabase, { laidOut }: AmongMessages): Map<number, number> {
  const order = new Map((connection.prepare('SELECT id FROM import ORDER BY COALESCE(collected_at_ms, 0), file_hash DESC, file_name DESC').pluck().all() as number[]).map((id, place) => [id, place]));
  const rank = (importId: number): number => order.get(importId) ?? -1;
  const speaking = new Map<number, number>();
  const held = connection.prepare(`SELECT s.record_id, s.import_id, m.import_id FROM ${laidOut ? `temp.fact_message f CROSS JOIN sighting s ON s.record = 'message' AND s.record_id = f.id` : 'sighting s'} JOIN message m ON m.id = s.record_id WHERE s.record = 'message'`).raw().iterate() as IterableIterator<[number, number, number]>;
  for (const [messageId, importId, owner] of held) {
    const known = speaking.get(messageId) ?? owner;
    speaking.set(messageId, rank(importId) > rank(known) ? importId : known);
  }
  return speaking;
}

/** Messages of the project as the response rules see them, in id order: all, or those that are laid out. About 400 bytes a message. */
export function messageFacts(project: ProjectDatabase, among: AmongMessages = { laidOut: false }): MessageFact[] {
  const roles = rolesByAccount(project);
  const mentionsOf = mentionReader(project, among);
  const speaking = speakingImports(project, among);
  const named = new Set(
    project.connection.prepare(`SELECT id FROM network WHERE code IN (SELECT value FROM json_each(?))`).pluck().all(JSON.stringify([...NAMES_IN_FRONT])) as number[],
  );
  const rows = project.connection
    .prepare(`SELECT ${COLUMNS} FROM ${among.laidOut ? 'temp.fact_message f CROSS JOIN message m ON m.id = f.id' : 'message m'} LEFT JOIN container c ON c.id = m.container_id LEFT JOIN reading r ON r.message_id = m.id LEFT JOIN inferred_parent p ON p.message_id = m.id ORDER BY m.id`)
    .raw().iterate() as IterableIterator<MessageColumns>;
  const facts: MessageFact[] = [];
  const shared = sharedLists();
  for (const [id, importId, networkId, containerId, containerBrandId, authorId, parentId, namesParent, rootId, atMs, precision, inbound, text, likedByBrand, intents, primaryIntent, acts, probabilities, textKind, thanks, inferredParentId] of rows) {
    const own = authorId === null ? undefined : roles.get(authorId);
    const held = own === undefined ? NO_ROLES : own.filter((role) => holdsAt(role, atMs));
    const mentions = mentionsOf(id);
    const brands = mentions.flatMap((mention) => (mention.brandId === null || !holdsAt(mention, atMs) ? [] : [mention.brandId]));
    const leading = mentions.filter((mention) => mention.leading === 1);
    facts.push({
      id, importId: speaking.get(id) ?? importId, networkId, containerId, containerBrandId, authorId,
      voiceOfBrandId: held.find(({ role, brandId }) => role === 'voice' && brandId !== null)?.brandId ?? null,
      ...(held.some(({ role, brandId }) => role === 'voice' && brandId === null) ? { authorIsDesk: true as const } : {}),
      authorIsEmployee: held.some(({ role }) => role === 'employee'), authorIsPartner: held.some(({ role }) => role === 'partner'), authorIsBot: held.some(({ role }) => role === 'bot'),
      parentId, parentIsMissing: parentId === null && namesParent === 1, ...(inferredParentId === null ? {} : { inferredParentId }), rootId: rootId ?? id,
      atMs, precision, intents, intentOrder: shared.intents(orderedIntents(intents, primaryIntent, probabilities)), textKind: textKind ?? 'none',
      sourceInbound: inbound === null ? null : inbound === 1, flagBrandId: null,
      mentionedBrandIds: shared.numbers(brands), startsWithOtherHandle: leading.length > 0 && leading.every((mention) => mention.brandId === null || !holdsAt(mention, atMs)),
      mentionedAccountIds: mentions.length === 0 ? NOBODY : shared.numbers(mentions.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))),
      networkNamesInFront: named.has(networkId), textKey: text === null ? null : textKey(text), acts: acts ?? 0,
      likedByBrand: likedByBrand === 1, thanks: thanks === 1, helps: ((intents ?? 0) & HELP) !== 0,
    });
  }
  return facts;
}
