import { lineAsText } from '../briefing/text.ts';
import type { Source } from '../news/brief.ts';
import type { Digest, LeftOut } from '../news/delivery.ts';

/** A digest as plain text with numbered citations. */
export function digestAsText({ channel, stories, sources, leftOut }: Digest): string {
  if (stories.length === 0 && leftOut === undefined) return `Nothing new for ${channel}.`;
  const parts = [
    `What is new for ${channel}: ${counted(stories.length, 'story', 'stories')} from ${counted(sources.length, 'article', 'articles')}`,
    ...stories.map(({ line, statements }) =>
      [lineAsText(line), ...statements.map((each) => `  - ${lineAsText(each)}`)].join('\n'),
    ),
    ...(leftOut === undefined ? [] : [leftOutAsText(leftOut)]),
    sources.map(sourceAsText).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function leftOutAsText({ stories, articles, statements }: LeftOut): string {
  const left = [
    stories > 0 && counted(stories, 'story', 'stories'),
    articles > 0 && counted(articles, 'article', 'articles'),
    statements > 0 && counted(statements, 'statement', 'statements'),
  ].filter(Boolean);
  return `Left out for want of room: ${left.join(', ')}.`;
}

function sourceAsText({ n, outlet, publishedAt, title, url }: Source): string {
  const facts = [outlet, publishedAt?.slice(0, 10) ?? 'undated', title, url];
  return `[${n}] ${facts.filter(Boolean).join(', ')}`;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
