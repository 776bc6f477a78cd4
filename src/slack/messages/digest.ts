import type { Digest, DigestStory } from '../../news/delivery.ts';
import { type Citing, sayLine, showLine } from './line.ts';
import { type Block, context, escapeMrkdwn, header, type Message } from './message.ts';
import { sayOutlet } from './name.ts';
import { bullets, italic, richText, section } from './rich-text.ts';
import { titledSourceList } from './sources.ts';

/** A digest as a message. */
export function digestMessage(digest: Digest, page: Citing['page']): Message {
  const citing = { sources: digest.sources, page };
  const stories = digest.stories.length + (digest.leftOut?.stories ?? 0);
  const title = `What is new: ${count(stories, 'story', 'stories')}`;
  return {
    text: escapeMrkdwn([title, ...digest.stories.map(({ line }) => sayLine(line))].join('\n')),
    blocks: [
      header(title),
      context(escapeMrkdwn(sayExtent(digest))),
      ...digest.stories.map((story) => storyBlock(story, citing)),
      ...titledSourceList(citing),
    ],
  };
}

function storyBlock({ line, statements, topics }: DigestStory, citing: Citing): Block {
  const about = topics.length > 0 ? [italic(`${topics.join(', ')}  `)] : [];
  const told = section(...about, ...showLine(line, citing));
  if (statements.length === 0) return richText(told);
  return richText(told, bullets(statements.map((statement) => showLine(statement, citing))));
}

function sayExtent({ sources, leftOut }: Digest): string {
  const outlets = new Set(sources.map(({ outlet }) => sayOutlet(outlet)));
  return [
    count(sources.length, 'article', 'articles'),
    count(outlets.size, 'outlet', 'outlets'),
    leftOut && leftOut.stories > 0
      ? `${count(leftOut.stories, 'more story', 'more stories')} (${count(leftOut.articles, 'article', 'articles')}) not shown: ask /brief for any topic`
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
