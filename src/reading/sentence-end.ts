import {
  afterNames,
  beforeNames,
  beforeNumbers,
  calendar,
  exclaimed,
  openingTitles,
  plainStarters,
  starters,
} from './abbreviations.ts';

/** What stands on both sides of a full stop, question or exclamation mark. */
export interface Stop {
  /** The marks themselves ("." , "?!", ". . ."). */
  readonly marks: string;
  /** The word that the marks follow, without opening punctuation ("U.S", "Corp", "5"). */
  readonly word: string;
  /** The word before that one. */
  readonly previous: string;
  /** Whether `word` is the first of its sentence. */
  readonly opens: boolean;
  /** The sentence up to `word`, when it is short; else the empty string. */
  readonly lead: string;
  /** Closing quotation marks and brackets that stand right after the marks. */
  readonly closers: string;
  /** Opening quotation marks and brackets before the next word. */
  readonly openers: string;
  /** The next word. */
  readonly next: string;
  /** What follows, from the next word on, at most 80 characters. */
  readonly rest: string;
}

const listItem = /^\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]/;
const letters = /^\p{L}(?:\.\p{L})+$/u;
const clock = /^[ap]\.m$/i;
const clockFollower =
  /^(?:ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|GMT|UTC|BST|CET|Eastern|Central|Mountain|Pacific|Greenwich|Beijing|local|\p{Lu}\p{L}+day\b|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec))/u;
const timePhrase = /^(?:at|by|before|after|around|about|from|until|since|just)\b[^,]{0,24}$/i;
const saidBy =
  /^(?:[\p{Lu}][\p{L}\p{M}.’'-]*\s+|of\s+|the\s+|de\s+|van\s+|von\s+){1,5}(?:said|says|asked|asks|wrote|writes|tweeted|added|replied|answered|responded|shouted|cried|exclaimed|wondered|demanded|joked|told)\b(?!\s+(?:that|he|she|they|it|the|his|her|there)\b|[,:]?\s*["“])/u;

/** Words that a text writes in lower case somewhere, asked for only where an abbreviation leaves doubt. */
export type Lowercased = (word: string) => boolean;

/** Whether a sentence ends at a stop that white space follows. */
export function isSentenceEnd(stop: Stop, lowercased: Lowercased): boolean {
  const { next, marks } = stop;
  const first = next.charAt(0);
  if (first === '') {
    if (/^[,;:)\]}%&/]/.test(stop.rest)) return false;
    return marks !== '.' || stop.closers !== '' || endsAtFullStop(stop, lowercased);
  }
  if (/\p{Ll}/u.test(first)) {
    return listItem.test(stop.openers + stop.rest) || /^\p{Ll}\p{Lu}/u.test(next);
  }
  if (/["”»]/.test(stop.closers) && /[?!]/.test(marks) && saidBy.test(stop.rest)) return false;
  if (/[?!]/.test(marks)) return !(exclaimed.has(stop.word) && !isStarter(next));
  if (marks.length > 1) return endsAtEllipsis(stop);
  if (stop.closers.startsWith(')') && isAbbreviation(stop.word)) return isStarter(next);
  if (stop.closers !== '') return true;
  return endsAtFullStop(stop, lowercased);
}

function endsAtEllipsis({ marks, closers, next }: Stop): boolean {
  if (closers !== '' || marks.replace(/\s/g, '').length > 3) return true;
  return isStarter(next) && !/^I\b/.test(next);
}

function endsAtFullStop(stop: Stop, lowercased: Lowercased): boolean {
  const { next, opens } = stop;
  const word = asListed(stop.word, next);
  if (opens && /^(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})$/u.test(word)) return false;
  const digit = /^[\d#§]/.test(next);
  if (beforeNumbers.has(word) && digit) return false;
  if (beforeNames.has(word)) return false;
  if (clock.test(word)) {
    if (digit || clockFollower.test(next)) return false;
    return !timePhrase.test(stop.lead);
  }
  if (calendar.has(word)) return !digit && isStarter(next);
  if (letters.test(word) || afterNames.has(word)) {
    if (digit || /[-—–]/.test(stop.openers) || /^[-—–]/.test(stop.rest)) return false;
    if (/[“"‘]/.test(stop.openers)) return true;
    return isStarter(next) || openingTitles.has(next.replace(/\.$/, '')) || lowercased(next);
  }
  if (word === 'I') return isStarter(next) || !/^\p{Lu}\p{Ll}/u.test(stop.previous);
  if (/^\p{Lu}$/u.test(word)) return plainStarters.has(next.toLowerCase());
  if (/^\p{Lu}[bcdfghjklmnpqrstvwxz]{1,3}$/u.test(word)) return digit || isStarter(next);
  return true;
}

/** An abbreviation as the lists have it: in a line of capitals "SEC. 5" is "Sec. 5". */
function asListed(word: string, next: string): string {
  if (word.length < 2 || word !== word.toUpperCase() || next !== next.toUpperCase()) return word;
  const capitalised = word.charAt(0) + word.slice(1).toLowerCase();
  return beforeNames.has(capitalised) || beforeNumbers.has(capitalised) || calendar.has(capitalised)
    ? capitalised
    : word;
}

/** Whether a full stop belongs to a short form, a party and state among them ("R-Tex"). */
function isAbbreviation(word: string): boolean {
  return afterNames.has(word.replace(/^[A-Z]-/, '')) || letters.test(word.replace(/^[A-Z]-/, ''));
}

function isStarter(word: string): boolean {
  return starters.has(word.toLowerCase().replace(/’/g, "'"));
}
