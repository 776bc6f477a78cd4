import { readFilterWords } from '../corpus/filter-words.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Schedule } from '../news/subscription.ts';
import { readSchedule } from './schedule.ts';

const BESIDE_TOPICS = new Set(['', 'about', 'and', 'for', 'of', 'on', 'topic', 'topics']);

/** What `/digest …` asks for. `resume` is a bare `on`: the schedule there is, started again. */
export type DigestCommand =
  | { readonly kind: 'show' }
  | {
      readonly kind: 'on';
      readonly schedule: Schedule;
      readonly topics: readonly string[];
      /** Words or phrases of which an article must hold one. */
      readonly include?: readonly string[];
      /** Words or phrases of which an article may hold none. */
      readonly exclude?: readonly string[];
    }
  | { readonly kind: 'resume' }
  | { readonly kind: 'preview'; readonly topics: readonly string[] }
  | { readonly kind: 'now' }
  /** Days without a digest, as typed; `readQuietDays` reads them. Empty ends them all. */
  | { readonly kind: 'quiet'; readonly days: string }
  /** Whether a digest with nothing in it is to say so. */
  | { readonly kind: 'nothing-new'; readonly says: boolean }
  | { readonly kind: 'off' }
  | { readonly kind: 'help' };

/** Whether what was typed after `/digest` begins with "me", and the rest: then it is about the asker's own digest. */
export function splitOwn(text: string): { readonly isOwn: boolean; readonly rest: string } {
  const own = /^\s*(?:me|mine|my)(?:\s+|$)/i.exec(text);
  return { isOwn: own !== null, rest: own === null ? text : text.slice(own[0].length) };
}

/**
 * What was typed after `/digest`; topics come lower case, not yet looked up. A schedule without a time zone has
 * `usualZone`, and is refused where there is none.
 */
export function parseDigestCommand(text: string, usualZone?: string): DigestCommand | Refusal {
  const [verb = '', ...words] = text.trim().split(/\s+/);
  switch (verb.toLowerCase()) {
    case '':
    case 'show':
    case 'status':
      return { kind: 'show' };
    case 'on':
      return words.length === 0 ? { kind: 'resume' } : parseOn(words.join(' '), usualZone);
    case 'resume':
      return { kind: 'resume' };
    case 'preview':
      return { kind: 'preview', topics: topicsIn(words) };
    case 'now':
      return { kind: 'now' };
    case 'off':
    case 'stop':
      return { kind: 'off' };
    case 'quiet':
      return {
        kind: 'quiet',
        days: /^(?:off|none|no)$/i.test(words.join(' ')) ? '' : words.join(' '),
      };
    case 'nothing-new':
      return parseNothingNew(words[0]?.toLowerCase());
    case 'help':
    case '?':
      return { kind: 'help' };
    default:
      return refuse(
        `I don't know "/digest ${verb.slice(0, 60)}".`,
        'Type /digest help for what it can do, or /digest on weekdays 08:30 America/New_York to start one here.',
      );
  }
}

function parseNothingNew(word: string | undefined): DigestCommand | Refusal {
  if (word === 'say') return { kind: 'nothing-new', says: true };
  if (word === 'skip') return { kind: 'nothing-new', says: false };
  return refuse(
    'I need to know what to do when nothing is new.',
    'Type /digest nothing-new say for a line that says so, or /digest nothing-new skip to post nothing.',
  );
}

/** A schedule, topics, and what follows "with" and "without". */
function parseOn(words: string, usualZone: string | undefined): DigestCommand | Refusal {
  const [head = '', ...filters] = words.split(/\s+(?=with(?:out)?\s)/i);
  const after = (word: RegExp) =>
    readFilterWords(
      filters.flatMap((part) => (word.test(part) ? part.replace(word, '') : [])).join(', '),
    );
  const include = after(/^with\s+/i);
  if (isRefusal(include)) return include;
  const exclude = after(/^without\s+/i);
  if (isRefusal(exclude)) return exclude;
  const filter = {
    ...(include.length > 0 && { include }),
    ...(exclude.length > 0 && { exclude }),
  };
  const read = readSchedule(head, usualZone);
  if (isRefusal(read)) return read;
  return { kind: 'on', schedule: read.schedule, topics: topicsIn(read.rest), ...filter };
}

function topicsIn(words: readonly string[]): readonly string[] {
  const names = words
    .flatMap((word) => word.toLowerCase().split(','))
    .map((word) => word.replace(/^[[("'“]+|[\])"'”]+$/g, ''))
    .filter((word) => !BESIDE_TOPICS.has(word));
  return [...new Set(names)];
}
