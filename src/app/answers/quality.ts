import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { answerQuality, type JudgedAnswer } from '../../domain/answers/answer-quality.ts';
import { publishedWait } from '../../domain/answers/published-wait.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { localQuarters } from '../../domain/model/local-quarters.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { judgedAnswers, type PickableAnswer } from './judged-answers.ts';

type Value = OperationValue<'response.quality'>;

function group(key: string, answers: readonly JudgedAnswer[]): Value['groups'][number] {
  const { acts, after, ...quality } = answerQuality(answers);
  return { key, ...quality, acts: acts === null ? null : { ...acts }, after: after === null ? null : { ...after } };
}

/** The quarter an answer was given in, by its time in the project's zone. */
export function quarterReader(scope: ResolvedScope, answers: readonly PickableAnswer[]): { readonly quarters: { readonly key: string; readonly startMs: number; readonly endMs: number }[]; readonly keyOf: (answer: PickableAnswer) => string | null } {
  const times = answers.flatMap(({ answeredAtMs }) => answeredAtMs ?? []);
  if (times.length === 0) return { quarters: [], keyOf: () => null };
  const span = times.reduce(({ fromMs, toMs }, atMs) => ({ fromMs: Math.min(fromMs, atMs), toMs: Math.max(toMs, atMs) }), { fromMs: Infinity, toMs: -Infinity });
  const quarters = localQuarters({ ...span, timeZone: settingOf(scope.project, 'time_zone') ?? 'Europe/Rome' });
  return { quarters, keyOf: ({ answeredAtMs }) => (answeredAtMs === null ? null : (quarters.find(({ startMs, endMs }) => answeredAtMs >= startMs && answeredAtMs < endMs)?.key ?? null)) };
}

/** How good the first answers are: together, by kind of request, by quarter; and the wait usually published beside the one that counts everybody. */
export function responseQuality(scope: ResolvedScope, { horizonSeconds, seed: _seed, ...rule }: OperationRequest<'response.quality'>): Value {
  const answers = judgedAnswers(scope, rule);
  const { quarters, keyOf } = quarterReader(scope, answers);
  const byQuarter = new Map<string, PickableAnswer[]>();
  for (const answer of answers) {
    const key = keyOf(answer);
    if (key === null) continue;
    const own = byQuarter.get(key);
    if (own === undefined) byQuarter.set(key, [answer]);
    else own.push(answer);
  }
  return {
    horizonSeconds,
    groups: [group('all', answers), ...REQUEST_INTENTS.map((intent) => group(intent, answers.filter(({ intents }) => intents.includes(intent))))],
    quarters: quarters.map(({ key, startMs, endMs }) => {
      const { n, tooFew, acts } = answerQuality(byQuarter.get(key) ?? []);
      return { key, startMs, endMs, n, tooFew, deflect: acts?.deflect ?? null, template: acts?.template ?? null };
    }),
    published: publishedWait(countedRequests(episodesOf(scope, rule)), horizonSeconds),
  };
}
