import { SaxesParser } from 'saxes';

/** An element of an XML document; `text` is what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a document strictly, namespaces and all; throws what is wrong with it. */
export function xmlTree(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: Object.fromEntries(Object.values(attributes).map((attribute) => (typeof attribute === 'string' ? ['', attribute] : [attribute.name, attribute.value]))), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => { const last = open.at(-1); if (last !== undefined) last.text += text; });
  parser.on('closetag', () => { open.pop(); });
  parser.write(source).close();
  return root;
}

/** Every element of a name below an element, in the order of the document. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** The first element of a name below an element. */
export function firstNamed(element: XmlElement, name: string): XmlElement | undefined {
  return elementsNamed(element, name)[0];
}
