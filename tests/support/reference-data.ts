/** Folder of labelled reference data that is not part of the project, or null where a machine has none. */
export function referenceData(): string | null {
  return process.env['TRIBUNA_REFERENCE_DATA'] ?? null;
}
