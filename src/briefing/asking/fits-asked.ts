import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn, headOf } from '../figure.ts';
import { fitsKind } from '../fits.ts';
import { meaningsOf } from './meanings.ts';
import type { Relevance } from './relevance.ts';

const MONEY = /[$€£¥%]|\b(?:percent|per cent|dollars|euros|pounds|yuan|yen|rubles|cents)\b/i;
/** "How much did it cost", and not "how much water": money, or a share of something. */
const ASKS_MONEY = /^how much (?:did|does|do|is|are|was|were|has|had|have|will|would|could|can)\b/i;
const CLOCK = /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:noon|midnight)\b/i;
const AGE = /\b\d{1,3}[- ]year[- ]old|\baged? \d|\b\d{1,3} years? old\b|, \d{1,3},/i;
/** What a question's own words ask for, where that is a shape of its own. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [ASKS_MONEY, MONEY],
  [/\bby how much\b/i, MONEY],
  [/^(?:at )?what time\b/i, CLOCK],
  [/^how old\b/i, AGE],
];
const HYPOTHETICAL =
  /\b(?:would|might|could|will|did|do|does|has|had|have|was|were|is) (?:not|never)\b|n['’]t\b|\b(?:would|might)\b/i;
const OF_FACT = new Set(['when', 'where', 'who']);

/**
 * How well a candidate holds the kind of thing that a plain question asks for: 0 where not at all, 1 where it does, and
 * somewhat more or less where that is surer or less sure than mostly.
 */
export function fitsAsked(
  ask: Ask,
  candidate: Candidate,
  { ownNames }: Relevance,
  today: string | null,
): number {
  const shape = SHAPES.find(([asked]) => asked.test(ask.ask));
  if (shape !== undefined && !shape[1].test(candidate.text)) return 0;
  if (fitsKind(ask, candidate, today)) {
    if (OF_FACT.has(ask.kind) && !ask.isAhead && HYPOTHETICAL.test(candidate.text)) return 0.8;
    return ask.kind === 'says' || ask.kind === 'how-many' ? 1.1 : 1;
  }
  // Told of by the outlet, by name: "Bolton spoke of the hacking".
  if (ask.kind === 'says') return ownNames === 1 ? 0.85 : 0;
  if (ask.kind === 'how-many') return countsAlike(ask, candidate) ? 1.1 : 0;
  return 0;
}

/** True where a figure counts what is asked for by another word: "20 states" for countries. */
function countsAlike({ counted }: Ask, candidate: Candidate): boolean {
  const alike = counted === null ? [] : meaningsOf(counted);
  return figuresIn(candidate).some(
    ({ counts }) => counts !== null && alike.includes(headOf(counts)),
  );
}
