import { isDeepStrictEqual } from 'node:util';
import type { OwnedCorpus } from '../../corpus/owned-corpus.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';
import { topicsFromFile } from './topics-file.ts';

/** What a topics.yml calls for in a library. */
export interface Seeding {
  readonly set: readonly Topic[];
  /** Names. */
  readonly remove: readonly string[];
  /** What has been taken from the file once that is done, each as it stands there. */
  readonly taken: readonly Topic[];
  /** Names of topics that were changed in both places: the library's stand. */
  readonly left: readonly string[];
}

/**
 * What was edited in the file since it was last taken counts, where nobody has changed the same topic in the library
 * since. So an entry that is new, changed or gone does the same to the library's topic while that is still as it was
 * taken; what people changed or removed themselves is left as they left it.
 */
export function seedingOf(
  file: readonly Topic[],
  taken: readonly Topic[],
  library: readonly Topic[],
): Seeding {
  const [set, left]: [Topic[], string[]] = [[], []];
  const kept: Topic[] = [];
  for (const entry of file) {
    const before = named(entry.name, taken);
    const here = named(entry.name, library);
    const isEdited = before === undefined || !isSame(before, entry);
    if (isEdited && isSame(here, before) && !isSame(here, entry)) set.push(entry);
    else if (isEdited && !isSame(here, entry)) {
      left.push(entry.name);
      // Not taken, so that it is told until the two agree.
      if (before) kept.push(before);
      continue;
    }
    kept.push(entry);
  }
  const gone = taken.filter(({ name }) => named(name, file) === undefined);
  const remove = gone.filter((before) => isSame(named(before.name, library), before));
  return { set, remove: remove.map(({ name }) => name), taken: kept, left };
}

/** Does what a topics.yml calls for, and says what of it was left. Throws StorageError. */
export async function seedTopics(corpus: OwnedCorpus, path: string): Promise<readonly Refusal[]> {
  const file = await topicsFromFile(path);
  if (isRefusal(file)) return [file];
  const before = await corpus.seeded();
  const { set, remove, taken, left } = seedingOf(file, before, await corpus.topics());
  for (const topic of set) await corpus.setTopic(topic);
  for (const name of remove) await corpus.removeTopic(name);
  // Last, so that whatever is cut short is done again.
  if (!isDeepStrictEqual(taken, before)) await corpus.keepSeeded(taken);
  return left.map((name) =>
    refuse(
      `The topic “${name}” in ${path} is not that of the library, where it was changed or removed: the library's was left as it is.`,
      `To take the file's: briefing topics import ${path}`,
    ),
  );
}

function named(name: string, topics: readonly Topic[]): Topic | undefined {
  return topics.find((topic) => topic.name === name);
}

/** Whether two topics say the same, or neither is there; what a later version keeps beside them does not count. */
function isSame(one: Topic | undefined, other: Topic | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isDeepStrictEqual(told(one), told(other));
}

function told({ title, aliases, questions }: Topic) {
  return [title, aliases, questions.map(({ ask, words }) => [ask, words])];
}
