import { z } from 'zod';
import { checkOptions, choiceOption, menuOption, menuOptions, overflowOption } from './options.ts';
import { richText } from './rich-text.ts';
import { confirm, identifier, link, pictureUrl, plainText, words } from './text.ts';

const action_id = identifier;
const focus_on_load = z.boolean().optional();
const placeholder = plainText(150).optional();
const style = z.enum(['primary', 'danger']).optional();
const accessibility_label = words(75).optional();
const max_selected_items = z.int().min(1).optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = words(255);
const ids = z.array(id).optional();
const dispatch_action_config = z
  .strictObject({
    trigger_actions_on: z
      .array(z.enum(['on_enter_pressed', 'on_character_entered']))
      .min(1)
      .optional(),
  })
  .optional();

const pickable = { action_id, confirm, focus_on_load, placeholder };
const typed = {
  action_id,
  initial_value: z.string().max(3_000).optional(),
  dispatch_action_config,
  focus_on_load,
  placeholder,
};
const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const default_to_current_conversation = z.boolean().optional();
const response_url_enabled = z.boolean().optional();
const min_query_length = z.int().min(0).optional();

const element = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const button = element('button', {
  text: plainText(75),
  action_id,
  value: words(2_000).optional(),
  url: link.optional(),
  style,
  confirm,
  accessibility_label,
});

const radioButtons = element('radio_buttons', {
  action_id,
  options: z.array(choiceOption).min(1).max(10),
  initial_option: choiceOption.optional(),
  confirm,
  focus_on_load,
}).superRefine(checkOptions);

const checkboxes = element('checkboxes', {
  action_id,
  options: z.array(choiceOption).min(1).max(10),
  initial_options: z.array(choiceOption).min(1).max(10).optional(),
  confirm,
  focus_on_load,
}).superRefine(checkOptions);

const overflow = element('overflow', {
  action_id,
  options: z.array(overflowOption).min(1).max(5),
  confirm,
}).superRefine(checkOptions);

const staticSelect = element('static_select', {
  ...pickable,
  ...menuOptions,
  initial_option: menuOption.optional(),
}).superRefine(checkOptions);

const multiStaticSelect = element('multi_static_select', {
  ...pickable,
  ...menuOptions,
  initial_options: z.array(menuOption).min(1).optional(),
  max_selected_items,
}).superRefine(checkOptions);

const menus = [
  staticSelect,
  element('external_select', {
    ...pickable,
    initial_option: menuOption.optional(),
    min_query_length,
  }),
  element('users_select', { ...pickable, initial_user: id.optional() }),
  element('conversations_select', {
    ...pickable,
    initial_conversation: id.optional(),
    default_to_current_conversation,
    response_url_enabled,
    filter,
  }),
  element('channels_select', {
    ...pickable,
    initial_channel: id.optional(),
    response_url_enabled,
  }),
  multiStaticSelect,
  element('multi_external_select', {
    ...pickable,
    initial_options: z.array(menuOption).min(1).optional(),
    min_query_length,
    max_selected_items,
  }),
  element('multi_users_select', { ...pickable, initial_users: ids, max_selected_items }),
  element('multi_conversations_select', {
    ...pickable,
    initial_conversations: ids,
    default_to_current_conversation,
    max_selected_items,
    filter,
  }),
  element('multi_channels_select', { ...pickable, initial_channels: ids, max_selected_items }),
] as const;

const datepicker = element('datepicker', { ...pickable, initial_date: day.optional() });

const timepicker = element('timepicker', {
  ...pickable,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: words(255).optional(),
});

const datetimepicker = element('datetimepicker', {
  action_id,
  confirm,
  focus_on_load,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const workflowButton = element('workflow_button', {
  text: plainText(75),
  action_id,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: link,
      customizable_input_parameters: z
        .array(z.strictObject({ name: words(255), value: z.string() }))
        .optional(),
    }),
  }),
  style,
  accessibility_label,
});

const plainTextInput = element('plain_text_input', {
  ...typed,
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3_000).optional(),
  max_length: z.int().min(1).max(3_000).optional(),
}).refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3_000), {
  error: '`min_length` must not be greater than `max_length`',
});

const richTextInput = element('rich_text_input', {
  ...typed,
  initial_value: z.lazy(() => richText).optional(),
});

const numeral = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional();
const numberInput = element('number_input', {
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: numeral,
  min_value: numeral,
  max_value: numeral,
});

const fileInput = element('file_input', {
  action_id,
  filetypes: z.array(words(20)).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

/** A picture beside text. */
export const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: words(2_000),
    image_url: pictureUrl.optional(),
    slack_file: z.strictObject({ id: id.optional(), url: link.optional() }).optional(),
  })
  .refine((picture) => Boolean(picture.image_url) !== Boolean(picture.slack_file), {
    error: 'must define either `image_url` or `slack_file`',
  });

/** What may stand beside a section's text. */
export const accessory = z.discriminatedUnion('type', [
  button,
  checkboxes,
  datepicker,
  image,
  ...menus,
  overflow,
  radioButtons,
  timepicker,
  workflowButton,
]);

/** What may stand in an actions block. */
export const action = z.discriminatedUnion('type', [
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  ...menus,
  overflow,
  radioButtons,
  richTextInput,
  timepicker,
  workflowButton,
]);

/** What may stand in an input block. */
export const input = z.discriminatedUnion('type', [
  checkboxes,
  datepicker,
  datetimepicker,
  element('email_text_input', typed),
  fileInput,
  ...menus,
  numberInput,
  plainTextInput,
  radioButtons,
  richTextInput,
  timepicker,
  element('url_text_input', typed),
]);

/** What may stand in a context_actions block. */
export const contextAction = z.discriminatedUnion('type', [
  element('feedback_buttons', {
    action_id,
    positive_button: feedback(),
    negative_button: feedback(),
  }),
  element('icon_button', {
    action_id,
    icon: words(80),
    text: plainText(75),
    accessibility_label,
    value: words(2_000).optional(),
    visible_to_user_ids: ids,
    confirm,
  }),
]);

function feedback() {
  return z.strictObject({ text: plainText(75), accessibility_label, value: words(2_000) });
}

/** A button, where nothing else is allowed. */
export { button };
