import { templateReplies } from '../../domain/response/template-replies.ts';
import type { ReadableText } from '../../domain/model/reading.ts';
import {
  applyLabelDecisions, deleteMisdirectedReadings, deleteReadings, markTemplates, outboundTexts, storeReadings, unreadCount, unreadMessages,
} from '../../store/reading-queries.ts';
import { restoreDroppedReadings } from '../../store/vanished-texts.ts';
import { settingOf, stageState, startStage } from '../../store/stage-queries.ts';
import { projectReader, readingDefinition } from './project-reader.ts';
import { throwIfCancelled, type Stage } from './stage.ts';

const BATCH = 2000;

/**
 * Reads every message that has no reading yet, in batches of 2,000, one transaction each: stopping between batches
 * loses nothing. A new reader version reads everything again; a changed role reads that account's messages again.
 */
export const readStage: Stage = {
  name: 'read',
  definition: readingDefinition,
  async run(project, _options, call) {
    // 1. what no longer holds goes
    const definitionVersion = readingDefinition(project);
    if (stageState(project, 'read')?.definitionVersion === definitionVersion) deleteMisdirectedReadings(project);
    else {
      project.connection.transaction(() => {
        deleteReadings(project);
        // what is read from here on is this reader's: a stopped stage goes on where it ended instead of starting anew
        startStage(project, { name: 'read', definitionVersion });
      }).immediate();
    }
    // 2. read what is left, in id order
    const reader = projectReader(project);
    const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
    const total = unreadCount(project);
    let done = 0;
    let lastId = 0;
    for (;;) {
      throwIfCancelled(call);
      const messages = unreadMessages(project, lastId, BATCH);
      const last = messages.at(-1);
      if (last === undefined) break;
      lastId = last.id;
      const texts = messages.map(({ id, text, atMs, languageTag, direction }): ReadableText => ({
        id: String(id), text: text ?? '', direction, timeZone, ...(atMs === null ? {} : { atMs }), ...(languageTag === null ? {} : { sourceLanguage: languageTag }),
      }));
      storeReadings(project, reader.readMany(texts).map((reading, position) => ({ reading, direction: messages[position]?.direction ?? 'inbound' })));
      done += messages.length;
      call.onProgress({ phase: 'read', done, total, unit: 'messages' });
      // lets cancellation and progress messages through
      await new Promise((resolve) => setImmediate(resolve));
    }
    project.connection.transaction(() => restoreDroppedReadings(project)).immediate();
    // 3. near-duplicates among a brand's own replies, which no single text can show
    markTemplates(project, templateReplies([...outboundTexts(project)]));
    // 4. what a person decided wins
    applyLabelDecisions(project);
    return done;
  },
};
