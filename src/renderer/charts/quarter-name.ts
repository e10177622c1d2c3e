import type { ChartVoice } from './chart-voice.ts';

/**
 * A quarter as people write it, from a key such as "2025-Q3": "3° trim. 2025" beside a mark, "3° trimestre 2025" in full inside a
 * sentence; "Q3 2025" in English. Italian sentences put the article before it.
 */
export function quarterName(key: string, voice: Pick<ChartVoice, 'text'>, inFull = false): string {
  const [year = '', quarter = ''] = key.split('-Q');
  return voice.text(`charts.${inFull ? 'quarterFull' : 'quarter'}`, { year, quarter });
}
