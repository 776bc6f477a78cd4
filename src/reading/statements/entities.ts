import type { Gender, NameMention } from './names.ts';
import { isOutlet } from './standing.ts';

/** A person or body of the article, under the fullest name it gives. */
export interface Entity {
  readonly name: string;
  readonly kind: 'person' | 'body';
  gender: Gender;
  role: string | null;
  isOutlet: boolean;
  /** Where each mention begins, in order. */
  readonly mentions: number[];
}

/** A person named at a place. */
export interface PersonAt {
  readonly start: number;
  readonly entity: Entity;
}

/** All people and bodies of a text: a surname belongs to the nearest full name that ends with it. */
export class Entities {
  private readonly full = new Map<string, Entity>();
  private readonly short = new Map<string, Entity[]>();
  /** Bodies by the initials of their names; undefined where two share them. */
  private readonly initials = new Map<string, Entity | undefined>();
  private named: readonly Entity[] | undefined;
  /** Mentions of people in order of place. */
  readonly people: PersonAt[] = [];

  /** `isQuoted` tells whether a place stands in quotation marks: a name there is no antecedent of a pronoun outside. */
  constructor(mentions: readonly NameMention[], isQuoted: (at: number) => boolean) {
    for (const mention of mentions)
      if (mention.name.includes(' ') || mention.isOutlet) this.add(mention);
    for (const entity of this.full.values()) {
      if (entity.kind !== 'body') continue;
      const letters = initialsOf(entity.name);
      if (letters.length > 1)
        this.initials.set(letters, this.initials.has(letters) ? undefined : entity);
    }
    for (const mention of mentions) {
      const entity = this.find(mention.name, mention.start) ?? this.add(mention);
      if (entity.gender === 'unknown') entity.gender = mention.gender;
      if (mention.isOutlet && entity.kind === 'body') entity.isOutlet = true;
      entity.mentions.push(mention.start);
      if (entity.kind === 'person' && !isQuoted(mention.start))
        this.people.push({ start: mention.start, entity });
    }
  }

  /** The entity that a name stands for at a place. */
  find(name: string, at: number): Entity | undefined {
    const exact = this.full.get(name) ?? this.initials.get(name);
    if (exact) return exact;
    const candidates = this.short.get(name) ?? this.short.get(name.split(' ').at(-1) ?? '');
    if (!candidates) return undefined;
    let best: Entity | undefined;
    let nearest = Number.NEGATIVE_INFINITY;
    for (const candidate of candidates) {
      const last = lastBefore(candidate.mentions, at);
      if (last > nearest || !best) {
        best = candidate;
        nearest = last;
      }
    }
    return best;
  }

  /** The bodies that the text names, in order of their first mention. */
  bodies(): readonly Entity[] {
    this.named ??= [...this.full.values()].filter(({ kind }) => kind === 'body');
    return this.named;
  }

  /** The first body that the text names; null where it names none. */
  firstBody(): string | null {
    for (const entity of this.full.values()) if (entity.kind === 'body') return entity.name;
    return null;
  }

  private add({ name, kind, gender }: NameMention): Entity {
    const known = this.full.get(name);
    if (known) {
      if (known.gender === 'unknown') known.gender = gender;
      return known;
    }
    const entity: Entity = {
      name,
      kind,
      gender,
      role: null,
      isOutlet: kind === 'body' && isOutlet(name),
      mentions: [],
    };
    this.full.set(name, entity);
    const words = name.split(' ');
    if ((kind === 'person' || entity.isOutlet) && words.length > 1) {
      const last = words.at(-1) ?? '';
      for (const part of new Set(kind === 'person' ? [last, words[0] ?? ''] : [last])) {
        const list = this.short.get(part);
        if (list) {
          if (list.length < 20) list.push(entity);
        } else this.short.set(part, [entity]);
      }
    }
    return entity;
  }
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** The greatest of ascending numbers up to a limit; minus infinity where there is none. */
export function lastBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? Number.NEGATIVE_INFINITY;
}
