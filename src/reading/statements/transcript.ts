import type { Span } from '../../news/span.ts';

/** A turn of a transcript: who is named by the label, and the spans of what they say. */
export interface Turn {
  readonly label: Span;
  readonly speech: readonly Span[];
}

const upperLabel = /^(?:\p{Lu}[\p{Lu}\p{N}.'’ -]{0,50})(?:\s?\([^)\n]{1,60}\))?:(?=\s|$)/u;
const briefLabel = /^(?:Q|A|Question|Answer|Moderator)(?:\s?\([^)\n]{1,40}\))?[:.]?(?=\s)/;
const nameLabel =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Secretary|President)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}:(?=\s|$)/u;

/**
 * The turns of a transcript ("QUESTION: … MR. KIRBY: …"), or nothing where the text is none: three labelled paragraphs
 * that are a third of all or more; a label in ordinary letters counts where it comes twice. A paragraph without a label goes on with the turn before it.
 */
export function findTurns(text: string, paragraphs: readonly Span[]): Turn[] {
  const heads = paragraphs.map((paragraph) =>
    text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120)),
  );
  const names = heads.map((head) => nameLabel.exec(head)?.[0]);
  const times = new Map<string | undefined, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const labels = heads.map((head, at) => {
    const fixed = upperLabel.exec(head)?.[0] ?? briefLabel.exec(head)?.[0];
    return fixed ?? ((times.get(names[at]) ?? 0) > 1 ? names[at] : undefined);
  });
  const labelled = labels.filter((label) => label !== undefined).length;
  const filled = paragraphs.filter((paragraph) => paragraph.end > paragraph.start).length;
  if (labelled < 3 || labelled * 3 < filled || new Set(labels.filter(Boolean)).size < 2) return [];
  const turns: { label: Span; speech: Span[] }[] = [];
  paragraphs.forEach(({ start, end }, at) => {
    const label = labels[at];
    if (label !== undefined) {
      const from = skipSpace(text, start + label.length, end);
      turns.push({
        label: { start, end: start + label.replace(/[:.]$/, '').length },
        speech: [{ start: from, end }],
      });
    } else if (!/^[[(]/.test(heads[at] ?? '')) turns.at(-1)?.speech.push({ start, end });
  });
  return turns;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at] ?? 'x')) at++;
  return at;
}
