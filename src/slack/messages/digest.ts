import { isNothingNew } from '../../digest/compose.ts';
import type { Delivery, Digest, DigestStory, Material } from '../../news/delivery.ts';
import { coverageBlocks } from './coverage.ts';
import { type Citing, sayLine, showLine } from './line.ts';
import { type Block, context, escapeMrkdwn, header, type Message, note } from './message.ts';
import { sayOutlet, sayTitle } from './name.ts';
import { bold, bullets, italic, type Run, richText, section } from './rich-text.ts';
import { sourceList, titledSourceList } from './sources.ts';

/** Stories that are soon read without headlines. */
const FEW_STORIES = 3;
const MOST_HEADLINES = 3;
/** A longer title is no headline for ten seconds. */
const LONGEST_HEADLINE = 110;

const MATERIAL: Readonly<Record<Material, string>> = {
  statement: 'a new statement',
  figure: 'a new figure',
  event: 'a new event',
};

/** A digest as a message of one screen: headlines, new stories by topic, updates, coverage, sources. */
export function digestMessage(
  { digest, late, missed = [] }: Pick<Delivery, 'digest' | 'late' | 'missed'>,
  page: Citing['page'],
): Message {
  if (isNothingNew(digest)) return note('Nothing new since the last digest.');
  const citing = { sources: digest.sources, page };
  const stories =
    digest.stories.length + (digest.further?.length ?? 0) + (digest.leftOut?.stories ?? 0);
  const title = `What is new: ${count(stories, 'story', 'stories')}`;
  const fresh = digest.stories.filter(({ update }) => update === undefined);
  const updates = digest.stories.filter(({ update }) => update !== undefined);
  return {
    text: escapeMrkdwn([title, ...digest.stories.map(({ line }) => sayLine(line))].join('\n')),
    blocks: [
      header(title),
      context(escapeMrkdwn([sayLate(late, missed), sayExtent(digest)].filter(Boolean).join(' · '))),
      ...headlines(digest),
      ...fresh.map((story, at) => storyBlock(story, fresh[at - 1], citing)),
      ...(updates.length > 0 ? [richText(section(bold('Updates')))] : []),
      ...updates.map((story) => updateBlock(story, citing)),
      ...coverageBlocks(digest.coverage ?? []),
      ...(digest.thread ? sourceList(citedIn(digest, page)) : titledSourceList(citing)),
    ],
  };
}

/** The titles that open the stories at the top, where there are more stories than a glance takes. */
function headlines({ stories, sources }: Digest): Block[] {
  if (stories.length <= FEW_STORIES) return [];
  const titled = stories.flatMap(({ line, topics }) => {
    const title = sources.find(({ n }) => n === line.source)?.title?.trim() ?? '';
    return title === '' || title.length > LONGEST_HEADLINE ? [] : [{ title, topic: topics[0] }];
  });
  // A topic each, before a second of the same.
  const firsts = titled.filter(
    ({ topic }, at) => titled.findIndex((other) => other.topic === topic) === at,
  );
  const titles = [...firsts, ...titled].map(({ title }) => title);
  const shown = [...new Set(titles)].slice(0, MOST_HEADLINES);
  return shown.length === 0
    ? []
    : [richText(bullets(shown.map((title) => [bold(sayTitle(title))])))];
}

/** A story, beneath its topic where that differs from the story's before. */
function storyBlock(story: DigestStory, before: DigestStory | undefined, citing: Citing): Block {
  const [topic] = story.topics;
  const isFirst = topic !== undefined && topic !== before?.topics[0];
  const heading = isFirst ? [section(bold(topic))] : [];
  return richText(...heading, ...told(story, [], citing));
}

function updateBlock(story: DigestStory, citing: Citing): Block {
  const what = (story.update ?? []).map((material) => MATERIAL[material]).join(', ');
  const about = [story.topics[0], what].filter(Boolean).join(': ');
  return richText(...told(story, about === '' ? [] : [italic(`${about}  `)], citing));
}

function told(
  { line, statements, sources, outlets }: DigestStory,
  about: readonly Run[],
  citing: Citing,
) {
  const reach =
    outlets !== undefined && sources.length > 1
      ? [
          italic(
            `  ${count(sources.length, 'article', 'articles')}, ${count(outlets, 'outlet', 'outlets')}`,
          ),
        ]
      : [];
  const lead = section(...about, ...showLine(line, citing), ...reach);
  if (statements.length === 0) return [lead];
  return [lead, bullets(statements.map((statement) => showLine(statement, citing)))];
}

/** The sources that the screen cites, where the thread lists them all. */
function citedIn({ stories, sources }: Digest, page: Citing['page']): Citing {
  const lines = stories.flatMap(({ line, statements }) => [line, ...statements]);
  const cited = new Set(lines.map(({ source }) => source));
  return { sources: sources.filter(({ n }) => cited.has(n)), page };
}

function sayLate(late: boolean | undefined, missed: readonly string[]): string {
  if (missed.length > 0)
    return `Late: makes good ${count(missed.length, 'digest', 'digests')} that could not be posted`;
  return late ? 'Late' : '';
}

function sayExtent({ sources, further = [], thread, leftOut }: Digest): string {
  const outlets = new Set(sources.map(({ outlet }) => sayOutlet(outlet)));
  return [
    count(sources.length, 'article', 'articles'),
    count(outlets.size, 'outlet', 'outlets'),
    further.length > 0
      ? `${count(further.length, 'more story', 'more stories')} by title, ${thread !== undefined ? 'in the thread' : 'below'}`
      : '',
    leftOut && leftOut.stories > 0
      ? `${count(leftOut.stories, 'story', 'stories')} (${count(leftOut.articles, 'article', 'articles')}) not listed: ask /brief for any topic`
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
