import type { Filters } from '../contract/selection.ts';
import type { OperationValue } from '../contract/operations.ts';
import { INTENTS, SENTIMENTS } from '../domain/model/codes.ts';
import { seededRandom, type RandomStream } from '../domain/stats/seeded-random.ts';

type Options = OperationValue<'filters.options'>;
/** What a question is asked of: filters and, sometimes, a brand by name. */
export interface DrawnScope {
  readonly filters: Filters;
  readonly brand?: string;
}

const WORDS = ['order', 'delivery', 'please', 'ordine', 'grazie', 'password'] as const;
const KINDS = ['period', 'intents', 'sentiments', 'languages', 'networks', 'containers', 'tribes', 'text', 'brand'] as const;
const TRIBES = ['value:gives-more', 'value:even', 'value:receives-more', 'value:little-active'] as const;
const SHORTEST_SHARE = 0.05;
const MOST_KINDS = 3;

function someOf<Item>(items: readonly Item[], random: RandomStream): Item[] {
  const count = Math.min(items.length, 1 + Math.floor(random() * 2));
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

function drawnScope(options: Options, random: RandomStream): DrawnScope {
  const left = [...KINDS];
  const kinds = Array.from({ length: 1 + Math.floor(random() * MOST_KINDS) }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
  const has = (kind: (typeof KINDS)[number]): boolean => kinds.includes(kind);
  const [from, to] = [options.fromMs ?? 0, options.toMs ?? 0];
  const share = SHORTEST_SHARE + (1 - SHORTEST_SHARE) * random();
  const start = Math.round(from + (to - from) * (1 - share) * random());
  const values = (rows: readonly { readonly value: string }[]): string[] => someOf(rows.map(({ value }) => value), random);
  return {
    filters: {
      ...(has('period') ? { fromMs: start, toMs: Math.round(start + share * (to - from)) } : {}),
      ...(has('intents') ? { intents: someOf(INTENTS, random) } : {}),
      ...(has('sentiments') ? { sentiments: someOf(SENTIMENTS, random) } : {}),
      ...(has('languages') && options.languages.length > 0 ? { languages: values(options.languages) } : {}),
      ...(has('networks') && options.networks.length > 0 ? { networks: values(options.networks) } : {}),
      ...(has('containers') && options.containers.length > 0 ? { containers: values(options.containers) } : {}),
      ...(has('tribes') ? { tribes: someOf(TRIBES, random) } : {}),
      ...(has('text') ? { text: WORDS[Math.floor(random() * WORDS.length)] ?? WORDS[0] } : {}),
    },
    ...(has('brand') && options.brands.length > 0 ? { brand: options.brands[Math.floor(random() * options.brands.length)] ?? '' } : {}),
  };
}

/**
 * `count` combinations of one to three filters each, from what the window offers for a project: a period of a twentieth
 * of its span or more, kinds of request, tone, language, network, place, tribe, a word, a brand. The same seed over the
 * same options draws the same combinations.
 */
export function drawnFilters(options: Options, { count, seed }: { readonly count: number; readonly seed: number }): DrawnScope[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => drawnScope(options, random));
}
