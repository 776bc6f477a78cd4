import type { XmlElement } from './xml-element.ts';

const REGISTERED = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;

/**
 * How what a link leads to relates to what holds it, in lower case. A registered relation may be written as its
 * address in the registry, and one that is not given is `alternate`: RFC 4287, 4.2.7.2.
 */
export function relationOf(link: XmlElement): string {
  const written = link.attributes.get('rel')?.trim().toLowerCase().replace(REGISTERED, '');
  return written || 'alternate';
}
