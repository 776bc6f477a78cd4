import type { CueClass } from './cue-verbs.ts';

/** Nouns that mark what follows as the words or thoughts of their possessor ("Roe's claim that …"). */
export const cueNouns: readonly {
  readonly class: CueClass;
  /** The words that may join the noun to its content. */
  readonly links: string;
  readonly nouns: string;
}[] = [
  {
    class: 'says',
    links: 'that of about on',
    nouns: `claim claims allegation allegations accusation accusations assertion assertions statement statements warning
      warnings remark remarks comment comments suggestion announcement argument contention prediction estimate
      declaration admission acknowledgment insistence complaint complaints explanation description depiction
      characterization account emphasis testimony mention rhetoric clear case`,
  },
  {
    class: 'judges',
    links: 'of for on about to',
    nouns:
      'criticism praise support opposition endorsement condemnation rejection denunciation attacks defense attack disdain',
  },
  {
    class: 'asks',
    links: 'for to that',
    nouns: 'call calls demand demands request requests plea question questions',
  },
  {
    class: 'plans',
    links: 'to that for',
    nouns:
      'promise promises pledge pledges vow threat threats plan plans proposal proposals offer commitment decision',
  },
  {
    class: 'believes',
    links: 'that about',
    nouns:
      'belief conviction concern concerns fear fears hope hopes view conclusion opinion worry worries doubts',
  },
  { class: 'denies', links: 'that of', nouns: 'denial denials' },
  { class: 'declines', links: 'to', nouns: 'refusal' },
];
