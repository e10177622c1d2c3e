/**
 * A language's name in the reader's language; codes that name no language are returned as they are.
 * @example languageName('it', 'en') // 'Italian'
 */
export function languageName(code: string, readerLanguage: string): string {
  try {
    return new Intl.DisplayNames([readerLanguage], { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
