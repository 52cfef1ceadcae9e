import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element with its prefixes resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text without that of its children, trimmed. */
  readonly text: string;
}

/** `namespace` is empty for an attribute without a prefix. */
export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

const LONGEST_BYTES = 262_144;
const DEEPEST_NESTING = 32;

interface OpenElement extends Omit<XmlElement, 'children' | 'text'> {
  readonly children: XmlElement[];
  text: string;
}

const opened = ({ uri, local, attributes }: SaxesTagNS): OpenElement => ({
  namespace: uri,
  name: local,
  attributes: Object.values(attributes).map(({ uri, local, value }) => ({ namespace: uri, name: local, value })),
  children: [],
  text: '',
});

/** The tree that a parser's events make up. */
class Tree {
  readonly #open: OpenElement[] = [];
  root: XmlElement | undefined;

  open(element: OpenElement): void {
    if (this.#open.length >= DEEPEST_NESTING) throw new Error('Nested too deeply');
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    this.root ??= element;
  }

  /** Blanks around the root belong to nothing. */
  add(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  close(): void {
    const element = this.#open.pop();
    if (element !== undefined) element.text = element.text.trim();
  }
}

/** Throws for what is not well formed: that is how the parser reports it. */
function readTree(document: string): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const tree = new Tree();
  // SOAP knows no document type declarations, and what they declare is how XML is made to explode.
  parser.on('doctype', () => {
    throw new Error('A document type declaration');
  });
  parser.on('opentag', (tag) => tree.open(opened(tag)));
  parser.on('text', (text) => tree.add(text));
  parser.on('cdata', (text) => tree.add(text));
  parser.on('closetag', () => tree.close());
  parser.write(document).close();
  return tree.root;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The root of a well-formed document in UTF-8, or undefined when the bytes are none, too many, or nested too deeply. */
export function parseXml(bytes: Buffer): XmlElement | undefined {
  if (bytes.length > LONGEST_BYTES) return undefined;
  try {
    return readTree(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The first child of a name, wherever it stands among its siblings. */
export const childOf = (parent: XmlElement | undefined, namespace: string, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.namespace === namespace && child.name === name);

export const attributeOf = (element: XmlElement | undefined, namespace: string, name: string): string | undefined =>
  element?.attributes.find((attribute) => attribute.namespace === namespace && attribute.name === name)?.value;
