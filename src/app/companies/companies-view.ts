import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { COMPANY_BASES, type CompanyBasis } from '../../domain/model/company.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { askerCounts } from '../../domain/response/response-floors.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { timedFor, waitColumns } from '../../domain/response/wait-columns.ts';
import { kaplanMeier } from '../../domain/stats/kaplan-meier.ts';
import { restrictedMean } from '../../domain/stats/restricted-mean.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { MOST_OPENED } from '../trust/openable-messages.ts';
import { businessPreset } from './company-records.ts';
import { knownCompanies, type CompanyMember, type KnownCompanies } from './known-companies.ts';
import { smallShare, type SmallShare } from './small-share.ts';

type View = OperationValue<'companies.list'>;

const DAY_SECONDS = 86_400;
const WEEK_DAYS = 7;
const DEFAULT_HOURS = 24;
const MEMBERS_SHOWN = 20;

/** Requests answered by a time, of those watched that long or answered before; null without any. */
function answeredBy(requests: readonly RequestEpisode[], seconds: number): SmallShare | null {
  const watched = requests.filter(({ waitedSeconds, censored }) => waitedSeconds !== null && (!censored || waitedSeconds >= seconds));
  return watched.length === 0 ? null : smallShare(watched.filter(({ waitedSeconds, censored }) => !censored && (waitedSeconds ?? 0) <= seconds).length, watched.length);
}

function waiting(requests: readonly RequestEpisode[], horizonDays: number, companyOfAccount: ReadonlyMap<number, string>): View['effect']['before'] {
  const people = new Set(requests.flatMap(({ askerId }) => (askerId === null ? [] : [askerId])));
  const companies = new Set([...people].flatMap((id) => companyOfAccount.get(id) ?? []));
  const horizonSeconds = horizonDays * DAY_SECONDS;
  const timed = timedFor(requests, horizonSeconds);
  const columns = waitColumns(timed);
  return {
    requests: requests.length, people: people.size, companies: companies.size,
    withinDay: answeredBy(timedFor(requests, DAY_SECONDS), DAY_SECONDS), withinHorizon: answeredBy(timed, horizonSeconds),
    meanSeconds: askerCounts(timed).tooFew ? null : restrictedMean(kaplanMeier(columns.waitedSeconds, columns.answered), horizonSeconds),
  };
}

/** People who write under a scope and ask: those who speak for a brand, or for a firm that is none, are asked; companies keep those who are left of them. */
function outsiders(scope: ResolvedScope): KnownCompanies {
  const { companies, without } = knownCompanies(scope);
  const asks = ({ speaksForBrand }: CompanyMember): boolean => speaksForBrand === 0;
  return {
    companies: companies.map((company) => ({ ...company, members: company.members.filter(asks) })).filter(({ members }) => members.length > 0),
    without: without.filter(asks),
  };
}

/** How many people write under a scope, of how many a company is known, and how many companies that is. */
export function companiesWriting(scope: ResolvedScope): NonNullable<OperationValue<'business.get'>['writing']> {
  const { companies, without } = outsiders(scope);
  const known = companies.reduce((sum, { members }) => sum + members.length, 0);
  return { people: known + without.length, known, companies: companies.length };
}

/** Companies with their people and requests, and the requests as they are found without the preset and with it. */
export function companiesView(scope: ResolvedScope, { page, size, tried: wanted }: Pick<OperationRequest<'companies.list'>, 'tried'> & { readonly page: number; readonly size: number }): View {
  const preset = businessPreset(scope.project);
  const tried = wanted ?? { followUpHours: preset.followUpHours, horizonDays: preset.horizonDays };
  const { companies: outside, without: rest } = outsiders(scope);
  const companyOfAccount = new Map(outside.flatMap(({ key, members }) => members.map(({ accountId }) => [accountId, key] as const)));
  const before = countedRequests(episodesOf(scope, { followUpHours: DEFAULT_HOURS }));
  const after = countedRequests(episodesOf(scope, { followUpHours: tried.followUpHours }));
  const everybody = [...outside.flatMap(({ members }) => members), ...rest];
  return {
    preset, tried, total: outside.length, people: everybody.length,
    bases: Object.fromEntries(COMPANY_BASES.map((basis) => [basis, everybody.filter((member) => member.basis === basis).length])) as Record<CompanyBasis, number>,
    companies: outside.slice(page * size, (page + 1) * size).map(({ key, name, members }) => {
      const asked = after.filter(({ askerId }) => askerId !== null && companyOfAccount.get(askerId) === key);
      return {
        key, name, basis: members.find(({ basis }) => basis === 'hand')?.basis ?? members[0]?.basis ?? 'none', people: members.length, messages: members.reduce((sum, { messages }) => sum + messages, 0),
        requests: asked.length, answered: answeredBy(asked, tried.horizonDays * DAY_SECONDS), messageIds: asked.slice(0, MOST_OPENED).map(({ messageId }) => messageId),
        members: members.slice(0, MEMBERS_SHOWN).map(({ accountId, name: person, messages, basis }) => ({ accountId, name: person ?? '', messages, basis })),
      };
    }),
    without: rest.slice(0, size).map(({ accountId, name, messages }) => ({ accountId, name: name ?? '', messages })),
    effect: { before: waiting(before, WEEK_DAYS, companyOfAccount), after: waiting(after, tried.horizonDays, companyOfAccount) },
  };
}
