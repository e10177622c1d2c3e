/** Words with their first letter as at the beginning of a sentence; empty words stay empty. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
