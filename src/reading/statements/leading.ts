import type { Attribution } from './attribution.ts';
import { hasVerb } from './clause-edges.ts';
import { contentAfter } from './content-after.ts';
import { type CueAt, cueAt } from './cue-at.ts';
import { verbForms } from './cues.ts';
import { phraseFrom } from './noun-phrase.ts';
import { withoutOccasion } from './occasion.ts';
import { isSilence } from './silence.ts';
import { standingOf } from './standing.ts';
import type { Stretch } from './stretch.ts';
import { isNobody, subjectOf } from './subjects.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';

/** "X said that …", "X, who said …", "…, adding that …". */
export function leading(
  units: readonly Unit[],
  at: number,
  last: Attribution | undefined,
): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue || cue.passive || (cue.infinitive && !speaksOn(units, cue))) return undefined;
  if (at === 0 && cue.form !== 'ing')
    return cue.class === 'says' ? inverted(units, cue) : undefined;
  const content = contentAfter(units, cue);
  if (!content) return undefined;
  const whole = trim(units, content.from, content.to);
  const isPhrase = cue.class === 'judges' || cue.phrasal;
  const trimmed = whole && isPhrase ? withoutOccasion(units, whole) : whole;
  if (!trimmed || tellsNothing(units, cue, trimmed)) return undefined;
  const source = subjectOf(units, cue, last);
  if (!source || isNobody(units, source)) return undefined;
  return {
    class: cue.class,
    verb: cue.verb,
    cue: { from: cue.from, to: cue.to },
    source,
    contents: [trimmed],
    negated: cue.negated,
  };
}

/** "Said X: …" */
function inverted(units: readonly Unit[], cue: CueAt): Attribution | undefined {
  const source = phraseFrom(units, cue.to);
  if (!source || !/^[:,]$/.test(units[source.to]?.text ?? '')) return undefined;
  const quote = units.findIndex(
    (unit, at) => at > source.to && (unit.kind === 'quote' || unit.text === ':'),
  );
  const content = quote < 0 ? undefined : trim(units, quote, units.length);
  if (!content) return undefined;
  const { verb, from, to } = cue;
  return { class: cue.class, verb, cue: { from, to }, source, contents: [content], negated: false };
}

/** Whether an infinitive goes on after a verb that leaves the speaking to it ("went on to say that …"). */
function speaksOn(units: readonly Unit[], cue: CueAt): boolean {
  const before = units[cue.from - 1]?.lower ?? '';
  return verbForms.has(before) || before === 'on';
}

/** Whether whom somebody cites is nobody with a name ("cited two officials"). */
function isUnnamed(units: readonly Unit[], { from, to }: Stretch): boolean {
  const phrase = phraseFrom(units, from);
  const words = units.slice(from, Math.min(to, phrase?.to ?? to)).map((unit) => unit.lower);
  const standing = standingOf(words, words.join(' '));
  return standing === 'unnamed-official' || standing === 'anonymous';
}

const pointers = new Set('this that these those such it them him her so'.split(' '));

/** Naming as judging, not as appointing. */
const accuses =
  / as (?:.* )?(?:suspects?|culprits?|perpetrators?|author|source|cause|reason|target|victims?|threat|enemy|rival|“)/;

function wordOf(unit: Unit): string {
  return unit.kind === 'quote' ? '“' : unit.lower;
}

const plainest = new Set('say tell add write reply'.split(' '));

/** Whether nothing is said: a mere pointer to something said elsewhere ("echoed those claims"), or a silence the reporter tells ("did not say …"). */
function tellsNothing(units: readonly Unit[], cue: CueAt, { from, to }: Stretch): boolean {
  if (isSilence(cue)) return true;
  if (cue.verb === 'cite' && (cue.participle || isUnnamed(units, { from, to }))) return true;
  if (
    cue.verb === 'call' &&
    !cue.phrasal &&
    units[phraseFrom(units, from)?.to ?? to]?.lower === 'to'
  )
    return true;
  if (cue.verb === 'name' && !accuses.test(units.slice(from, to).map(wordOf).join(' ')))
    return true;
  const first = units[from]?.lower ?? '';
  if (units[from - 1]?.lower === 'neither') return true;
  if (first === 'nothing' && /^(?:of|about|on)$/.test(units[from + 1]?.lower ?? '')) return true;
  if (/^(?:no|neither|nothing|nobody)$/.test(first) && !hasVerb(units, from, to)) return true;
  if (to - from < 3 && plainest.has(cue.verb) && !hasVerb(units, from, to)) return true;
  if (first === 'the' && units[from + 1]?.lower === 'same') return true;
  return (
    to - from < 3 &&
    pointers.has(units[from]?.lower ?? '') &&
    !units.slice(from, to).some((unit) => unit.kind === 'quote')
  );
}
