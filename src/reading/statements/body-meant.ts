import { type Entity, lastBefore } from './entities.ts';

const kinds: Readonly<Record<string, RegExp>> = {
  agency:
    /\b(?:agency|office|administration|bureau|service|department|commission|authority|centers?)\b|^[A-Z]{3,5}$/i,
  department: /\b(?:department|ministry)\b/i,
  ministry: /\bministry\b/i,
  company:
    /\b(?:company|corp|corporation|inc|co|ltd|llc|group|holdings|airlines|motors|industries|systems|technologies|laboratories|bank)\b/i,
  committee: /\bcommittee\b/i,
  commission: /\bcommission\b/i,
  council: /\bcouncil\b/i,
  board: /\bboard\b/i,
  bureau: /\bbureau\b/i,
  court: /\bcourt\b/i,
  university: /\buniversity\b/i,
  bank: /\bbank\b/i,
  union: /\bunion\b/i,
  embassy: /\bembassy\b/i,
  authority: /\bauthority\b/i,
};
const press = /^(?:newspaper|paper|magazine|broadcaster|network|outlet)$/;
const mostSought = 200;

/**
 * The body that "the agency", "the committee" or "the newspaper" stands for: the only one of that kind named in the
 * sentence or the one before it, else the only one named so far; undefined where none or several fit.
 */
export function bodyMeant(
  noun: string,
  place: number,
  bodies: readonly Entity[],
  sentenceOf: (place: number) => number,
): Entity | undefined {
  const kind = kinds[noun];
  if (!kind && !press.test(noun)) return undefined;
  const here = sentenceOf(place);
  let fits = 0;
  let only: Entity | undefined;
  let near = 0;
  let nearest: Entity | undefined;
  for (const body of bodies.slice(0, mostSought)) {
    if (kind ? body.isOutlet || !kind.test(body.name) : !body.isOutlet) continue;
    const last = lastBefore(body.mentions, place);
    if (last < 0) continue;
    fits++;
    only = body;
    if (sentenceOf(last) < here - 1) continue;
    near++;
    nearest = body;
  }
  return near === 1 ? nearest : fits === 1 ? only : undefined;
}
