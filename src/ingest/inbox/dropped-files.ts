import { lstat, mkdir, readdir, rename, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, parse, relative } from 'node:path';
import type { Corpus, NewArticle } from '../../corpus/corpus.ts';
import { writeDurably } from '../../corpus/durable-write.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';
import { articleFromFile } from '../files/article-file.ts';
import { filesUnder } from '../files/files-under.ts';
import type { Ingested } from '../files/ingest-paths.ts';
import { type PageReader, pageReader } from '../pages/read-pages.ts';
import type { InboxFolders } from './inbox-folders.ts';
import { shortName } from './short-name.ts';

/** What became of a dropped file; one that failed or is still being written stays where it is. */
export type Taken =
  | ({ readonly kind: 'file' } & Ingested)
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'unsettled' };

/** Takes dropped files out of the inbox, one look at a time. */
export interface DropBox {
  /** Reads in what is complete, file by file as it is asked for. Throws the system's error where the inbox cannot be listed. */
  take(): AsyncGenerator<Taken>;
  close(): Promise<void>;
}

// As long a file must have stayed as it is: nothing else tells that its writer has finished.
const SETTLED_MS = 1_000;
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|download|swp)$|~$/i;

async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(shortName(name));
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${stem}-${copy}${ext}`);
    if ((await lstat(path).catch(() => undefined)) === undefined) return path;
  }
}

async function look(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path);
  return [ino, size, mtimeMs].join(' ');
}

/** An article or a refusal, whatever a file holds: one that trips our reading must not stop the bot at each start. */
async function read(path: string, pages: PageReader): Promise<NewArticle | Refusal> {
  try {
    return await articleFromFile(path, pages);
  } catch (error) {
    return anyFailure(path, 'read', error);
  }
}

/** Opens the inbox for taking files out of it. */
export function dropBox(corpus: Corpus, folders: InboxFolders): DropBox {
  const pages = pageReader();
  const seen = new Map<string, { readonly looks: string; readonly since: number }>();
  const reserved = new Set(Object.values(folders));

  /** Whether a file has not changed for a while; gone counts as not settled. */
  async function isSettled(path: string): Promise<boolean> {
    const looks = await look(path).catch(() => undefined);
    if (looks === undefined) return false;
    const before = seen.get(path);
    if (before?.looks === looks) return performance.now() - before.since >= SETTLED_MS;
    seen.set(path, { looks, since: performance.now() });
    return false;
  }

  /** Moves a file out of the inbox; back again where somebody wrote to it meanwhile. */
  async function moveTo(folder: string, path: string, refusal?: Refusal): Promise<void> {
    const into = join(folder, dirname(relative(folders.inbox, path)));
    await mkdir(into, { recursive: true });
    const place = await freePath(into, basename(path));
    if (refusal !== undefined) {
      const page = join(into, `${shortName(basename(place))}.why.txt`);
      await writeDurably(page, `${refusal.refused}\n${refusal.next}\n`);
    }
    await rename(path, place);
    const looks = await look(place).catch(() => undefined);
    if (looks !== undefined && looks !== seen.get(path)?.looks) await rename(place, path);
    seen.delete(path);
    const from = dirname(path);
    if (from !== folders.inbox) await rmdir(from).catch(() => {});
  }

  /** Reads one file in and moves it away; undefined where somebody else took it meanwhile. */
  async function takeFile(path: string, refusal?: Refusal): Promise<Ingested | undefined> {
    const article = refusal ?? (await read(path, pages));
    if ((await lstat(path).catch(() => undefined)) === undefined) return undefined;
    if (isRefusal(article)) {
      await moveTo(folders.refused, path, article);
      return { path, refusal: article };
    }
    // First the article, then the move: killed in between, the file is read again and nothing changes.
    const [added] = await corpus.add([article]);
    await moveTo(folders.done, path);
    return { path, id: article.id, title: article.title, change: added?.change ?? 'unchanged' };
  }

  async function* take(): AsyncGenerator<Taken> {
    for (const name of (await readdir(folders.inbox)).sort()) {
      const entry = join(folders.inbox, name);
      if (reserved.has(entry) || name.startsWith('.')) continue;
      for await (const { path, refusal } of filesUnder(entry)) {
        if (UNFINISHED.test(basename(path))) continue;
        if (refusal === undefined && !(await isSettled(path))) {
          yield { kind: 'unsettled' };
          continue;
        }
        try {
          const ingested = await takeFile(path, refusal);
          if (ingested !== undefined) yield { kind: 'file', ...ingested };
        } catch (error) {
          yield { kind: 'failed', refusal: anyFailure(path, 'take in', error) };
        }
      }
    }
  }
  return { take, close: () => pages.close() };
}
