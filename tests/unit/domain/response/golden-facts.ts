import type { Act, Intent, TextKind, TimePrecision } from '../../../../src/domain/model/codes.ts';
import { ACTS, codeSet, INTENTS } from '../../../../src/domain/model/codes.ts';
import type { MessageFact, ResponseContext } from '../../../../src/domain/response/message-fact.ts';
import { threadRoots } from '../../../../src/domain/response/thread-roots.ts';
import golden from '../../../fixtures/golden-threads.json' with { type: 'json' };

/** A message of the golden file. */
export interface GoldenMessage {
  readonly id: string;
  readonly network: string;
  readonly container: string | null;
  readonly author: string | null;
  readonly text: string | null;
  readonly createdAt: string;
  readonly parentId: string | null;
  readonly inbound: boolean | null;
  readonly labels: { readonly intents?: readonly string[] | null; readonly acts?: readonly string[] };
  readonly textKind?: string;
  readonly precision?: string;
  readonly likedByBrand?: boolean;
  readonly thanks?: boolean;
}

/** What a golden thread expects of one request; `request` and `answer` are message ids, `why` is for the reader of a failure. */
export interface GoldenRequest {
  readonly request: string;
  readonly merged: readonly string[];
  readonly intents: readonly string[] | null;
  readonly answer: string | null;
  readonly outcome: string;
  readonly waitedSeconds: number;
  readonly censored: boolean;
  readonly inferred: boolean;
  readonly reopened: boolean;
  readonly clockSkewed: boolean;
  readonly peerFirst: boolean;
  readonly listedApart: string | null;
  readonly observability: string;
  readonly precision?: string;
  readonly why: string;
}

/** One hand-made conversation and everything expected of it: messages left out of `expected` are not requests. */
export interface GoldenThread {
  readonly name: string;
  readonly tests: string;
  readonly messages: readonly GoldenMessage[];
  readonly expected: readonly GoldenRequest[];
  readonly notRequests: readonly { readonly id: string; readonly why: string }[];
  readonly unread: readonly string[];
}

/** All conversations of the golden file. */
export const GOLDEN_THREADS: readonly GoldenThread[] = golden.threads;

const BRAND_IDS = new Map(golden.brands.map((brand, i) => [brand.name, i + 1]));
const VOICES = new Map(golden.brands.flatMap((brand) => brand.accounts.map((account) => [account, BRAND_IDS.get(brand.name) ?? 0] as const)));

/** Facts of golden messages, as the store would give them; ids are the messages' positions in `messages`, from 1. */
export function goldenFacts(messages: readonly GoldenMessage[]): { facts: MessageFact[]; nameOf: (id: number) => string } {
  const seen = new Set<string>();
  const rows = messages.filter(({ id }) => !seen.has(id) && seen.add(id));
  const rowOf = new Map(rows.map((row, i) => [row.id, i]));
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name.toLowerCase()) ?? numbers.size + 1;
    numbers.set(name.toLowerCase(), number);
    return number;
  };
  const parentRow = rows.map(({ parentId }) => rowOf.get(parentId ?? '') ?? -1);
  const roots = threadRoots({
    parentRow,
    missingParent: rows.map(({ network, parentId }, i) => (parentId !== null && (parentRow[i] ?? -1) < 0 ? `${network} ${parentId}` : null)),
    missingRoot: rows.map(() => null),
  });
  const facts = rows.map((row, i): MessageFact => {
    const handles = [...(row.text ?? '').matchAll(/@([\p{L}\p{N}_.]*[\p{L}\p{N}_])/gu)].map((match) => (match[1] ?? '').toLowerCase());
    const first = (row.text ?? '').startsWith('@') ? handles[0] : undefined;
    const intents = row.labels.intents ?? null;
    const container = golden.containers.find(({ id }) => id === row.container);
    return {
      id: i + 1, importId: 1, networkId: numberOf(`network ${row.network}`),
      containerId: row.container === null ? null : numberOf(`container ${row.container}`),
      containerBrandId: BRAND_IDS.get(container?.brand ?? '') ?? null,
      authorId: row.author === null ? null : numberOf(`account ${row.author}`),
      voiceOfBrandId: VOICES.get(row.author ?? '') ?? null,
      authorIsEmployee: golden.employees.includes(row.author ?? ''),
      authorIsPartner: golden.partners.includes(row.author ?? ''),
      authorIsBot: golden.bots.includes(row.author ?? ''),
      parentId: (parentRow[i] ?? -1) < 0 ? null : (parentRow[i] ?? 0) + 1,
      parentIsMissing: row.parentId !== null && (parentRow[i] ?? -1) < 0,
      rootId: (roots[i] ?? 0) + 1,
      atMs: Date.parse(row.createdAt), precision: (row.precision ?? 's') as TimePrecision,
      intents: intents === null ? null : codeSet<string>(INTENTS, intents),
      intentOrder: (intents ?? []) as Intent[],
      textKind: (row.textKind ?? (row.text === null ? 'none' : 'text')) as TextKind,
      sourceInbound: row.inbound, flagBrandId: null,
      mentionedBrandIds: [...new Set(handles.flatMap((handle) => VOICES.get(handle) ?? []))],
      startsWithOtherHandle: first !== undefined && !VOICES.has(first),
      mentionedAccountIds: [...new Set(handles.map((handle) => numberOf(`account ${handle}`)))],
      networkNamesInFront: golden.networksWithNamesInFront.includes(row.network),
      textKey: row.text === null ? null : row.text.replace(/^(?:\s*@\S+)+/u, '').toLowerCase().replace(/\s+/gu, ' ').trim(),
      acts: codeSet<string>(ACTS, (row.labels.acts ?? []) as Act[]),
      likedByBrand: row.likedByBrand ?? false, thanks: row.thanks ?? false, helps: intents?.includes('help') ?? false,
    };
  });
  return { facts, nameOf: (id) => rows[id - 1]?.id ?? `unknown ${id}` };
}

/** The context in which the golden file is read: the own brand's requests, watched until the file was collected. */
export function goldenContext(change: Partial<ResponseContext> = {}): ResponseContext {
  return {
    brandId: BRAND_IDS.get(golden.ownBrand) ?? null, nowMs: null, onlyBrandOfImport: new Map(), incompleteRoots: new Set(),
    source: () => ({ observationEndMs: Date.parse(golden.collectedAt), coverage: 'present', coverageSettled: false, hasReplyLinks: null }),
    ...change,
  };
}
