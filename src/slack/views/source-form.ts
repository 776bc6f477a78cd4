import type { types } from '@slack/bolt';
import { readFilterWords } from '../../corpus/filter-words.ts';
import { isRefusal } from '../../news/refusal.ts';
import { SOURCE_FORM } from '../actions/ids.ts';
import { context } from '../messages/message.ts';
import { readAddress } from '../sources/address.ts';
import type { AddRequest } from '../sources/request.ts';

/** The fields of the form, as block ids and action ids. */
const FIELDS = ['url', 'include', 'exclude'] as const;
type Field = (typeof FIELDS)[number];

/** A form for an address, with words that a feed may be filtered by. */
export function sourceForm(): types.ModalView {
  return {
    type: 'modal',
    callback_id: SOURCE_FORM,
    title: plain('Add source'),
    submit: plain('Add'),
    close: plain('Cancel'),
    blocks: [
      input(
        'url',
        'Address',
        'Of a feed, a site that has one, or an article.',
        'https://www.gao.gov/rss/reports.xml',
      ),
      input(
        'include',
        'Only entries with',
        'Words or phrases, divided by commas. Empty takes every entry.',
        'personnel, data breach',
      ),
      input('exclude', 'No entries with', 'Words or phrases, divided by commas.', 'sport'),
      context(
        'A feed is followed from now on, and its new articles are in briefs and digests. An article is added once.',
      ),
    ],
  };
}

/** What was filled in, or what is wrong with it, by field. */
export function readSourceForm(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): AddRequest | { readonly errors: Record<string, string> } {
  const typed = (field: Field) => values[field]?.[field]?.value ?? '';
  const url = readAddress(typed('url'));
  const include = readFilterWords(typed('include'));
  const exclude = readFilterWords(typed('exclude'));
  if (isRefusal(url) || isRefusal(include) || isRefusal(exclude)) {
    const read = Object.entries({ url, include, exclude });
    const errors = read.flatMap(([field, found]) =>
      isRefusal(found) ? [[field, `${found.refused} ${hint(found.next)}`.trim()] as const] : [],
    );
    return { errors: Object.fromEntries(errors) };
  }
  return { kind: 'add', url, include, exclude };
}

/** In the form an example is the address alone. */
function hint(next: string): string {
  return next.replace('/sources add ', '');
}

function input(field: Field, label: string, help: string, example: string): types.InputBlock {
  return {
    type: 'input',
    block_id: field,
    optional: field !== 'url',
    label: plain(label),
    hint: plain(help),
    element: {
      type: 'plain_text_input',
      action_id: field,
      placeholder: plain(example),
      max_length: field === 'url' ? 2_000 : 1_000,
    },
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
