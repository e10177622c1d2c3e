const RUN = /[\u0080-\u00ff]{2,}/g;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A text of a Facebook or Instagram download as its author wrote it: these files write every byte of a UTF-8 character as
 * a character of its own (`caffÃ¨`). Only runs of such characters that are valid UTF-8 are put together, so a text that was
 * right before stays as it is.
 * @example repairedText('caff\u00c3\u00a8') // 'caffè'
 */
export function repairedText(text: string): string {
  return text.replace(RUN, (run) => {
    try {
      return UTF8.decode(Uint8Array.from(run, (sign) => sign.charCodeAt(0)));
    } catch {
      return run;
    }
  });
}

/** A JSON value with every text and every key repaired by {@link repairedText}; objects of the result have no prototype. */
export function repairedValue(value: unknown): unknown {
  if (typeof value === 'string') return repairedText(value);
  if (Array.isArray(value)) return value.map(repairedValue);
  if (typeof value !== 'object' || value === null) return value;
  const repaired = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) repaired[repairedText(key)] = repairedValue(member);
  return repaired;
}
