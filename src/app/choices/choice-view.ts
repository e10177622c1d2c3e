import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { UNSEEN_CHOICE_REASONS } from '../../domain/response/decision-moments.ts';
import { arrivalEpisodes, decisionOrder, decisionPresence } from '../../domain/response/decision-figures.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { survivalGroup } from '../../domain/response/survival-group.ts';
import type { ToneDrawing } from '../../domain/reading-check/corrected-tone.ts';
import { messageTone } from '../../domain/reading-check/message-tone.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { choiceConversations, messagesThat, tonesOf } from '../../store/choice-queries.ts';
import { messagesById } from '../../store/message-queries.ts';
import { brandNames } from '../../store/overview-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { namesBrand } from '../../store/tribe-people.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { DECISION_FORMS } from '../../text/decision-rules.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { choiceMoments, type ChoiceMoment } from './choice-moments.ts';

/** What the room shows of moments of choice, but for the page of its list. */
export type ChoiceFigures = Omit<OperationValue<'response.decisions'>, 'total' | 'list' | 'correction'> & { readonly rows: readonly ChoiceRow[] };
type ChoiceRow = Omit<OperationValue<'response.decisions'>['list'][number], 'text' | 'authorName' | 'network' | 'container'>;

const WEEK_SECONDS = 604_800;
const MOST_IDS = 5000;
const MOST_TRIBES = 12;
/** The curve needs no interval of its mean. */
const CURVE_DRAWS = 1;

const idsOf = (moments: readonly ChoiceMoment[]): number[] => moments.slice(0, MOST_IDS).map(({ asked }) => asked.messageId);

/** Tribes of the people who answer, those with most of them first; under five people of a tribe nothing is told of it. */
function answeringTribes(project: ProjectDatabase, moments: readonly ChoiceMoment[]): ChoiceFigures['tribes'] {
  const members = tribeMembers(project);
  const answering = moments.map(({ peerMessages }) => new Set(peerMessages.flatMap(({ authorId }) => authorId ?? [])));
  const everybody = new Set(answering.flatMap((people) => [...people]));
  const found = listedTribes(project).filter(({ lens, hidden }) => lens !== 'value' && !hidden).map(({ id, lens, name, title }) => {
    const own = new Set(members.get(id) ?? []);
    const people = [...everybody].filter((person) => own.has(person)).length;
    const isTold = people >= LEAST_PEOPLE;
    return { id, lens, name, title, people: isTold ? people : null, moments: isTold ? answering.filter((one) => [...one].some((person) => own.has(person))).length : null };
  });
  return found.filter(({ people }) => people !== null).sort((one, other) => (other.people ?? 0) - (one.people ?? 0) || (one.id < other.id ? -1 : 1)).slice(0, MOST_TRIBES);
}

/** Moments of choice under a scope: how many, who came into them, how soon the brand did, what is said of it there. Plain JSON. */
export function choiceFigures(scope: ResolvedScope, { seed, maxSteps, drawing }: Pick<OperationRequest<'response.decisions'>, 'seed' | 'maxSteps'> & { readonly drawing: ToneDrawing | null }): ChoiceFigures {
  const { project, brand } = scope;
  const moments = choiceMoments(scope);
  const seen = moments.filter(({ unseen }) => unseen === null);
  const naming = brand === null ? null : namesBrand(brand.name, brand.id);
  const peerIds = moments.flatMap(({ peerMessages }) => peerMessages.map(({ id }) => id));
  const named = naming === null ? new Set<number>() : messagesThat(project, [...peerIds, ...moments.flatMap(({ asked, mergedIds }) => [asked.messageId, ...mergedIds])], naming);
  const aboutIds = [...new Set(peerIds)].filter((id) => named.has(id)).sort((one, other) => one - other);
  const group = survivalGroup(countedRequests(arrivalEpisodes(moments)), { key: 'all', horizonSeconds: WEEK_SECONDS, seed, draws: CURVE_DRAWS });
  const every = Math.max(1, Math.ceil(group.steps.length / maxSteps));
  return {
    brand: brand?.name ?? null, moments: moments.length, people: new Set(moments.map(({ asked: { askerId, messageId } }) => askerId ?? `m${messageId}`)).size,
    languages: READ_LANGUAGES.map((language) => ({ language, moments: moments.filter((one) => one.language === language).length })).filter(({ moments: n }) => n > 0),
    forms: DECISION_FORMS.map((form) => ({ form, moments: moments.filter((one) => one.form === form).length })),
    unseen: UNSEEN_CHOICE_REASONS.map((reason) => ({ reason, moments: moments.filter(({ unseen }) => unseen === reason).length })).filter(({ moments: n }) => n > 0),
    presence: decisionPresence(moments),
    messageIds: { all: idsOf(moments), present: idsOf(seen.filter(({ brand: came }) => came !== null)), competitor: idsOf(seen.filter(({ competitor }) => competitor !== null)), peers: idsOf(seen.filter(({ peer }) => peer !== null)), nobody: idsOf(seen.filter(({ brand: came, competitor, peer }) => came === null && competitor === null && peer === null)) },
    competitors: competitorsOf(project, seen),
    arrival: {
      n: group.n, authors: group.authors, tooFew: group.tooFew, answered: group.answered, censored: group.censored, peerFirst: group.peerFirst, medianSeconds: group.medianSeconds, medianLow: group.medianLow, medianHigh: group.medianHigh,
      longestFollowUpSeconds: group.longestSeconds, answeredWithin: group.answeredWithin.map((share) => ({ ...share })), steps: group.steps.filter((_, place) => place % every === 0 || place === group.steps.length - 1),
    },
    tribes: answeringTribes(project, moments),
    about: { messages: aboutIds.length, tone: messageTone(tonesOf(project, aboutIds), drawing), messageIds: aboutIds.slice(0, MOST_IDS) },
    rows: moments.map((moment): ChoiceRow => ({
      messageId: moment.asked.messageId, mergedIds: [...moment.mergedIds], atMs: moment.asked.atMs, form: moment.form, brand: moment.brand === null ? null : { ...moment.brand }, order: decisionOrder(moment), competitors: moment.competitorIds.length,
      peers: moment.peerMessages.length, people: new Set(moment.peerMessages.map(({ id, authorId }) => authorId ?? `m${id}`)).size, namesBrand: [moment.asked.messageId, ...moment.mergedIds].some((id) => named.has(id)), unseen: moment.unseen,
    })),
  };
}

/** The other brands that answered, by moments. */
function competitorsOf(project: ProjectDatabase, moments: readonly ChoiceMoment[]): ChoiceFigures['competitors'] {
  const wanted = new Set(moments.flatMap(({ competitorIds }) => competitorIds));
  if (wanted.size === 0) return [];
  const brandOf = new Map(choiceConversations(project, [...new Set(moments.filter(({ competitorIds }) => competitorIds.length > 0).map(({ asked }) => asked.rootId))]).flatMap(({ id, brandId }) => (wanted.has(id) && brandId !== null ? [[id, brandId] as const] : [])));
  const counts = new Map<number, number>();
  for (const { competitorIds } of moments) for (const id of new Set(competitorIds.flatMap((one) => brandOf.get(one) ?? []))) counts.set(id, (counts.get(id) ?? 0) + 1);
  const names = new Map(brandNames(project).map(({ id, name }) => [id, name]));
  return [...counts].map(([id, count]) => ({ brand: names.get(id) ?? '', moments: count })).sort((one, other) => other.moments - one.moments || (one.brand < other.brand ? -1 : 1));
}

/** One page of moments, newest first, with the texts that are shown of them. */
export function choicePage(project: ProjectDatabase, rows: readonly ChoiceRow[], { page, size, show }: Pick<OperationRequest<'response.decisions'>, 'page' | 'size' | 'show'>): Pick<OperationValue<'response.decisions'>, 'total' | 'list'> {
  const chosen = rows.filter(({ brand, unseen }) => show === 'all' || (show === 'unseen' ? unseen !== null : unseen === null && (show === 'present') === (brand !== null)))
    .toSorted((one, other) => (other.atMs ?? -Infinity) - (one.atMs ?? -Infinity) || one.messageId - other.messageId);
  const shown = chosen.slice(page * size, (page + 1) * size);
  const messages = new Map(messagesById(project, shown.map(({ messageId }) => messageId)).map((message) => [message.messageId, message]));
  return { total: chosen.length, list: shown.map((row) => {
    const message = messages.get(row.messageId);
    return { ...row, mergedIds: [...row.mergedIds], text: message?.text ?? '', authorName: message?.authorName ?? null, network: message?.network ?? '', container: message?.container ?? null };
  }) };
}
