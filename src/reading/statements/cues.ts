import { commonVerbs } from './common-verbs.ts';
import { type CueClass, cueVerbs, type Frame, phrasalCues } from './cue-verbs.ts';
import { formsOf, type VerbForm } from './inflect.ts';
import { wordList } from './word-list.ts';

/** One reading of a word as a cue. */
export interface CueVerb {
  readonly verb: string;
  readonly form: VerbForm;
  readonly class: CueClass;
  readonly frames: ReadonlySet<Frame>;
}

/** The cue verb that a word in lower case is a form of. */
export const cueForms: ReadonlyMap<string, CueVerb> = collect();

/** The class of a verb with the word after it ("call for"). */
export const phrasal: ReadonlyMap<string, CueClass> = new Map(
  phrasalCues.flatMap((group) => wordList(group.phrases).map((phrase) => [phrase, group.class])),
);

/** Forms of all verbs known, cues or not, with the kind of form. */
export const verbForms: ReadonlyMap<string, VerbForm> = new Map(
  [
    ...wordList(commonVerbs),
    ...cueVerbs.flatMap((group) => wordList(group.verbs)),
    ...phrasalCues.flatMap((group) =>
      wordList(group.phrases).map((phrase) => phrase.split(' ')[0] ?? ''),
    ),
  ].flatMap(formsOf),
);

function collect(): Map<string, CueVerb> {
  const forms = new Map<string, CueVerb>();
  for (const group of cueVerbs) {
    for (const verb of wordList(group.verbs)) {
      for (const [word, form] of formsOf(verb)) {
        const known = forms.get(word);
        const frames = new Set([...(known?.frames ?? []), ...group.frames]);
        forms.set(word, { verb, form, class: known?.class ?? group.class, frames });
      }
    }
  }
  for (const { phrases, class: kind } of phrasalCues) {
    for (const phrase of wordList(phrases)) {
      const verb = phrase.split(' ')[0] ?? '';
      for (const [word, form] of formsOf(verb)) {
        if (!forms.has(word)) forms.set(word, { verb, form, class: kind, frames: new Set() });
      }
    }
  }
  return forms;
}
