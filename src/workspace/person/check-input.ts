import type { Block } from '../state.ts';
import { initialIn } from './choose.ts';

type Element = Readonly<Record<string, unknown>>;
type Touched = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What Slack itself finds wrong with a filled-in modal before it asks the app, by block. */
export function checkInput(blocks: readonly Block[], touched: Touched): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const element = block.element as Element;
    const chosen = (touched[block.block_id]?.[String(element.action_id)] ??
      initialIn(element)) as Element;
    const value = Object.values(chosen).find((one) => one !== undefined);
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    const wrong = empty
      ? block.optional !== true && 'Please complete this required field.'
      : typeof value === 'string' && wrongText(element, value);
    if (wrong) errors[block.block_id] = wrong;
  }
  return errors;
}

function wrongText(element: Element, value: string): string | false {
  const [shortest, longest] = [
    Number(element.min_length ?? 0),
    Number(element.max_length ?? 3_000),
  ];
  switch (element.type) {
    case 'plain_text_input':
      if (value.length < shortest) return `Please use at least ${shortest} characters.`;
      return value.length > longest && `Please use at most ${longest} characters.`;
    case 'email_text_input':
      return !/^\S+@\S+\.\S+$/.test(value) && 'Please enter a valid email address.';
    case 'url_text_input':
      return !/^https?:\/\/\S+$/.test(value) && 'Please enter a valid URL.';
    case 'number_input': {
      const number = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
      if (!number.test(value)) return 'Please enter a valid number.';
      if (element.min_value !== undefined && Number(value) < Number(element.min_value)) {
        return `Please enter ${element.min_value} or more.`;
      }
      return (
        element.max_value !== undefined &&
        Number(value) > Number(element.max_value) &&
        `Please enter ${element.max_value} or less.`
      );
    }
    default:
      return false;
  }
}
