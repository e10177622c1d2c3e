import type { OperationValue } from '../../contract/operations.ts';
import { INTENTS, SENTIMENTS } from '../../domain/model/codes.ts';
import type { Reading } from '../../domain/model/reading.ts';
import { checkScores, type CheckedMessage, type CheckScores } from '../../domain/reading-check/check-scores.ts';
import { confusionTable, type ConfusedMessage } from '../../domain/reading-check/confusion-table.ts';
import { scoreDifference, type TwiceRead } from '../../domain/reading-check/score-difference.ts';
import { layerVersionInForce } from '../../store/reading-layer-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { byIntents, bySentiment, checkedReadings, type CheckedReading, type LayerGroups } from './checked-reading.ts';

type Scores = OperationValue<'check.scores'>;
type Effect = Scores['effect'];

const SEED = 1;
const LANGUAGES = ['all', 'it', 'en'] as const;

const written = ({ labels, ...rest }: CheckScores): Scores['scores'][number]['intents'] => ({ ...rest, labels: labels.map((label) => ({ ...label })) });

const tonesOf = (messages: readonly CheckedReading[], readingOf: (message: CheckedReading) => Reading): CheckedMessage[] => messages.flatMap((message) => bySentiment(message, readingOf(message)) ?? []);

/** What a layer would change: mean F1 of intents and of tones, without it and with one trained on other folds. */
export function layerEffect(messages: readonly CheckedReading[]): Effect {
  const difference = (twice: readonly TwiceRead[], codes: readonly string[]): Effect['intents'] => {
    const found = scoreDifference(twice, codes, SEED);
    return found === null ? null : { ...found, labels: [...found.labels] };
  };
  return {
    intents: difference(messages.map((message) => ({ before: byIntents(message, message.plain), after: byIntents(message, message.layered) })), INTENTS),
    sentiments: difference(messages.flatMap((message) => {
      const [before, after] = [bySentiment(message, message.plain), bySentiment(message, message.layered)];
      return before === null || after === null ? [] : [{ before, after }];
    }), SENTIMENTS),
  };
}

/** The groups that a layer may move: those whose mean F1 it does not lower, as far as can be measured. */
export function groupsToMove({ intents, sentiments }: Effect): LayerGroups {
  return { intents: intents === null || intents.difference >= 0, sentiments: sentiments === null || sentiments.difference >= 0 };
}

/** Scores of the reading as it is: with the project's layer where one holds, cross-fitted, else alone. */
export async function scoredReading(project: ProjectDatabase): Promise<Omit<Scores, 'status'>> {
  const { messages, covered, unread } = await checkedReadings(project);
  const adapted = layerVersionInForce(project) !== null;
  const readingOf = ({ plain, layered }: CheckedReading): Reading => (adapted ? layered : plain);
  const effect = layerEffect(messages);
  const groups = groupsToMove(effect);
  const confused = messages.map((message): ConfusedMessage & { readonly tone: ConfusedMessage | null } => {
    const tone = bySentiment(message, readingOf(message));
    const { said, truth, weight } = byIntents(message, readingOf(message));
    return { id: message.messageId, said, truth, weight, tone: tone === null ? null : { id: message.messageId, said: tone.said, truth: tone.truth, weight } };
  });
  const cells = <Code extends string>(from: readonly ConfusedMessage[], codes: readonly Code[]): { said: Code; truth: Code; n: number; share: number; messageIds: number[] }[] =>
    confusionTable(from, codes).map(({ ids, said, truth, ...cell }) => ({ ...cell, said: said as Code, truth: truth as Code, messageIds: [...ids] }));
  return {
    covered, unread, adapted, effect, offered: groups.intents || groups.sentiments,
    scores: LANGUAGES.map((language) => {
      const own = language === 'all' ? messages : messages.filter((message) => message.language === language);
      return {
        language,
        intents: written(checkScores(own.map((message) => byIntents(message, readingOf(message))), INTENTS, SEED)),
        sentiments: written(checkScores(tonesOf(own, readingOf), SENTIMENTS, SEED)),
      };
    }),
    confusion: { intents: cells(confused, INTENTS), sentiments: cells(confused.flatMap(({ tone }) => tone ?? []), SENTIMENTS) },
  };
}
