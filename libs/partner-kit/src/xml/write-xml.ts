import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { XmlElement } from './xml-element.js';

/** A namespace's prefix; one that is not here is the default namespace of its elements. */
export type XmlPrefixes = Readonly<Record<string, string>>;

const qualified = (namespace: string, name: string, prefixes: XmlPrefixes): string =>
  prefixes[namespace] === undefined ? name : `${prefixes[namespace]}:${name}`;

function append(parent: XMLBuilder, element: XmlElement, prefixes: XmlPrefixes): void {
  const node = parent.ele(element.namespace, qualified(element.namespace, element.name, prefixes));
  for (const { namespace, name, value } of element.attributes) {
    if (namespace === '') node.att(name, value);
    else node.att(namespace, qualified(namespace, name, prefixes), value);
  }
  if (typeof element.content === 'string') node.txt(element.content);
  else for (const child of element.content) append(node, child, prefixes);
}

/** An element as a document, without declaration: UTF-8 is what a text without one is. */
export function writeXml(element: XmlElement, prefixes: XmlPrefixes = {}): string {
  const document = create();
  append(document, element, prefixes);
  return document.end({ headless: true });
}
