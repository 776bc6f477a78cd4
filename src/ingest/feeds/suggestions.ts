import { z } from 'zod';
import type { Refusal } from '../../news/refusal.ts';
import { yamlList } from '../yaml-list.ts';

const SUGGESTION = z.strictObject({
  title: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/, error: 'must be an address of the web' }).max(1_500),
  what: z.string().trim().min(1).max(200),
});

/** A feed that somebody may want to follow: its title, its address, and what it carries. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly what: string;
}

/** The suggestions of a feeds.yml; refuses, naming the place, where it is broken. */
export function suggestionsFromFile(path: string): Promise<readonly Suggestion[] | Refusal> {
  return yamlList(path, SUGGESTION);
}
