import { readFileSync } from 'node:fs';
import { templateBreadth } from './grammar.ts';

export type Language = 'it' | 'en';

/** Comments that ask or say the same kind of thing, and what others say to them. */
export interface TextGroup {
  readonly section: string;
  readonly comments: readonly string[];
  /** `>` the brand's public answers. */
  readonly answers: readonly string[];
  /** `~` another person's answers. */
  readonly peers: readonly string[];
  /** `+` what the same person adds while waiting. */
  readonly followUps: readonly string[];
  /** `=` the brand keeping a promise in public. */
  readonly kept: readonly string[];
  /** `!` the asker saying that a promise was not kept. */
  readonly broken: readonly string[];
  /** `?` the asker confirming that it was. */
  readonly confirmed: readonly string[];
}

/** One comment of the library and how often it has been taken. */
export interface LibraryEntry {
  readonly template: string;
  readonly breadth: number;
  readonly group: TextGroup;
  taken: number;
}

const MARKS = { '>': 'answers', '~': 'peers', '+': 'followUps', '=': 'kept', '!': 'broken', '?': 'confirmed' } as const;

function isMark(letter: string): letter is keyof typeof MARKS {
  return Object.hasOwn(MARKS, letter);
}

function emptyGroup(section: string): Record<'comments' | (typeof MARKS)[keyof typeof MARKS], string[]> & { section: string } {
  return { section, comments: [], answers: [], peers: [], followUps: [], kept: [], broken: [], confirmed: [] };
}

/** Reads a file of the library: `# section` lines, comments one a line, marked lines that belong to the comments above them. */
export function textGroups(path: string): TextGroup[] {
  const groups: TextGroup[] = [];
  let section = '';
  let group = emptyGroup(section);
  let marked = false;
  const close = (): void => {
    if (group.comments.length > 0) groups.push(group);
    group = emptyGroup(section);
    marked = false;
  };
  for (const line of readFileSync(new URL(`./texts/${path}.txt`, import.meta.url), 'utf8').split('\n')) {
    const text = line.trim();
    const mark = text.slice(0, 1);
    if (text === '') continue;
    if (mark === '#') {
      section = text.slice(2);
      close();
    } else if (isMark(mark) && text[1] === ' ') {
      group[MARKS[mark]].push(text.slice(2));
      marked = true;
    } else {
      if (marked) close();
      group.comments.push(text);
    }
  }
  close();
  return groups;
}

/** The entries of some files, optionally of one section. */
export function libraryEntries(groups: readonly TextGroup[], section?: string): LibraryEntry[] {
  return groups
    .filter((group) => section === undefined || group.section === section)
    .flatMap((group) => group.comments.map((template) => ({ template, breadth: templateBreadth(template), group, taken: 0 })));
}

/** Values of the slots of a language, from lines `name = a|b|c`. */
export function slotValues(language: Language): Map<string, readonly string[]> {
  const lines = readFileSync(new URL(`./texts/${language}/slots.txt`, import.meta.url), 'utf8').split('\n');
  return new Map(lines.filter((line) => line.includes(' = ')).map((line) => {
    const [name = '', values = ''] = line.split(' = ');
    return [name, values.split('|')];
  }));
}

/** The lists of a file whose sections hold one line of `a|b|c`. */
export function nameLists(): (section: string) => readonly string[] {
  const groups = textGroups('names');
  return (section) => (groups.find((group) => group.section === section)?.comments[0] ?? '').split('|');
}
