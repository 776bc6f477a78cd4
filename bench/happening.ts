const SYLLABLES = 'ba dor el fi gan hol ir ka lum mer no os pra quin ra sel tor um vel wyn'.split(
  ' ',
);
/** So many names each happening has to itself. */
const NAMES = 24;

/** One happening, of which nobody but the articles on it uses the names. */
export interface Happening {
  readonly title: string;
  /** About `length` characters; each telling in an order of its own. */
  text(length: number, telling: number): string;
}

/** The happening of a number, which nobody saw. */
export function happening(number: number): Happening {
  const all = Array.from({ length: NAMES }, (_, at) => nameOf(number * NAMES + at));
  const name = (at: number) => all[at % NAMES] ?? '';
  const sentences: readonly ((at: number) => string)[] = [
    (at) => `The ${name(at)} bridge was closed after the ${name(0)} flood reached ${name(at + 1)}.`,
    (at) => `Boats left ${name(at)} by night, while trains to ${name(at + 1)} stood still.`,
    (at) => `In ${name(at)} the ${name(at + 1)} market stayed open as water rose in ${name(0)}.`,
    (at) => `Nobody in ${name(at)} had seen the ${name(at + 1)} that high.`,
  ];
  return {
    title: `${name(0)} flood reaches ${name(1)}`,
    text(length, telling) {
      let text = '';
      for (let at = telling; text.length < length; at += 1) {
        text += `${sentences[at % sentences.length]?.(1 + 2 * at) ?? ''} `;
      }
      return text.trimEnd();
    },
  };
}

/** A word that stands for its number alone. */
function nameOf(number: number): string {
  let name = '';
  for (let rest = number + SYLLABLES.length ** 2; rest > 0; ) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}
