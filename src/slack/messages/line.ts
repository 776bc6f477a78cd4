import type { Line, Source } from '../../news/brief.ts';
import { STANDING_LABELS } from '../../news/standing.ts';
import { type ArticlePage, citationUrl } from '../links.ts';
import { sayDay } from './day.ts';
import { bold, italic, label, link, type Run, text } from './rich-text.ts';

/** What it takes to cite a line. */
export interface Citing {
  readonly sources: readonly Source[];
  readonly page: ArticlePage | undefined;
}

/** A line as readers see it: who, as what, on which standing; then the words, untouched; then the citation. */
export function showLine(line: Line, citing: Citing): Run[] {
  return [...showSpeaker(line), text(words(line)), text(' '), cite(line, citing)];
}

/** The line's words for plain text, with marks where the article has them. */
export function sayLine(line: Line): string {
  const who = line.speaker
    ? `${line.speaker} (${STANDING_LABELS[line.standing ?? 'outlet']}): `
    : '';
  return `${who}${words(line)} [${line.source}]`;
}

/** The number of a line's source, linked to the very words. */
export function cite(line: Line, { sources, page }: Citing): Run {
  const source = sources.find(({ n }) => n === line.source);
  const url = source && citationUrl(line, source, page);
  const mark = `[${line.source}]`;
  return url ? link(url, mark) : text(mark);
}

function showSpeaker(line: Line): Run[] {
  if (!line.speaker) return [];
  const standing = label(STANDING_LABELS[line.standing ?? 'outlet']);
  if (namesItsSpeaker(line, line.speaker)) return [standing, text('  ')];
  const details = [line.role, line.date ? sayDay(line.date) : undefined].filter(Boolean);
  return [
    bold(line.speaker),
    ...(details.length > 0 ? [italic(`, ${details.join(', ')}`)] : []),
    text(' '),
    standing,
    text('  '),
  ];
}

/** A whole passage mostly says itself who speaks; to say it twice would make a brief long. */
function namesItsSpeaker(line: Line, speaker: string): boolean {
  const name = speaker.split(/\s+/).at(-1) ?? speaker;
  return !line.quoted && line.text.toLowerCase().includes(name.toLowerCase());
}

function words(line: Line): string {
  return line.quoted ? `“${line.text}”` : line.text;
}
