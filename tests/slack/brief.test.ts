import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/reading/read.ts';
import {
  COPY_AS_TEXT,
  POST_TO_CHANNEL,
  SHOW_SOURCES,
  SHOW_TIMELINE,
} from '../../src/slack/actions/ids.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const errors = () => office.logged.filter((line) => /"level":(50|60)/.test(line));

describe('/brief', () => {
  it('answers for the asker alone', async () => {
    const answer = await office.ask('/brief opm');
    expect(answer.visibleTo).toBe(office.workspace.person.id);
    expect(seen(answer)).toContain('The OPM breaches');
    expect(errors()).toEqual([]);
  });

  it('shows every standing beside the words it belongs to', async () => {
    const words = seen(await office.ask('/brief opm as of 2015-06-23'));
    expect(words).toContain('on the record');
    expect(words).toContain('unnamed official');
    expect(words).toContain('anonymous source');
    expect(words).toContain('as of 23 June 2015');
    expect(words).not.toContain('2016');
  });

  it.each(['', 'help', 'HELP'])('says what it can do: "/brief %s"', async (words) => {
    const answer = await office.ask(`/brief ${words}`);
    expect(seen(answer)).toContain('What /brief can do');
    expect(JSON.stringify(answer.blocks)).toContain('brief-topic:opm');
  });

  it('takes a topic from a button as though it had been typed', async () => {
    await office.ask('/brief');
    expect(seen(await office.press('brief-topic:dialogues'))).toContain('dialogues');
  });

  it.each([
    ['/brief zebra crossings in Kyoto', 'No article says anything about'],
    [`/brief ${'opm '.repeat(1_250)}`, 'characters long'],
    ['/brief opm since 31 June', 'no such day'],
    ['/brief timeline', "doesn't say what about"],
  ])('says what is wrong and what to do next: %.40s', async (words, sentence) => {
    const answer = await office.ask(words);
    expect(seen(answer)).toContain(sentence);
    expect(answer.blocks).toHaveLength(2);
    expect(answer.visibleTo).toBe(office.workspace.person.id);
  });

  it('cannot be made to ping anyone by an article', async () => {
    const text =
      'The <!channel> bulletin said <@U123> that *all* zoning records were lost on Monday.';
    const title = 'Zoning records <!channel> lost & <http://evil.example|found>';
    const bare = { title, outlet: '<!here> Gazette', publishedAt: '2015-07-01', text };
    await office.corpus.add([
      { ...bare, id: 'ping', author: null, url: null, basedOn: [], reading: readText(bare) },
    ]);
    const answer = await office.ask('/brief zoning records');
    const mrkdwn = JSON.stringify(
      (answer.blocks ?? []).filter((block) => !['rich_text', 'header'].includes(block.type)),
    );
    expect(`${answer.text}${mrkdwn}`).not.toMatch(/<!|<@|<http:\/\/evil/);
    expect(seen(answer)).toContain('*all* zoning records were lost');
    expect(errors()).toEqual([]);
  });
});

/** Presses Post to channel and resolves with what all can see. */
async function pressPost() {
  const { workspace, desk } = office;
  const before = workspace.log.length;
  await workspace.person.press(POST_TO_CHANNEL);
  const posted = await workspace.when(() =>
    workspace.log.slice(before).find(({ visibleTo }) => !visibleTo),
  );
  await desk.inFlight.settled();
  return posted;
}

describe('what is new', () => {
  it('counts from when this reader last asked, and says so when there is nothing', async () => {
    const fresh = await openOffice();
    try {
      await fresh.ask('/brief opm');
      await fresh.desk.inFlight.settled();
      expect(seen(await fresh.ask('/brief opm new'))).toContain('Nothing new');
      const bare = {
        ...{ title: 'OPM opens a help line', outlet: 'Gazette', publishedAt: '2015-07-03' },
        text: 'The Office of Personnel Management (OPM) opened a help line for those affected, the agency said on Friday.',
      };
      await fresh.corpus.add([
        { ...bare, id: 'line', author: null, url: null, basedOn: [], reading: readText(bare) },
      ]);
      const answer = seen(await fresh.ask('/brief opm new'));
      expect(answer).toContain('opened a help line');
      expect(answer).not.toContain('Kirby');
      const since = seen(await fresh.ask('/brief opm since 9 July 2015'));
      expect(since).toContain('9 July 2015 – ');
      expect(since).not.toMatch(/4 million current|4 June 2015/);
    } finally {
      await fresh.close();
    }
  });
});

describe('the other views', () => {
  it('show what somebody said, by any part of the name', async () => {
    const quotes = seen(await office.ask('/brief quotes kirby'));
    expect(quotes).toContain('Quotes: John Kirby');
    expect(quotes).toContain('no allegation of responsibility');
    expect(quotes).not.toContain('unnamed official');
  });

  it.each([
    ['/brief quotes nobody-of-that-name', 'No article tells'],
    ['/brief sources zebra', 'No article'],
    ['/brief timeline zebra crossings', 'No article'],
  ])('say so when there is nothing: %s', async (typed, sentence) => {
    expect(seen(await office.ask(typed))).toContain(sentence);
  });
});

describe('the buttons of a brief', () => {
  it('post exactly what the asker saw, for all to see', async () => {
    const answer = await office.ask('/brief opm as of 2015-06-23');
    const posted = await pressPost();
    const withoutButtons = (answer.blocks ?? []).filter(({ type }) => type !== 'actions');
    expect(seen(posted)).toBe(seen({ text: '', blocks: withoutButtons }));
  });

  it('show it as text to copy, every line with the number of its source', async () => {
    await office.ask('/brief opm as of 2015-06-23');
    const copy = seen(await office.press(COPY_AS_TEXT));
    expect(copy).toContain('no allegation of responsibility');
    expect(copy).toMatch(/\n {2}- .*\[\d+\]\n/);
    expect(copy).toMatch(/\n\[1\] Starter notes, 2015-06-\d\d, /);
  });

  it('post in a channel that the bot is not in', async () => {
    await office.ask('/brief opm', 'general');
    const posted = await pressPost();
    expect(posted.channel).toBe(office.workspace.channel('general'));
  });

  it('will not post a brief of which an article was removed since', async () => {
    const bare = {
      ...{ title: 'Heron returns to Lake Orta', outlet: 'Gazette', publishedAt: '2015-07-02' },
      text: 'The heron returned to Lake Orta on Thursday, the ranger station said.',
    };
    await office.corpus.add([
      { ...bare, id: 'heron', author: null, url: null, basedOn: [], reading: readText(bare) },
    ]);
    await office.ask('/brief heron Orta');
    await office.corpus.remove('heron');
    expect(seen(await office.press(POST_TO_CHANNEL))).toContain('has been removed since');
  });

  it('show the timeline and the sources, and open a source to read', async () => {
    await office.ask('/brief opm');
    expect(seen(await office.press(SHOW_TIMELINE))).toContain('Timeline: The OPM breaches');
    await office.ask('/brief opm');
    expect(seen(await office.press(SHOW_SOURCES))).toContain('Sources: The OPM breaches');
    await office.workspace.person.press('read-article:1');
    const modal = await office.workspace.when(() => office.workspace.modal());
    expect(JSON.stringify(modal)).toContain('Starter notes');
    await office.workspace.person.dismiss();
    expect(errors()).toEqual([]);
  });
});
