import type { Topic } from '../news/topic.ts';

/** The phrases that name a topic in an article: its title and aliases; where it has none, its name and title. */
export function phrasesOf({ name, title, aliases }: Topic): string[] {
  return aliases.length > 0 ? [title, ...aliases] : [name, title];
}
