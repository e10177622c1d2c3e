declare const TRIBUNA_BUILT_ON: string | undefined;

/** The day on which this program was built, `2026-11-27`; null where it runs from its sources. Set by the build. */
export function builtOn(): string | null {
  return typeof TRIBUNA_BUILT_ON === 'undefined' ? null : TRIBUNA_BUILT_ON;
}
