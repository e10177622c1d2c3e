import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { gexfText, graphmlText } from '../../../../src/app/network/graph-text.ts';
import type { DrawnPerson } from '../../../../src/store/network-queries.ts';

/** What a schema says of one element: attributes it must and may have, and the children it may hold, in that order. */
interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
}

/** The part of the GEXF 1.3 schema (gexf.net/1.3/gexf.xsd) that a static graph of people uses. */
const GEXF: Readonly<Record<string, ElementRule>> = {
  gexf: { required: ['version', 'xmlns'], optional: ['xmlns:viz'], children: ['meta', 'graph'] },
  graph: { required: [], optional: ['defaultedgetype', 'mode', 'timeformat', 'idtype'], children: ['attributes', 'nodes', 'edges'] },
  attributes: { required: ['class'], optional: ['mode'], children: ['attribute'] },
  attribute: { required: ['id', 'title', 'type'], optional: [], children: [] },
  nodes: { required: [], optional: ['count'], children: ['node'] },
  node: { required: ['id'], optional: ['label', 'pid'], children: ['attvalues', 'viz:position'] },
  attvalues: { required: [], optional: [], children: ['attvalue'] },
  attvalue: { required: ['for', 'value'], optional: [], children: [] },
  'viz:position': { required: ['x', 'y'], optional: ['z'], children: [] },
  edges: { required: [], optional: ['count'], children: ['edge'] },
  edge: { required: ['source', 'target'], optional: ['id', 'weight', 'label', 'type'], children: [] },
};

/** The part of the GraphML 1.0 schema (graphml.graphdrawing.org/xmlns/1.0/graphml.xsd) that such a graph uses. */
const GRAPHML: Readonly<Record<string, ElementRule>> = {
  graphml: { required: ['xmlns'], optional: ['xmlns:xsi', 'xsi:schemaLocation'], children: ['key', 'graph'] },
  key: { required: ['id', 'for'], optional: ['attr.name', 'attr.type'], children: [] },
  graph: { required: ['edgedefault'], optional: ['id'], children: ['node', 'edge'] },
  node: { required: ['id'], optional: [], children: ['data'] },
  edge: { required: ['source', 'target'], optional: ['id', 'directed'], children: ['data'] },
  data: { required: ['key'], optional: ['id'], children: [] },
};

interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadElement[];
  text: string;
}

function read(text: string): ReadElement {
  const top: ReadElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: ReadElement = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(part) {
      const own = open.at(-1);
      if (own !== undefined) own.text += part;
    },
    onclosetag: () => void open.pop(),
  }, { xmlMode: true, decodeEntities: true });
  parser.end(text);
  const [root] = top.children;
  if (root === undefined || top.children.length !== 1) throw new Error('not one element at the top');
  return root;
}

/** Everything in which a document departs from its rules; empty when in nothing. */
function departures(element: ReadElement, rules: Readonly<Record<string, ElementRule>>): string[] {
  const rule = rules[element.name];
  if (rule === undefined) return [`unknown element ${element.name}`];
  const given = Object.keys(element.attributes);
  const places = element.children.map(({ name }) => rule.children.indexOf(name));
  return [
    ...rule.required.filter((name) => !given.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...given.filter((name) => !rule.required.includes(name) && !rule.optional.includes(name)).map((name) => `${element.name} may not have ${name}`),
    ...element.children.filter((_, place) => (places[place] ?? -1) < 0).map(({ name }) => `${element.name} may not hold ${name}`),
    ...(places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0)) ? [`children of ${element.name} are out of order`] : []),
    ...element.children.flatMap((child) => departures(child, rules)),
  ];
}

const all = (element: ReadElement, name: string): ReadElement[] => [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
const XML_DOUBLE = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$|^-?INF$|^NaN$/u;

const person = (accountId: number, more: Partial<DrawnPerson> = {}): DrawnPerson => ({ accountId, name: `P<${accountId}>`, network: 'facebook', ties: 2, strength: 1e-7, community: `community:${accountId % 2}`, certainty: 0.5, betweenness: 1 / 3, x: 0.123456789, y: -1e-9, ...more });
const people = [person(1), person(2, { name: '"&\n', community: null, certainty: null }), person(3, { x: null, y: null, betweenness: null, name: null })];
const written = { people, ties: [{ a: 1, b: 2, weight: 1e-7 }, { a: 2, b: 3, weight: 12.5 }], communityName: (id: string) => `«${id}»` };

describe('graphs for other programs against their schemas', () => {
  it('a grammar that lets everything pass would prove nothing', () => {
    expect(departures(read('<gexf version="1.3" xmlns="x"><graph><nodes><node label="a"/></nodes><attributes class="node"/><edges/></graph></gexf>'), GEXF)).toEqual(['children of graph are out of order', 'node lacks id']);
    expect(departures(read('<graphml xmlns="x"><graph><node id="a" size="3"/></graph></graphml>'), GRAPHML)).toEqual(['graph lacks edgedefault', 'node may not have size']);
  });

  it('GEXF 1.3: elements, order, attributes, kinds, and nothing named twice or missing', () => {
    const root = read(gexfText(written));
    expect(departures(root, GEXF)).toEqual([]);
    expect(root.attributes).toMatchObject({ version: '1.3', xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz' });
    expect(all(root, 'graph')[0]?.attributes).toMatchObject({ defaultedgetype: 'undirected', mode: 'static' });
    const kinds = new Map(all(root, 'attribute').map(({ attributes }) => [attributes['id'] ?? '', attributes['type'] ?? '']));
    for (const kind of kinds.values()) expect(['integer', 'long', 'double', 'float', 'boolean', 'string', 'liststring', 'anyURI']).toContain(kind);
    for (const { attributes } of all(root, 'attvalue')) {
      const kind = kinds.get(attributes['for'] ?? '');
      if (kind === 'double') expect(attributes['value']).toMatch(XML_DOUBLE);
      else if (kind === 'integer') expect(attributes['value']).toMatch(/^-?\d+$/u);
      else expect(kind).toBe('string');
    }
    const ids = all(root, 'node').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(people.length);
    for (const { attributes } of all(root, 'edge')) {
      expect(ids).toEqual(expect.arrayContaining([attributes['source'], attributes['target']]));
      expect(attributes['weight']).toMatch(XML_DOUBLE);
    }
    for (const { attributes } of all(root, 'viz:position')) for (const side of ['x', 'y', 'z']) expect(attributes[side]).toMatch(XML_DOUBLE);
  });

  it('GraphML 1.0: the same, and values of the kinds their keys declare', () => {
    const root = read(graphmlText(written));
    expect(departures(root, GRAPHML)).toEqual([]);
    expect(root.attributes['xmlns']).toBe('http://graphml.graphdrawing.org/xmlns');
    const keys = new Map(all(root, 'key').map(({ attributes }) => [attributes['id'] ?? '', attributes]));
    for (const key of keys.values()) expect(['boolean', 'int', 'long', 'float', 'double', 'string']).toContain(key['attr.type']);
    for (const owner of [...all(root, 'node'), ...all(root, 'edge')]) {
      for (const { attributes, text } of owner.children) {
        const key = keys.get(attributes['key'] ?? '');
        expect([owner.name, 'all']).toContain(key?.['for']);
        if (key?.['attr.type'] === 'double') expect(text).toMatch(XML_DOUBLE);
        if (key?.['attr.type'] === 'int') expect(text).toMatch(/^-?\d+$/u);
      }
    }
    const ids = all(root, 'node').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(people.length);
    for (const { attributes } of all(root, 'edge')) expect(ids).toEqual(expect.arrayContaining([attributes['source'], attributes['target']]));
  });
});
