import { wordList } from './word-list.ts';

const set = (list: string): ReadonlySet<string> => new Set(wordList(list));

/** Short forms that stand before a name. */
export const abbreviatedTitles = set(
  `mr mrs ms mx messrs dr drs prof rev hon sen sens rep reps gov govs pres gen lt col cpl sgt maj capt cmdr adm brig
   pvt supt insp det atty st jr sr inc corp co ltd no vs jan feb mar apr jun jul aug sept sep oct nov dec
   ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
   tenn tex va vt wash wis wyo`,
);

/** Words that open a noun phrase. */
export const determiners = set(
  `the a an this that these those his her its their our my your some any many several few all both each every another
   one two three four five six seven eight nine ten other most no such more fewer dozens hundreds thousands multiple
   numerous various certain`,
);

/** Determiners that stand for an owner. */
export const possessives = set('his her its their our my your whose');

/** Pronouns that stand for somebody. */
export const pronouns = set('he she they it we i you who him them her us me');

/** Prepositions. */
export const prepositions = set(
  `of in on at for with by from to into onto about against over under after before during since until between among
   through throughout via near inside outside within without across around behind beyond upon toward towards amid
   despite regarding concerning following as like than per alongside beside besides opposite`,
);

/** Prepositions that bind two noun phrases into one ("officials at the ministry"). */
export const linkingPrepositions = set(
  'of for at from in with on by to near within inside behind around close about',
);

/** Words that join clauses and phrases of one rank. */
export const conjunctions = set('and but or nor yet so');

/** Words that open a clause of its own. */
export const clauseOpeners = set(
  `but and because although though while whereas when whenever if unless until since as before after once that so yet
   or nor even whether how why what where`,
);

/** Words that open a relative clause. */
export const relatives = set('who which that whom whose');

/** Verbs that only carry another verb. */
export const auxiliaries = set(
  `is are was were be been being am has have had having do does did will would shall should can could may might must
   'll 've 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot
   couldn't shouldn't mustn't ain't`,
);

/** Words that deny the verb beside them. */
export const negations = set(
  `not never n't no nobody none isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
   can't cannot couldn't shouldn't barely hardly neither`,
);

/** Adverbs that may stand between a speaker and the cue. */
export const adverbs = set(
  `also then later now still again once just only even already ever never not often always sometimes repeatedly
   recently previously earlier first further immediately quickly publicly privately openly strongly clearly simply
   really actually currently long consistently frequently generally largely initially instead merely nearly officially
   perhaps probably reportedly similarly soon steadfastly subsequently thus today yesterday tonight too twice both
   all each explicitly forcefully bluntly flatly firmly famously reluctantly quietly emphatically angrily sharply
   neither rightly wrongly correctly incorrectly falsely apparently essentially effectively specifically notably separately
   jointly finally eventually occasionally regularly routinely vehemently vigorously heavily loudly directly`,
);

const lyNouns = set(
  'family supply ally july italy reply rally assembly monopoly anomaly bully belly fly jelly',
);

/** Whether a word in lower case is an adverb that may stand beside a verb. */
export function isAdverb(word: string): boolean {
  return adverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !lyNouns.has(word));
}

/** Adverbs that open a sentence and belong to nobody. */
export const openers = set(
  `but and so yet still however meanwhile moreover furthermore nevertheless nonetheless instead otherwise therefore
   thus hence then now today yesterday later earlier recently finally also indeed separately similarly additionally
   tonight or nor plus`,
);

/** Days of the week. */
export const weekdays = set('monday tuesday wednesday thursday friday saturday sunday');

/** Words for a time, which end a noun phrase that stands before them. */
export const timeWords = set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow`,
);

/** Months, also as news style shortens them. */
export const months = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug
   sept sep oct nov dec`,
);

/** Capitalised words that are no part of a name when they open a sentence. */
export const sentenceOpeners = set(
  `the a an this that these those it he she they we you i his her its their our my your but and or nor so yet if when
   while where why what who whom which how as at by in on of to from with without within under over after before since
   until during despite although though because unless whereas among amid between against about above across along
   around behind beyond like near through throughout toward towards upon is are was were do does did have has had can
   could will would shall should may might must not no none nobody nothing never neither either both all any some many
   most much few several each every another other others such one two three four five six seven eight nine ten also
   however meanwhile moreover furthermore nevertheless instead otherwise therefore thus hence still then now today
   yesterday later earlier recently finally according asked there here perhaps maybe even just only yes well oh please
   monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
   october november december speaking asking following citing responding referring yet once let that's it's he's she's
   they're we're i'm don't`,
);
