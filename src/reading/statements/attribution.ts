import type { CueClass } from './cue-verbs.ts';
import type { Stretch } from './stretch.ts';

/** Who said something in a sentence, by which words, and which stretches of it they said. */
export interface Attribution {
  readonly class: CueClass;
  /** The verb or noun in its plain form ("say"). */
  readonly verb: string;
  readonly cue: Stretch;
  /** The words for the speaker; undefined where the sentence has none. */
  readonly source: Stretch | undefined;
  readonly contents: readonly Stretch[];
  readonly negated: boolean;
  /** The words for whoever only relays it ("Reuters" in "Reuters cited two officials as saying …"). */
  readonly via?: Stretch | undefined;
}
