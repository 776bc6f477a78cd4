import { lstat, mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { basename, dirname, join, parse, relative } from 'node:path';
import type { Corpus } from '../../corpus/corpus.ts';
import { writeDurably } from '../../corpus/durable-write.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';
import type { Ingested } from '../files/add-read.ts';
import { fileReaders } from '../files/file-readers.ts';
import { filesUnder } from '../files/files-under.ts';
import type { InboxFolders } from './inbox-folders.ts';
import { isUnfinished, looksOf, settling } from './settling.ts';
import { shortName } from './short-name.ts';
import { whateverItHolds } from './whatever-it-holds.ts';

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

async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(shortName(name));
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${stem}-${copy}${ext}`);
    if ((await lstat(path).catch(() => undefined)) === undefined) return path;
  }
}

/** Opens the inbox for taking files out of it. */
export function dropBox(corpus: Corpus, folders: InboxFolders): DropBox {
  const readers = fileReaders();
  const files = settling();
  const reserved = new Set(Object.values(folders));

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
    const looks = await looksOf(place).catch(() => undefined);
    if (looks !== undefined && looks !== files.last(path)) await rename(place, path);
    files.forget(path);
    const from = dirname(path);
    if (from !== folders.inbox) await rmdir(from).catch(() => {});
  }

  /** Reads one file in and moves it away; undefined where somebody else took it meanwhile. */
  async function takeFile(path: string, refusal?: Refusal): Promise<Ingested | undefined> {
    const contents = refusal ?? (await whateverItHolds(path, readers));
    if ((await lstat(path).catch(() => undefined)) === undefined) return undefined;
    if (isRefusal(contents)) {
      await moveTo(folders.refused, path, contents);
      return { path, refusal: contents };
    }
    const { article, ...beside } = contents;
    // First the article, then the move: killed in between, the file is read again and nothing changes.
    const [added] = await corpus.add([article]);
    await moveTo(folders.done, path);
    const { id, title } = article;
    return { path, id, title, change: added?.change ?? 'unchanged', ...beside };
  }

  async function* take(): AsyncGenerator<Taken> {
    for (const name of (await readdir(folders.inbox)).sort()) {
      const entry = join(folders.inbox, name);
      if (reserved.has(entry) || name.startsWith('.')) continue;
      for await (const { path, refusal } of filesUnder(entry)) {
        if (isUnfinished(path)) continue;
        if (refusal === undefined && (await files.settled(path)) === undefined) {
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
  return { take, close: () => readers.close() };
}
