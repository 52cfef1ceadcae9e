/** An element as both sides see it: prefixes are gone, the namespace is part of the name. */
export interface XmlElement {
  /** Empty for an element without one. */
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
  /** By local name, without declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  /** Text of a leaf, or children in their order. Text between children is not kept. */
  readonly content: string | readonly XmlElement[];
}

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** Makes elements of one namespace; attributes without a namespace. Children that are undefined are left out. */
export const elementsOf =
  (namespace: string) =>
  (
    name: string,
    content: string | readonly (XmlElement | undefined)[],
    attributes: XmlAttributes = {},
  ): XmlElement => ({
    namespace,
    name,
    attributes: Object.entries(attributes).map(([attribute, value]) => ({ namespace: '', name: attribute, value })),
    content: typeof content === 'string' ? content : content.filter((child) => child !== undefined),
  });

/** The children of an element; a leaf has none. */
export const childrenOf = ({ content }: XmlElement): readonly XmlElement[] =>
  typeof content === 'string' ? [] : content;

export const isNamed = (element: XmlElement | undefined, namespace: string, name: string): element is XmlElement =>
  element?.namespace === namespace && element.name === name;
