import type { Digest, FurtherStory } from '../../news/delivery.ts';
import { correctionsMessage } from './corrections.ts';
import type { Citing } from './line.ts';
import { type Block, context, escapeMrkdwn, type Message, paragraph } from './message.ts';
import { sourceEntry } from './sources.ts';

/** Slack takes 3,000 characters in one text. */
const LONGEST_TEXT = 2_900;

/** What stands in a digest's thread: corrections to it, or stories that the screen had no room for, then the articles of those above. */
export function threadMessage(digest: Digest, page: Citing['page']): Message {
  const { corrections, sources } = digest;
  if (corrections !== undefined) return correctionsMessage({ corrections, sources }, page);
  const citing = { sources, page };
  const further = digest.further ?? [];
  const rest = further.filter(({ isAbove }) => !isAbove);
  const above = further.filter(({ isAbove }) => isAbove);
  const blocks = [
    ...(rest.length > 0 ? [paragraph('*More stories*'), ...list(rest, citing)] : []),
    ...(above.length > 0
      ? [paragraph('*Articles of the stories above*'), ...list(above, citing)]
      : []),
  ];
  const titles = digest.sources.map(({ title }) => title ?? '').filter(Boolean);
  return {
    text: escapeMrkdwn(['More of the digest', ...titles].join('\n').slice(0, 3_500)),
    blocks,
  };
}

/** A line an article, the further ones of a story beneath its first; topics are named where they change. */
function list(stories: readonly FurtherStory[], { sources, page }: Citing): Block[] {
  const byNumber = new Map(sources.map((source) => [source.n, source]));
  const lines = stories.flatMap(({ topics, sources: numbers }, at) => {
    const [topic] = topics;
    const heading =
      topic !== undefined && topic !== stories[at - 1]?.topics[0]
        ? [`_${escapeMrkdwn(topic)}_`]
        : [];
    const articles = numbers.flatMap((n) => byNumber.get(n) ?? []);
    return [
      ...heading,
      ...articles.map((source, place) => {
        const entry = sourceEntry(source, page).replace('\n', ', ');
        return place === 0 ? entry : `      ${entry}`;
      }),
    ];
  });
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > LONGEST_TEXT) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.map(context);
}
