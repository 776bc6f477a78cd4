import type { Span } from '../../news/span.ts';
import { antecedent } from './antecedent.ts';
import { bodyMeant } from './body-meant.ts';
import type { Entities, Entity } from './entities.ts';
import { apposedDocument, type Names, nameAfter, nameIn, withTitle } from './name-in.ts';
import { persons } from './names.ts';
import { lastStartingBy } from './places.ts';
import type { Speaker } from './speaker.ts';
import { documents, headOf, isOutlet, standingOf } from './standing.ts';
import type { Stretch } from './stretch.ts';
import { type Unit, wordsOf } from './units.ts';
import { determiners, pronouns } from './words.ts';

interface Described {
  readonly words: readonly string[];
  readonly head: string;
  readonly speaker: Speaker;
}

interface Found {
  readonly speaker: Speaker;
  readonly entity: Entity | undefined;
}

const mostDescribed = 50;
const farthestRole = 400;
const farthestBack = 400;
const indefinite =
  /\b(?:an?|another) (?:(?!(?:by|of|from|for|in|on|at|to|with|than|that|who|an?|the) )[\p{L}.&’'-]{1,30} ){0,6}?(?:official|aide|adviser|advisor|diplomat|lawyer|prosecutor|officer|spokes(?:wo)?man|spokesperson|source|envoy|minister|executive|investigator)\b/giu;
const questioner = /^(?:Q|QUESTIONS?|REPORTERS?|PRESS|Question)$/;
const someOfThem =
  /^(?:another|(?:one|two|three|some|several|many|most|both|all|another) of (?:them|these|those))$/;

/**
 * Turns the words for a speaker into the speaker, in the order of the text, remembering who has spoken: pronouns, then
 * names, then descriptions, each by the sieve that is surest for it (Muzny and others 2017).
 */
export class Speakers {
  private readonly described: Described[] = [];
  private last: Found | undefined;
  private lastSentence = -1;
  private readonly text: string;
  private readonly entities: Entities;
  private readonly names: Names;
  private readonly sentenceOf: (place: number) => number;
  private readonly isSaid: (place: number) => boolean;

  /** `sentenceOf` numbers the sentence at a place; `isSaid` tells whether it lies in a statement found so far. */
  constructor(
    text: string,
    entities: Entities,
    names: Names,
    sentenceOf: (place: number) => number,
    isSaid: (place: number) => boolean,
  ) {
    this.text = text;
    this.entities = entities;
    this.names = names;
    this.sentenceOf = sentenceOf;
    this.isSaid = isSaid;
  }

  /** Whoever spoke last. */
  previous(): Speaker | undefined {
    return this.last?.speaker;
  }

  /** The speaker whom a stretch stands for; names in `contents`, what the speaker said, are no antecedents. */
  resolve(units: readonly Unit[], source: Stretch, contents: readonly Stretch[] = []): Speaker {
    const place = units[source.from]?.start ?? 0;
    const said = contents.map(({ from, to }) => ({
      start: units[from]?.start ?? 0,
      end: units[to - 1]?.end ?? 0,
    }));
    const words = units.slice(source.from, source.to).map((unit) => unit.lower);
    const found =
      this.byPronoun(words, place, said) ??
      this.byName(units, source) ??
      this.byDescription(words, withTitle(this.text, units, source, this.names), place);
    this.last = found;
    this.lastSentence = this.sentenceOf(place);
    return found.speaker;
  }

  /** Whether a stretch stands for an outlet. */
  isOutlet(units: readonly Unit[], stretch: Stretch): boolean {
    const first = units[stretch.from]?.lower ?? '';
    if (stretch.to - stretch.from === 1 && pronouns.has(first)) {
      return /^(?:it|they)$/.test(first) && this.last?.speaker.isOutlet === true;
    }
    const mention = nameIn(units, stretch, this.names);
    const entity = mention && this.entities.find(mention.name, mention.start);
    return entity?.isOutlet ?? isOutlet(wordsOf(this.text, units, stretch));
  }

  /** The speaker whom a transcript's label names: the document speaks for them. */
  labelled(label: string, place: number): Speaker {
    const bare = label.replace(/\s*\([^)]*\)$/, '').trim();
    if (questioner.test(bare)) {
      return {
        name: 'a reporter',
        role: null,
        standing: 'anonymous',
        why: label,
        isOutlet: false,
      };
    }
    const surname = bare.split(/\s+/).at(-1) ?? bare;
    const lowered = surname.charAt(0) + surname.slice(1).toLowerCase();
    const entity = this.entities.find(surname, place) ?? this.entities.find(lowered, place);
    const known = entity?.kind === 'person' && entity.name.includes(' ') ? entity : undefined;
    const name = known?.name ?? bare;
    return { name, role: known?.role ?? null, standing: 'document', why: label, isOutlet: false };
  }

  private byPronoun(
    words: readonly string[],
    place: number,
    said: readonly Span[],
  ): Found | undefined {
    const word = words[0] ?? '';
    if (words.length !== 1 || !pronouns.has(word)) return undefined;
    const gender = /^(?:he|him)$/.test(word) ? 'man' : /^(?:she|her)$/.test(word) ? 'woman' : null;
    if (gender) {
      const { entity } = this.last ?? {};
      const person = antecedent(place, gender, {
        people: this.entities.people,
        last: entity?.kind === 'person' ? entity : undefined,
        lastSentence: this.lastSentence,
        sentenceOf: this.sentenceOf,
        isSaid: (at) => this.isSaid(at) || said.some(({ start, end }) => start <= at && at < end),
      });
      if (person) return named(person, person.name);
    }
    if (this.last && !(gender && this.last.entity)) return this.last;
    return {
      speaker: { name: null, role: null, standing: 'outlet', why: word, isOutlet: false },
      entity: undefined,
    };
  }

  private byName(units: readonly Unit[], source: Stretch): Found | undefined {
    const phrase = wordsOf(this.text, units, source);
    const apposed =
      nameAfter(units, source, this.names) ??
      (isOutlet(phrase) ? this.names.get(units[source.to + 1]?.start ?? -1) : undefined);
    const mention = apposed ?? nameIn(units, source, this.names);
    if (mention && isOwnedOffice(units, source, mention)) return undefined;
    const entity = mention && this.entities.find(mention.name, mention.start);
    if (!entity) return undefined;
    if (apposed && !entity.isOutlet) {
      entity.role ??= phrase.replace(/^(?:an?|one|another|the|its|his|her|their)\s+/i, '');
      return named(entity, apposed.name);
    }
    const found = named(entity, phrase);
    const document = entity.kind === 'body' ? apposedDocument(this.text, units, source) : undefined;
    if (!document) return found;
    return { ...found, speaker: { ...found.speaker, standing: 'document', why: document } };
  }

  private byDescription(words: readonly string[], phrase: string, place: number): Found {
    const meant =
      words.length === 2 && isDefinite(words)
        ? bodyMeant(words[1] ?? '', place, this.entities.bodies(), this.sentenceOf)
        : undefined;
    if (meant) return named(meant, phrase);
    const known = this.mentioned(words) ?? this.introduced(words, place);
    if (known) return { speaker: known, entity: undefined };
    const head = headOf(words);
    const content = words.filter((word) => !determiners.has(word));
    const holder = isDefinite(words) && persons.has(head) ? this.holder(content, place) : undefined;
    if (holder) return named(holder, phrase);
    const relays = isOutlet(phrase) || isOutletsText(phrase);
    const standing = relays ? 'outlet' : standingOf(words, phrase);
    const speaker: Speaker = { name: phrase, role: null, standing, why: phrase, isOutlet: relays };
    this.described.push({ words: content, head, speaker });
    if (this.described.length > mostDescribed) this.described.shift();
    return { speaker, entity: undefined };
  }

  /** Whoever was described before by the same words and more ("the official" after "a senior ministry official"). */
  private mentioned(words: readonly string[]): Speaker | undefined {
    if (someOfThem.test(words.join(' '))) {
      return this.described.findLast(({ speaker }) => speaker.standing !== 'outlet')?.speaker;
    }
    if (!isDefinite(words)) return undefined;
    const head = headOf(words);
    const content = words.filter((word) => !determiners.has(word));
    return this.described.findLast(
      (other) => other.head === head && content.every((word) => other.words.includes(word)),
    )?.speaker;
  }

  /** Whoever the text just before speaks of with an indefinite article ("a senior ministry official" before "that official"). */
  private introduced(words: readonly string[], place: number): Speaker | undefined {
    const head = headOf(words);
    if (!isDefinite(words) || !persons.has(head)) return undefined;
    const content = words.filter((word) => !determiners.has(word));
    const before = this.text.slice(Math.max(0, place - farthestBack), place);
    const phrase = [...before.matchAll(indefinite)]
      .map(([hit]) => hit)
      .findLast((hit) => {
        const said = hit.toLowerCase().split(/\s+/);
        return said.at(-1) === head && content.every((word) => said.includes(word));
      });
    if (!phrase) return undefined;
    const standing = standingOf(phrase.toLowerCase().split(/\s+/), phrase);
    return { name: phrase, role: null, standing, why: phrase, isOutlet: false };
  }

  /** The person whose role has all these words: the nearest named before, else the first named after. */
  private holder(words: readonly string[], place: number): Entity | undefined {
    const { people } = this.entities;
    const holds = ({ role }: Entity) => {
      const held = role?.toLowerCase().split(/[\s,]+/) ?? [];
      return words.every((word) => held.includes(word));
    };
    const newest = lastStartingBy(people, place);
    const before = people.slice(Math.max(0, newest + 1 - farthestRole), newest + 1);
    const after = people.slice(newest + 1, newest + 1 + farthestRole);
    const found =
      before.findLast(({ entity }) => holds(entity)) ?? after.find(({ entity }) => holds(entity));
    return found?.entity;
  }
}

function isDefinite(words: readonly string[]): boolean {
  return /^(?:the|that|this|these|those)$/.test(words[0] ?? '');
}

/** Whether a name is but a word for an office of whoever is named before it ("Roe's Office"). */
function isOwnedOffice(units: readonly Unit[], { from, to }: Stretch, mention: Span): boolean {
  const at = units.findIndex((unit, k) => k > from && k < to && unit.start === mention.start);
  return (
    at > 0 &&
    units[at - 1]?.lower === "'s" &&
    /^(?:office|team|campaign)$/.test(units[at]?.lower ?? '') &&
    units[at]?.end === mention.end
  );
}

/** Whether a phrase means what an outlet published ("the Tribune's report"), which is no body's document. */
function isOutletsText(phrase: string): boolean {
  const [owner = '', own] = phrase.split(/['’]s /, 2);
  return (
    own !== undefined && isOutlet(owner) && documents.has(headOf(own.toLowerCase().split(/\s+/)))
  );
}

/** A named speaker; `why` is the words for it, or the full name where they are but a part of it. */
function named(entity: Entity, why: string): Found {
  const { name, role, isOutlet: relays } = entity;
  const standing = relays ? 'outlet' : 'on-record';
  return {
    speaker: { name, role, standing, why: why.includes(' ') ? why : name, isOutlet: relays },
    entity,
  };
}
