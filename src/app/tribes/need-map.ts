import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import type { RouteState } from '../../domain/model/value-piece.ts';
import { countedShare, type CountedShare } from '../../domain/stats/counted-share.ts';
import { NEED_DRAWS, needReaches } from '../../domain/tribes/shared-needs.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { messageTexts, storedTerms } from '../../store/term-index.ts';
import { needPieces, type NeedPiece } from '../../store/need-queries.ts';
import { pieceCondition } from '../../store/piece-pages.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from './listed-tribes.ts';
import { tribeFace } from './tribe-face.ts';

type Needs = OperationValue<'tribes.needs'>;
type Cell = Needs['needs'][number]['cells'][number];

/** Kinds of pieces in which people ask for something. */
const ASKING = ['idea', 'fault', 'question'] as const;
const ENTERED: readonly (RouteState | null)[] = ['collected', 'assessed', 'done', 'told-back'];
const CHANGED: readonly (RouteState | null)[] = ['done', 'told-back'];
const MOST_IDS = 5000;
/** Columns that a map can be read with, and shapes that tribes can have. */
const MOST_TRIBES = 8;
const MOST_WORDS = 4;

/** Of the people of some pieces that count, how many have one that holds: each person once. */
function peopleWith(pieces: readonly NeedPiece[], counts: (piece: NeedPiece) => boolean, holds: (piece: NeedPiece) => boolean): CountedShare {
  const counted = pieces.filter(counts);
  return countedShare(new Set(counted.filter(holds).map(({ accountId }) => accountId)).size, new Set(counted.map(({ accountId }) => accountId)).size);
}

const answeredPeople = (pieces: readonly NeedPiece[]): CountedShare => peopleWith(pieces, ({ seen }) => seen, ({ answered }) => answered);
const idsOf = (pieces: readonly NeedPiece[]): number[] => [...new Set(pieces.map(({ messageId }) => messageId))].slice(0, MOST_IDS);

interface Need {
  readonly group: string;
  readonly pieces: NeedPiece[];
  readonly askers: number[];
}

/** Needs with five people and more; everybody who asks, in order of their numbers. */
function askedNeeds(pieces: readonly NeedPiece[]): { readonly needs: Need[]; readonly people: number[] } {
  const byGroup = new Map<string, NeedPiece[]>();
  for (const piece of pieces) {
    const own = byGroup.get(piece.group);
    if (own === undefined) byGroup.set(piece.group, [piece]);
    else own.push(piece);
  }
  const needs = [...byGroup].map(([group, own]): Need => ({ group, pieces: own, askers: [...new Set(own.map(({ accountId }) => accountId))].sort((one, other) => one - other) }));
  return { needs: needs.filter(({ askers }) => askers.length >= LEAST_PEOPLE), people: [...new Set(pieces.map(({ accountId }) => accountId))].sort((one, other) => one - other) };
}

/**
 * What people need, by tribe of one lens: groups of demands and recurring questions with five people and more, those of most tribes and
 * people first; who asks, how many were answered, what was entered and changed on the desk; whether several tribes ask at once beyond
 * chance. All needs are tested, whatever page is shown.
 */
export function needMap({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope, { lens, page, size, seed }: Pick<OperationRequest<'tribes.needs'>, 'lens' | 'page' | 'size' | 'seed'>): Needs {
  const condition = pieceCondition({ brandId: brand?.id ?? null, messages: messageCondition(messages) }, { kinds: ASKING, states: [], departments: [], group: null, routed: null, once: false });
  const { needs, people } = askedNeeds(needPieces(project, condition));
  const members = tribeMembers(project);
  const sizeOf = (id: string): number => members.get(id)?.length ?? 0;
  const told = listedTribes(project).filter((one) => one.lens === lens && !one.hidden && sizeOf(one.id) >= LEAST_PEOPLE);
  const largest = new Set(told.toSorted((one, other) => sizeOf(other.id) - sizeOf(one.id)).slice(0, MOST_TRIBES));
  const tribes = told.filter((one) => largest.has(one));
  const numbersOf = new Map<number, number[]>();
  tribes.forEach(({ id }, number) => {
    for (const person of members.get(id) ?? []) numbersOf.set(person, [...(numbersOf.get(person) ?? []), number]);
  });
  const nowhere: readonly number[] = [];
  const tribesOf = (person: number): readonly number[] => numbersOf.get(person) ?? nowhere;
  const reaches = needReaches(needs, { people, tribesOf, tribes: tribes.length, seed });
  const ordered = needs.flatMap((need, place) => {
    const reach = reaches[place];
    return reach === undefined ? [] : [{ ...need, reach }];
  }).sort((one, other) => other.reach.tribes - one.reach.tribes || other.askers.length - one.askers.length || (one.group < other.group ? -1 : 1));
  const shown = ordered.slice(page * size, (page + 1) * size);
  const typical = new Map(shown.map(({ group, pieces }) => [group, typicalPiece(pieces)]));
  const texts = messageTexts(project, [...typical.values()]);
  const wordsOf = commonWords(project);
  const asking = people.map(tribesOf);
  return {
    lens, left: told.length - tribes.length, brand: brand?.name ?? null, people: people.length, unassigned: asking.filter((own) => own.length === 0).length, total: ordered.length, draws: NEED_DRAWS,
    tested: reaches.filter(({ p }) => p !== null).length, beyondChance: reaches.filter(({ beyondChance }) => beyondChance).length,
    tribes: tribes.map((tribe, number) => {
      const own = asking.filter((numbers) => numbers.includes(number)).length;
      return { id: tribe.id, lens: tribe.lens, name: tribe.name, ...tribeFace(tribe), size: sizeOf(tribe.id), asking: own < LEAST_PEOPLE ? null : own };
    }),
    needs: shown.map(({ group, pieces, askers, reach }) => {
      const [first] = pieces;
      const typicalId = typical.get(group) ?? 0;
      return {
        group, kind: ASKING.find((kind) => kind === first?.kind) ?? 'question', text: texts.get(typicalId) ?? '', words: wordsOf(texts.get(typicalId) ?? ''), typicalId, people: askers.length, messages: new Set(pieces.map(({ messageId }) => messageId)).size, messageIds: idsOf(pieces), ...reach,
        answered: answeredPeople(pieces), entered: peopleWith(pieces, () => true, ({ routeState }) => ENTERED.includes(routeState)), changed: peopleWith(pieces, () => true, ({ routeState }) => CHANGED.includes(routeState)),
        cells: tribes.map(({ id }, number): Cell => {
          const own = pieces.filter(({ accountId }) => tribesOf(accountId).includes(number));
          const count = new Set(own.map(({ accountId }) => accountId)).size;
          return count < LEAST_PEOPLE ? { tribe: id, people: null, answered: null, messageIds: [] } : { tribe: id, people: count, answered: answeredPeople(own), messageIds: idsOf(own) };
        }),
      };
    }),
  };
}

/** The words of a text that at least five people use, in the order of the text, at most four; of the language in which most are. */
function commonWords(project: ProjectDatabase): (text: string) => string[] {
  const languages = READ_LANGUAGES.map((language) => ({ reader: termReader(language), shown: new Map(storedTerms(project, language).map(({ stem, shown }) => [stem, shown])) }));
  return (text) => {
    const found = languages.map(({ reader, shown }) => reader.topicOf(text).flatMap((stem) => shown.get(stem) ?? []));
    return found.reduce((best, words) => (words.length > best.length ? words : best), []).slice(0, MOST_WORDS);
  };
}

/** The message most like the others of its group; the earliest by number of those alike. */
function typicalPiece(pieces: readonly NeedPiece[]): number {
  return pieces.reduce<NeedPiece | null>((best, piece) => (best === null || piece.likeness > best.likeness ? piece : best), null)?.messageId ?? 0;
}
