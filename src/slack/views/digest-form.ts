import type { types } from '@slack/bolt';
import { readFilterWords } from '../../corpus/filter-words.ts';
import { describeQuietDays, readQuietDays, stillQuiet } from '../../digest/quiet-days.ts';
import { readTimes } from '../../digest/schedule.ts';
import type { Wish } from '../../digest/subscribe.ts';
import { WEEK } from '../../digest/weekdays.ts';
import { readZone } from '../../digest/zone.ts';
import { isRefusal } from '../../news/refusal.ts';
import type { Subscription, Weekday } from '../../news/subscription.ts';
import type { Topic } from '../../news/topic.ts';
import { DIGEST_FORM } from '../actions/ids.ts';
import { type Block, context, paragraph, shorten } from '../messages/message.ts';
import { sayPlace } from '../messages/place.ts';

/** A menu holds 100 options. */
const MOST_TOPICS = 100;
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SAYS: types.PlainTextOption = { text: plain('Say so when nothing is new'), value: 'says' };

/** What the form starts from. */
export interface FormContents {
  /** A channel, or a user for their own digest; null where it is to be chosen in the form. */
  readonly channel: string | null;
  /** The subscription that there is. */
  readonly subscription: Subscription | undefined;
  /** The time zone to begin with; undefined where none is known. */
  readonly zone: string | undefined;
  readonly topics: readonly Topic[];
  /** ISO 8601. */
  readonly today: string;
}

/** The fields as Slack hands them over, by block id and action id. */
export type FormValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_conversation?: string | null;
          readonly selected_options?: readonly { readonly value: string }[];
        }
      >
    >
  >
>;

/** A form for where, when and what a digest is. */
export function digestForm({
  channel,
  subscription,
  zone,
  topics,
  today,
}: FormContents): types.ModalView {
  const { schedule, include = [], exclude = [], saysNothingNew = false } = subscription ?? {};
  const days = (schedule?.days ?? [1, 2, 3, 4, 5]).map(dayOption);
  return {
    type: 'modal',
    callback_id: DIGEST_FORM,
    private_metadata: channel ?? '',
    title: plain('Digest'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      channel === null ? chooseChannel() : paragraph(`*A digest for ${sayPlace(channel)}*`),
      field('days', 'Days', {
        ...{ type: 'checkboxes', action_id: 'days', options: WEEK.map(dayOption) },
        ...(days.length > 0 && { initial_options: days }),
      }),
      typed(
        'times',
        'Times',
        'Several make several digests a day.',
        schedule?.times.join(', ') ?? '08:30',
      ),
      typed(
        'zone',
        'Time zone',
        'By place, such as America/New_York.',
        schedule?.timeZone ?? zone ?? '',
      ),
      ...chooseTopics(topics, subscription?.topics ?? []),
      optional(
        'include',
        'Only articles with',
        'Words or phrases, divided by commas.',
        include.join(', '),
      ),
      optional(
        'exclude',
        'No articles with',
        'Words or phrases, divided by commas.',
        exclude.join(', '),
      ),
      optional(
        'quiet',
        'Quiet days',
        'Nothing is posted on them; the next digest holds it all. Such as 24 Dec to 2 Jan, 2027-05-01.',
        describeQuietDays(stillQuiet(schedule?.quiet ?? [], today)),
      ),
      {
        ...field('empty', 'When nothing is new', {
          ...{ type: 'checkboxes', action_id: 'empty', options: [SAYS] },
          ...(saysNothingNew && { initial_options: [SAYS] }),
        }),
        optional: true,
      },
      context('A new digest begins with what arrives after it.'),
    ],
  };
}

/** What was filled in, or what is wrong with it, by field; `today` (ISO 8601) is the day it was. */
export function readDigestForm(
  values: FormValues,
  by: string,
  channel: string,
  today: string,
): Wish | { readonly errors: Record<string, string> } {
  const typed = (name: string) => values[name]?.[name]?.value ?? '';
  const chosen = (name: string) =>
    (values[name]?.[name]?.selected_options ?? []).map(({ value }) => value);
  const where = channel || (values.where?.where?.selected_conversation ?? '');
  const read = {
    times: readTimes(typed('times')),
    zone: readZone(typed('zone')),
    include: readFilterWords(typed('include')),
    exclude: readFilterWords(typed('exclude')),
    quiet: readQuietDays(typed('quiet'), today),
  };
  const { times, zone, include, exclude, quiet } = read;
  const isWrong =
    Object.values(read).some(isRefusal) || where === '' || chosen('days').length === 0;
  if (
    isWrong ||
    isRefusal(times) ||
    isRefusal(zone) ||
    isRefusal(include) ||
    isRefusal(exclude) ||
    isRefusal(quiet)
  ) {
    const errors = Object.entries(read).flatMap(([name, found]) =>
      isRefusal(found) ? [[name, `${found.refused} ${found.next}`] as const] : [],
    );
    return {
      errors: {
        ...(where === '' && { where: 'Choose a channel.' }),
        ...(chosen('days').length === 0 && { days: 'Choose at least one day.' }),
        ...Object.fromEntries(errors),
      },
    };
  }
  const days = chosen('days').map(Number) as Weekday[];
  const schedule = { days: WEEK.filter((day) => days.includes(day)), times, timeZone: zone, quiet };
  const saysNothingNew = chosen('empty').length > 0;
  return {
    channel: where,
    by,
    schedule,
    topics: chosen('topics'),
    include,
    exclude,
    saysNothingNew,
  };
}

function chooseChannel(): types.InputBlock {
  return {
    ...field('where', 'Channel', {
      type: 'conversations_select',
      action_id: 'where',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    }),
    hint: plain('If I am not in it yet, type /invite @Briefing there.'),
  };
}

function chooseTopics(topics: readonly Topic[], chosen: readonly string[]): Block[] {
  const options = topics.slice(0, MOST_TOPICS).map(({ name, title }) => ({
    text: plain(shorten(title, 75)),
    value: name,
  }));
  const initial = options.filter(({ value }) => chosen.includes(value));
  if (options.length === 0) return [];
  const menu = field('topics', 'Topics', {
    ...{ type: 'multi_static_select', action_id: 'topics', options },
    ...(initial.length > 0 && { initial_options: initial }),
  });
  return [{ ...menu, optional: true, hint: plain('None chosen: every new article.') }];
}

function typed(name: string, label: string, hint: string, value: string): types.InputBlock {
  return {
    ...field(name, label, {
      ...{ type: 'plain_text_input', action_id: name, max_length: 1_000 },
      ...(value !== '' && { initial_value: value }),
    }),
    hint: plain(hint),
  };
}

function optional(name: string, label: string, hint: string, value: string): types.InputBlock {
  return { ...typed(name, label, hint, value), optional: true };
}

function field(
  name: string,
  label: string,
  element: types.InputBlock['element'],
): types.InputBlock {
  return { type: 'input', block_id: name, label: plain(label), element };
}

function dayOption(day: Weekday): types.PlainTextOption {
  return { text: plain(DAY_NAMES[day - 1] ?? ''), value: String(day) };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
