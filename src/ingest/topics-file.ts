import { z } from 'zod';
import type { Refusal } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { yamlList } from './yaml-list.ts';

const NAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}&-]*$/u;

const TOPIC = z.object({
  name: z.string().regex(NAME, 'must be lower case without spaces'),
  title: z.string(),
  aliases: z.array(z.coerce.string()),
  questions: z.array(z.object({ ask: z.string(), words: z.array(z.coerce.string()) })),
});

/** The topics of a topics.yml; refuses, naming the place, where it is broken. */
export function topicsFromFile(path: string): Promise<readonly Topic[] | Refusal> {
  return yamlList(path, TOPIC);
}
