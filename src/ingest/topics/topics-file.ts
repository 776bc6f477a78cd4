import { stringify } from 'yaml';
import { z } from 'zod';
import { refuseTopic } from '../../corpus/topic-rules.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';
import { yamlList } from '../yaml-list.ts';

const TEXTS = z.array(z.coerce.string()).default([]);
const ENTRY = z.object({
  name: z.coerce.string(),
  title: z.string(),
  aliases: TEXTS,
  questions: z.array(z.object({ ask: z.string(), words: TEXTS })).default([]),
});

/** The topics of a topics.yml; refuses, naming the place, where it is broken or a name stands twice. */
export async function topicsFromFile(path: string): Promise<readonly Topic[] | Refusal> {
  const topics = await yamlList(path, ENTRY);
  if (isRefusal(topics)) return topics;
  const names = topics.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  const wrong =
    twice === undefined
      ? topics.map(refuseTopic).find((refusal) => refusal !== undefined)
      : refuse(`The topic “${twice}” stands there twice.`, 'Give each a name of its own.');
  return wrong ? refuse(`${path}: ${wrong.refused}`, wrong.next) : topics;
}

/** Topics as a topics.yml that is read again to the same. */
export function topicsAsYaml(topics: readonly Topic[]): string {
  const plain = topics.map(({ name, title, aliases, questions }) => ({
    ...{ name, title, aliases },
    questions: questions.map(({ ask, words }) => ({ ask, words })),
  }));
  return stringify(plain, { lineWidth: 0 });
}
