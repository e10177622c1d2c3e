import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { intentReadings } from '../../store/intent-readings.ts';
import { allLabelDecisions } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { modelOf } from '../../text/model/model-files.ts';

/** How far every threshold of the reader is moved. */
const STEP = 0.1;
const UNMODELLED_THRESHOLD = 0.5;

/** The same requests as a stricter and as a looser reader would label them. */
export interface RereadRequests {
  readonly stricter: readonly RequestEpisode[];
  readonly looser: readonly RequestEpisode[];
}

function thresholdsOf(language: string): ReadonlyMap<Intent, number> | null {
  if (language !== 'it' && language !== 'en') return null;
  const { outputs, thresholds } = modelOf(language, 'inbound');
  return new Map(REQUEST_INTENTS.map((intent) => [intent, thresholds[outputs.indexOf(intent)] ?? UNMODELLED_THRESHOLD]));
}

/**
 * Requests with every threshold of the reader a tenth higher, and a tenth lower: an intent stands where the likeliest of the request's
 * messages passes. Under a stricter reader a request may lose all its intents and falls out; messages that a looser one would take for requests
 * are not looked for. What a person labelled stays. Null where no probabilities are kept.
 */
export function rereadRequests(project: ProjectDatabase, requests: readonly RequestEpisode[]): RereadRequests | null {
  const readings = intentReadings(project, requests.flatMap(({ messageId, mergedIds }) => [messageId, ...mergedIds]));
  if (readings.size === 0) return null;
  const decided = new Set(allLabelDecisions(project).flatMap(({ messageId, intents }) => (intents === null ? [] : [messageId])));
  const known = new Map<string, ReadonlyMap<Intent, number> | null>();
  const thresholds = (language: string): ReadonlyMap<Intent, number> | null => {
    if (!known.has(language)) known.set(language, thresholdsOf(language));
    return known.get(language) ?? null;
  };
  const passes = (request: RequestEpisode, intent: Intent, step: number): boolean => [request.messageId, ...request.mergedIds].some((id) => {
    const reading = readings.get(id);
    const least = reading === undefined ? undefined : thresholds(reading.language)?.get(intent);
    return least !== undefined && (reading?.probabilities[intent] ?? 0) >= least + step;
  });
  const isSettled = (request: RequestEpisode): boolean => decided.has(request.messageId) || !readings.has(request.messageId);
  return {
    stricter: requests.flatMap((request) => {
      if (isSettled(request)) return [request];
      const intents = request.intents.filter((intent) => passes(request, intent, STEP));
      return intents.length === 0 ? [] : [{ ...request, intents }];
    }),
    looser: requests.map((request) => (isSettled(request) ? request : { ...request, intents: [...request.intents, ...REQUEST_INTENTS.filter((intent) => !request.intents.includes(intent) && passes(request, intent, -STEP))] })),
  };
}
