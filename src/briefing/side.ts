import type { Candidate } from './candidate.ts';
import { isCountry } from './irregular.ts';
import { sequenceOf } from './words.ts';

/** How the news names the United States; its own bodies go without a country in its own press. */
const AMERICAN =
  / (?:us\.|america|unit state|washington|white hous|state depart|secretary of state|treasury secretary|pentagon|congress|capitol|fbi|cia|nsa) /;
const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['russia', / (?:kremlin|moscow) /],
  ['china', / (?:beijing|state councilor|state council) /],
  ['britain', / (?:down street|whitehall|london) /],
  ['france', / (?:elysee|élysée|paris) /],
  ['germany', / (?:bundestag|berlin) /],
];

/**
 * The country for which a statement's speaker speaks: the one that speaker, role or the words for them name, or whose seat
 * of government they do; else the one that opens the statement ("China opposes …"). Null where nothing tells.
 */
export function sideOf({ statement, sequence }: Candidate): string | null {
  if (statement === undefined) return null;
  const { speaker, role, source } = statement;
  const described = sequenceOf([speaker, role, source].filter(Boolean).join(' , '));
  return countryNamedIn(described) ?? countryNamedIn(opening(sequence));
}

/** The country that a sequence of stems names, or whose seat of government it does; null where it names none. */
export function countryNamedIn(sequence: string): string | null {
  const seat = OTHERS.find(([, names]) => names.test(sequence))?.[0];
  const named = sequence.split(' ').find(isCountry);
  return named ?? seat ?? (AMERICAN.test(sequence) ? 'us.' : null);
}

/** The first two words, articles left out. */
function opening(sequence: string): string {
  return ` ${sequence
    .replace(/^ the /, ' ')
    .trim()
    .split(' ')
    .slice(0, 2)
    .join(' ')} `;
}
