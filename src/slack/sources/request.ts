import { readFilterWords, typeFilterWords } from '../../corpus/filter-words.ts';
import { slipsBetween } from '../../corpus/spelling.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { readAddress, unescapeText } from './address.ts';

/** What `/sources …` asks for. `which` is an address or part of a title, as typed. */
export type SourcesRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'suggestions' }
  | { readonly kind: 'help' }
  | AddRequest
  | { readonly kind: 'remove'; readonly which: string }
  | { readonly kind: 'check'; readonly which: string | null };

export interface AddRequest {
  readonly kind: 'add';
  readonly url: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const VERBS = ['add', 'remove', 'check', 'suggestions', 'help'] as const;
type Verb = (typeof VERBS)[number];
const ALSO: Readonly<Record<string, Verb | 'list'>> = {
  '': 'list',
  list: 'list',
  follow: 'add',
  unfollow: 'remove',
  delete: 'remove',
  '?': 'help',
};
/** Slips forgiven in a verb; more would take it for another. */
const SLIPS = 2;

/** Understands what was typed after `/sources`, or what a button carries. */
export function parseSourcesRequest(text: string): SourcesRequest | Refusal {
  const typed = unescapeText(text).trim();
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  const word = first.toLowerCase();
  const verb = ALSO[word] ?? VERBS.find((one) => one === word);
  switch (verb) {
    case undefined:
      return unknownVerb(first, rest);
    case 'add':
      return parseAdd(rest);
    case 'remove':
      return rest === '' ? nothingToRemove() : { kind: 'remove', which: bare(rest) };
    case 'check':
      return { kind: 'check', which: /^(?:all)?$/i.test(rest) ? null : bare(rest) };
    default:
      return { kind: verb };
  }
}

/** A request to add as it would be typed after `/sources`, for a button to carry. */
export function typeAdd({ url, include, exclude }: Omit<AddRequest, 'kind'>): string {
  return [
    `add ${url}`,
    include.length > 0 && `with ${typeFilterWords(include)}`,
    exclude.length > 0 && `without ${typeFilterWords(exclude)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function parseAdd(rest: string): AddRequest | Refusal {
  const [, address = '', behind = ''] = /^(<[^>]*>\S*|\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const url = readAddress(address);
  if (isRefusal(url)) return url;
  const asked = { with: [] as string[], without: [] as string[] };
  // Quoted phrases may hold either word.
  const parts = behind.replace(/[“”„«»]/gu, '"').match(/"[^"]*"|[^\s"]+|"/g) ?? [];
  let into: 'with' | 'without' | undefined;
  for (const part of parts) {
    const side = /^(with|without):?$/i.exec(part)?.[1]?.toLowerCase();
    if (side === 'with' || side === 'without') into = side;
    else if (into !== undefined) asked[into].push(part);
    else return strayWord(part, address);
  }
  const include = readFilterWords(asked.with.join(' '));
  if (isRefusal(include)) return include;
  const exclude = readFilterWords(asked.without.join(' '));
  if (isRefusal(exclude)) return exclude;
  return { kind: 'add', url, include, exclude };
}

function strayWord(word: string, address: string): Refusal {
  const isAddress = !isRefusal(readAddress(word)) && word.includes('.');
  if (isAddress) {
    return refuse('I add one address at a time.', `Start with: /sources add ${cut(address)}`);
  }
  const meant = slipsBetween(word.toLowerCase(), 'without', SLIPS) <= SLIPS ? 'without' : 'with';
  return refuse(
    `I don't know what “${cut(word)}” means behind an address.`,
    `To filter a feed, write “with” or “without” and the words: /sources add ${cut(address)} ${meant} budget, "data breach"`,
  );
}

function nothingToRemove(): Refusal {
  return refuse(
    'Nothing was named to be removed.',
    'Name a feed by its address or part of its title, for example: /sources remove gao.gov. /sources lists them.',
  );
}

function unknownVerb(word: string, rest: string): Refusal {
  const behind = rest === '' ? '' : ` ${cut(rest)}`;
  const looksLikeAddress = /[./<]/.test(word) && !isRefusal(readAddress(word));
  const near = VERBS.map((verb) => ({ verb, slips: slipsBetween(word.toLowerCase(), verb, SLIPS) }))
    .filter(({ slips }) => slips <= SLIPS)
    .sort((a, b) => a.slips - b.slips)[0];
  const meant = looksLikeAddress
    ? `add ${cut(withoutAngles(word))}${behind}`
    : near && `${near.verb}${behind}`;
  return refuse(
    `I don't know “/sources ${cut(word)}”.`,
    meant ? `Did you mean /sources ${meant} ?` : 'Type /sources help for what it can do.',
  );
}

function bare(which: string): string {
  return withoutAngles(which.trim().replace(/^["'“”„«»]+|["'“”„«»]+$/gu, ''));
}

function withoutAngles(text: string): string {
  return text.replace(/^<([^<>|]*)(?:\|[^<>]*)?>$/, '$1');
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
