/**
 * One text for one content, whatever the order in which its parts are named: two decisions that say the same have the same
 * text. Parts that are undefined are left out, as JSON leaves them out. Linear in the size of the content.
 * @example contentText({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function contentText(content: unknown): string {
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, ordered(part)]));
  };
  return JSON.stringify(ordered(content)) ?? 'null';
}
