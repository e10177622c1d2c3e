import type { DrawnPerson } from '../../store/network-queries.ts';

/** A graph as other programs read it. */
export interface WrittenGraph {
  readonly people: Iterable<DrawnPerson>;
  readonly ties: Iterable<{ readonly a: number; readonly b: number; readonly weight: number }>;
  /** How a community is called; its id where it has no name. */
  readonly communityName: (id: string) => string;
}

/** True for what XML 1.0 can hold: no control characters but tab and line ends, no lone surrogates, not the two non-characters. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

/**
 * A text as it may stand in an attribute or an element of XML 1.0; what XML cannot hold becomes the replacement character.
 * @example xmlText('a<b & "c"') // 'a&lt;b &amp; &quot;c&quot;'
 */
export function xmlText(text: string): string {
  return Array.from(text, (character) => (isWritable(character) ? (ENTITIES[character] ?? character) : '\uFFFD')).join('');
}

const FIELDS = [
  ['network', 'string', ({ network }: DrawnPerson) => network],
  ['community', 'string', ({ community }: DrawnPerson, name: WrittenGraph['communityName']) => (community === null ? null : name(community))],
  ['certainty', 'double', ({ certainty }: DrawnPerson) => certainty],
  ['betweenness', 'double', ({ betweenness }: DrawnPerson) => betweenness],
  ['ties', 'integer', ({ ties }: DrawnPerson) => ties],
  ['strength', 'double', ({ strength }: DrawnPerson) => strength],
] as const;

const label = ({ name, accountId }: DrawnPerson): string => xmlText(name ?? String(accountId));

/** Undirected GEXF 1.3, one person a node, places of those that are drawn. Source: gexf.net schema 1.3. */
export function gexfText({ people, ties, communityName }: WrittenGraph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="undirected" mode="static">', '<attributes class="node">',
    ...FIELDS.map(([field, type]) => `<attribute id="${field}" title="${field}" type="${type}"/>`), '</attributes>', '<nodes>',
  ];
  for (const person of people) {
    lines.push(`<node id="${person.accountId}" label="${label(person)}"><attvalues>`);
    for (const [field, , valueOf] of FIELDS) {
      const value = valueOf(person, communityName);
      if (value !== null) lines.push(`<attvalue for="${field}" value="${xmlText(String(value))}"/>`);
    }
    lines.push(`</attvalues>${person.x === null || person.y === null ? '' : `<viz:position x="${person.x * 1000}" y="${person.y * 1000}" z="0"/>`}</node>`);
  }
  lines.push('</nodes>', '<edges>');
  let edge = 0;
  for (const { a, b, weight } of ties) {
    lines.push(`<edge id="${edge}" source="${a}" target="${b}" weight="${weight}"/>`);
    edge += 1;
  }
  return `${lines.join('\n')}\n</edges>\n</graph>\n</gexf>\n`;
}

const GRAPHML_TYPES: Readonly<Record<string, string>> = { string: 'string', double: 'double', integer: 'int' };

/** Undirected GraphML 1.0, one person a node. Source: graphml.graphdrawing.org schema 1.0. */
export function graphmlText({ people, ties, communityName }: WrittenGraph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    ...FIELDS.map(([field, type]) => `<key id="${field}" for="node" attr.name="${field}" attr.type="${GRAPHML_TYPES[type] ?? 'string'}"/>`),
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>', '<graph id="people" edgedefault="undirected">',
  ];
  for (const person of people) {
    lines.push(`<node id="n${person.accountId}"><data key="label">${label(person)}</data>`);
    for (const [field, , valueOf] of FIELDS) {
      const value = valueOf(person, communityName);
      if (value !== null) lines.push(`<data key="${field}">${xmlText(String(value))}</data>`);
    }
    lines.push('</node>');
  }
  for (const { a, b, weight } of ties) lines.push(`<edge source="n${a}" target="n${b}"><data key="weight">${weight}</data></edge>`);
  return `${lines.join('\n')}\n</graph>\n</graphml>\n`;
}
