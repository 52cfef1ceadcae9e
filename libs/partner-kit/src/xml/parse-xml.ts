import { ok, type Result, refused } from '@app/domain';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlElement } from './xml-element.js';

/** Deeper or larger than any message of a partner, and small enough to be harmless. */
const DEEPEST = 64;
const MOST_ELEMENTS = 20_000;

/** Why a text is no XML of ours: `CUT_SHORT` when it could be the beginning of some. */
export type XmlFault = 'CUT_SHORT' | 'MALFORMED';

interface OpenElement {
  readonly tag: SaxesTagNS;
  readonly children: XmlElement[];
  text: string;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const attributesOf = ({ attributes }: SaxesTagNS): XmlAttribute[] =>
  Object.values(attributes)
    .filter(({ uri }) => uri !== XMLNS)
    .map(({ uri, local, value }) => ({ namespace: uri, name: local, value }));

const closed = ({ tag, children, text }: OpenElement): XmlElement => ({
  namespace: tag.uri,
  name: tag.local,
  attributes: attributesOf(tag),
  content: children.length > 0 ? children : text.trim(),
});

/** Builds the tree while the parser walks through the text; throws for what is refused. */
class TreeBuilder {
  root: XmlElement | undefined;
  private readonly open: OpenElement[] = [];
  private count = 0;

  start(tag: SaxesTagNS): void {
    this.count += 1;
    if (this.open.length >= DEEPEST || this.count > MOST_ELEMENTS) throw new RangeError('too deep or too large');
    this.open.push({ tag, children: [], text: '' });
  }

  text(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += text;
  }

  end(): void {
    const last = this.open.pop();
    if (last === undefined) return;
    const element = closed(last);
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }
}

/** No document type: it could declare entities, and no message needs one. */
const refuseDoctype = (): never => {
  throw new SyntaxError('a document type is not accepted');
};

function parserFor(builder: TreeBuilder) {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('opentag', (tag) => builder.start(tag));
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', () => builder.end());
  parser.on('doctype', refuseDoctype);
  // Without this a fault is only noted and the walk goes on.
  parser.on('error', (fault) => {
    throw fault;
  });
  return parser;
}

/**
 * A well-formed text, namespaces resolved, as a tree. Document types, undeclared entities and prefixes, and anything
 * deeper than 64 or larger than 20,000 elements are refused.
 */
export function parseXml(text: string): Result<XmlElement, XmlFault> {
  const builder = new TreeBuilder();
  const parser = parserFor(builder);
  try {
    parser.write(text);
  } catch {
    return refused('MALFORMED');
  }
  try {
    parser.close();
  } catch {
    return refused('CUT_SHORT');
  }
  return builder.root === undefined ? refused('CUT_SHORT') : ok(builder.root);
}
