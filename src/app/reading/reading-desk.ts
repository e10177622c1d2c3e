import type { Direction, ReadableText, Reading } from '../../domain/model/reading.ts';
import { labelDecisions } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messagesToRead, type UnreadMessage } from '../../store/reading-queries.ts';
import { sampledMessages } from '../../store/reading-sample.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import type { Analysis } from '../../text/analysis.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import { createReader } from '../../text/reader.ts';
import type { OwnRules, ReadText } from '../../text/text-reader.ts';
import { projectReaderOptions, readingDefinition } from '../analyse/project-reader.ts';

/** Messages read to estimate what a change would do. */
export const SAMPLE_SIZE = 2000;
/** Messages read before others get their turn. */
const TURN = 50;

/** A message of the sample: how it is read under the rules in force, and what rules look at. */
export interface SampledReading {
  readonly message: UnreadMessage;
  readonly reading: Reading;
  /** Null where no rule is ever asked: no text, or a language that is not read. */
  readonly seen: { readonly analysis: Analysis; readonly language: ReadLanguage; readonly direction: Direction } | null;
}

/** A project's sample, read. */
export interface ReadSample {
  readonly population: number;
  readonly readings: readonly SampledReading[];
}

/** A reader kept at hand for one project, as it reads now. */
export interface ReadingDesk {
  /** The rules in force; null without any. */
  readonly rules: OwnRules | null;
  readonly textOf: (message: UnreadMessage) => ReadableText;
  readonly read: (message: UnreadMessage) => Reading;
  readonly explain: (message: UnreadMessage) => ReadText | null;
  /** Reads with other rules in place of those in force. */
  readonly readWith: (message: UnreadMessage, rules: OwnRules) => Reading;
  /** The sample of a seed, read once and kept until the data change; messages that a person labelled are left out. Throws what `stopped` throws. */
  readonly sample: (seed: number, stopped: () => void) => Promise<ReadSample>;
}

function createDesk(project: ProjectDatabase): ReadingDesk {
  const options = projectReaderOptions(project);
  const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
  const inForce = options.rules ?? null;
  let used: OwnRules | null = inForce;
  let seen: SampledReading['seen'] = null;
  const reader = createReader({
    ...options,
    rules: {
      hits: (analysis, language, direction) => {
        seen = { analysis, language, direction };
        return used?.hits(analysis, language, direction) ?? [];
      },
    },
  });
  const textOf = ({ id, text, atMs, languageTag, direction }: UnreadMessage): ReadableText => ({
    id: String(id), text: text ?? '', direction, timeZone, ...(atMs === null ? {} : { atMs }), ...(languageTag === null ? {} : { sourceLanguage: languageTag }),
  });
  // what the latest reading showed the rules; read through a function, because it changes behind the reader
  const shown = (): SampledReading['seen'] => seen;
  let kept: { readonly key: string; readonly sample: Promise<ReadSample> } | null = null;
  const readSample = async (seed: number, stopped: () => void): Promise<ReadSample> => {
    const { population, ids } = sampledMessages(project, { size: SAMPLE_SIZE, seed });
    const byHand = new Set(labelDecisions(project, ids).filter(({ intents, acts }) => intents !== null || acts !== null).map(({ messageId }) => messageId));
    const readings: SampledReading[] = [];
    for (let from = 0; from < ids.length; from += TURN) {
      for (const message of messagesToRead(project, ids.slice(from, from + TURN))) {
        seen = null;
        const reading = reader.read(textOf(message));
        readings.push({ message, reading, seen: byHand.has(message.id) ? null : shown() });
      }
      // lets cancellation and other questions through
      await new Promise((resolve) => setImmediate(resolve));
      stopped();
    }
    return { population, readings };
  };
  return {
    rules: inForce, textOf,
    read: (message) => reader.read(textOf(message)),
    explain: (message) => reader.explain(textOf(message)),
    readWith: (message, rules) => {
      used = rules;
      try {
        return reader.read(textOf(message));
      } finally {
        used = inForce;
      }
    },
    async sample(seed, stopped) {
      const key = `${String(dataVersionOf(project))} ${String(seed)}`;
      if (kept?.key === key) return kept.sample;
      const made = readSample(seed, stopped);
      kept = { key, sample: made };
      made.catch(() => {
        if (kept?.sample === made) kept = null;
      });
      return made;
    },
  };
}

const desks = new WeakMap<ProjectDatabase, { readonly definition: string; readonly desk: ReadingDesk }>();

/** The desk of a project: made with the first question, and anew when what shapes readings changed. Making one takes some tenths of a second. */
export function readingDesk(project: ProjectDatabase): ReadingDesk {
  const definition = readingDefinition(project);
  const known = desks.get(project);
  if (known?.definition === definition) return known.desk;
  const desk = createDesk(project);
  desks.set(project, { definition, desk });
  return desk;
}
