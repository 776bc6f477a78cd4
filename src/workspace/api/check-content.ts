import { checkBlocks, fillIds } from '../block-kit/check-blocks.ts';
import { blockWeight, HEAVIEST_MESSAGE } from '../block-kit/weight.ts';
import type { Block, Metadata } from '../state.ts';
import { type Failure, fail } from './answer.ts';
import { type Arguments, structure } from './read-arguments.ts';

/** The words and blocks of a message, checked. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const LONGEST_TEXT = 40_000;
const LONGEST_MARKDOWN = 12_000;

/** Checks the text and blocks of a message as Slack does before it posts it. */
export function checkContent(args: Arguments): Content | Failure {
  const given = structure(args, 'blocks');
  const markdown = args.markdown_text;
  if (given !== undefined && !Array.isArray(given)) return fail('invalid_blocks_format');
  const text = typeof args.text === 'string' ? args.text : '';
  if (typeof markdown === 'string' && markdown !== '') {
    if (text !== '' || given !== undefined) return fail('markdown_text_conflict');
    if (markdown.length > LONGEST_MARKDOWN) return fail('msg_too_long');
  }
  const blocks = markdown ? [{ type: 'markdown', text: markdown }] : ((given as unknown[]) ?? []);
  if (blocks.length === 0 && text.trim() === '') return fail('no_text');
  if (text.length > LONGEST_TEXT) return fail('msg_too_long');
  const wrong = checkBlocks(blocks, 'message');
  if (wrong.length > 0) return fail('invalid_blocks', wrong);
  return { text, blocks: fillIds(blocks) };
}

/** Whether the blocks together are more than chat.postMessage and its kin take. */
export function tooHeavy(content: Content): boolean {
  return blockWeight(content.blocks) > HEAVIEST_MESSAGE;
}

const LARGEST_METADATA = 8_000;

/** Checks a message's metadata; nothing where none was given. */
export function checkMetadata(args: Arguments): Metadata | Failure | undefined {
  const given = structure(args, 'metadata');
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return fail('invalid_metadata_format');
  }
  const { event_type, event_payload, ...more } = given as Record<string, unknown>;
  if (typeof event_type !== 'string' || !/^[A-Za-z0-9_.-]{1,255}$/.test(event_type)) {
    return fail('invalid_metadata_format');
  }
  if (typeof event_payload !== 'object' || event_payload === null || Array.isArray(event_payload)) {
    return fail('invalid_metadata_format');
  }
  if (Object.keys(more).some((key) => key !== 'entities')) return fail('invalid_metadata_schema');
  if (!Object.values(event_payload).every(isPlain)) return fail('invalid_metadata_schema');
  if (JSON.stringify(event_payload).length > LARGEST_METADATA) return fail('metadata_too_large');
  return { event_type, event_payload: event_payload as Record<string, unknown> };
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

// A value of a payload is a scalar, an object of scalars, or a list of either.
function isPlain(value: unknown): boolean {
  if (isScalar(value)) return true;
  if (Array.isArray(value)) return value.every((item) => isScalar(item) || isFlat(item));
  return isFlat(value);
}

function isFlat(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isScalar)
  );
}
