import type { TFunction } from 'i18next';
import type { Formats } from '../../../domain/wording/formats.ts';
import type { Preview } from './import-draft.ts';

/** A warning about a file in the reader's words, its figures written as the reader writes them. */
export function warningText({ code, count, names }: Preview['warnings'][number], t: TFunction<'importing'>, formats: Formats): string {
  return t(`warning.${code}`, { n: count === null ? '' : formats.count(count), names: formats.list(names) });
}
