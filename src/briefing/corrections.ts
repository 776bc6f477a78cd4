import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Correction, Line } from '../news/brief.ts';
import type { Cited } from '../news/showing.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import { lineOf } from './line.ts';
import { sameSpeaker } from './names.ts';
import { likeness } from './same.ts';
import { plainWords } from './words.ts';

/** Share of the shorter one's telling words from which a passage stands in the place of one that is gone. */
const IN_ITS_PLACE = 0.4;

/**
 * What of some lines their articles no longer say, with what stands there now; none for an article that is as it was, or
 * was removed. Sources are not numbered yet.
 */
export async function correctionsOf(
  corpus: CorpusReader,
  lines: readonly Cited[],
): Promise<Correction[]> {
  const byRevision = new Map<string, Cited[]>();
  for (const line of lines) {
    const key = `${line.articleId} ${line.revision}`;
    byRevision.set(key, [...(byRevision.get(key) ?? []), line]);
  }
  const found: Correction[] = [];
  for (const spans of byRevision.values()) {
    const { articleId, revision } = spans[0] ?? { articleId: '', revision: 0 };
    const now = await corpus.article(articleId);
    if (now === undefined || now.revision === revision) continue;
    const before = await corpus.article(articleId, revision);
    if (before !== undefined) found.push(...changesIn(before, now, spans));
  }
  return found;
}

/** What of these spans of a revision a later one no longer says in the same words, by the same speaker, as strongly. */
export function changesIn(
  before: Article,
  now: Article,
  spans: readonly Pick<Cited, 'start' | 'end'>[],
): Correction[] {
  const known = new Map<string, string>();
  const earlier = candidatesOf(before, known).candidates;
  const later = candidatesOf(now, known).candidates;
  const words = plainWords(now.text);
  const found: Correction[] = [];
  for (const { start, end } of spans) {
    const was = earlier.find((one) => one.start === start && one.end === end);
    if (was === undefined || stillSays(was, later, words)) continue;
    const isKnown = found.some(({ was: other }) => other.start === start && other.end === end);
    if (!isKnown)
      found.push({ was: lineOf(was), now: inItsPlace(was, later, plainWords(before.text)) });
  }
  return found;
}

/** True where the words still stand there, whatever their punctuation, and on the same footing. */
function stillSays(was: Candidate, later: readonly Candidate[], words: string): boolean {
  const own = plainWords(was.text);
  if (!words.includes(own)) return false;
  const { statement } = was;
  if (!was.isStatement || statement === undefined) return true;
  const said = later.filter(
    ({ isStatement, text }) => isStatement && plainWords(text).includes(own),
  );
  return said.some(
    ({ statement: other }) =>
      other?.standing === statement.standing &&
      sameSpeaker(other.speaker ?? '', statement.speaker ?? ''),
  );
}

/** What an article says in the place of a line that is gone: the new passage or statement most like it; null where nothing is. */
function inItsPlace(was: Candidate, later: readonly Candidate[], before: string): Line | null {
  let best: Candidate | undefined;
  let most = 0;
  for (const one of later) {
    const isNew =
      !before.includes(plainWords(one.text)) || plainWords(one.text) === plainWords(was.text);
    if (!isNew || one.isStatement !== was.isStatement) continue;
    const like = likeness(was, one);
    if (like >= IN_ITS_PLACE && like > most) [best, most] = [one, like];
  }
  return best === undefined ? null : lineOf(best);
}
