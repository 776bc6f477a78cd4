import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { topicNamed } from '../../briefing/find.ts';
import { type Answer, answerOn, type Tell } from '../answering.ts';
import { answerBrief } from '../commands/brief.ts';
import type { Desk } from '../desk.ts';
import { addressHint, askHelp, askHint, fileHint } from '../messages/ask-help.ts';
import { note } from '../messages/message.ts';
import { linksIn } from '../sources/links-in.ts';
import { wantedBy } from './courtesy.ts';
import { rememberHeard } from './heard.ts';
import { plainWords } from './plain-words.ts';
import { type Heard, type Question, questionIn } from './question.ts';
import { replyScreen } from './reply-screen.ts';
import { spaceOut } from './spacing.ts';

/** Slack takes about one message a second for each channel. */
const A_SECOND = 1_000;

type Told = SlackEventMiddlewareArgs<'app_mention' | 'message'> & AllMiddlewareArgs;

/** Answers what is asked by mention or direct message, each question once, where all who saw it see the answer. */
export function answerQuestions(desk: Desk) {
  const isFirst = rememberHeard(Date.parse(desk.ports.clock()));
  const spaced = spaceOut(desk.pace.apart ?? A_SECOND);
  return async ({ event, context }: Told): Promise<void> => {
    const bot = context.botUserId;
    const question = questionIn(event as Heard, bot);
    if (!question || !isFirst(question)) return;
    const screen = replyScreen(desk.poster, question, spaced);
    const answer = () =>
      answerOn(desk, screen, (tell) => answerQuestion(desk, question, bot, tell));
    // Where questions stand one below the other, so do their answers.
    const { channel, thread } = question;
    await desk.inFlight.track(desk.ports.inTurn(`questions in ${channel} ${thread}`, answer));
  };
}

async function answerQuestion(
  desk: Desk,
  question: Question,
  bot: string | undefined,
  tell: Tell,
): Promise<Answer> {
  const { text, user, isDirect, hasFiles } = question;
  const words = plainWords(text, bot);
  const topics = await desk.corpus.topics();
  const wanted = topicNamed(words, topics) ? ({ kind: 'brief', words } as const) : wantedBy(words);
  switch (wanted.kind) {
    case 'help':
      return askHelp(topics, isDirect);
    case 'nothing': {
      const [link] = linksIn({ text });
      if (link !== undefined) return addressHint(link);
      if (hasFiles) return fileHint();
      return isBareMention(text) ? askHelp(topics, isDirect) : askHint(topics);
    }
    case 'brief':
      tell(note('Looking through the articles …'));
      return answerBrief(desk, wanted.words, user, 'all');
  }
}

/** Whoever only calls us wants to know what we can do. */
function isBareMention(text: string): boolean {
  return /^(?:\s|<@[^<>]*>)*$/.test(text);
}
