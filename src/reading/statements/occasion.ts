import { verbForms } from './cues.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';
import { months, timeWords } from './words.ts';

const farthest = 16;
const article = /^(?:an?|the|his|her|their|its|this|that|another)$/;
const occasion =
  /^(?:conference|hearing|briefing|meeting|rally|event|interview|speech|forum|statement|letter|tweet|post|call|testimony|debate|session|panel|summit|memo|email|appearance|remarks)$/;

/** A phrase without the day and the occasion of the saying at its end ("… at a conference on June 25"). */
export function withoutOccasion(units: readonly Unit[], { from, to }: Stretch): Stretch {
  let end = to;
  for (let at = to - 1; at > from + 1 && at > to - farthest; at--) {
    if (units[at]?.kind === 'quote') break;
    if (isDone(units[at - 1])) continue;
    if (isDay(units, at, end) || isOccasion(units, at, end)) end = at;
  }
  return { from, to: end };
}

/** Whether a time after it is told of something done ("cases found in June"). */
function isDone(before: Unit | undefined): boolean {
  const form = verbForms.get(before?.lower ?? '');
  return form === 'past' || form === 'participle' || /[^e]ed$/.test(before?.lower ?? '');
}

function isDay(units: readonly Unit[], from: number, to: number): boolean {
  const hasLink = /^(?:on|in|since)$/.test(units[from]?.lower ?? '');
  const first = units[hasLink ? from + 1 : from];
  const rest = units.slice(hasLink ? from + 2 : from + 1, to);
  if (
    !first ||
    (!hasLink && !timeWords.has(first.lower) && !/^(?:last|this|earlier)$/.test(first.lower))
  )
    return false;
  if (months.has(first.lower) && first.capital)
    return (
      rest[0]?.kind === 'number' &&
      rest.every((unit) => unit.kind === 'number' || unit.text === ',')
    );
  if (timeWords.has(first.lower)) return rest.length === 0;
  return (
    rest.length > 0 &&
    rest.every(({ lower }) =>
      /^(?:this|last|week|month|year|summer|fall|winter|spring)$/.test(lower),
    ) &&
    /^(?:last|this|earlier)$/.test(first.lower)
  );
}

function isOccasion(units: readonly Unit[], from: number, to: number): boolean {
  if (!/^(?:at|in|during|on)$/.test(units[from]?.lower ?? '')) return false;
  if (!article.test(units[from + 1]?.lower ?? '')) return false;
  const words = units.slice(from + 2, to);
  const head = words.findIndex(({ lower }) => /^(?:in|at|of|with|on|to)$/.test(lower));
  return occasion.test(words.at(head < 0 ? -1 : head - 1)?.lower ?? '') && head !== 0;
}
