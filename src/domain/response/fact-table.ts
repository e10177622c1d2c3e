import { addressedBrands } from './addressed-brands.ts';
import type { MessageFact, ResponseContext, SourceContext } from './message-fact.ts';
import { acyclicParents } from './thread-roots.ts';

/** The messages of one pass by position, with what several rules ask about them. */
export interface FactTable {
  readonly facts: readonly MessageFact[];
  /** Position of the message replied to, or -1; free of circles. */
  readonly parent: Int32Array;
  /** Brands each message is addressed to, restricted to the brand asked for. */
  readonly addressed: readonly (readonly number[])[];
  /** Messages in the same thread. */
  readonly threadSize: ReadonlyMap<number, number>;
  readonly sources: SourceTable;
}

/** What is known of the place of each message, by position. */
export interface SourceTable {
  /** A number per place: a container, or a network for messages without one. */
  readonly sourceOf: Int32Array;
  /** A number per import, place and network. */
  readonly placeOf: Int32Array;
  readonly contextOf: (position: number) => SourceContext | null;
  readonly hasReplyLinks: (position: number) => boolean;
}

/** Position of a message's parent as a fact, or null. */
export function parentOf(table: FactTable, position: number): MessageFact | null {
  return table.facts[table.parent[position] ?? -1] ?? null;
}

/** True when the message is written in the name of a brand whose answers count. */
export function isAnsweringVoice(fact: MessageFact, brandId: number | null): boolean {
  return fact.voiceOfBrandId !== null && (brandId === null || fact.voiceOfBrandId === brandId);
}

/** Lays out the messages that are known at `nowMs`; O(n). */
export function factTable(all: readonly MessageFact[], context: ResponseContext): FactTable {
  const { nowMs, brandId } = context;
  const facts = nowMs === null ? all : all.filter((fact) => fact.atMs === null || fact.atMs <= nowMs);
  const positionOf = new Map<number, number>();
  const threadSize = new Map<number, number>();
  facts.forEach((fact, position) => {
    positionOf.set(fact.id, position);
    threadSize.set(fact.rootId, (threadSize.get(fact.rootId) ?? 0) + 1);
  });
  const parent = acyclicParents(facts.map((fact) => (fact.parentId === null ? -1 : (positionOf.get(fact.parentId) ?? -1))));
  const none: readonly number[] = [];
  // one list for all messages: of a million lists each would take more memory than what is in it
  const asked: readonly number[] = brandId === null ? none : [brandId];
  const addressed = facts.map((fact, position) => {
    const onlyBrandOfImport = context.onlyBrandOfImport.get(fact.importId) ?? null;
    const brands = addressedBrands(fact, { parent: facts[parent[position] ?? -1] ?? null, onlyBrandOfImport });
    if (brandId === null) return brands;
    return brands.includes(brandId) ? asked : none;
  });
  return { facts, parent, addressed, threadSize, sources: sourceTable(facts, context) };
}

function sourceTable(facts: readonly MessageFact[], context: ResponseContext): SourceTable {
  const sources = numbering();
  const places = numbering();
  const contexts: (SourceContext | null)[] = [];
  const sourceOf = new Int32Array(facts.length);
  const placeOf = new Int32Array(facts.length);
  const linked = new Set<number>();
  facts.forEach((fact, position) => {
    const source = fact.containerId === null ? sources(0, fact.networkId) : sources(1, fact.containerId);
    const place = places(fact.importId, source, fact.networkId);
    sourceOf[position] = source;
    placeOf[position] = place;
    if (fact.parentId !== null || fact.parentIsMissing) linked.add(source);
    if (place === contexts.length) contexts.push(context.source(fact));
  });
  const contextOf = (position: number): SourceContext | null => contexts[placeOf[position] ?? -1] ?? null;
  return { sourceOf, placeOf, contextOf, hasReplyLinks: (position) => contextOf(position)?.hasReplyLinks ?? linked.has(sourceOf[position] ?? -1) };
}

/** Numbers combinations of ids from 0 in the order met. */
function numbering(): (...ids: readonly number[]) => number {
  const numbers = new Map<string, number>();
  let lastIds: readonly number[] = [];
  let last = -1;
  return (...ids) => {
    if (last >= 0 && ids.every((id, i) => id === lastIds[i])) return last;
    const key = ids.join(' ');
    last = numbers.get(key) ?? numbers.size;
    numbers.set(key, last);
    lastIds = ids;
    return last;
  };
}
