import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type BriefAnswer, briefFor } from '../../briefing/brief.ts';
import { quotesFor } from '../../briefing/quotes.ts';
import { remembered } from '../../briefing/remembered.ts';
import { type BriefRequest, parseRequest } from '../../briefing/request.ts';
import { sourcesFor } from '../../briefing/sources.ts';
import { isRefusal } from '../../news/refusal.ts';
import {
  COPY_AS_TEXT,
  POST_TO_CHANNEL,
  SHOW_QUOTES,
  SHOW_SOURCES,
  SHOW_TIMELINE,
} from '../actions/ids.ts';
import { type Answer, answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { briefMessage } from '../messages/brief.ts';
import { briefHelp } from '../messages/help.ts';
import type { ButtonSpec } from '../messages/message.ts';
import { topicsMessage } from '../messages/topics.ts';
import { quotesMessage, sourcesMessage, timelineMessage } from '../messages/views.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/brief`: where a story stands. */
export function briefCommand(desk: Desk) {
  return answering(desk, ({ command }: Args) => answerBrief(desk, command.text, command.user_id));
}

/** Who sees an answer: its asker alone, or all who saw the question. */
type SeenBy = 'asker' | 'all';

/** What `/brief` answers to words typed, carried by a button, or said to the bot by a user. */
export async function answerBrief(
  desk: Desk,
  typed: string,
  user: string,
  seenBy: SeenBy = 'asker',
): Promise<Answer> {
  const { corpus, page, composer } = desk;
  const request = parseRequest(typed, desk.ports.clock().slice(0, 10));
  if (isRefusal(request)) return request;
  switch (request.view) {
    case 'help':
      return briefHelp(await corpus.topics());
    case 'topics':
      return topicsMessage(await corpus.topics());
    case 'brief': {
      const brief = await briefFor(corpus, request, user, composer.brief);
      if (isRefusal(brief)) return brief;
      return {
        message: briefMessage(brief, page, buttonsFor(request, desk.shown.keep(brief), seenBy)),
        after: () => keepInMind(desk, brief, user),
      };
    }
    case 'timeline': {
      const brief = await briefFor(corpus, request, user, composer.brief);
      return isRefusal(brief) ? brief : timelineMessage(brief, page);
    }
    case 'quotes': {
      const quotes = await quotesFor(corpus, request, composer.quotes);
      return isRefusal(quotes) ? quotes : quotesMessage(quotes, page);
    }
    case 'sources': {
      const sources = await sourcesFor(corpus, request, composer.sources);
      return isRefusal(sources) ? sources : sourcesMessage(sources, page);
    }
  }
}

/** What `new` counts from next time, and what a later brief corrects. */
async function keepInMind(
  { corpus, ports }: Desk,
  brief: BriefAnswer,
  user: string,
): Promise<void> {
  const { about, upTo } = brief.asked;
  await corpus.asked(user, about, upTo);
  await corpus.changeShown(user, (showings) =>
    remembered(showings, { to: user, about, at: ports.clock() }, brief),
  );
}

function buttonsFor(request: BriefRequest, key: string, seenBy: SeenBy): ButtonSpec[] {
  const about = sayRequest(request);
  return [
    { label: 'Timeline', action: SHOW_TIMELINE, value: `timeline ${about}` },
    { label: 'Quotes', action: SHOW_QUOTES, value: `quotes ${about}` },
    { label: 'Sources', action: SHOW_SOURCES, value: `sources ${about}` },
    { label: 'Copy as text', action: COPY_AS_TEXT, value: key },
    ...(seenBy === 'asker'
      ? [
          {
            label: 'Post to channel',
            action: POST_TO_CHANNEL,
            value: key,
            style: 'primary' as const,
          },
        ]
      : []),
  ];
}

/** A request as it would be typed again, without its view; `new` has had its answer. */
function sayRequest({ words, since, asOf }: BriefRequest): string {
  return [words, since && `since ${since}`, asOf && `as of ${asOf}`].filter(Boolean).join(' ');
}
