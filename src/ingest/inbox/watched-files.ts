import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../corpus/durable-write.ts';
import { DamagedFile, openJsonFile } from '../../corpus/json-file.ts';
import { readableJson } from '../../corpus/readable-json.ts';

/** Which files of a watched folder have been read, and how each looked then. Kept in the data folder. */
export interface WatchedFiles {
  /** Whether a file has been read as it looks now. */
  isRead(path: string, looks: string): boolean;
  read(path: string, looks: string): void;
  /** Forgets the files that are not among those found. */
  keepOnly(found: ReadonlySet<string>): void;
  /** Writes down what has changed. Throws StorageError. */
  save(): Promise<void>;
}

const SHAPE = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

/** Opens the memory of one watched folder; of another folder nothing is kept. Throws StorageError. */
export async function openWatchedFiles(data: string, folder: string): Promise<WatchedFiles> {
  const path = join(data, 'watched.json');
  const nothing = { folder, files: {} };
  const open = () => openJsonFile(path, SHAPE, nothing);
  // Damaged, it is as good as none: each file is read once more, and nothing changes.
  const file = await open().catch((error) => {
    if (error instanceof DamagedFile) return undefined;
    throw error;
  });
  const files = new Map(file?.value.folder === folder ? Object.entries(file.value.files) : []);
  let isChanged = false;
  return {
    isRead: (name, looks) => files.get(name) === looks,
    read(name, looks) {
      files.set(name, looks);
      isChanged = true;
    },
    keepOnly(found) {
      for (const name of files.keys()) {
        if (!found.has(name)) isChanged = files.delete(name) || isChanged;
      }
    },
    async save() {
      if (!isChanged) return;
      isChanged = false;
      await writeDurably(path, readableJson({ folder, files: Object.fromEntries(files) }));
    },
  };
}
