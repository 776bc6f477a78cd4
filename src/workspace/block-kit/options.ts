import { z } from 'zod';
import { anyText, link, plainText, words } from './text.ts';

const value = words(75);
const description = plainText(75).optional();

/** An option of a menu: plain text alone. */
const menuOption = z.strictObject({ text: plainText(75), value, description });

/** An option of radio buttons or checkboxes: mrkdwn is allowed. */
export const choiceOption = z.strictObject({
  text: anyText(75),
  value,
  description: anyText(75).optional(),
});

/** An option of an overflow menu, which may lead to an address. */
export const overflowOption = z.strictObject({
  text: plainText(75),
  value,
  description,
  url: link.optional(),
});

/** The menu's own options, in one list or in groups, and those chosen beforehand. */
export const menuOptions = {
  options: z.array(menuOption).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options: z.array(menuOption).min(1).max(100) }))
    .min(1)
    .max(100)
    .optional(),
};

export { menuOption };

interface WithOptions {
  readonly options?: readonly { readonly value: string }[] | undefined;
  readonly option_groups?:
    | readonly { readonly options: readonly { readonly value: string }[] }[]
    | undefined;
  readonly initial_option?: { readonly value: string } | undefined;
  readonly initial_options?: readonly { readonly value: string }[] | undefined;
}

/** Says what is wrong between options: none or both lists, one value twice, or a first choice that is not there. */
export function checkOptions(element: WithOptions, context: z.RefinementCtx): void {
  const { options, option_groups } = element;
  const say = (message: string) => context.addIssue({ code: 'custom', message, path: [] });
  if (options && option_groups) say('only one of `options` and `option_groups` may be given');
  if (!options && !option_groups) say('must define either `options` or `option_groups`');
  const all = [...(options ?? []), ...(option_groups ?? []).flatMap((group) => group.options)];
  const values = all.map((option) => option.value);
  if (new Set(values).size < values.length) say('`options` must have unique values');
  const initial = [element.initial_option, ...(element.initial_options ?? [])];
  for (const option of initial) {
    if (option && !values.includes(option.value)) {
      say('`initial_option` must match one of the options');
    }
  }
}
