import { z } from 'zod';
import { accessory, action, button, contextAction, image, input } from './elements.ts';
import { richText } from './rich-text.ts';
import { anyText, identifier, link, mrkdwnOnly, pictureUrl, plainText, words } from './text.ts';

const block_id = identifier;

const block = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), block_id, ...shape });

const section = block('section', {
  text: anyText(3_000).optional(),
  fields: z.array(anyText(2_000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
}).refine((given) => given.text !== undefined || given.fields !== undefined, {
  error: 'must define either `text` or `fields`',
});

const picture = block('image', {
  alt_text: words(2_000),
  title: plainText(2_000).optional(),
  image_url: pictureUrl.optional(),
  slack_file: z.strictObject({ id: words(255).optional(), url: link.optional() }).optional(),
}).refine((given) => Boolean(given.image_url) !== Boolean(given.slack_file), {
  error: 'must define either `image_url` or `slack_file`',
});

const context = block('context', {
  elements: z
    .array(z.discriminatedUnion('type', [image, ...anyText(3_000).options]))
    .min(1)
    .max(10),
});

const header = block('header', {
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
});

const actions = block('actions', { elements: z.array(action).min(1).max(25) });

const divider = block('divider', {});

const inputBlock = block('input', {
  label: plainText(2_000),
  element: input,
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: words(3_000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: words(255) }),
]);

const table = block('table', {
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});

const dataTable = block('data_table', {
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  caption: words(255),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).max(19).optional(),
});

const card = block('card', {
  hero_image: image.optional(),
  icon: image.optional(),
  title: mrkdwnOnly(150).optional(),
  subtitle: mrkdwnOnly(150).optional(),
  body: mrkdwnOnly(200).optional(),
  actions: z.array(button).min(1).max(5).optional(),
}).refine((given) => given.hero_image ?? given.title ?? given.actions ?? given.body, {
  error: 'must define at least one of `hero_image`, `title`, `actions` and `body`',
});

const container = block('container', {
  title: plainText(150).optional(),
  rich_text_title: richText.optional(),
  subtitle: anyText(150).optional(),
  child_blocks: z
    .array(
      z.discriminatedUnion('type', [
        actions,
        context,
        divider,
        header,
        picture,
        inputBlock,
        richText,
        section,
        table,
      ]),
    )
    .min(1)
    .max(10),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  icon: image.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
}).refine((given) => given.title ?? given.rich_text_title, {
  error: 'must define either `title` or `rich_text_title`',
});

const taskCard = block('task_card', {
  task_id: words(255),
  title: words(255),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: link, text: words(255) }))
    .optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

const everywhere = [
  actions,
  block('alert', {
    text: anyText(3_000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  card,
  container,
  context,
  divider,
  header,
  picture,
  inputBlock,
  richText,
  section,
] as const;

/** Every block an app may put in a message. A remote file and a video need scopes this workspace cannot give. */
export const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  block('carousel', { elements: z.array(card).min(1).max(10) }),
  block('context_actions', { elements: z.array(contextAction).min(1).max(5) }),
  dataTable,
  block('markdown', { text: words(12_000) }),
  block('plan', { title: words(255), tasks: z.array(taskCard).max(50).optional() }),
  table,
  taskCard,
]);

/** Every block an app may put in a modal or on its Home. */
export const viewBlock = z.discriminatedUnion('type', [...everywhere]);
