import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import { COLLECTED_MS, YEAR_END_MS, awake, instantOfRome, nextOpenHours } from './calendar.ts';
import type { Composer } from './composer.ts';
import { composerFrom } from './composer.ts';
import type { Person } from './people.ts';
import { populationFrom } from './people.ts';
import type { PlannedPromise, SampleMessage } from './sample-message.ts';

export const BRAND = { name: 'Caffè Aurora', accountId: '990000000000001', handle: 'caffeaurora' } as const;
export const RIVAL = { name: 'Caffè Tramonto', accountId: '990000000000777', handle: 'caffetramonto' } as const;

/** Everything the parts of the generator share while the year is being made. */
export interface World {
  readonly chance: Chance;
  readonly composer: Composer;
  readonly baristas: readonly Person[];
  readonly givers: readonly Person[];
  readonly entrants: readonly Person[];
  readonly ordinary: readonly Person[];
  readonly rivals: readonly Person[];
  readonly messages: SampleMessage[];
  readonly promises: PlannedPromise[];
  readonly nextId: () => number;
}

/** An empty year with its people. */
export function worldFrom(seed: number): World {
  const chance = chanceFrom(seed);
  const populate = populationFrom(chance);
  let serial = 0;
  return {
    chance,
    composer: composerFrom(chance),
    baristas: populate('barista', { count: 25, englishShare: 0.08 }),
    givers: populate('giver', { count: 14, englishShare: 0.1 }),
    entrants: populate('entrant', { count: 470, englishShare: 0.07 }),
    ordinary: populate('ordinary', { count: 1_700, englishShare: 0.19 }),
    rivals: populate('rival', { count: 240, englishShare: 0.05 }),
    messages: [],
    promises: [],
    nextId: () => (serial += chance.whole(3, 90)),
  };
}

/** Parts of a message that differ from case to case. */
type MessageDraft = Omit<SampleMessage, 'id' | 'likes' | 'likedByBrand'> & { readonly likes?: number; readonly likedByBrand?: boolean };

/**
 * Adds a message to the year and returns it; null when it would fall after the collection, or, written by a person, after
 * the year: what had not happened yet is not in an export.
 */
export function added(world: World, draft: MessageDraft): SampleMessage | null {
  if (draft.atMs >= (draft.person === null ? COLLECTED_MS : YEAR_END_MS)) return null;
  const serial = String(world.nextId()).padStart(9, '0');
  const postPart = draft.post === null ? `88${serial}` : (draft.post.id.split('_')[1] ?? '');
  const id = draft.network === 'facebook' ? (draft.post === null ? `${BRAND.accountId}_${postPart}` : `${postPart}_99${serial}`) : `1${draft.network === 'instagram' ? '8' : '7'}${serial}`;
  const message: SampleMessage = { likes: world.chance.happens(0.6) ? 0 : Math.floor(world.chance.logNormal(2, 1)), likedByBrand: false, ...draft, atMs: Math.floor(draft.atMs / 1000) * 1000, id };
  world.messages.push(message);
  return message;
}

/** Somebody of the crowd; few write a lot, most once. */
export function anyone(world: World): Person {
  return world.chance.weighted(world.ordinary, (person) => person.weight);
}

/** When somebody comments under a post: soon for most; `officeShare` of comments fall in working hours, none at night. */
export function commentTime(world: World, postMs: number, options: { medianHours: number; officeShare: number }): number {
  const { chance } = world;
  const atMs = postMs + Math.min(20 * 86_400_000, chance.logNormal(options.medianHours, 1.3) * 3_600_000) + 60_000;
  if (!chance.happens(options.officeShare)) return awake(atMs);
  const hours = nextOpenHours(atMs);
  const start = Math.max(hours[0], Math.min(hours[1] - 1, hours[0]));
  const local = start + chance.unit() * (hours[1] - start - 1_500_000);
  const moved = instantOfRome(local);
  return moved > postMs ? moved : awake(atMs);
}
