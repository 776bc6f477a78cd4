import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  POST_TO_CHANNEL,
  SHOW_QUOTES,
  SHOW_SOURCES,
  SHOW_TIMELINE,
} from '../../src/slack/actions/ids.ts';
import { answeringClient } from '../../src/slack/connect.ts';
import type { Posted } from '../../src/workspace/state.ts';
import { handClock } from '../workspace/clock.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const errors = () => office.logged.filter((line) => /"level":(40|50|60)/.test(line));
const isBot = ({ user }: Posted) => user === office.workspace.bot;

/** Says something and resolves with the message of the bot's that follows, and with what was said. */
async function say(words: string, where = 'dm', thread?: string) {
  const { workspace } = office;
  const before = workspace.log.length;
  await workspace.person.type(where, words, thread);
  const asked = workspace.log[before];
  const answer = await workspace.when(() => workspace.log.slice(before).find(isBot));
  if (!asked) throw new Error('Nothing was said.');
  return { asked, answer };
}

/** The bot's messages once all that has been asked is answered; a last question shows that the earlier ones are done. */
async function answersSince(before: number) {
  const { workspace, desk } = office;
  await workspace.person.type('dm', 'help');
  const isHelp = (one: Posted) => isBot(one) && seen(one).includes('What you can ask');
  await workspace.when(() => workspace.log.slice(before).find(isHelp));
  await desk.inFlight.settled();
  return workspace.log.slice(before).filter((one) => isBot(one) && !isHelp(one));
}

describe('a direct message', () => {
  it('is answered by an ordinary message with passages and their citations', async () => {
    const { answer } = await say('how many people were affected?');
    expect(answer).toMatchObject({ visibleTo: undefined, threadTs: undefined });
    expect(answer.channel).toBe(office.workspace.channel('dm'));
    expect(seen(answer)).toMatch(/million people/);
    expect(seen(answer)).toContain('[1]');
    expect(errors()).toEqual([]);
  });

  it('is answered in a thread where it was asked in one', async () => {
    const { asked } = await say('opm');
    const { answer } = await say('who co-hosted the SSD?', 'dm', asked.ts);
    expect(answer.threadTs).toBe(asked.ts);
    expect(seen(answer)).toContain('Blinken');
  });

  it('says so where the articles are silent', async () => {
    expect(seen((await say('what did Kirby say about zebras?')).answer)).toContain(
      "The articles don't say",
    );
    expect(seen((await say('zebra crossings in Kyoto')).answer)).toContain('No article says');
  });

  it.each([
    ['opm as of 2015-06-23', 'as of 23 June 2015'],
    ['timeline opm', 'Timeline: The OPM breaches'],
    ['quotes “kirby”', 'Quotes: John Kirby'],
    ['tell me about opm, please', 'The OPM breaches'],
    ['*opm*', 'The OPM breaches'],
    ['opm since 31 June', 'no such day'],
  ])('takes what /brief takes, dressed up or not: %s', async (words, sentence) => {
    expect(seen((await say(words)).answer)).toContain(sentence);
  });

  it('of any length is answered', async () => {
    expect(seen((await say('why '.repeat(2_000))).answer)).toContain('characters long');
  });

  it.each(['hi', 'Thanks!', 'ok great, thank you :pray:', '👍'])(
    'gets a hint where nothing is asked: %s',
    async (words) => {
      const { answer } = await say(words);
      expect(seen(answer)).toContain('Ask what the articles say');
      expect(JSON.stringify(answer.blocks)).toContain('brief-topic:opm');
    },
  );

  it('gets the offer to add what an address leads to', async () => {
    const { answer } = await say('https://news.example/story?a=1&b=2');
    expect(seen(answer)).toContain('Shall I add');
    expect(JSON.stringify(answer.blocks)).toContain('add https://news.example/story?a=1&b=2');
  });

  it.each(['?', 'what can you do?', 'Hi, what can I ask you?'])('gets help: %s', async (words) => {
    expect(seen((await say(words)).answer)).toContain('What you can ask');
  });

  it('gets help with examples that work', async () => {
    const help = seen((await say('help')).answer);
    const examples = [...help.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    for (const example of examples.filter((each) => !each.startsWith('/'))) {
      const answer = seen((await say(example)).answer);
      expect(answer, example).not.toMatch(/No article|doesn't say what|went wrong|no such/);
    }
  });

  it('counts as asking, so that `new` has nothing new', async () => {
    await say('gge');
    await office.desk.inFlight.settled();
    expect(seen((await say('gge new')).answer)).toContain('Nothing new');
    expect(seen(await office.ask('/brief gge new'))).toContain('Nothing new');
  });
});

describe('a mention', () => {
  it('is answered in the thread of the question, for all to see, with nothing left to post', async () => {
    const { asked, answer } = await say('@Briefing what did Kirby say about China?', 'briefing');
    expect(answer).toMatchObject({ threadTs: asked.ts, visibleTo: undefined });
    expect(seen(answer)).toContain('John Kirby');
    const blocks = JSON.stringify(answer.blocks);
    expect(blocks).toContain(SHOW_TIMELINE);
    expect(blocks).not.toContain(POST_TO_CHANNEL);
  });

  it('in a thread is answered in that thread', async () => {
    const { asked } = await say('@Briefing opm', 'briefing');
    const { answer } = await say('and @Briefing, who was behind it?', 'briefing', asked.ts);
    expect(answer.threadTs).toBe(asked.ts);
  });

  it('alone gets help', async () => {
    expect(seen((await say('@Briefing', 'briefing')).answer)).toContain('What you can ask');
  });

  it.each([SHOW_TIMELINE, SHOW_QUOTES, SHOW_SOURCES])(
    'has buttons that answer whoever presses them, alone, in the thread: %s',
    async (action) => {
      const { asked } = await say('@Briefing opm', 'briefing');
      const answer = await office.press(action);
      expect(answer).toMatchObject({
        visibleTo: office.workspace.person.id,
        threadTs: asked.ts,
      });
    },
  );

  it('is not answered where the bot is not', async () => {
    const before = office.workspace.log.length;
    await office.workspace.person.type('general', '@Briefing opm');
    expect(await answersSince(before)).toEqual([]);
  });
});

describe('exactly one answer', () => {
  // A workspace of its own, in which nothing has been posted that slows it down.
  beforeAll(async () => {
    await office.close();
    office = await openOffice();
  });

  it('is not sent again where Slack leaves open whether it arrived; the log says so', async () => {
    office.workspace.fault('chat.postMessage', { kind: 'disconnect', when: 'after' });
    const before = office.workspace.log.length;
    await say('how many people were affected?');
    expect(await answersSince(before)).toHaveLength(1);
    expect(errors()).toHaveLength(1);
    expect(errors()[0]).toContain('did not reach its asker');
  });

  it('is given to a question, whatever becomes of it afterwards', async () => {
    const before = office.workspace.log.length;
    const mention = await say('@Briefing who was behind the OPM breech?', 'briefing');
    office.workspace.person.edit(mention.asked.ts, '@Briefing who was behind the OPM breach?');
    const direct = await say('who was behind the OPM breech?');
    office.workspace.person.edit(direct.asked.ts, 'who was behind the OPM breach?');
    expect(await answersSince(before)).toEqual([mention.answer, direct.answer]);
  });

  it('is given where the mention comes with an edit', async () => {
    const { workspace } = office;
    const before = workspace.log.length;
    await workspace.person.type('briefing', 'who was behind the OPM breach?');
    const { ts = '' } = workspace.log[before] ?? {};
    workspace.person.edit(ts, '@Briefing who was behind the OPM breach?');
    await workspace.when(() => workspace.log.slice(before).find(isBot));
    expect(await answersSince(before)).toMatchObject([{ threadTs: ts }]);
  });

  it('is given neither to what the bot says nor to what is not for it', async () => {
    const { workspace } = office;
    const { chat } = new WebClient(workspace.botToken, answeringClient(workspace.apiUrl));
    const before = workspace.log.length;
    await workspace.person.type('briefing', 'what did Kirby say about China?');
    const own = { text: `<@${workspace.bot}> opm` };
    await chat.postMessage({ channel: workspace.channel('briefing'), ...own });
    await chat.postMessage({ channel: workspace.channel('dm'), ...own });
    expect(await answersSince(before)).toHaveLength(2);
  });

  it('shows one message where the work is slow: first that it is under way, then the answer', async () => {
    const { workspace } = office;
    const slow = await openOffice({}, [], { pace: { first: 0, between: 0, apart: 0 } });
    try {
      let goOn = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const { search } = slow.corpus;
      Object.assign(slow.corpus, {
        search: async (...asked: Parameters<typeof search>) => {
          await held;
          return search(...asked);
        },
      });
      await slow.workspace.person.type('dm', 'how many people were affected?');
      const posted = await slow.workspace.when(() =>
        slow.workspace.log.find(({ user }) => user === workspace.bot),
      );
      expect(seen(posted)).toContain('Looking through the articles');
      goOn();
      const [, answer, ...more] = await slow.workspace.when(() => {
        const there = slow.workspace.messages('dm');
        return there[1]?.edited !== undefined && there;
      });
      expect(answer?.ts).toBe(posted.ts);
      expect(seen(answer ?? posted)).toContain('million people');
      expect(more).toEqual([]);
    } finally {
      await slow.close();
    }
  });

  it('is sent once more where Slack has refused it for a time', async () => {
    office.workspace.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
    const before = office.workspace.log.length;
    const known = errors().length;
    await say('how many people were affected?');
    expect(await answersSince(before)).toHaveLength(1);
    expect(errors()).toHaveLength(known);
  });

  it('is missing where Slack fails, and the log says so', async () => {
    const before = office.workspace.log.length;
    const known = errors().length;
    office.workspace.fault('chat.postMessage', { kind: 'status', status: 503 });
    await office.workspace.person.type('dm', 'opm');
    expect(await answersSince(before)).toEqual([]);
    expect(errors().slice(known).join()).toContain('http_503');
  });

  it('comes in the order of the questions', async () => {
    const before = office.workspace.log.length;
    await office.workspace.person.type('dm', 'opm');
    await office.workspace.person.type('dm', 'thanks');
    const [first, second] = await answersSince(before);
    expect(first && seen(first)).toContain('The OPM breaches');
    expect(second && seen(second)).toContain('Ask what');
  });

  it('is given to an event whose acknowledgement was lost, and to one that was lost itself', async () => {
    const clock = handClock(Date.now());
    const late = await openOffice({ clock });
    const { workspace } = late;
    try {
      workspace.fault(
        'events_api',
        { kind: 'disconnect', when: 'after' },
        { kind: 'disconnect', when: 'before' },
      );
      await workspace.person.type('dm', 'opm');
      await workspace.person.type('dm', 'help');
      const answers = () => workspace.log.filter(({ user }) => user === workspace.bot);
      while (answers().length < 2) {
        clock.move(1_000);
        workspace.tick();
        await new Promise((turn) => setImmediate(turn));
      }
      await workspace.person.type('dm', 'thanks');
      await workspace.when(() => answers().find((one) => seen(one).includes('Ask what')));
      await late.desk.inFlight.settled();
      expect(answers()).toHaveLength(3);
    } finally {
      await late.close();
    }
  });
});
