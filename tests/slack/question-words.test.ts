import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wantedBy } from '../../src/slack/questions/courtesy.ts';
import { rememberHeard } from '../../src/slack/questions/heard.ts';
import { plainWords } from '../../src/slack/questions/plain-words.ts';
import { questionIn } from '../../src/slack/questions/question.ts';
import { spaceOut } from '../../src/slack/questions/spacing.ts';

const BOT = 'U0BOT';

describe('the words of a message', () => {
  it.each([
    ['<@U0BOT> what did Kirby say?', 'what did Kirby say?'],
    ['<@U0BOT|briefing>: what did Kirby say?', 'what did Kirby say?'],
    ['What did Kirby say, <@U0BOT>?', 'What did Kirby say?'],
    ['hey <@U0BOT>\nwhat\ndid Kirby say <@U0BOT>', 'hey what did Kirby say'],
    ['what did <@U123|kirby> say in <#C123|general>?', 'what did kirby say in general?'],
    ['what did <@U123> say in <#C123|>?', 'what did say in?'],
    ['<!here> what is new on <http://opm.gov|opm.gov>?', 'what is new on opm.gov?'],
    ['<https://news.example/a?b=1&amp;c=2>', ''],
    ['<!subteam^S1|@analysts> R&amp;D &lt;b&gt; AT&amp;amp;T', 'analysts R&D <b> AT&amp;T'],
    ['*opm* _new_ `since` ~20~ June snake_case', 'opm new since 20 June snake_case'],
    ['&gt; who was behind it\n&gt; really?', 'who was behind it really?'],
    [':wave: opm :flag-us: at 10:30:45 🇺🇸👍🏽', 'opm at 10:30:45'],
    ['“what did Kirby say?”', '“what did Kirby say?”'],
    ['<@U0BOT>', ''],
  ])('%j is %j', (text, words) => {
    expect(plainWords(text, BOT)).toBe(words);
  });

  it('are never markup, and what is typed plainly stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const escaped = typed
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        expect(plainWords(`<@${BOT}> ${escaped}`, BOT)).toBe(plainWords(escaped, BOT));
        expect(plainWords(`<@U9> <#C9> <!here> <https://a.example> ${escaped}`, BOT)).toBe(
          plainWords(escaped, BOT),
        );
      }),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9&<']*( [a-zA-Z0-9&<'$%]+)*$/),
        (typed) => {
          const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
          expect(plainWords(escaped, BOT)).toBe(typed);
        },
      ),
    );
  });
});

describe('what is wanted', () => {
  it.each([
    ['hi, what did Kirby say about China?', 'what did Kirby say about China?'],
    ['Good morning! Could you please tell me about opm, please?', 'opm?'],
    [
      'can you tell me how many people were affected? Thanks a lot!',
      'how many people were affected?',
    ],
    ["I'd like to know who was behind it", 'who was behind it'],
    ['show me the timeline of opm', 'timeline of opm'],
    ['/brief opm as of 2015-06-23', 'opm as of 2015-06-23'],
    ['brief me on the dialogues please', 'the dialogues'],
    ['and who co-hosted it?', 'who co-hosted it?'],
    ['thanks, and what about China?', 'China?'],
    ['opm please', 'opm'],
    ['Hi-tech exports', 'Hi-tech exports'],
    ['thanksgiving recall', 'thanksgiving recall'],
    ['Please Touch Museum', 'Touch Museum'],
    ['who gave thanks?', 'who gave thanks?'],
    ['what can be done about the breach?', 'what can be done about the breach?'],
    ['help for those affected', 'help for those affected'],
  ])('%j asks %j', (words, asked) => {
    expect(wantedBy(words)).toEqual({ kind: 'brief', words: asked });
  });

  it.each([
    '',
    'hi',
    'Hello there!',
    'thanks',
    'Thank you for the summary',
    'ok great, thanks',
    'hey, please',
    'bye',
  ])('%j asks nothing', (words) => {
    expect(wantedBy(words)).toEqual({ kind: 'nothing' });
  });

  it.each(['help', 'HELP!', '?', 'hi, help me please', 'What can you do?', 'how does this work?'])(
    '%j asks for help',
    (words) => {
      expect(wantedBy(words)).toEqual({ kind: 'help' });
    },
  );

  it('is told of any words, in time that grows with them', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 400 }), (words, times) => {
        expect(wantedBy(`${words} hi, thanks `.repeat(times)).kind).toMatch(/brief|help|nothing/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an event', () => {
  const mention = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1700000000.000100' };
  const direct = { ...mention, type: 'message', channel: 'D1', channel_type: 'im' };

  it.each([
    ['a mention', mention, { thread: mention.ts, isDirect: false }],
    ['a mention in a thread', { ...mention, thread_ts: '1.2' }, { thread: '1.2' }],
    ['a direct message', direct, { thread: undefined, isDirect: true }],
    ['one in a thread', { ...direct, thread_ts: '1.2' }, { thread: '1.2' }],
    ['one with a file', { ...direct, subtype: 'file_share', files: [{}] }, { hasFiles: true }],
    ['one sent to the channel as well', { ...direct, subtype: 'thread_broadcast' }, {}],
    ['a mention among direct messages', { ...mention, channel: 'D1' }, { thread: undefined }],
  ])('tells of a question: %s', (_, event, part) => {
    expect(questionIn(event, BOT)).toMatchObject(part);
  });

  it.each([
    ['of a change', { ...direct, subtype: 'message_changed' }],
    ['of a deletion', { ...direct, subtype: 'message_deleted' }],
    ['of a bot', { ...direct, bot_id: 'B2' }],
    ['of an old kind of bot', { ...direct, subtype: 'bot_message' }],
    ['of our own', { ...direct, user: BOT }],
    ['of Slackbot', { ...direct, user: 'USLACKBOT' }],
    ['of nobody', { ...direct, user: undefined }],
    ['of a channel’s talk', { ...direct, channel: 'C1', channel_type: 'channel' }],
    ['of a bot’s mention', { ...mention, bot_id: 'B2' }],
  ])('tells of none: %s', (_, event) => {
    const { user, ...rest } = event;
    expect(questionIn({ ...rest, ...(user ? { user } : {}) }, BOT)).toBeUndefined();
  });
});

describe('what was heard', () => {
  const said = (ts: number, isEdited = false, channel = 'C1') => ({
    ...{ user: 'U1', channel, text: '', thread: undefined, isDirect: false, hasFiles: false },
    ...{ ts: ts.toFixed(6), isEdited },
  });

  it('is told once, by channel and time', () => {
    const isFirst = rememberHeard(0);
    expect([isFirst(said(5)), isFirst(said(5)), isFirst(said(5, true))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isFirst(said(6, true)), isFirst(said(5, false, 'C2'))]).toEqual([true, true]);
  });

  it('is remembered within bounds; an edit of what lies beyond is not taken for a question', () => {
    const isFirst = rememberHeard(10_000, 2);
    expect(isFirst(said(9, true))).toBe(false);
    for (const ts of [11, 12, 13]) expect(isFirst(said(ts))).toBe(true);
    expect(isFirst(said(11, true))).toBe(false);
    expect(isFirst(said(13))).toBe(false);
  });
});

describe('answers to one channel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keep a second apart, also after one that failed; other channels don’t wait', async () => {
    const spaced = spaceOut(1_000);
    const done: string[] = [];
    const send = (channel: string, name: string) =>
      spaced(channel, async () => {
        done.push(`${name} at ${Date.now() - start}`);
        if (name === 'b') throw new Error('refused');
      });
    const start = Date.now();
    const all = Promise.allSettled([
      send('C1', 'a'),
      send('C1', 'b'),
      send('C1', 'c'),
      send('C2', 'd'),
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await all).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(done).toEqual(['a at 0', 'd at 0', 'b at 1000', 'c at 2000']);
  });
});
