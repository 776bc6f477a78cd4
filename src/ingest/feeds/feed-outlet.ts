import { hostName } from '../pages/page-title.ts';

const DIVIDER = /\s+(?:[|»«·•>:]{1,2}|[–—-])\s+|\s*[|»]\s*|:\s+/;
/** Letters and digits by which a part of a title is known to be the host's name. */
const FEWEST = 3;

/** How many letters and digits of the host's name a part of a title bears; 0 where it doesn't name the host. */
function bears(part: string, host: string): number {
  const bare = part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (host.length >= FEWEST && bare.includes(host)) return host.length;
  return bare.length >= FEWEST && host.includes(bare) ? bare.length : 0;
}

/**
 * The outlet of a feed. A paper has a feed for each of its sections and is one outlet: of "World news | The Example" at
 * example.com it is the part that the address bears; all of the title where no part does.
 */
export function outletOfFeed(title: string, address: string): string {
  const host = hostName(address).replaceAll('-', '');
  const parts = title.split(DIVIDER).map((part) => part.trim());
  const [best] = parts
    .map((part) => ({ part, borne: bears(part, host) }))
    .filter(({ borne }) => borne > 0)
    .sort((one, other) => other.borne - one.borne || one.part.length - other.part.length);
  return best?.part ?? title;
}
