import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { explainFailure } from '../corpus/storage-error.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';

const NAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}&-]*$/u;

const TOPICS_FILE = z.array(
  z.object({
    name: z.string().regex(NAME, 'must be lower case without spaces'),
    title: z.string(),
    aliases: z.array(z.coerce.string()),
    questions: z.array(z.object({ ask: z.string(), words: z.array(z.coerce.string()) })),
  }),
);

/** The topics of a topics.yml; refuses, naming the place, where it is broken. */
export async function topicsFromFile(path: string): Promise<readonly Topic[] | Refusal> {
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
  const topics = TOPICS_FILE.safeParse(document.toJS() ?? []);
  if (topics.success) return topics.data;
  const issue = topics.error.issues[0];
  return refuse(
    `${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`,
    'Correct that and start again.',
  );
}
