import { z } from 'zod';
import { checkBlocks } from './check-blocks.ts';
import { explain, pointed } from './explain.ts';
import { plainText } from './text.ts';

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const view = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...shared,
  }),
  z.strictObject({ type: z.literal('home'), ...shared }),
]);

/** A modal or a Home as the app sends it, well formed. */
export type GivenView = z.infer<typeof view>;

/** The view, or what is wrong with it, each complaint with its JSON pointer. */
export function checkView(given: unknown): GivenView | string[] {
  const parsed = view.safeParse(given, { reportInput: true });
  if (!parsed.success) return explain(parsed.error.issues, '/view');
  const wrong = checkBlocks(parsed.data.blocks, 'view', '/view/blocks');
  if (wrong.length > 0) return wrong;
  const asks = parsed.data.blocks.some((block) => (block as { type: string }).type === 'input');
  if (asks && parsed.data.type === 'modal' && !parsed.data.submit) {
    return [pointed('missing required field: submit', '/view', [])];
  }
  return parsed.data;
}
