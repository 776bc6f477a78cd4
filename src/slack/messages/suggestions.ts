import type { Suggestion } from '../../ingest/feeds/suggestions.ts';
import { SOURCES } from '../actions/ids.ts';
import { typeAdd } from '../sources/request.ts';
import {
  type Block,
  context,
  escapeMrkdwn,
  header,
  type Message,
  paragraph,
  paragraphWith,
} from './message.ts';

/** Suggestions in one message; a feeds.yml of somebody's own may hold any number. */
const MOST_SUGGESTED = 20;
/** Suggestions that fit one screen. */
const FEW = 8;

/** What there is to say where no feed is followed: how to add one, and feeds that may be wanted. */
export function noFeedsMessage(suggestions: readonly Suggestion[]): Message {
  const how =
    'No feed is followed yet. `/sources add` and the address of a feed, a site or an article adds it.';
  return {
    text: how,
    blocks: [header('Sources'), paragraph(how), ...suggested(suggestions, FEW)],
  };
}

/** Feeds that may be wanted. */
export function suggestionsMessage(suggestions: readonly Suggestion[]): Message {
  const none = 'Every feed that is suggested is followed already.';
  return {
    text: suggestions.length > 0 ? 'Feeds that you may want to follow' : none,
    blocks:
      suggestions.length > 0
        ? [header('Feeds that you may want to follow'), ...suggested(suggestions, MOST_SUGGESTED)]
        : [paragraph(none)],
  };
}

/** Suggestions, each with a button that follows it. */
export function suggested(suggestions: readonly Suggestion[], most: number): Block[] {
  const left = suggestions.length - most;
  return [
    ...suggestions.slice(0, most).map(({ title, url, what }, at) =>
      paragraphWith(`*${escapeMrkdwn(title)}*\n${escapeMrkdwn(what)}`, {
        label: 'Add',
        action: `${SOURCES}:add:${at}`,
        value: typeAdd({ url, include: [], exclude: [] }),
      }),
    ),
    ...(left > 0 ? [context(`${left} more: \`/sources suggestions\``)] : []),
  ];
}
