import type { Attributes } from './xml-tag.ts';

/** The prefixes in force at a place of a document, and the names already resolved there. */
export interface Namespaces {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

const MOST_PREFIXES = 64;

export const NO_NAMESPACES: Namespaces = { prefixes: new Map(), names: new Map() };

// Customary prefixes by namespace, without scheme, "www." and a last slash or hash, in lower case.
const CUSTOMARY = new Map([
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/atom-blog/ns', 'atom'],
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss1.1', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss091', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss/rss.html', ''],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/dc', 'dc'],
  ['purl.org/rss/1.0/modules/dcterms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/2000/svg', 'svg'],
  ['w3.org/1998/math/mathml', 'math'],
]);

/** The customary prefix of a namespace: undefined where it has none. */
function customary(namespace: string): string | undefined {
  const plain = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#=]+$/, '');
  return CUSTOMARY.get(plain);
}

/**
 * The namespaces inside an element. `isRoot` is true for the element that makes a document a feed: there an
 * unknown default namespace, or none, is that of the format, since people misspell it.
 */
export function namespacesIn(
  outer: Namespaces,
  attributes: Attributes,
  isRoot: boolean,
  tag: string,
): Namespaces {
  let prefixes: Map<string, string> | undefined;
  const set = (prefix: string, to: string) => {
    prefixes ??= new Map(outer.prefixes);
    if (prefixes.size < MOST_PREFIXES || prefixes.has(prefix)) prefixes.set(prefix, to);
  };
  for (const [name, value] of attributes) {
    if (name === 'xmlns') set('', customary(value) ?? (value === '' ? '' : 'other'));
    else if (name.startsWith('xmlns:')) {
      const prefix = name.slice(6).toLowerCase();
      set(prefix, customary(value) ?? prefix);
    }
  }
  const own = prefixes?.get('');
  if (isRoot && !tag.includes(':') && (own === undefined || own === 'other')) {
    set('', /^(?:feed|entry)$/i.test(tag) ? 'atom' : '');
  }
  return prefixes === undefined ? outer : { prefixes, names: new Map() };
}

/** A name as XmlElement gives it. */
export function resolvedName({ prefixes, names }: Namespaces, written: string): string {
  const known = names.get(written);
  if (known !== undefined) return known;
  const [prefix, local] = splitName(written.toLowerCase());
  const customaryPrefix = prefixes.get(prefix) ?? prefix;
  const name = customaryPrefix === '' ? local : `${customaryPrefix}:${local}`;
  names.set(written, name);
  return name;
}

/** A written name's prefix, empty where it has none, and the rest. */
function splitName(written: string): readonly [prefix: string, local: string] {
  const colon = written.indexOf(':');
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}
