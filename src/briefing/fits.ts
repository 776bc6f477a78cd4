import type { Figure } from '../news/reading.ts';
import { alike, countsPeople } from './alike.ts';
import type { Ask } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { figuresIn, headOf } from './figure.ts';
import { isBefore } from './when.ts';
import { sequenceOf, stemsOf } from './words.ts';

const REASON =
  /\b(?:because|due to|owing to|in order to|so (?:that|as)|since|as a result|reasons?|in response|after|following|over|amid|citing|aim(?:s|ed)?|purpose|lets|which would|(?:might|could|would) (?:expose|harm|hurt|cause|lead)|meant to|intended to|wants? to|wanted to|to (?:make|get|avoid|prevent|protect|reach|allow|give|keep|stop|end|show|ensure|raise|strengthen))\b/i;
const PLACE = /\b(?:in|at|from|near|outside|inside|across) (?:the )?\p{Lu}\p{L}+/gu;
const DURATION =
  /\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|nearly|some|few) (?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b|\bsince\b|\bfrom\b.+\b(?:to|until)\b/i;
const TIME_WORD =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;
const AHEAD =
  /\b(?:will|would|next|upcoming|scheduled|planned|plans? to|expected|due|set to|to be held|by the end of)\b/i;
const DEFINES =
  /\b(?:is|was|are|were) (?:a|an|the|one|meant|supposed|intended|made up)\b|, (?:which|an?|the) |\b(?:brings?|brought) together\b|\b(?:created|established|founded|set up|round of|stands for|known as|tackles?|deals? with|consists?)\b/i;
const NAME = /(?<![.!?“"]\s|^|\p{L}[-–])\b\p{Lu}[\p{L}'’-]+/gu;

/**
 * True where a candidate holds the kind of thing that a question asks for: a figure that counts people for "how many
 * people", a date for "when", a person or body for "who". `today` is the day spoken for: what is asked to come must be announced for that day or later.
 */
export function fitsKind(ask: Ask, candidate: Candidate, today: string | null): boolean {
  if (ask.isAhead && !isAnnounced(candidate, today)) return false;
  const { text, within } = candidate;
  switch (ask.kind) {
    case 'who':
      return namesSomebodyElse(ask, candidate);
    case 'when':
      return holdsDate(candidate);
    case 'where':
      return [...text.matchAll(PLACE)].some(
        ([place]) => !TIME_WORD.test(place) && isFresh(ask, place),
      );
    case 'why':
      return REASON.test(text);
    case 'how-many':
      return figuresIn(candidate).some((figure) => countsIt(ask.counted, figure, candidate));
    case 'how-long':
      return DURATION.test(text);
    case 'how-much':
      return figuresIn(candidate).length > 0;
    case 'says':
      return within.some((said) => ask.speaker === null || ask.isSaidByAsked(said));
    case 'next':
      return true;
    case 'definition':
      return DEFINES.test(text);
    // Whether it takes a stand has been seen before.
    case 'culprit':
    case 'whether':
    case 'happened':
    case 'what':
      return true;
  }
}

function countsIt(asked: string | null, figure: Figure, { article }: Candidate): boolean {
  if (countsWhatIsAsked(asked, figure.counts)) return true;
  const before = sequenceOf(article.text.slice(Math.max(0, figure.start - 30), figure.start));
  return asked !== null && new RegExp(` ${asked} of (?:\\S+ ){0,2}$`).test(before);
}

function isAnnounced({ article, start, end, text }: Candidate, today: string | null): boolean {
  if (!AHEAD.test(text)) return false;
  return article.reading.dates.some(
    (date) =>
      date.start >= start && date.end <= end && (today === null || !isBefore(date.value, today)),
  );
}

/** True where something said to be counted is what was asked for: the same noun, or people of any sort for people. */
export function countsWhatIsAsked(asked: string | null, counts: string | null): boolean {
  if (asked === null || counts === null) return false;
  const head = headOf(counts);
  if (countsPeople(asked) && asked !== head && !GENERAL.has(asked)) return false;
  if (countsPeople(asked)) return countsPeople(head) || asked === head;
  return alike(asked).has(head) || sequenceOf(counts).includes(` ${asked} `);
}

const GENERAL = new Set(['person', 'victim', 'individu', 'human']);

/** True for words that the question doesn't have: what it names itself answers nothing. */
function isFresh({ ask }: Ask, words: string): boolean {
  const asked = new Set(sequenceOf(ask).split(' '));
  return stemsOf(words).some((one) => !asked.has(one));
}

function holdsDate({ article, start, end, text }: Candidate): boolean {
  return (
    article.reading.dates.some((date) => date.start >= start && date.end <= end) ||
    TIME_WORD.test(text)
  );
}

function namesSomebodyElse(ask: Ask, { text, statement }: Candidate): boolean {
  const names = [...text.matchAll(NAME)].map(([name]) => name);
  if (/^\p{Lu}[\p{L}'’.-]+ \p{Lu}/u.test(text)) names.push(...text.split(' ', 2));
  const speaker = statement?.speaker ?? '';
  if (/\p{Lu}/u.test(speaker)) names.push(speaker);
  return names.some((name) => !TIME_WORD.test(name) && isFresh(ask, name));
}
