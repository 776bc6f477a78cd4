import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../src/workspace/block-kit/check-blocks.ts';
import { checkView } from '../../src/workspace/block-kit/check-view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (length: number) => 'x'.repeat(length);
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const section = (more: object) => ({ type: 'section', ...more });
const option = (value: string, more: object = {}) => ({ text: plain(value), value, ...more });
const select = (more: object) => ({ type: 'static_select', ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const line = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const times = (count: number, item: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => item(index));

const fine: [name: string, block: unknown][] = [
  ['a section of 3,000 characters', section({ text: mrkdwn(x(3_000)) })],
  ['ten fields of 2,000', section({ fields: times(10, () => mrkdwn(x(2_000))) })],
  ['a section with a button', section({ text: plain('a'), accessory: button() })],
  ['a header of 150', { type: 'header', text: plain(x(150)) }],
  ['ten context elements', { type: 'context', elements: times(10, () => mrkdwn('a')) }],
  ['25 buttons', actions(...times(25, (i) => button({ action_id: `a${i}` })))],
  ['a full button', actions(button({ value: x(2_000), url: 'http://127.0.0.1:3000/a' }))],
  [
    'a confirmed button',
    actions(button({ confirm: { title: plain('Sure?'), text: mrkdwn('*Really*') } })),
  ],
  ['100 options', actions(select({ options: times(100, (i) => option(`o${i}`)) }))],
  [
    'grouped options',
    actions(select({ option_groups: [{ label: plain('g'), options: [option('a')] }] })),
  ],
  [
    'an overflow',
    section({ text: plain('a'), accessory: { type: 'overflow', options: [option('a')] } }),
  ],
  ['a divider', { type: 'divider', block_id: x(255) }],
  ['an input', input({ type: 'plain_text_input', multiline: true, max_length: 3_000 })],
  ['a markdown block', { type: 'markdown', text: x(12_000) }],
  [
    'rich text of every kind',
    rich(
      line(
        { type: 'text', text: '<!channel>', style: { bold: true, italic: true } },
        { type: 'link', url: 'https://example.org/#:~:text=a', text: 'there' },
        { type: 'emoji', name: 'wave' },
        { type: 'user', user_id: 'U1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'date', timestamp: 1_700_000_000, format: '{date}', fallback: 'then' },
      ),
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 1,
        elements: [line({ type: 'text', text: 'a' })],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a' }] },
    ),
  ],
  [
    'a table',
    {
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'a' }, rich(line({ type: 'text', text: 'b' }))]],
    },
  ],
  [
    'an image from the web',
    { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' },
  ],
];

const wrong: [name: string, block: unknown, complaint: string][] = [
  ['an unknown type', { type: 'poem' }, 'unsupported type: poem [json-pointer:/blocks/0/type]'],
  ['no type', {}, 'missing required field: type [json-pointer:/blocks/0]'],
  ['not an object', 'hello', 'must be of type object [json-pointer:/blocks/0]'],
  ['a file', { type: 'file', source: 'remote', external_id: 'a' }, 'unsupported type: file'],
  [
    'an unknown property',
    { type: 'divider', colour: 'red' },
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'a section of nothing',
    section({}),
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    'a section without a text object',
    section({ text: 'hi' }),
    'must be of type object [json-pointer:/blocks/0/text]',
  ],
  [
    'an empty section',
    section({ text: mrkdwn('') }),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'too long a section',
    section({ text: mrkdwn(x(3_001)) }),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'eleven fields',
    section({ fields: times(11, () => mrkdwn('a')) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'too long a field',
    section({ fields: [mrkdwn(x(2_001))] }),
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  ['no fields in fields', section({ fields: [] }), 'no less than 1 items required'],
  [
    'emoji in mrkdwn',
    section({ text: { ...mrkdwn('a'), emoji: true } }),
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an input beside a section',
    section({ text: plain('a'), accessory: { type: 'plain_text_input' } }),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
  ],
  [
    'a header in mrkdwn',
    { type: 'header', text: mrkdwn('a') },
    'must be one of: plain_text [json-pointer:/blocks/0/text/type]',
  ],
  [
    'too long a header',
    { type: 'header', text: plain(x(151)) },
    'must be less than 151 characters',
  ],
  [
    'a header without text',
    { type: 'header' },
    'missing required field: text [json-pointer:/blocks/0]',
  ],
  [
    'eleven context elements',
    { type: 'context', elements: times(11, () => mrkdwn('a')) },
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  ['an empty context', { type: 'context', elements: [] }, 'no less than 1 items required'],
  ['a button in a context', { type: 'context', elements: [button()] }, 'unsupported type: button'],
  [
    '26 buttons',
    actions(...times(26, () => button())),
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  ['no buttons', actions(), 'no less than 1 items required'],
  [
    'too long a label',
    actions(button({ text: plain(x(76)) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  ['a label in mrkdwn', actions(button({ text: mrkdwn('a') })), 'must be one of: plain_text'],
  [
    'too long a value',
    actions(button({ value: x(2_001) })),
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'too long an address',
    actions(button({ url: `https://example.org/${x(3_000)}` })),
    'must be less than 3001 characters',
  ],
  [
    'a script for an address',
    actions(button({ url: 'javascript:alert(1)' })),
    'invalid_url [json-pointer:/blocks/0/elements/0/url]',
  ],
  ['a style of its own', actions(button({ style: 'default' })), 'must be one of: primary, danger'],
  [
    'too long an action_id',
    actions(button({ action_id: x(256) })),
    'must be less than 256 characters',
  ],
  [
    'one action_id twice',
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'too long a question',
    actions(button({ confirm: { text: plain(x(301)) } })),
    'must be less than 301 characters',
  ],
  [
    'too long a block_id',
    { type: 'divider', block_id: x(256) },
    'must be less than 256 characters',
  ],
  ['a select of nothing', actions(select({})), 'must define either `options` or `option_groups`'],
  [
    '101 options',
    actions(select({ options: times(101, (i) => option(`o${i}`)) })),
    'no more than 100 items allowed',
  ],
  [
    'too long an option',
    actions(select({ options: [option('a', { text: plain(x(76)) })] })),
    'must be less than 76 characters',
  ],
  [
    'too long an option value',
    actions(select({ options: [option(x(76), { text: plain('a') })] })),
    'must be less than 76 characters',
  ],
  [
    'an option in mrkdwn in a menu',
    actions(select({ options: [option('a', { text: mrkdwn('a') })] })),
    'must be one of: plain_text',
  ],
  [
    'a link in a select option',
    actions(select({ options: [option('a', { url: 'https://example.org' })] })),
    'invalid additional property: url',
  ],
  [
    'one option twice',
    actions(select({ options: [option('a'), option('a')] })),
    '`options` must have unique values',
  ],
  [
    'a first choice that is no option',
    actions(select({ options: [option('a')], initial_option: option('b') })),
    '`initial_option` must match one of the options',
  ],
  [
    'six overflow options',
    actions({ type: 'overflow', options: times(6, (i) => option(`o${i}`)) }),
    'no more than 5 items allowed',
  ],
  [
    'eleven radio buttons',
    actions({ type: 'radio_buttons', options: times(11, (i) => option(`o${i}`)) }),
    'no more than 10 items allowed',
  ],
  ['a day in words', actions({ type: 'datepicker', initial_date: '23 June' }), 'Invalid string'],
  [
    'an input without a label',
    { type: 'input', element: { type: 'plain_text_input' } },
    'missing required field: label [json-pointer:/blocks/0]',
  ],
  ['a button for input', input(button()), 'unsupported type: button'],
  [
    'a number input that does not say which numbers',
    input({ type: 'number_input' }),
    'missing required field: is_decimal_allowed',
  ],
  [
    'too long a length',
    input({ type: 'plain_text_input', max_length: 3_001 }),
    'must be at most 3000',
  ],
  [
    'an image without words',
    { type: 'image', image_url: 'https://example.org/a.png' },
    'missing required field: alt_text',
  ],
  [
    'an image only this machine can reach',
    { type: 'image', image_url: 'http://127.0.0.1/a.png', alt_text: 'a' },
    'downloading image failed',
  ],
  [
    'rich text of nothing',
    rich(),
    'no less than 1 items required [json-pointer:/blocks/0/elements]',
  ],
  [
    'rich text without a section',
    rich({ type: 'text', text: 'a' }),
    'unsupported type: text [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'an empty rich text',
    rich(line({ type: 'text', text: '' })),
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  [
    'an unknown style',
    rich(line({ type: 'text', text: 'a', style: { blink: true } })),
    'invalid additional property: blink',
  ],
  ['a link to nowhere', rich(line({ type: 'link', url: '' })), 'must be more than 0 characters'],
  [
    'a list of text',
    rich({ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] }),
    'must be one of: rich_text_section',
  ],
  [
    'a list deeper than eight',
    rich({
      type: 'rich_text_list',
      style: 'bullet',
      indent: 9,
      elements: [line({ type: 'text', text: 'a' })],
    }),
    'must be at most 8',
  ],
  [
    'a bold preformatted mention',
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
    'unsupported type: user',
  ],
  [
    '21 columns',
    { type: 'table', rows: [times(21, () => ({ type: 'raw_text', text: 'a' }))] },
    'no more than 20 items allowed',
  ],
];

describe('blocks of a message', () => {
  test.each(fine)('take %s', (_, block) => {
    expect(checkBlocks([block], 'message')).toEqual([]);
  });

  test.each(wrong)('refuse %s', (_, block, complaint) => {
    const complaints = checkBlocks([block], 'message');
    expect(complaints.join('\n')).toContain(complaint);
    expect(complaints.every((one) => one.includes('[json-pointer:/blocks/0'))).toBe(true);
  });

  test('are 50 at most, with ids of their own', () => {
    const divider = { type: 'divider' };
    expect(checkBlocks(Array(50).fill(divider), 'message')).toEqual([]);
    expect(checkBlocks(Array(51).fill(divider), 'message')).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    const named = { type: 'divider', block_id: 'a' };
    expect(checkBlocks([named, named], 'message')).toEqual([
      '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
    ]);
  });

  test('hold one table and 12,000 characters of markdown together', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
    expect(checkBlocks([table, table], 'message')).toHaveLength(1);
    const markdown = { type: 'markdown', text: x(7_000) };
    expect(checkBlocks([markdown, markdown], 'message')).toHaveLength(1);
  });

  test('never break the checker, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (blocks) => {
        const complaints = checkBlocks(blocks, 'message');
        expect(complaints.every((one) => one.includes('[json-pointer:/blocks'))).toBe(true);
      }),
    );
  });
});

describe('views', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plain('A'), blocks: [], ...more });
  const refused: [name: string, view: unknown, complaint: string][] = [
    [
      'too long a title',
      modal({ title: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'no title',
      { type: 'modal', blocks: [] },
      'missing required field: title [json-pointer:/view]',
    ],
    ['a title in mrkdwn', modal({ title: mrkdwn('a') }), 'must be one of: plain_text'],
    [
      'too much metadata',
      modal({ private_metadata: x(3_001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      '101 blocks',
      modal({ blocks: Array(101).fill({ type: 'divider' }) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'submit_disabled',
      modal({ submit_disabled: true }),
      'invalid additional property: submit_disabled [json-pointer:/view]',
    ],
    [
      'inputs without a submit button',
      modal({ blocks: [input({ type: 'plain_text_input' })] }),
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      'a table',
      modal({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }),
      'unsupported type: table [json-pointer:/view/blocks/0/type]',
    ],
    [
      'markdown',
      modal({ blocks: [{ type: 'markdown', text: 'a' }] }),
      'unsupported type: markdown',
    ],
    [
      'a Home with a title',
      { type: 'home', title: plain('a'), blocks: [] },
      'invalid additional property: title',
    ],
    [
      'an unknown type',
      { type: 'window', blocks: [] },
      'unsupported type: window [json-pointer:/view/type]',
    ],
    [
      'a bad block inside',
      modal({ blocks: [section({ text: mrkdwn('') })] }),
      '[json-pointer:/view/blocks/0/text/text]',
    ],
  ];

  test.each(refused)('refuse %s', (_, view, complaint) => {
    expect(checkView(view)).toEqual(expect.arrayContaining([expect.stringContaining(complaint)]));
  });

  test('take a modal with inputs and a Home', () => {
    const asks = modal({ submit: plain('Go'), blocks: [input({ type: 'plain_text_input' })] });
    expect(checkView(asks)).toEqual(asks);
    const home = { type: 'home', blocks: Array(100).fill({ type: 'divider' }) };
    expect(checkView(home)).toEqual(home);
  });
});
