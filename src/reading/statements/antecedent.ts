import type { Entity, PersonAt } from './entities.ts';
import type { Gender } from './names.ts';
import { lastStartingBy } from './places.ts';

/** What is known where a pronoun stands. */
export interface Context {
  readonly people: readonly PersonAt[];
  /** Whoever spoke last, and in which sentence. */
  readonly last: Entity | undefined;
  readonly lastSentence: number;
  /** Number of the sentence at a place. */
  readonly sentenceOf: (place: number) => number;
  /** Whether a place lies in what somebody said: names there are no antecedents. */
  readonly isSaid: (place: number) => boolean;
}

const farthest = 40;

/**
 * Whom "he" or "she" at a place means: whoever spoke last, unless a later sentence names somebody who fits; then the
 * first of them there, its subject as a rule. A fit settles a gender that was unknown.
 */
export function antecedent(place: number, gender: Gender, context: Context): Entity | undefined {
  const { people, lastSentence, sentenceOf, isSaid } = context;
  const fits = (entity: Entity) => entity.gender === gender || entity.gender === 'unknown';
  const last = context.last && fits(context.last) ? context.last : undefined;
  const newest = lastStartingBy(people, place - 1);
  let best: Entity | undefined;
  let sentence = -1;
  for (let at = newest; at >= 0 && at > newest - farthest; at--) {
    const one = people[at];
    if (!one) break;
    const number = sentenceOf(one.start);
    if ((last && lastSentence >= number) || (best && number !== sentence)) break;
    if (!fits(one.entity) || !isSurelyPerson(one.entity) || isSaid(one.start)) continue;
    best = one.entity;
    sentence = number;
  }
  const found = best ?? last;
  if (found?.gender === 'unknown') found.gender = gender;
  return found;
}

/** Whether a name is surely a person's: by given name or title, by role, or by having two parts. */
function isSurelyPerson({ gender, role, name }: Entity): boolean {
  return gender !== 'unknown' || role !== null || name.includes(' ');
}
