import type { Span } from '../../news/span.ts';
import type { Entities, Entity } from './entities.ts';
import type { Gender, NameMention } from './names.ts';
import { persons, titles } from './names.ts';
import { phraseFrom, type Stretch } from './nounPhrase.ts';
import type { Speaker } from './speaker.ts';
import { documents, headOf, standingOf } from './standing.ts';
import type { Unit } from './units.ts';
import { determiners, linkingPrepositions } from './words.ts';

interface Described {
  readonly words: readonly string[];
  readonly head: string;
  readonly speaker: Speaker;
}

const farthestBack = 40;

/** Turns the words for a speaker into the speaker, in the order of the text, remembering who has spoken. */
export class Speakers {
  private readonly described: Described[] = [];
  private last: { readonly speaker: Speaker; readonly entity: Entity | undefined } | undefined;

  private readonly text: string;
  private readonly entities: Entities;
  private readonly names: ReadonlyMap<number, NameMention>;

  private readonly sentenceOf: (at: number) => number;
  private readonly inContent: (at: number) => boolean;
  private lastSentence = -1;
  private saying: readonly Span[] = [];

  constructor(
    text: string,
    entities: Entities,
    names: ReadonlyMap<number, NameMention>,
    sentenceOf: (at: number) => number,
    inContent: (at: number) => boolean,
  ) {
    this.sentenceOf = sentenceOf;
    this.inContent = inContent;
    this.text = text;
    this.entities = entities;
    this.names = names;
  }

  /** Whoever spoke last. */
  previous(): Speaker | undefined {
    return this.last?.speaker;
  }

  /** The speaker whom the words of a stretch stand for; names inside `contents`, what the speaker said, are no antecedents. */
  resolve(units: readonly Unit[], source: Stretch, contents: readonly Stretch[] = []): Speaker {
    this.saying = contents.map((content) => ({
      start: units[content.from]?.start ?? 0,
      end: units[content.to - 1]?.end ?? 0,
    }));
    const first = units[source.from];
    const words = units.slice(source.from, source.to).map((unit) => unit.lower);
    const phrase = this.text.slice(first?.start ?? 0, units[source.to - 1]?.end ?? 0);
    const found =
      this.byPronoun(words, first?.start ?? 0, phrase) ??
      this.byApposition(units, source, phrase) ??
      this.byName(units, source, phrase) ??
      this.byDescription(words, this.withName(units, source, phrase), first?.start ?? 0);
    this.last = found;
    this.lastSentence = this.sentenceOf(first?.start ?? 0);
    return found.speaker;
  }

  /** The speaker whom a transcript's label names: its own name is the document's word for it. */
  labelled(label: string, at: number): Speaker {
    const bare = label.replace(/\s*\([^)]*\)$/, '').trim();
    if (/^(?:Q|QUESTIONS?|REPORTERS?|PRESS|Question)$/.test(bare)) {
      return { name: 'a reporter', role: null, standing: 'anonymous', why: label };
    }
    const surname = bare.split(/\s+/).at(-1) ?? bare;
    const name = surname.charAt(0) + surname.slice(1).toLowerCase();
    const entity = this.entities.find(surname, at) ?? this.entities.find(name, at);
    const known = entity?.kind === 'person' && entity.name.includes(' ') ? entity : undefined;
    return {
      name: known?.name ?? bare,
      role: known?.role ?? null,
      standing: 'document',
      why: label,
    };
  }

  private byPronoun(words: readonly string[], at: number, phrase: string) {
    if (words.length !== 1) return undefined;
    const word = words[0] ?? '';
    if (!/^(?:he|she|they|it|we|i|you|him|her|who|them|us|me)$/.test(word)) return undefined;
    const gender: Gender = /^(?:he|him)$/.test(word)
      ? 'man'
      : /^(?:she|her)$/.test(word)
        ? 'woman'
        : 'unknown';
    if (gender !== 'unknown') {
      const entity = this.personBefore(at, gender);
      if (entity) return this.named(entity, entity.name);
    }
    if (this.last && (gender === 'unknown' || !this.last.entity)) return this.last;
    return {
      speaker: { name: null, role: null, standing: 'outlet' as const, why: phrase },
      entity: undefined,
    };
  }

  /** Whom "he" or "she" means: whoever spoke in the sentence before, else the subject of the nearest sentence with a fit. */
  private personBefore(at: number, gender: Gender): Entity | undefined {
    const fits = (entity: Entity) => entity.gender === gender || entity.gender === 'unknown';
    const { people } = this.entities;
    let low = 0;
    let high = people.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((people[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    let best: Entity | undefined;
    let sentence = -1;
    const last =
      this.last?.entity?.kind === 'person' && fits(this.last.entity) ? this.last.entity : undefined;
    const lastSentence = this.lastSentence;
    for (let k = low - 1; k >= 0 && k > low - farthestBack; k--) {
      const one = people[k];
      if (!one) break;
      const place = this.sentenceOf(one.at);
      if (last && lastSentence >= place) break;
      if (best && place !== sentence) break;
      if (!fits(one.entity) || !isPlausible(one.entity) || this.inContent(one.at)) continue;
      if (this.saying.some((span) => span.start <= one.at && one.at < span.end)) continue;
      best = one.entity;
      sentence = place;
    }
    const found = best ?? last;
    if (found && found.gender === 'unknown') found.gender = gender;
    return found;
  }

  private byName(units: readonly Unit[], source: Stretch, phrase: string) {
    let head = source.from + 1;
    while (head < source.to) {
      const word = units[head]?.lower ?? '';
      if (word === 'and' && this.nameEndingAt(units, source.from, head)) break;
      if (
        linkingPrepositions.has(word) &&
        (!this.insideName(units, head) ||
          this.nameEndingAt(units, source.from, head)?.kind === 'person')
      )
        break;
      head++;
    }
    const name = this.nameEndingAt(units, source.from, head);
    const entity = name && this.entities.find(name.name, name.start);
    if (!entity) return undefined;
    const found = this.named(entity, phrase);
    const blog = entity.kind === 'body' ? this.apposedDocument(units, source) : undefined;
    return blog
      ? { ...found, speaker: { ...found.speaker, standing: 'document' as const, why: blog } }
      : found;
  }

  /** What a body's name is apposed to, where that is a document ("the Signal, the ministry's blog,"). */
  private apposedDocument(units: readonly Unit[], source: Stretch): string | undefined {
    if (units[source.to]?.text !== ',') return undefined;
    const phrase = phraseFrom(units, source.to + 1);
    if (!phrase) return undefined;
    const words = units.slice(phrase.from, phrase.to);
    if (!documents.has(headOf(words.map((unit) => unit.lower)))) return undefined;
    return this.text.slice(words[0]?.start, words.at(-1)?.end);
  }

  /** The name that ends with the unit before `to`. */
  private nameEndingAt(units: readonly Unit[], from: number, to: number): NameMention | undefined {
    const end = units[to - 1]?.end ?? 0;
    for (let at = from; at < to; at++) {
      const mention = this.names.get(units[at]?.start ?? -1);
      if (mention && mention.end >= end) return mention;
    }
    return undefined;
  }

  /** "A lawyer for the union, Jane Roe, …": the name after a description. */
  private byApposition(units: readonly Unit[], source: Stretch, phrase: string) {
    const next = units[source.to + 1];
    if (
      units[source.to]?.text !== ',' ||
      !next ||
      !/^(?:a|an|one|another|the|his|her|their|its)$/.test(units[source.from]?.lower ?? '')
    )
      return undefined;
    const mention = this.names.get(next.start);
    if (mention?.kind !== 'person' || !mention.name.includes(' ')) return undefined;
    const entity = this.entities.find(mention.name, mention.start);
    if (!entity) return undefined;
    entity.role ??= phrase.replace(/^(?:an?|one|another|the|its|his|her|their)\s+/i, '');
    return this.named(entity, mention.name);
  }

  private insideName(units: readonly Unit[], at: number): boolean {
    const before = units[at - 1];
    return (
      /^(?:of|for|on)$/.test(units[at]?.lower ?? '') &&
      before?.capital === true &&
      (!persons.has(before.lower) || titles.has(before.lower)) &&
      units[at + 1]?.capital === true
    );
  }

  private named(entity: Entity, why: string) {
    const decisive = why.includes(' ') ? why : entity.name;
    const speaker: Speaker = {
      name: entity.name,
      role: entity.role,
      standing: 'on-record',
      why: decisive,
    };
    return { speaker, entity };
  }

  private byDescription(words: readonly string[], phrase: string, at: number) {
    const head = headOf(words);
    const definite = /^(?:the|that|this|these|those)$/.test(words[0] ?? '');
    const content = words.filter((word) => !determiners.has(word));
    if (
      /^(?:one|two|three|some|several|many|most|both|all|another) of (?:them|these|those)$/.test(
        words.join(' '),
      ) ||
      words.join(' ') === 'another'
    ) {
      const known = this.described.findLast((other) => other.speaker.standing !== 'outlet');
      if (known) return { speaker: known.speaker, entity: undefined };
    }
    if (definite) {
      const known = this.described.findLast(
        (other) => other.head === head && content.every((word) => other.words.includes(word)),
      );
      if (known) return { speaker: known.speaker, entity: undefined };
      if (persons.has(head) || head === 'president') {
        const entity = this.byRole(content, head, at);
        if (entity) return this.named(entity, phrase);
      }
    }
    const standing = standingOf(words, phrase);
    const speaker: Speaker = { name: phrase, role: null, standing, why: phrase };
    this.described.push({ words: content, head, speaker });
    if (this.described.length > 50) this.described.shift();
    return { speaker, entity: undefined };
  }

  /** A document's description with the name that follows it ("the ministry's blog, the Signal"). */
  private withName(units: readonly Unit[], source: Stretch, phrase: string): string {
    const words = units.slice(source.from, source.to).map((unit) => unit.lower);
    const start = units[source.from]?.start ?? 0;
    if (units[source.to]?.text !== ',' || !documents.has(headOf(words))) return phrase;
    const at = source.to + (units[source.to + 1]?.lower === 'the' ? 2 : 1);
    const name = this.names.get(units[at]?.start ?? -1);
    return name ? this.text.slice(start, name.end) : phrase;
  }

  private byRole(content: readonly string[], head: string, at: number): Entity | undefined {
    const { people } = this.entities;
    let checked = 0;
    for (let k = people.length - 1; k >= 0 && checked < 400; k--) {
      const one = people[k];
      if (!one || one.at >= at) continue;
      checked++;
      const role = one.entity.role?.toLowerCase();
      if (
        role &&
        new RegExp(`\\b${escaped(head)}`).test(role) &&
        content.every((word) => role.includes(word))
      )
        return one.entity;
    }
    return undefined;
  }
}

/** Whether a name is surely a person's: by given name or title, by role, or by having two parts. */
function isPlausible({ gender, role, name }: Entity): boolean {
  return gender !== 'unknown' || role !== null || name.includes(' ');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
