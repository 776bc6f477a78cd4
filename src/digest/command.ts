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
  | { readonly kind: 'off' }
  | { readonly kind: 'help' };

/** What was typed after `/digest`; topics come lower case, not yet looked up. */
export function parseDigestCommand(text: string): DigestCommand | Refusal {
  const [verb = '', ...words] = text.trim().split(/\s+/);
  switch (verb.toLowerCase()) {
    case '':
    case 'show':
    case 'status':
      return { kind: 'show' };
    case 'on':
      return words.length === 0 ? { kind: 'resume' } : parseOn(words.join(' '));
    case 'resume':
      return { kind: 'resume' };
    case 'preview':
      return { kind: 'preview', topics: topicsIn(words) };
    case 'now':
      return { kind: 'now' };
    case 'off':
    case 'stop':
      return { kind: 'off' };
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

/** A schedule, topics, and what follows "with" and "without". */
function parseOn(words: string): DigestCommand | Refusal {
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
  const read = readSchedule(head);
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
