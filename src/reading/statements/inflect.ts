import { irregularForms } from './cue-verbs.ts';

/** The form in which a verb stands. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

const irregular = new Map(
  irregularForms.split('|').map((line) => {
    const [verb = '', past = '', ...participles] = line.trim().split(/\s+/);
    return [verb, { past, participles: participles.length > 0 ? participles : [past] }] as const;
  }),
);

/** Every form of an English verb with its kind; "past" stands for the participle too where they are alike. */
export function formsOf(verb: string): [string, VerbForm][] {
  const stem = verb.replace(/e$/, '');
  const changesY = /[^aeiou]y$/.test(verb);
  const third = changesY
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z|o)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const odd = irregular.get(verb);
  const past = odd?.past ?? (changesY ? `${verb.slice(0, -1)}ied` : `${stem}ed`);
  const doubled = /[^e]([bgmnprtl])\1ed$/.test(past) && !/([bgmnprtl])\1$/.test(verb);
  const ing = /ie$/.test(verb)
    ? `${verb.slice(0, -2)}ying`
    : doubled
      ? `${verb}${verb.at(-1)}ing`
      : /[^eoy]e$/.test(verb)
        ? `${stem}ing`
        : `${verb}ing`;
  return [
    [verb, 'base'],
    [third, 'third'],
    [past, 'past'],
    [ing, 'ing'],
    ...(odd?.participles ?? [])
      .filter((form) => form !== past)
      .map((form): [string, VerbForm] => [form, 'participle']),
  ];
}
