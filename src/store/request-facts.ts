import { INTENTS, codeSet, codesIn, type Intent, type TextKind, type TimePrecision } from '../domain/model/codes.ts';
import type { MessageFact } from '../domain/response/message-fact.ts';
import { textKey } from '../domain/response/text-key.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Networks whose own interface writes the names of those replied to in front of a reply. */
const NAMES_IN_FRONT: ReadonlySet<string> = new Set(['x', 'twitter', 'instagram', 'youtube', 'tiktok', 'threads', 'mastodon']);
const HELP = codeSet(INTENTS, ['help']);

interface MessageColumns {
  readonly id: number;
  readonly importId: number;
  readonly networkId: number;
  readonly containerId: number | null;
  readonly containerBrandId: number | null;
  readonly authorId: number | null;
  readonly parentId: number | null;
  readonly parentNativeId: string | null;
  readonly rootId: number | null;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  readonly inbound: number | null;
  readonly text: string | null;
  readonly likedByBrand: number | null;
  readonly intents: number | null;
  readonly primaryIntent: Intent | null;
  readonly acts: number | null;
  readonly probabilities: string | null;
  readonly textKind: TextKind | null;
  readonly thanks: number | null;
  readonly inferredParentId: number | null;
}

interface RoleRow {
  readonly accountId: number;
  readonly brandId: number | null;
  readonly role: string;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

interface MentionRow {
  readonly messageId: number;
  readonly accountId: number | null;
  readonly brandId: number | null;
  readonly leading: number;
  /** From when and until when the account mentioned speaks for the brand. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

const holdsAt = ({ fromMs, toMs }: Pick<RoleRow, 'fromMs' | 'toMs'>, atMs: number | null): boolean => atMs === null || ((fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs));

/** Intent codes of a stored set, likeliest first; the primary leads where probabilities tie. */
function orderedIntents({ intents, primaryIntent, probabilities }: MessageColumns): Intent[] {
  const codes = codesIn(INTENTS, intents ?? 0);
  if (codes.length < 2) return codes;
  const likelihood = (probabilities === null ? {} : JSON.parse(probabilities)) as Partial<Record<Intent, number>>;
  const rank = (code: Intent): number => (code === primaryIntent ? 2 : (likelihood[code] ?? 0));
  return codes.sort((one, other) => rank(other) - rank(one));
}

/** Mentions of each message in turn, read beside the messages in the same order so that only one message's are in memory. */
function mentionReader(project: ProjectDatabase): (messageId: number) => MentionRow[] {
  const rows = project.connection
    .prepare(`SELECT x.message_id AS messageId, x.account_id AS accountId, x.leading AS leading, v.brand_id AS brandId, v.from_ms AS fromMs, v.to_ms AS toMs FROM mention x
      LEFT JOIN account_role v ON v.account_id = x.account_id AND v.role = 'voice' ORDER BY x.message_id`)
    .iterate() as IterableIterator<MentionRow>;
  let next = rows.next();
  return (messageId) => {
    const found: MentionRow[] = [];
    while (next.done !== true && next.value.messageId <= messageId) {
      if (next.value.messageId === messageId) found.push(next.value);
      next = rows.next();
    }
    return found;
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
function speakingImports({ connection }: ProjectDatabase): Map<number, number> {
  const order = new Map((connection.prepare('SELECT id FROM import ORDER BY COALESCE(collected_at_ms, 0), file_hash DESC, file_name DESC').pluck().all() as number[]).map((id, place) => [id, place]));
  const rank = (importId: number): number => order.get(importId) ?? -1;
  const speaking = new Map<number, number>();
  const held = connection.prepare(`SELECT s.record_id, s.import_id, m.import_id FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message'`).raw().iterate() as IterableIterator<[number, number, number]>;
  for (const [messageId, importId, owner] of held) {
    const known = speaking.get(messageId) ?? owner;
    speaking.set(messageId, rank(importId) > rank(known) ? importId : known);
  }
  return speaking;
}

/** Every message of the project as the response rules see it, in id order. About 400 bytes a message. */
export function messageFacts(project: ProjectDatabase): MessageFact[] {
  const roles = rolesByAccount(project);
  const mentionsOf = mentionReader(project);
  const speaking = speakingImports(project);
  const named = new Set(
    project.connection.prepare(`SELECT id FROM network WHERE code IN (SELECT value FROM json_each(?))`).pluck().all(JSON.stringify([...NAMES_IN_FRONT])) as number[],
  );
  const rows = project.connection
    .prepare(`SELECT m.id AS id, m.import_id AS importId, m.network_id AS networkId, m.container_id AS containerId, c.brand_id AS containerBrandId, m.account_id AS authorId,
        m.parent_id AS parentId, m.parent_native_id AS parentNativeId, m.root_id AS rootId, m.created_at_ms AS atMs, m.precision AS precision, m.source_inbound AS inbound, m.text AS text,
        m.liked_by_brand AS likedByBrand, r.intents AS intents, r.primary_intent AS primaryIntent, r.acts AS acts, r.probabilities AS probabilities, r.text_kind AS textKind, r.thanks AS thanks, p.parent_id AS inferredParentId
      FROM message m LEFT JOIN container c ON c.id = m.container_id LEFT JOIN reading r ON r.message_id = m.id LEFT JOIN inferred_parent p ON p.message_id = m.id ORDER BY m.id`)
    .iterate() as IterableIterator<MessageColumns>;
  const facts: MessageFact[] = [];
  for (const row of rows) {
    const held = (row.authorId === null ? undefined : roles.get(row.authorId))?.filter((role) => holdsAt(role, row.atMs)) ?? [];
    const mentions = mentionsOf(row.id).map((mention) => (mention.brandId === null || holdsAt(mention, row.atMs) ? mention : { ...mention, brandId: null }));
    const brands = mentions.flatMap(({ brandId }) => (brandId === null ? [] : [brandId]));
    const leading = mentions.filter((mention) => mention.leading === 1);
    facts.push({
      id: row.id, importId: speaking.get(row.id) ?? row.importId, networkId: row.networkId, containerId: row.containerId, containerBrandId: row.containerBrandId, authorId: row.authorId,
      voiceOfBrandId: held.find(({ role }) => role === 'voice')?.brandId ?? null,
      authorIsEmployee: held.some(({ role }) => role === 'employee'), authorIsPartner: held.some(({ role }) => role === 'partner'), authorIsBot: held.some(({ role }) => role === 'bot'),
      parentId: row.parentId, parentIsMissing: row.parentId === null && row.parentNativeId !== null, ...(row.inferredParentId === null ? {} : { inferredParentId: row.inferredParentId }), rootId: row.rootId ?? row.id,
      atMs: row.atMs, precision: row.precision, intents: row.intents, intentOrder: orderedIntents(row), textKind: row.textKind ?? 'none',
      sourceInbound: row.inbound === null ? null : row.inbound === 1, flagBrandId: null,
      mentionedBrandIds: [...new Set(brands)], startsWithOtherHandle: leading.length > 0 && leading.every(({ brandId }) => brandId === null),
      mentionedAccountIds: [...new Set(mentions.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])))],
      networkNamesInFront: named.has(row.networkId), textKey: row.text === null ? null : textKey(row.text), acts: row.acts ?? 0,
      likedByBrand: row.likedByBrand === 1, thanks: row.thanks === 1, helps: ((row.intents ?? 0) & HELP) !== 0,
    });
  }
  return facts;
}
