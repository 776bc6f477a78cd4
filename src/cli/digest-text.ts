import { lineAsText } from '../briefing/text.ts';
import type { Source } from '../news/brief.ts';
import type { Digest } from '../news/delivery.ts';
import { counted } from './counted.ts';
import { leftOutAsText } from './digest-log.ts';

/** A digest as plain text with numbered citations. */
export function digestAsText({ channel, stories, sources, leftOut }: Digest): string {
  if (stories.length === 0 && leftOut === undefined) return `Nothing new for ${channel}.`;
  const parts = [
    `What is new for ${channel}: ${counted(stories.length, 'story', 'stories')} from ${counted(sources.length, 'article', 'articles')}`,
    ...stories.map(({ line, statements }) =>
      [lineAsText(line), ...statements.map((each) => `  - ${lineAsText(each)}`)].join('\n'),
    ),
    ...(leftOut === undefined ? [] : [`${leftOutAsText(leftOut).replace('left', 'Left')}.`]),
    sources.map(sourceAsText).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function sourceAsText({ n, outlet, publishedAt, title, url }: Source): string {
  const facts = [outlet, publishedAt?.slice(0, 10) ?? 'undated', title, url];
  return `[${n}] ${facts.filter(Boolean).join(', ')}`;
}
