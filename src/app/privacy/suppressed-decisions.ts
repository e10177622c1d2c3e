import { cleanedJson, type JsonObject, type JsonTraces } from '../../domain/privacy/cleaned-json.ts';
import { withoutNames } from '../../domain/privacy/person-words.ts';
import { withoutPassages } from '../../domain/privacy/quoted-passages.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { DecisionsFile } from '../decisions/decisions-file.ts';
import type { DecisionItem } from '../decisions/section-rule.ts';
import { accountHash, hashedMatcher, hashedPassages, messageHash, suppressionList } from './suppression-list.ts';

/** What is asked of a text that may be a key: `network id` or `network kind id`. */
function keyParts(text: string): { readonly network: string; readonly names: readonly string[] } | null {
  const [network, second, ...rest] = text.split(' ');
  if (network === undefined || second === undefined) return null;
  return { network, names: [[second, ...rest].join(' '), ...(rest.length === 0 ? [] : [rest.join(' ')])] };
}

/**
 * A file of decisions without what it says of erased persons: decisions about them or what they wrote are left out, their
 * names and the passages that others quoted are taken from what people wrote down. The file itself where nobody is on the list.
 */
export function withoutSuppressed(project: ProjectDatabase, file: DecisionsFile): DecisionsFile {
  const list = suppressionList(project);
  const { key, persons } = list;
  if (persons.length === 0) return file;
  const accounts = new Set(persons.flatMap((person) => person.accounts));
  const messages = new Set(persons.flatMap((person) => Object.keys(person.messages)));
  const passages = persons.flatMap(({ quoting }) => Object.values(quoting).flat());
  const matchers = [...new Set(persons.flatMap(({ names }) => names.map(({ network }) => network)))].map((network) => hashedMatcher(list, network));
  const isTheirs = (network: string, name: string): boolean => accounts.has(accountHash(key, network, name)) || messages.has(messageHash(key, network, name));
  const isAbout = (value: JsonObject): boolean => Object.entries(value).some(([field, network]) => typeof network === 'string' && /network/i.test(field) && Object.entries(value).some(([, name]) => typeof name === 'string' && isTheirs(network, name)));
  const traces: JsonTraces = {
    isAbout, isRow: () => false,
    isKey(text) {
      const parts = text.length > 1000 ? null : keyParts(text);
      return parts !== null && parts.names.some((name) => isTheirs(parts.network, name));
    },
    cleaned: (text) => matchers.reduce((left, matcher) => withoutNames(left, matcher).text, withoutPassages(text, hashedPassages(key, text, passages))),
  };
  const left = (items: readonly DecisionItem[]): DecisionItem[] => items.flatMap((item) => {
    const { value, changed, isGone } = cleanedJson(item as JsonObject, traces);
    const kept = changed ? (value as DecisionItem) : item;
    return isGone ? [] : [kept];
  });
  return { ...file, sections: new Map([...file.sections].map(([section, items]) => [section, left(items)])) };
}
