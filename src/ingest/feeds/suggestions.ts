import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { explainFailure } from '../../corpus/storage-error.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';

const SUGGESTIONS_FILE = z.array(
  z.strictObject({
    title: z.string().trim().min(1).max(100),
    url: z.url({ protocol: /^https?$/, error: 'must be an address of the web' }).max(1_500),
    what: z.string().trim().min(1).max(200),
  }),
);

/** A feed that somebody may want to follow: its title, its address, and what it carries. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly what: string;
}

/** The suggestions of a feeds.yml; refuses, naming the place, where it is broken. */
export async function suggestionsFromFile(path: string): Promise<readonly Suggestion[] | Refusal> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return explainFailure(path, 'read', error);
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 0;
    return refuse(`${path} is broken at line ${line}.`, 'Mend that line and start again.');
  }
  const suggestions = SUGGESTIONS_FILE.safeParse(document.toJS() ?? []);
  if (suggestions.success) return suggestions.data;
  const issue = suggestions.error.issues[0];
  return refuse(
    `${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`,
    'Correct that and start again.',
  );
}
