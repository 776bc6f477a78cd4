import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { publishedFrom } from '../published.ts';

/** What an article file says of itself before its text. */
export interface FrontMatter {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly basedOn: readonly string[];
  /** The file's text after the front matter. */
  readonly body: string;
}

const words = z
  .union([z.string(), z.number()], 'must be text')
  .transform((value) => String(value).trim() || null);
const link = z.url({ protocol: /^https?$/, error: 'must be an address such as https://…' });

const FIELDS = z.object({
  title: words.nullish(),
  outlet: words.nullish(),
  author: z.union([words, z.array(words).transform((all) => all.join(', '))]).nullish(),
  date: z
    .string('must be a date such as 2015-06-22')
    .transform((value, context) => {
      const published = publishedFrom(value);
      if (published !== undefined) return published;
      context.addIssue({
        code: 'custom',
        message: `says “${value}”, which is no date such as 2015-06-22 or 2015-06-22T14:00-04:00`,
      });
      return z.NEVER;
    })
    .nullish(),
  url: link.nullish(),
  basedOn: z.union([link.transform((one) => [one]), z.array(link)]).nullish(),
});

const NONE = { title: null, outlet: null, author: null, publishedAt: null, url: null, basedOn: [] };

/** Splits a file into front matter (YAML between two lines of "---") and text; refuses where it is broken. */
export function frontMatterOf(name: string, text: string): FrontMatter | Refusal {
  const [first, ...lines] = text.split('\n');
  if (first?.trimEnd() !== '---') return { ...NONE, body: text };
  const end = lines.findIndex((line) => line.trimEnd() === '---');
  if (end < 0) {
    return refuse(
      `${name}: its front matter has no end.`,
      'Close it with a line of three hyphens (---) before the text.',
    );
  }
  const document = parseDocument(lines.slice(0, end).join('\n'));
  const [error] = document.errors;
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return refuse(
      `${name}: its front matter is broken at line ${line} (${error.code.toLowerCase().replaceAll('_', ' ')}).`,
      'Mend that line; a value with a colon in it needs quotation marks.',
    );
  }
  return readFields(name, document.toJS() ?? {}, lines.slice(end + 1).join('\n'));
}

function readFields(name: string, values: unknown, body: string): FrontMatter | Refusal {
  const fields = FIELDS.safeParse(values);
  if (!fields.success) {
    const issue = fields.error.issues[0];
    const field = String(issue?.path[0] ?? 'the whole');
    return refuse(
      `${name}: in its front matter, ${field} ${issue?.message ?? 'is wrong'}.`,
      `Correct ${field}, or leave it out.`,
    );
  }
  const { title, outlet, author, date, url, basedOn } = fields.data;
  return {
    title: title ?? null,
    outlet: outlet ?? null,
    author: author ?? null,
    publishedAt: date ?? null,
    url: url ?? null,
    basedOn: basedOn ?? [],
    body,
  };
}
