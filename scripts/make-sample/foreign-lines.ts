import { textGroups } from './library.ts';

/** Comments in languages that are recognised and counted but not read, taken in turn from French, German and Spanish. */
export function foreignLines(): { text: string; language: 'fr' | 'de' | 'es' }[] {
  const groups = textGroups('foreign');
  const linesOf = (language: 'fr' | 'de' | 'es'): { text: string; language: 'fr' | 'de' | 'es' }[] =>
    (groups.find((group) => group.section === language)?.comments ?? []).map((text) => ({ text, language }));
  const [french, german, spanish] = [linesOf('fr'), linesOf('de'), linesOf('es')];
  return french.flatMap((line, at) => [line, german[at], spanish[at]].filter((found) => found !== undefined));
}
