const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that end a noun phrase: what follows a number up to one of these may be what it counts. */
const stops = words(`
  a an the this that these those his her its their our your my some any each every all both
  and or but nor so yet than as if when while where which who whom whose what why how because since until although
  of in on at by for from to with without within into onto over under after before during between among against
  about above across along around behind below beyond despite down like near off out through throughout toward
  towards up upon via per amid versus vs except inside outside
  is are was were be been being am has have had having do does did will would can could shall should may might must
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
  he she it they we i you him them us me there here not also then now ago earlier later still only even just
  said says say told tells asked made make makes took take takes came come comes went go goes got get gets gave
  died left lost won found held met ran saw began became fell rose grew apart away back instead together today
  yesterday tomorrow alone already again too either once ever never almost nearly
  killed wounded injured arrested remain remained including according known called showed shows
`);

/** Plural nouns that don't end in s, and nouns that count many without it. */
const plurals = words(`
  people men women children troops police personnel staff data aircraft feet teeth media cattle sheep fish
  servicemen servicewomen policemen lawmakers businessmen congressmen firemen youth dead workforce
  spacecraft watercraft counterparts percent chinese japanese americans
`);

/** Words in s that no plural is. */
const notPlural = words(
  'across less press congress business process access success loss class gas bus us this his its as was has is thus plus always perhaps versus',
);

const word = /\s+([\p{L}\p{M}\d][\p{L}\p{M}\d.’'&/-]*)/uy;
const linked =
  /\s+(?:and|or|or other|and other)\s+((?:[\p{L}’'-]+\s+){0,2}?[\p{L}’'-]+)(?=[\s.,;:)”"]|$)/uy;
const ofThese =
  /\s+of\s+(?:(?:the|its|their|his|her|these|those|our|all|such|some)\s+)?(?=[\p{L}])/uy;
const farthest = 7;

/** A stretch from `start` to `end`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The plural noun with its adjectives that stands right after `at` ("current and former federal employees"), or null. */
export function pluralAfter(text: string, at: number): Stretch | null {
  const head = phrase(text, at);
  return head ? { start: skip(text, at), end: head } : null;
}

/** What a share is of: the noun phrase after "of" ("93% of the files"), or null. */
export function shareOf(text: string, at: number): Stretch | null {
  ofThese.lastIndex = at;
  const hit = ofThese.exec(text);
  if (!hit) return null;
  const start = at + hit[0].length;
  const end = phrase(text, start - 1) ?? run(text, start - 1, 4);
  return end === null ? null : { start, end };
}

/** The nouns that a number qualifies ("a $5 million loan guarantee"), or null. */
export function nounAfter(text: string, at: number): Stretch | null {
  const end = run(text, at, 3, 'singular');
  return end === null ? null : { start: skip(text, at), end };
}

/** The end of the plural noun phrase that begins after `at`, with a noun joined to it by "and" or "of". */
function phrase(text: string, at: number): number | null {
  let end = at;
  for (let count = 0; count < farthest; count++) {
    const next = wordAt(text, end);
    if (!next) return null;
    const lower = next.text.toLowerCase();
    if (/^(?:and|or)$/.test(lower) && count > 0) {
      end = next.end;
      continue;
    }
    if (stops.has(lower) || /^\d/.test(lower)) return null;
    end = next.end;
    if (!next.owns && isPlural(lower) && !goesOn(text, end, lower)) return withJoined(text, end);
  }
  return null;
}

/** Whether a plural is only the first part of a longer noun ("plain-clothes officers", "voters groups"). */
function goesOn(text: string, at: number, plural: string): boolean {
  const next = wordAt(text, at)?.text.toLowerCase() ?? '';
  return isPlural(next) || (plural.includes('-') && next !== '' && !stops.has(next));
}

function withJoined(text: string, at: number): number {
  ofThese.lastIndex = at;
  const of = /^\s+of\s+\p{L}/u.test(text.slice(at, at + 8)) ? ofThese.exec(text) : null;
  if (of && !/\b(?:the|its|their|his|her|these|those|our|all|such|some)\s$/.test(of[0])) {
    const start = at + of[0].length - 1;
    return run(text, start, 3, 'plural') ?? at;
  }
  linked.lastIndex = at;
  const joined = linked.exec(text);
  const last = joined?.[1]?.split(/\s+/) ?? [];
  if (
    joined &&
    last.every((each) => !stops.has(each.toLowerCase())) &&
    isPlural(last.at(-1)?.toLowerCase() ?? '')
  ) {
    return at + joined[0].length;
  }
  return at;
}

/** The end of at most so many words after `at` before the phrase stops; null where there is none. */
function run(
  text: string,
  at: number,
  most: number,
  kind: 'singular' | 'plural' | 'either' = 'either',
): number | null {
  let end: number | null = null;
  let left = most;
  for (; left > 0; left--) {
    const next = wordAt(text, end ?? at);
    if (
      !next ||
      stops.has(next.text.toLowerCase()) ||
      /^\d/.test(next.text) ||
      /ly$/.test(next.text)
    )
      break;
    if (kind === 'singular' && end !== null && isPlural(next.text.toLowerCase())) break;
    end = next.end;
    if (next.owns) left += 2;
    if (kind === 'plural' && isPlural(next.text.toLowerCase())) break;
  }
  return end;
}

/** The word after `at`; `owns` where it stands in the possessive ("Ohio’s"), which its end then includes only if more follows. */
function wordAt(text: string, at: number): { text: string; end: number; owns: boolean } | null {
  word.lastIndex = at;
  const hit = word.exec(text);
  if (!hit || hit[0].includes('\n\n')) return null;
  const owner = /^(.+?)['’]s?$/.exec(hit[1] ?? '')?.[1];
  const end = at + hit[0].length;
  if (owner !== undefined && /^\s\p{Ll}/u.test(text.slice(end, end + 2)))
    return { text: owner, end, owns: true };
  const bare = (hit[1] ?? '').replace(/(?:['’]s?|[.&/-])+$/, '');
  const whole = /^(?:\p{L}\.)+$/u.test(hit[1] ?? '') ? (hit[1] ?? '') : bare;
  return { text: whole, end: end - ((hit[1] ?? '').length - whole.length), owns: false };
}

function isPlural(lower: string): boolean {
  if (plurals.has(lower)) return true;
  return (
    lower.length > 3 &&
    /[^s’']s$/.test(lower) &&
    !/(?:us|is|ous)$/.test(lower) &&
    !notPlural.has(lower)
  );
}

function skip(text: string, at: number): number {
  let start = at;
  while (/\s/.test(text[start] ?? '')) start++;
  return start;
}
