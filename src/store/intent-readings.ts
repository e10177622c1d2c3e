import type { Intent } from '../domain/model/codes.ts';
import { intentProbabilities } from './open-requests.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What the reader gave a message: its language and how likely each intent is. */
export interface IntentReading {
  readonly language: string;
  readonly probabilities: Partial<Record<Intent, number>>;
}

/** Readings by message; those without probabilities are absent. */
export function intentReadings(project: ProjectDatabase, messageIds: readonly number[]): Map<number, IntentReading> {
  const languages = new Map(project.connection.prepare('SELECT message_id, language FROM reading WHERE message_id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(messageIds)) as [number, string][]);
  return new Map([...intentProbabilities(project, messageIds)].map(([id, probabilities]) => [id, { language: languages.get(id) ?? '', probabilities }]));
}
