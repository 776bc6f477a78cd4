import { z } from 'zod';

/** A string of one character or more. */
export const words = (max: number) => z.string().min(1).max(max);

/** A plain text object. */
export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: words(max),
    emoji: z.boolean().optional(),
  });

const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(max),
    verbatim: z.boolean().optional(),
  });

/** A text object of either kind. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

/** A mrkdwn object alone, where Slack takes no plain text. */
export const mrkdwnOnly = mrkdwn;

/** An address that a person may follow. */
export const link = z
  .string()
  .min(1)
  .max(3_000)
  .refine((url) => URL.canParse(url) && !/^(javascript|data|vbscript):/i.test(url.trim()), {
    error: 'invalid_url',
  });

/** The address of a picture: Slack fetches it, so it must be reachable from outside. */
export const pictureUrl = link.refine(
  (url) => {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && !/^(localhost|127\.|10\.|192\.168\.|\[)/.test(hostname);
  },
  { error: 'downloading image failed' },
);

/** The name that tells an element or block from the others beside it. */
export const identifier = z.string().min(1).max(255).optional();

/** What is asked before an action is carried out. */
export const confirm = z
  .strictObject({
    title: plainText(100).optional(),
    text: anyText(300),
    confirm: plainText(30).optional(),
    deny: plainText(30).optional(),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();
