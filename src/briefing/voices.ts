import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import { isSaidBy, sameSpeaker } from './names.ts';
import { tellSame } from './same.ts';
import type { Considered } from './subject.ts';
import type { Weights } from './weights.ts';

/** Most statements under "Who said what?". */
const MOST_VOICES = 5;

/** The best statements about the subject: of different speakers, or of the one asked for; the best first. */
export function bestVoices(
  considered: readonly Considered[],
  speaker: string | null,
  weights: Weights,
): Candidate[] {
  const statements = considered.flatMap(({ all }) =>
    all.filter(
      ({ candidate: { isStatement, complete, statement } }) =>
        isStatement &&
        complete &&
        statement !== undefined &&
        (speaker === null || isSaidBy(speaker, statement)),
    ),
  );
  const central = centralities(statements.map(({ candidate }) => candidate));
  const rated = statements
    .map(({ candidate, nearness }, at) => ({
      candidate,
      rate:
        (speaker === null ? nearness : 0.3 + nearness) *
        (0.3 + (central[at] ?? 0)) *
        weights.recency(candidate.day) *
        telling(candidate),
    }))
    .sort((a, b) => b.rate - a.rate || b.candidate.article.arrival - a.candidate.article.arrival);
  const chosen: Candidate[] = [];
  for (const { candidate } of rated) {
    if (chosen.length >= MOST_VOICES) break;
    if (chosen.some((other) => tellSame(candidate, other))) continue;
    if (speaker === null && chosen.some((other) => isSameVoice(candidate, other))) continue;
    chosen.push(candidate);
  }
  return chosen;
}

function isSameVoice({ statement: one }: Candidate, { statement: other }: Candidate): boolean {
  return sameSpeaker(one?.speaker ?? '', other?.speaker ?? '') && one?.standing === other?.standing;
}

/** Full sentences over scraps, quoted words over reported. */
function telling({ text, statement }: Candidate): number {
  const words = text.split(/\s+/).length;
  const length = words < 6 ? 0.4 : words < 10 ? 0.8 : words > 60 ? 0.7 : 1;
  return length * (statement?.quoted ? 1.1 : 1);
}
