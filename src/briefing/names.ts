import type { Statement } from '../news/reading.ts';
import { isCountry } from './irregular.ts';
import { sequenceOf, stemsOf } from './words.ts';

const TITLES =
  /\b(?:mr|mrs|ms|dr|sen|rep|gov|gen|adm|lt|col|sgt|capt|sir|lord|dame|senator|representative|president|vice president|prime minister|minister|secretary|spokes(?:man|woman|person)|spokesperson|director|chairman|admiral|general|officials?|the)\b\.?/gi;

/** The words of a name without titles, as a sequence of stems. */
export function nameOf(typed: string): string {
  const bare = sequenceOf(typed.replace(TITLES, ' '));
  return bare.trim() === '' ? sequenceOf(typed) : bare;
}

/** True where all the words of a name stand in the other, in order: "Kirby" in "Rear Adm. John Kirby". */
export function namesSame(asked: string, full: string): boolean {
  const words = asked.trim().split(' ');
  const others = full.trim().split(' ');
  let at = 0;
  for (const other of others) if (other === words[at]) at += 1;
  return words[0] !== '' && at === words.length;
}

/**
 * True where a statement is that of the person or body asked for: by name ("kirby", "Kirby's", "spokesman Kirby") or by
 * what they speak for ("State Department" for its spokesman and its unnamed official).
 */
export function isSaidBy(asked: string, { speaker, role, source }: Statement): boolean {
  if (speaker === null) return false;
  const name = nameOf(asked);
  if (namesSame(name, sequenceOf(speaker))) return true;
  const own = sequenceOf(speaker);
  const isOneWord = !speaker.includes(' ') && !isCountry(own.trim());
  if (isOneWord && namesSame(own, name)) return true;
  const described = sequenceOf([role, source, speaker].filter(Boolean).join(' '));
  return described.includes(name);
}

/** True where two speakers are one: the same name, or one the end of the other; of descriptions ("a senior official of the
 * ministry") one that holds all the words of the other. */
export function sameSpeaker(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a === b || a.endsWith(b) || b.endsWith(a)) return true;
  const areDescribed = [one, other].every((each) => /^(?:an?|the)\s/i.test(each));
  return areDescribed && (holdsAll(one, other) || holdsAll(other, one));
}

function holdsAll(fewer: string, more: string): boolean {
  const all = new Set(stemsOf(more));
  const some = stemsOf(fewer);
  return some.length > 1 && some.every((each) => all.has(each));
}
