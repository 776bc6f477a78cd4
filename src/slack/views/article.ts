import type { types } from '@slack/bolt';
import type { Article } from '../../news/article.ts';
import { sayPublished } from '../messages/day.ts';
import { type Block, context, escapeMrkdwn, header, shorten } from '../messages/message.ts';
import { sayOutlet, sayTitle } from '../messages/name.ts';
import { richText, section, text } from '../messages/rich-text.ts';

/** A modal holds 100 blocks; the head takes two and the note at the end one. */
const MOST_PARAGRAPHS = 97;

/** An article's stored text to read, for a source without a page of its own. */
export function articleView(article: Article): types.ModalView {
  const paragraphs = article.text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  const shown = paragraphs.slice(0, MOST_PARAGRAPHS);
  const about = [
    sayOutlet(article.outlet),
    sayPublished(article.publishedAt),
    `revision ${article.revision}`,
  ];
  const blocks: Block[] = [
    header(sayTitle(article.title)),
    context(escapeMrkdwn(about.join(' · '))),
    ...shown.map((paragraph) => richText(section(text(paragraph)))),
  ];
  if (shown.length < paragraphs.length) {
    blocks.push(context(`${paragraphs.length - shown.length} more paragraphs are not shown here.`));
  }
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(sayOutlet(article.outlet), 24), emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks,
  };
}
