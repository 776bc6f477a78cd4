import { afterEach, describe, expect, it } from 'vitest';
import type { Corpus, NewArticle } from '../../src/corpus/corpus.ts';
import type { SourceWish } from '../../src/ingest/feeds/sources.ts';
import { readText } from '../../src/reading/read.ts';
import { ADD_TO_LIBRARY } from '../../src/slack/actions/ids.ts';
import { linksIn } from '../../src/slack/sources/links-in.ts';
import { memorySources, type There } from './memory-sources.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office?.close());

const FEED = 'https://news.example/feed';
const page = (at: number) => `https://news.example/page-${at}`;

function article(at: number): NewArticle {
  const bare = {
    title: `Heron ${at}`,
    outlet: 'Gazette',
    publishedAt: '2015-07-03',
    text: `A heron returned, ranger Ada Brook said, as number ${at}.`,
  };
  return {
    ...bare,
    id: `heron-${at}`,
    author: null,
    url: page(at),
    basedOn: [],
    reading: readText(bare),
  };
}

const web: Record<string, There> = {
  [FEED]: { feed: 'Lake gazette', listed: 25 },
  'https://paid.example/': {
    refused: 'https://paid.example/ shows its text to subscribers alone.',
    next: 'Save it as a file.',
  },
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((at) => [page(at), { article: article(at) }])),
};

const wishes: SourceWish[] = [];
async function open(editors: string[] = []) {
  wishes.length = 0;
  const sourcesOn = (corpus: Corpus) => memorySources({ web, wishes, corpus });
  office = await openOffice({}, editors, { sourcesOn });
}

/** Says something in a channel, uses the shortcut on it, and resolves with the answer. */
async function useOn(said: string, channel = 'briefing') {
  const { workspace } = office;
  await workspace.person.type(channel, said);
  const message = workspace.log.at(-1);
  await workspace.person.shortcut(ADD_TO_LIBRARY, message?.ts);
  return workspace.when(() => workspace.log.find(({ visibleTo }) => visibleTo));
}

describe('Add to library', () => {
  it('adds the articles of a message, for the one who used it alone, and lets each be removed', async () => {
    await open();
    const answer = await useOn(`Look at ${page(0)}, and (${page(1)}).`);
    // As Slack passes on what a person typed.
    expect(office.workspace.log[0]?.text).toBe(`Look at <${page(0)}>, and (<${page(1)}>).`);
    expect(seen(answer)).toContain('Added Heron 0');
    expect(seen(answer)).toContain('Added Heron 1');
    expect(answer.visibleTo).toBe(office.workspace.person.id);
    expect(wishes.map(({ url, follow }) => ({ url, follow }))).toEqual([
      { url: page(0), follow: false },
      { url: page(1), follow: false },
    ]);
    expect(seen(await office.press('remove-article:1'))).toContain('“Heron 1” is no longer');
    expect(await office.corpus.article('heron-1')).toBeUndefined();
    expect(await office.corpus.article('heron-0')).toBeDefined();
    expect(seen(await office.press('remove-article:1'))).toContain('removed before');
  });

  it('works in a channel that the bot is not in', async () => {
    await open();
    expect(seen(await useOn(page(0), 'general'))).toContain('Added Heron 0');
  });

  it('offers to follow a feed, and does not by itself', async () => {
    await open();
    const answer = await useOn(`Our news: ${FEED}`);
    expect(seen(answer)).toContain('It is not followed so far');
    expect(await office.desk.sources.feeds()).toEqual([]);
    expect(seen(await office.press('sources:add:0-0'))).toContain('Following Lake gazette');
  });

  it('tells of each link what became of it, and of those that were too many', async () => {
    await open();
    const links = ['https://paid.example/', ...[0, 1, 2, 3, 4, 5, 6].map(page)];
    const words = seen(await useOn(links.join(' ')));
    expect(words).toContain('shows its text to subscribers alone.');
    expect(words).toContain('Save it as a file.');
    expect(words).toContain('Added Heron 3');
    expect(words).not.toContain('Heron 4');
    expect(words).toContain('3 more links were not read');
  });

  it('says so where there is no link, or no right to add', async () => {
    await open();
    expect(seen(await useOn('Good morning'))).toContain('no link in that message');
    await office.close();
    await open(['U0EDITOR1']);
    expect(seen(await useOn(page(0)))).toContain('Only the editors');
    expect(wishes).toEqual([]);
  });
});

describe('the links of a message', () => {
  const rich = (elements: unknown[]) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  ];
  it.each([
    ['none', { text: 'Hello <@U1> <#C1|x> <mailto:a@b.example|a>' }, []],
    ['marked', { text: `See <${page(1)}|this &amp; that>` }, [page(1)]],
    ['escaped', { text: '<https://a.example/?x=1&amp;y=2>' }, ['https://a.example/?x=1&y=2']],
    ['bare', { text: `See ${page(1)}.` }, [page(1)]],
    [
      'in rich text, once',
      {
        text: `<${page(1)}>`,
        blocks: rich([
          { type: 'link', url: page(1), text: 'x' },
          { type: 'link', url: page(2) },
        ]),
      },
      [page(1), page(2)],
    ],
    ['of mail', { blocks: rich([{ type: 'link', url: 'mailto:a@b.example' }]) }, []],
    [
      'in a section',
      { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `<${page(1)}>` } }] },
      [page(1)],
    ],
    [
      'attached',
      { text: '', attachments: [{ title_link: page(1), from_url: page(1), text: `<${page(2)}>` }] },
      [page(1), page(2)],
    ],
    [
      'forwarded',
      {
        attachments: [
          { message_blocks: [{ message: { blocks: rich([{ type: 'link', url: page(3) }]) } }] },
        ],
      },
      [page(3)],
    ],
  ])('are found: %s', (_, message, links) => {
    expect(linksIn(message)).toEqual(links);
  });

  it('may be nested as deep as anybody likes', () => {
    let blocks: unknown = [{ type: 'link', url: page(1) }];
    for (let depth = 0; depth < 10_000; depth += 1) blocks = [{ elements: blocks }];
    expect(linksIn({ blocks })).toEqual([]);
  });
});
