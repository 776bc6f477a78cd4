import { isNothingNew } from '../../digest/compose.ts';
import type { Asked } from '../../digest/now.ts';
import { describeQuietDays } from '../../digest/quiet-days.ts';
import { TOPICS_REMOVED } from '../../digest/remedy.ts';
import { describeSchedule } from '../../digest/schedule.ts';
import type { Status } from '../../digest/subscribe.ts';
import type { Preview } from '../../digest/upcoming.ts';
import type { Delivery } from '../../news/delivery.ts';
import type { Refusal } from '../../news/refusal.ts';
import { refuse } from '../../news/refusal.ts';
import { RESUME_DIGEST, SET_UP_DIGEST } from '../actions/ids.ts';
import { digestMessage } from './digest.ts';
import { sayFilter } from './feed.ts';
import type { Citing } from './line.ts';
import {
  type ButtonSpec,
  buttons,
  context,
  escapeMrkdwn,
  type Message,
  note,
  paragraph,
} from './message.ts';
import { isOwnOf, sayPlace } from './place.ts';
import { settleButtons } from './problem.ts';
import { refusalMessage } from './refusal.ts';
import { refusedPost } from './refused-post.ts';

/** What a channel gets, the last delivery and the next. */
export function statusMessage(status: Status): Message {
  const { pausedBy, unsettled } = status;
  const { channel } = status.subscription;
  const sentence = sayWhatItGets(status);
  const lines = sayDeliveries(status);
  const resume = { label: 'Resume', action: RESUME_DIGEST, value: channel };
  return {
    text: `${sentence} ${lines.join(' ')}`,
    blocks: [
      paragraph(sentence),
      paragraph(lines.join('\n')),
      ...unsettled
        .filter(({ toldAt }) => toldAt !== undefined)
        .slice(0, 1)
        .map(settleButtons),
      ...(pausedBy ? pauseBlocks(pausedBy).map(context) : []),
      buttons([...(pausedBy ? [resume] : []), setUpButton('Change', channel)]),
      context(
        `\`/digest preview\` shows what there is, \`/digest now\` posts what is new, \`/digest off\` stops.${isOwnOf(channel) ? '' : ' If I am not in this channel yet, type `/invite @Briefing`.'}`,
      ),
    ],
  };
}

/** A channel without a digest, with the form that starts one. */
export function noDigestMessage(refusal: Refusal, channel: string): Message {
  const { text, blocks } = refusalMessage(refusal);
  return { text, blocks: [...blocks, buttons([setUpButton('Set up a digest', channel)])] };
}

/** A button that opens the form for a digest; `which` tells buttons of a message apart. */
export function setUpButton(label: string, channel: string, which = 0): ButtonSpec {
  return { label, action: `${SET_UP_DIGEST}:${which}`, value: channel };
}

/** What a channel gets, the last delivery and the next, in a paragraph of mrkdwn. */
export function sayStatus(status: Status): string {
  const paused = status.pausedBy ? ['Paused: type `/digest on` there to go on.'] : [];
  return [sayWhatItGets(status), ...sayDeliveries(status).slice(0, 4), ...paused].join('\n');
}

function sayWhatItGets({ subscription, gone }: Status): string {
  const { channel, topics, schedule, include = [], exclude = [], saysNothingNew } = subscription;
  const filter = sayFilter({ include, exclude });
  const what = topics.length > 0 ? `new articles on ${topics.join(', ')}` : 'every new article';
  const quiet = describeQuietDays(schedule.quiet ?? []);
  const more = [
    filter,
    sayGone(gone),
    quiet === '' ? '' : `Quiet on ${quiet}.`,
    saysNothingNew ? 'Says so when nothing is new.' : '',
  ].filter(Boolean);
  return `${sayPlace(channel)} gets ${escapeMrkdwn([`${what}: ${describeSchedule(schedule)}.`, ...more].join(' '))}`;
}

function sayGone(gone: readonly string[]): string {
  if (gone.length === 0) return '';
  const names = gone.map((name) => `“${name}”`).join(', ');
  return `${names} ${gone.length === 1 ? 'is no topic' : 'are no topics'} any more.`;
}

function sayDeliveries({ subscription, last, next, unsettled }: Status): string[] {
  const { timeZone } = subscription.schedule;
  return [
    `Last: ${last ? sayDelivery(last, timeZone) : 'none yet'}.`,
    ...(next ? [`Next: ${sayMoment(next, timeZone)}.`] : []),
    ...unsettled.map(
      ({ slot }) =>
        `Unsettled: ${sayMoment(slot, timeZone)}. Slack has not said whether it arrived.`,
    ),
  ];
}

/** What the next digest would hold, for the asker alone. */
export function previewMessage({ digest, of }: Preview, page: Citing['page']): Message | Refusal {
  if (isNothingNew(digest)) {
    return refuse(
      'There is no article to show yet.',
      'Add one with “briefing ingest” or by putting a file into data/inbox.',
    );
  }
  const message = digestMessage({ digest }, page);
  const note =
    of === 'next'
      ? 'A preview of the next digest. Nothing has been posted.'
      : 'Nothing is new since the last digest; this is what there is in all. Nothing has been posted.';
  return { text: `${note}\n${message.text}`, blocks: [context(note), ...message.blocks] };
}

/** What `/digest now` did. */
export function deliveredMessage(asked: Asked): Message | Refusal {
  if (asked.kind === 'nothing-new') {
    const open = asked.unsettled.length > 0;
    return refuse(
      `Nothing new since ${sayMoment(asked.since, 'UTC')}.`,
      open
        ? 'An earlier digest is unsettled: Slack has not said whether it arrived. Type /digest for more.'
        : 'Type /digest preview to see what there is in all.',
    );
  }
  switch (asked.delivery.state) {
    case 'posted':
      return note('Posted. The next digest carries only what is newer.');
    case 'refused':
      return refusedPost(asked.delivery);
    default:
      return note(
        'Slack has not said whether the digest arrived. I will find out, and post it only if it is not there.',
      );
  }
}

export function stoppedMessage(channel: string): Message {
  return note(`${sayPlace(channel)} gets no digest any more. \`/digest on …\` starts one again.`);
}

function pauseBlocks(delivery: Delivery): string[] {
  const { refused, next } = refusedPost(delivery);
  return [escapeMrkdwn(`Paused. ${refused} ${next}`)];
}

function sayDelivery(delivery: Delivery, timeZone: string): string {
  const { state, slot, at, reason, digest, late, missed = [], retryAt } = delivery;
  const when = sayMoment(state === 'posted' ? at : slot, timeZone);
  switch (state) {
    case 'posted':
      return [
        `${when}, ${digest.stories.length} ${digest.stories.length === 1 ? 'story' : 'stories'}`,
        late ? 'late' : '',
        missed.length > 0
          ? `made good ${missed.length} that ${missed.length === 1 ? 'was' : 'were'} missed`
          : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'empty':
      return `${when}, nothing new, so nothing posted`;
    case 'refused':
      if (reason === TOPICS_REMOVED) return `${when}, not posted: its topics have been removed`;
      return [
        `${when}, refused by Slack (${reason})`,
        ...(retryAt === undefined ? [] : [`tried again at ${sayMoment(retryAt, timeZone)}`]),
      ].join(', ');
    default:
      return `${when}, not known whether it arrived`;
  }
}

/** An instant on a zone's wall clock: "Mon 22 Jun 2015, 08:30 (America/New_York)". */
function sayMoment(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
  return `${parts} (${timeZone})`;
}
