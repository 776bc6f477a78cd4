import type { Block, OpenView } from '../state.ts';
import type { Found } from './find-element.ts';

/** A choice in the fields of its action: `value`, `selected_option` and so on. */
export type Chosen = Readonly<Record<string, unknown>>;

type Element = Readonly<Record<string, unknown>>;

interface Option {
  readonly value: string;
}

const TYPED = /^(plain_text|email_text|url_text|number)_input$/;
const MANY = /^multi_|^checkboxes$/;

// What an element without options calls the choice, in its action and as its first choice.
const FIELDS: Readonly<Record<string, readonly [field: string, initial: string]>> = {
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  rich_text_input: ['rich_text_value', 'initial_value'],
};

/** The options of a menu, its groups laid out in a row. */
export function optionsOf(element: Element): readonly Option[] {
  const groups = (element.option_groups ?? []) as { options: Option[] }[];
  return [...((element.options ?? []) as Option[]), ...groups.flatMap((group) => group.options)];
}

/** What a person's choice in an element is called in payloads; `given` is typed text or the values of options. */
export function chosenIn(element: Element, given: unknown): Chosen {
  const type = String(element.type);
  const list = (Array.isArray(given) ? given : [given]).filter(
    (one) => one !== undefined && one !== null && one !== '',
  );
  if (TYPED.test(type)) return { value: list.length > 0 ? String(list[0]) : null };
  if (type === 'feedback_buttons') {
    const { text, value } = element[
      given === 'negative' ? 'negative_button' : 'positive_button'
    ] as {
      text: unknown;
      value: string;
    };
    return { text, value };
  }
  const field = FIELDS[type]?.[0];
  if (field) {
    if (MANY.test(type)) return { [field]: list };
    const one = list[0] ?? null;
    if (type === 'rich_text_input') return { [field]: typeof one === 'string' ? rich(one) : one };
    return { [field]: type === 'datetimepicker' && one !== null ? Number(one) : one };
  }
  const options = optionsOf(element).filter((option) => list.includes(option.value));
  return MANY.test(type) ? { selected_options: options } : { selected_option: options[0] ?? null };
}

function rich(text: string) {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return { type: 'rich_text', elements };
}

/** What an element shows before anybody touches it, in the same fields. */
export function initialIn(element: Element): Chosen {
  const type = String(element.type);
  if (TYPED.test(type)) return { value: element.initial_value ?? null };
  const field = FIELDS[type];
  if (field) return { [field[0]]: element[field[1]] ?? (MANY.test(type) ? [] : null) };
  if (MANY.test(type)) return { selected_options: element.initial_options ?? [] };
  return { selected_option: element.initial_option ?? null };
}

/** Whether an element holds a choice at all, as a button does not. */
export function holdsChoice(element: Element): boolean {
  return !/button|^overflow$|^image$|^mrkdwn$|^plain_text$/.test(String(element.type));
}

/** The state of all elements: by block and action, as `state.values` in payloads. */
export function valuesOf(
  blocks: readonly Block[],
  touched: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of blocks) {
    const inside = [
      block.element,
      block.accessory,
      ...(block.type === 'actions' ? (block.elements as Element[]) : []),
    ] as (Element | undefined)[];
    for (const element of inside) {
      if (!element || !holdsChoice(element)) continue;
      const id = String(element.action_id);
      const chosen = touched[block.block_id]?.[id] ?? initialIn(element);
      values[block.block_id] = {
        ...values[block.block_id],
        [id]: { type: element.type, ...(chosen as object) },
      };
    }
  }
  return values;
}

/** Keeps what a person typed or chose in an element of a modal. */
export function fillIn(open: OpenView, { block, element }: Found, given: unknown): void {
  open.values[block.block_id] = {
    ...open.values[block.block_id],
    [String(element.action_id)]: chosenIn(element, given),
  };
}
