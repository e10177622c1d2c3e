import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { gexfText, graphmlText, xmlText } from '../../../../src/app/network/graph-text.ts';
import type { DrawnPerson } from '../../../../src/store/network-queries.ts';

const person = (accountId: number, more: Partial<DrawnPerson> = {}): DrawnPerson => ({ accountId, name: `P${accountId}`, network: 'x', ties: 1, strength: 0.5, community: null, certainty: null, betweenness: 0.25, x: 0.5, y: -0.5, ...more });
const people = [person(1, { name: 'A & <B> "c"\u0000\uD800', community: 'community:1', certainty: 0.9 }), person(2, { name: null, x: null, y: null, betweenness: null })];
const written = { people, ties: [{ a: 1, b: 2, weight: 0.5 }], communityName: (id: string) => (id === 'community:1' ? 'caffè, tè' : id) };

/** Elements with their attributes, in order; unbalanced tags throw. */
function elements(text: string): { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => { found.push({ name, attributes }); open.push(name); },
    onclosetag: (name, implied) => { if (open.pop() !== name || (implied && !text.includes(`</${name}>`) && !/\/>/u.test(text))) throw new Error(`unbalanced ${name}`); },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(text);
  expect(open).toEqual([]);
  return found;
}

describe('graphs for other programs', () => {
  it('escape what XML cannot hold as it is', () => {
    expect(xmlText('a<b>&"c"\n')).toBe('a&lt;b&gt;&amp;&quot;c&quot;&#10;');
    expect(xmlText('\u0001x\uFFFE\uDC00😀')).toBe('\uFFFDx\uFFFD\uFFFD😀');
  });

  it('are GEXF with every person, tie, attribute declared and place known', () => {
    const found = elements(gexfText(written));
    expect(found[0]).toMatchObject({ name: 'gexf', attributes: { version: '1.3', xmlns: 'http://gexf.net/1.3' } });
    expect(found.filter(({ name }) => name === 'node').map(({ attributes }) => attributes)).toEqual([{ id: '1', label: 'A & <B> "c"\uFFFD\uFFFD' }, { id: '2', label: '2' }]);
    expect(found.filter(({ name }) => name === 'edge').map(({ attributes }) => attributes)).toEqual([{ id: '0', source: '1', target: '2', weight: '0.5' }]);
    const declared = new Set(found.filter(({ name }) => name === 'attribute').map(({ attributes }) => attributes['id']));
    const used = found.filter(({ name }) => name === 'attvalue');
    expect(used.every(({ attributes }) => declared.has(attributes['for']))).toBe(true);
    expect(used.find(({ attributes }) => attributes['for'] === 'community')?.attributes['value']).toBe('caffè, tè');
    expect(found.filter(({ name }) => name === 'viz:position')).toEqual([{ name: 'viz:position', attributes: { x: '500', y: '-500', z: '0' } }]);
  });

  it('are GraphML with keys before the graph, and nothing where nothing is known', () => {
    const found = elements(graphmlText(written));
    const names = found.map(({ name }) => name);
    expect(names[0]).toBe('graphml');
    expect(names.lastIndexOf('key')).toBeLessThan(names.indexOf('graph'));
    const keys = new Set(found.filter(({ name }) => name === 'key').map(({ attributes }) => attributes['id']));
    expect(found.filter(({ name }) => name === 'data').every(({ attributes }) => keys.has(attributes['key']))).toBe(true);
    expect(found.filter(({ name }) => name === 'edge').map(({ attributes }) => attributes)).toEqual([{ source: 'n1', target: 'n2' }]);
    expect(graphmlText({ people: [], ties: [], communityName: String })).toContain('<graph id="people" edgedefault="undirected">');
  });
});
