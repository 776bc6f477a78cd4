import type { Passage, Statement } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { lastStartingBy } from './places.ts';
import type { Release } from './release.ts';
import { type Voice, voiceOf } from './voice.ts';

/** The passages of a span, as statements of one voice. */
export function spokenThroughout(
  passages: readonly Passage[],
  span: Span,
  voice: Voice,
): Statement[] {
  const found: Statement[] = [];
  for (let at = Math.max(0, lastStartingBy(passages, span.start)); at < passages.length; at++) {
    const passage = passages[at];
    if (!passage || passage.start >= span.end) break;
    const start = Math.max(passage.start, span.start);
    const end = Math.min(passage.end, span.end);
    if (end > start) found.push({ start, end, quoted: false, ...voice });
  }
  return found;
}

/** The whole sentences of a release that quote nobody, as statements of the body that issued it. */
export function releasedBy(
  body: string | null,
  release: Release,
  text: string,
  passages: readonly Passage[],
  quoted: readonly Statement[],
): Statement[] {
  const taken = [...quoted].sort((one, other) => one.start - other.start);
  const voice = voiceOf(
    { name: body, role: null, standing: 'document', why: release.marker, isOutlet: false },
    null,
  );
  const found: Statement[] = [];
  for (const { start, end } of passages) {
    if (start < release.from || !/[.!?]["”’)]?$/.test(text.slice(Math.max(start, end - 3), end)))
      continue;
    const before = taken[lastStartingBy(taken, end - 1)];
    if (!before || before.end <= start) found.push({ start, end, quoted: false, ...voice });
  }
  return found;
}
