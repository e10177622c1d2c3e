/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as JSON has it. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** What tells a person in something written down. */
export interface JsonTraces {
  /** A text that is a key of the person or of something they wrote, and nothing else. */
  readonly isKey: (text: string) => boolean;
  /** A row number, by the name of the field it stands in. */
  readonly isRow: (field: string, value: number) => boolean;
  /** An object that names the person by several of its fields together. */
  readonly isAbout: (value: JsonObject) => boolean;
  /** The text without the person; the same text where nothing of them is in it. */
  readonly cleaned: (text: string) => string;
}

/** What is left of a value, and whether anything changed; `isGone` = the value was about the person. */
export interface CleanedJson {
  readonly value: JsonValue;
  readonly changed: boolean;
  readonly isGone: boolean;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** JSON that stands in a text, as bodies of records do in the journal; null where the text is none. */
function inner(text: string): JsonValue | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

function cleanedText(text: string, traces: JsonTraces): CleanedJson {
  const parsed = inner(text);
  if (parsed !== null) {
    const { value, changed, isGone } = cleanedJson(parsed, traces);
    return { value: changed ? JSON.stringify(value) : text, changed, isGone };
  }
  const value = traces.cleaned(text);
  return { value, changed: value !== text, isGone: traces.isKey(text) };
}

/**
 * JSON without a person. What is about them goes from the list it stands in: a key of theirs, a row of theirs, an object
 * that names them by one of its fields or by several together, at whatever depth outside a further list. Members of an
 * object that are named after them go too. From every other text what it says of them is taken out, in JSON that
 * stands in a text as well. Where the whole is about them `isGone` says so, and whoever keeps it decides. Numbers are row
 * numbers by the name of their field, in a list by that of the list.
 */
export function cleanedJson(value: JsonValue, traces: JsonTraces, field = ''): CleanedJson {
  if (typeof value === 'string') return cleanedText(value, traces);
  if (typeof value === 'number') return { value, changed: false, isGone: traces.isRow(field, value) };
  if (value === null || typeof value === 'boolean') return { value, changed: false, isGone: false };
  if (isList(value)) {
    const members = value.map((member) => cleanedJson(member, traces, field));
    const left = members.filter(({ isGone }) => !isGone);
    return { value: left.map((member) => member.value), changed: left.length < members.length || left.some(({ changed }) => changed), isGone: false };
  }
  const entries = Object.entries(value).map(([name, member]) => ({ name, isNamed: traces.isKey(name), ...cleanedJson(member, traces, name) }));
  const left = entries.filter(({ isNamed }) => !isNamed).map((entry) => ({ ...entry, name: traces.cleaned(entry.name) }));
  return {
    value: Object.fromEntries(left.map((entry) => [entry.name, entry.value])),
    changed: left.length < entries.length || entries.some(({ name, changed }) => changed || traces.cleaned(name) !== name),
    isGone: traces.isAbout(value) || entries.some(({ isNamed, isGone }) => isGone && !isNamed),
  };
}
