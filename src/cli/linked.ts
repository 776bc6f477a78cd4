import type { CorpusReader } from '../corpus/corpus.ts';
import { idAtAddress } from '../ingest/article-id.ts';
import type { StoryLink } from '../ingest/files/mail/story-links.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';

/** A story that a newsletter links, and whether the library has it. */
export interface Linked extends StoryLink {
  readonly known: boolean;
}

/** Tells which stories the library has, by their addresses. */
export interface Linkage {
  /** Counts an article as one that the library has from now on. */
  arrived(id: string): void;
  told(links: readonly StoryLink[]): Promise<readonly Linked[]>;
  close(): Promise<void>;
}

/** Opens the library only when there is a link to look up; where it can't be opened nothing is known. */
export function linkage(open: () => Promise<CorpusReader | Refusal>): Linkage {
  const added = new Set<string>();
  let opened: Promise<CorpusReader | Refusal> | undefined;
  async function isKnown(url: string): Promise<boolean> {
    const id = idAtAddress(url);
    if (added.has(id)) return true;
    opened ??= open();
    const corpus = await opened;
    return !isRefusal(corpus) && (await corpus.article(id)) !== undefined;
  }
  return {
    arrived: (id) => void added.add(id),
    async told(links) {
      const told: Linked[] = [];
      for (const link of links) told.push({ ...link, known: await isKnown(link.url) });
      return told;
    },
    async close() {
      const corpus = await opened;
      if (corpus !== undefined && !isRefusal(corpus)) await corpus.close();
    },
  };
}
