import { randomId } from '../random-id.ts';
import type { Block } from '../state.ts';
import { messageBlock, viewBlock } from './blocks.ts';
import { explain, pointed } from './explain.ts';

const MOST = { message: 50, view: 100 } as const;
const LONGEST_MARKDOWN = 12_000;

/** What is wrong with these blocks, each complaint with its JSON pointer; empty where Slack would take them. */
export function checkBlocks(
  blocks: readonly unknown[],
  surface: 'message' | 'view',
  root = '/blocks',
): string[] {
  const schema = surface === 'message' ? messageBlock : viewBlock;
  const wrong: string[] = [];
  if (blocks.length > MOST[surface]) {
    wrong.push(pointed(`no more than ${MOST[surface]} items allowed`, root, []));
  }
  blocks.forEach((block, index) => {
    const parsed = schema.safeParse(block, { reportInput: true });
    if (!parsed.success) wrong.push(...explain(parsed.error.issues, `${root}/${index}`));
  });
  // What follows looks inside and needs blocks that are well formed.
  if (wrong.length > 0) return wrong;
  const known = blocks as readonly Known[];
  return [...repeatedIds(known, root), ...tooMuchTogether(known, root)];
}

interface Known {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: unknown;
  readonly element?: Actionable;
  readonly accessory?: Actionable;
  readonly elements?: readonly Actionable[];
}

interface Actionable {
  readonly action_id?: string;
  readonly focus_on_load?: boolean;
}

function repeatedIds(blocks: readonly Known[], root: string): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    if (block.block_id !== undefined) {
      if (seen.has(block.block_id)) {
        const message = `\`block_id\` "${block.block_id}" already exists`;
        wrong.push(pointed(message, root, [index, 'block_id']));
      }
      seen.add(block.block_id);
    }
    if (block.type !== 'actions' && block.type !== 'context_actions') return;
    const actions = new Set<string>();
    block.elements?.forEach((element, position) => {
      if (element.action_id === undefined) return;
      if (actions.has(element.action_id)) {
        const message = `\`action_id\` "${element.action_id}" already exists`;
        wrong.push(pointed(message, root, [index, 'elements', position, 'action_id']));
      }
      actions.add(element.action_id);
    });
  });
  return wrong;
}

function tooMuchTogether(blocks: readonly Known[], root: string): string[] {
  const wrong: string[] = [];
  const count = (type: string) => blocks.filter((block) => block.type === type).length;
  if (count('table') + count('data_table') > 1)
    wrong.push(pointed('only_one_table_allowed', root, []));
  const markdown = blocks
    .filter((block) => block.type === 'markdown')
    .reduce((sum, block) => sum + String(block.text).length, 0);
  if (markdown > LONGEST_MARKDOWN) {
    wrong.push(pointed(`must be less than ${LONGEST_MARKDOWN + 1} characters`, root, []));
  }
  const focused = blocks
    .flatMap((block) => [block.element, block.accessory, ...(block.elements ?? [])])
    .filter((element) => element?.focus_on_load);
  if (focused.length > 1)
    wrong.push(pointed('only one element may have `focus_on_load`', root, []));
  return wrong;
}

/** The blocks with a `block_id` and `action_id` where the app left them out, as Slack fills them in. */
export function fillIds(blocks: readonly unknown[]): readonly Block[] {
  return (blocks as readonly Known[]).map((block) => {
    const fill = (element: Actionable) =>
      INTERACTIVE.test((element as { type?: string }).type ?? '')
        ? { action_id: randomId(3), ...element }
        : element;
    return {
      ...block,
      block_id: block.block_id ?? randomId(3),
      ...(block.element ? { element: fill(block.element) } : {}),
      ...(block.accessory ? { accessory: fill(block.accessory) } : {}),
      ...(block.type === 'actions' || block.type === 'context_actions'
        ? { elements: block.elements?.map(fill) }
        : {}),
    } as Block;
  });
}

const INTERACTIVE = /button|checkboxes|picker|select|overflow|_input$|feedback_buttons/;
