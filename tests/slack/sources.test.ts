import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Corpus, NewArticle } from '../../src/corpus/corpus.ts';
import type { SourceWish } from '../../src/ingest/feeds/sources.ts';
import type { Feed } from '../../src/news/feed.ts';
import { readText } from '../../src/reading/read.ts';
import {
  feedAt,
  gate,
  type MemoryOptions,
  memorySources,
  type There,
  withHealth,
} from './memory-sources.ts';
import { type Given, type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office.close());

const open = async (
  options: MemoryOptions = {},
  editors: readonly string[] = [],
  given: Given = {},
) => {
  const sourcesOn = (corpus: Corpus) => memorySources({ ...options, corpus });
  office = await openOffice({}, editors, { sourcesOn, ...given });
};
const AT_ONCE = { pace: { first: 0, between: 0 } };
const errors = () => office.logged.filter((line) => /"level":(50|60)/.test(line));

const FEED = 'https://news.example/feed';
const lake = (given: Partial<Feed> = {}) => feedAt(FEED, { title: 'Lake gazette', ...given });
const DAYS = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString();
const PROBLEM = { refused: 'news.example answered 503.', next: 'Wait until it is back.' };

const text =
  'The Office of Personnel Management (OPM) opened a help line, spokeswoman Ada Brook said on Friday.';
const bare = { title: 'OPM opens a help line', outlet: 'Gazette', publishedAt: '2015-07-03', text };
const PAGE = 'https://news.example/help-line';
const article: NewArticle = {
  ...{ ...bare, id: 'line', author: null, url: PAGE, basedOn: [], reading: readText(bare) },
};

describe('/sources', () => {
  it('says how to add one where none is followed, and suggests some', async () => {
    await open();
    const answer = await office.ask('/sources');
    expect(seen(answer)).toContain('No feed is followed yet');
    expect(seen(answer)).toContain('GAO reports');
    expect(answer.visibleTo).toBe(office.workspace.person.id);
  });

  it('says how each feed is doing, those in trouble first', async () => {
    const named = (name: string, health: Partial<Feed['health']>) =>
      withHealth(feedAt(`https://${name}.example/feed`, { title: name }), health);
    await open({
      followed: [
        named('well', {}),
        named('new', { askedAt: null, answeredAt: null, newAt: null, habit: null }),
        named('silent', { newAt: DAYS(20), habit: 480, patience: 6_000 }),
        named('failing', { problem: PROBLEM, failingSince: DAYS(3), failures: 9 }),
        named('gone', { dueAt: null, problem: PROBLEM, told: 'gone' }),
        { ...named('partly', {}), entries: [{ key: 'a', mark: 'b', article: null, failures: 2 }] },
      ],
    });
    const words = seen(await office.ask('/sources'));
    const order = ['gone', 'failing', 'silent', 'partly', 'new', 'well'];
    const places = order.map((name) => words.indexOf(`${name} added`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(words).toContain('4 need a look · 1 not asked yet · 1 is well');
    expect(words).toContain('Gone, and no longer asked. news.example answered 503.');
    expect(words).toMatch(
      /Failing for 3 days\. news\.example answered 503\. Asked again in 1\d min/,
    );
    expect(words).toMatch(/Silent: last new entry on \d+ \w+ \d{4}, usually about 3 a day/);
    expect(words).toContain('1 entry could not be read');
    expect(words).toContain('Not asked yet');
    expect(words).toContain('Asked 1 hour ago, last new entry 1 hour ago, usually about 3 a day.');
    expect(errors()).toEqual([]);
  });

  it('shows what a feed is filtered by, and who added it', async () => {
    await open({ followed: [lake({ include: ['bridge'], exclude: ['sport'], by: 'U0PERSON1' })] });
    const answer = await office.ask('/sources');
    expect(seen(answer)).toContain('Only with “bridge”. Without “sport”.');
    expect(JSON.stringify(answer.blocks)).toContain('"user_id":"U0PERSON1"');
  });

  it('fits one screen with 300 feeds, and turns the pages of all in a modal', async () => {
    const followed = Array.from({ length: 300 }, (_, at) =>
      feedAt(`https://news.example/${at}`, { title: `Feed number ${at}.` }),
    );
    await open({ followed });
    const answer = await office.ask('/sources');
    expect(answer.blocks.length).toBeLessThan(10);
    expect(seen(answer)).toContain('300 feeds');
    await office.workspace.person.press('show-feeds:all');
    const modal = () => JSON.stringify(office.workspace.modal() ?? '');
    await office.workspace.when(() => modal().includes('1 to 30 of 300 feeds'));
    await office.workspace.person.press('show-feeds:after');
    await office.workspace.when(() => modal().includes('31 to 60 of 300 feeds'));
    expect(modal()).toContain('Feed number 30.');
    await office.workspace.person.press('show-feeds:before');
    await office.workspace.when(() => modal().includes('1 to 30 of 300 feeds'));
    expect(errors()).toEqual([]);
  });

  it.each([
    ['/sources chek', 'Did you mean /sources check'],
    ['/sources help', 'What /sources can do'],
    ['/sources suggestions', 'CISA advisories'],
    ['/sources remove gazzette', 'Did you mean “Lake gazette”?'],
    ['/sources remove zebra', '/sources for those that are'],
    ['/sources check zebra', 'No feed that is followed is called “zebra”'],
    ['/sources add gazette', 'no address of the web'],
    ['/sources add https://nowhere.example/', 'could not be found'],
  ])('says what to do about %s', async (typed, sentence) => {
    await open({ followed: [lake()] });
    expect(seen(await office.ask(typed))).toContain(sentence);
    expect(errors()).toEqual([]);
  });
});

describe('/sources add', () => {
  const web: Record<string, There> = {
    [FEED]: { feed: 'Lake gazette', listed: 25 },
    [PAGE]: { article },
    'https://news.example/': {
      choice: [
        { url: FEED, title: 'All news' },
        { url: 'https://news.example/sport', title: null },
      ],
    },
  };

  it('follows a feed with its filter, and says when it is asked next', async () => {
    const wishes: SourceWish[] = [];
    await open({ web, wishes });
    const words = seen(
      await office.ask(`/sources add <${FEED}|news> with bridge without “ball games”`),
    );
    expect(words).toContain('Following Lake gazette. It lists 25 entries at the moment.');
    expect(words).toMatch(/asked next in 1\d minutes/);
    expect(words).toContain('Only with “bridge”. Without “ball games”.');
    const by = office.workspace.person.id;
    const filter = { include: ['bridge'], exclude: ['ball games'] };
    expect(wishes).toEqual([{ url: FEED, by, ...filter, follow: true }]);
    expect(seen(await office.ask(`/sources add ${FEED}`))).toContain('It was followed already');
  });

  it('adds an article, says on what standing its statements are, and lets it be read and removed', async () => {
    await open({ web });
    const words = seen(await office.ask(`/sources add ${PAGE}`));
    expect(words).toContain(
      'Added OPM opens a help line\nGazette, 3 July 2015\n1 statement: 1 on the record',
    );
    expect(words).toContain('Brief: ');
    await office.workspace.person.press('read-article:0');
    const modal = await office.workspace.when(() => office.workspace.modal());
    expect(JSON.stringify(modal)).toContain('opened a help line');
    await office.workspace.person.dismiss();
    expect(seen(await office.press('remove-article:0'))).toContain('no longer in the library');
    expect(await office.corpus.article('line')).toBeUndefined();
    expect(seen(await office.ask('/brief quotes Brook'))).not.toContain('help line');
    expect(errors()).toEqual([]);
  });

  it('lets one be chosen where a site has several feeds', async () => {
    const wishes: SourceWish[] = [];
    await open({ web, wishes });
    expect(seen(await office.ask('/sources add news.example with bridge'))).toContain(
      'names 2 feeds',
    );
    expect(seen(await office.press('sources:add:0-0'))).toContain('Following Lake gazette');
    expect(wishes.at(-1)).toMatchObject({ url: FEED, include: ['bridge'], follow: true });
  });

  it('is for editors where there are any, as are removing and asking', async () => {
    const wishes: SourceWish[] = [];
    await open({ web, wishes, followed: [lake()] }, ['U0EDITOR1']);
    for (const typed of [`add ${FEED}`, 'remove gazette', 'check']) {
      expect(seen(await office.ask(`/sources ${typed}`))).toContain('Only the editors');
    }
    expect(seen(await office.ask('/sources'))).toContain('Lake gazette');
    expect(wishes).toEqual([]);
    expect(await office.desk.sources.feeds()).toHaveLength(1);
  });

  it('cannot be made to ping or link by what a feed calls itself', async () => {
    const title = `<!channel> & <http://evil.example|free> *bold* \u202e${'long '.repeat(200)}`;
    const refusal = { refused: `<!here> ${title}`, next: '<@U123>' };
    await open({
      web: { [FEED]: { feed: title, listed: 1 }, 'https://bad.example/': refusal },
      followed: [withHealth(feedAt('https://old.example/', { title }), { problem: refusal })],
    });
    const answers = [
      '/sources',
      `/sources add ${FEED}`,
      '/sources remove evil',
      '/sources add bad.example',
      '/sources remove old.example',
    ];
    for (const typed of answers) seen(await office.ask(typed));
    for (const { text: said, blocks } of office.workspace.log.filter(
      ({ visibleTo }) => visibleTo,
    )) {
      const acting = blocks.filter(({ type }) => type === 'section' || type === 'context');
      expect(`${said}${JSON.stringify(acting)}`).not.toMatch(/<!|<@|<http:\/\/evil/);
    }
    expect(errors()).toEqual([]);
  });
});

describe('/sources remove', () => {
  it('stops following by part of a title, and can be taken back', async () => {
    await open({
      followed: [lake({ include: ['bridge'] })],
      web: { [FEED]: { feed: 'Lake gazette', listed: 3 } },
    });
    expect(seen(await office.ask('/sources remove gazette'))).toContain('is not followed any more');
    expect(await office.desk.sources.feeds()).toEqual([]);
    expect(seen(await office.press('sources:add:0'))).toContain('Following Lake gazette');
    expect(await office.desk.sources.feeds()).toMatchObject([{ url: FEED, include: ['bridge'] }]);
  });

  it('asks which where several are meant, and before a button counts', async () => {
    await open({ followed: [lake(), feedAt('https://sea.example/', { title: 'Sea gazette' })] });
    const answer = await office.ask('/sources remove gazette');
    expect(seen(answer)).toContain('means 2 feeds');
    expect(JSON.stringify(answer.blocks)).toContain('"confirm":');
    expect(seen(await office.press('sources:remove:1'))).toContain('Sea gazette');
    expect(await office.desk.sources.feeds()).toMatchObject([{ title: 'Lake gazette' }]);
  });
});

describe('/sources check', () => {
  it('tells what was found: who answered, who did not, who was not asked so soon', async () => {
    const followed = ['new', 'same', 'bad', 'later'].map((name) =>
      feedAt(`https://${name}.example/`, { title: name }),
    );
    let asked = Date.now();
    const ask = (feed: Feed): Feed => {
      asked += 1;
      const now = new Date(asked).toISOString();
      if (feed.title === 'later') return feed;
      const health = { askedAt: now, ...(feed.title === 'new' ? { newAt: now } : {}) };
      const bad = { problem: PROBLEM, failingSince: now };
      return withHealth(feed, feed.title === 'bad' ? { ...health, ...bad } : health);
    };
    await open({ followed, ask });
    const words = seen(await office.ask('/sources check'));
    expect(words).toContain(
      '2 feeds answered, 1 with something new, 1 did not answer, 1 not asked again so soon',
    );
    expect(words).toContain('news.example answered 503.');
    expect(seen(await office.ask('/sources check same'))).toContain(
      'It answered, with nothing new.',
    );
  });

  it('shows how far long work is in one private message that changes, and uses two answers', async () => {
    const followed = Array.from({ length: 200 }, (_, at) => feedAt(`https://news.example/${at}`));
    const way = gate();
    await open({ followed, gate: way }, [], AT_ONCE);
    const { workspace, desk } = office;
    await workspace.person.type('briefing', '/sources check');
    const tell = await way.passing;
    const shown = () => workspace.messages('dm').map(({ text: said }) => said);
    await workspace.when(() => workspace.log.some((one) => one.text.includes('Asking 200 feeds')));
    for (const done of [1, 50, 120]) {
      tell({ done, of: 200, at: 'news.example' });
      await workspace.when(() => shown()[0]?.includes(`${done} of 200 done`));
    }
    way.open();
    await desk.inFlight.settled();
    expect(shown()).toEqual([expect.stringContaining('200 feeds answered')]);
    const answers = workspace.log.filter(({ by }) => by === 'response_url');
    expect(answers.map(seen)).toEqual([
      expect.stringContaining('Asking 200 feeds'),
      expect.stringContaining('200 feeds answered'),
    ]);
    expect(errors()).toEqual([]);
  });

  it('has its result in the private message where Slack no longer takes an answer', async () => {
    const way = gate();
    await open({ followed: [lake()], gate: way }, [], AT_ONCE);
    const { workspace, desk } = office;
    await workspace.person.type('briefing', '/sources check');
    await way.passing;
    await workspace.when(() => workspace.log.some((one) => one.text.startsWith('Asking')));
    workspace.fault('response_url', { kind: 'status', status: 404 });
    way.open();
    await desk.inFlight.settled();
    expect(workspace.messages('dm').map(seen)).toEqual([expect.stringContaining('It answered')]);
  });

  it('goes on where its progress cannot be shown', async () => {
    const way = gate();
    await open({ followed: [lake()], gate: way }, [], AT_ONCE);
    const { workspace, desk } = office;
    workspace.fault('response_url', { kind: 'status', status: 500 });
    await workspace.person.type('briefing', '/sources check');
    const tell = await way.passing;
    await vi.waitFor(() => {
      tell({ done: 0, of: 1, at: 'news.example' });
      expect(workspace.messages('dm')).toHaveLength(1);
    });
    way.open();
    await desk.inFlight.settled();
    expect(seen(workspace.log.at(-1) ?? { text: '' })).toContain('It answered');
    expect(office.logged.join()).toContain('could not be shown');
  });
});
