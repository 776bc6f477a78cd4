import { z } from 'zod';
import { link, words } from './text.ts';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

const leaf = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape, style });

const text = leaf('text', { text: words(40_000) });
const address = leaf('link', {
  url: link,
  text: words(40_000).optional(),
  unsafe: z.boolean().optional(),
});

const inline = z.discriminatedUnion('type', [
  text,
  address,
  leaf('emoji', {
    name: words(255),
    unicode: z.string().optional(),
    url: link.optional(),
    skin_tone: z.int().min(1).max(6).optional(),
  }),
  leaf('user', { user_id: words(255) }),
  leaf('usergroup', { usergroup_id: words(255) }),
  leaf('team', { team_id: words(255) }),
  leaf('channel', { channel_id: words(255) }),
  leaf('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }),
  leaf('color', { value: words(255) }),
  leaf('date', {
    timestamp: z.int(),
    format: words(255),
    url: link.optional(),
    fallback: words(255).optional(),
  }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline).min(1),
});

const part = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section).min(1),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [text, address])).min(1),
    border,
    language: words(50).optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_quote'),
    elements: z.array(inline).min(1),
    border,
  }),
]);

/** A rich text block. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().min(1).max(255).optional(),
  elements: z.array(part).min(1),
});
