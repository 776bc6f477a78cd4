import { readFile } from 'node:fs/promises';
import { type Adapter, Low } from 'lowdb';
import type { ZodType } from 'zod';
import { writeDurably } from './durable-write.ts';
import { type Stamp, stampAt } from './file-stamp.ts';
import { readableJson } from './readable-json.ts';
import { explainFailure, StorageError, systemCode } from './storage-error.ts';

/** Thrown on opening a file that is not JSON, or not of the shape that belongs there. */
export class DamagedFile extends Error {
  readonly path: string;

  constructor(path: string, why: string) {
    super(why);
    this.name = 'DamagedFile';
    this.path = path;
  }
}

/** One JSON file and its value in memory, which is always what the disk has. */
export interface JsonFile<T> {
  readonly path: string;
  readonly value: T;
  /** Length of the file's text when it was last read or written; 0 before there is one. */
  readonly length: number;
  /** The stamp that it had then or, where somebody else writes to it, an earlier one. */
  readonly stamp: Stamp | undefined;
  /** Resolves once the value would survive a crash. On StorageError the old value stands. */
  write(value: T): Promise<void>;
}

/** How a value stands in the text of its file. */
export interface Layout<T> {
  /** Throws DamagedFile. */
  readonly parse: (text: string) => T;
  readonly print: (value: T) => string;
}

/** A text as JSON of this shape. Throws DamagedFile. */
export function parsed<T>(path: string, text: string, shape: ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DamagedFile(path, error instanceof Error ? error.message : String(error));
  }
  const checked = shape.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new DamagedFile(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`);
}

/** Opens a JSON file, or `empty` where there is none yet. Throws DamagedFile or StorageError. */
export function openJsonFile<T extends object>(
  path: string,
  shape: ZodType<T>,
  empty: T,
): Promise<JsonFile<T>> {
  return openFile(path, empty, {
    parse: (text) => parsed(path, text, shape),
    print: readableJson,
  });
}

/** What is known of a file without reading it. */
export type Known<T> = Pick<JsonFile<T>, 'value' | 'length' | 'stamp'>;

/**
 * Opens a file laid out in a way of its own, or `empty` where there is none yet; one that is `known` is not read.
 * Throws DamagedFile or StorageError.
 */
export async function openFile<T>(
  path: string,
  empty: T,
  layout: Layout<T>,
  known?: Known<T>,
): Promise<JsonFile<T>> {
  let {
    length,
    stamp,
  }: Pick<Known<T>, 'length' | 'stamp'> = known ?? { length: 0, stamp: undefined };
  const adapter: Adapter<T> = {
    async read() {
      try {
        stamp = await stampAt(path);
        const text = await readFile(path, 'utf8');
        length = text.length;
        return layout.parse(text);
      } catch (error) {
        if (error instanceof DamagedFile) throw error;
        if (systemCode(error) === 'ENOENT') return null;
        throw new StorageError(explainFailure(path, 'read', error), error);
      }
    },
    async write(value) {
      const text = layout.print(value);
      stamp = await writeDurably(path, text);
      length = text.length;
    },
  };
  const low = new Low<T>(adapter, known?.value ?? empty);
  if (known === undefined) await low.read();
  return {
    path,
    get value() {
      return low.data;
    },
    get length() {
      return length;
    },
    get stamp() {
      return stamp;
    },
    async write(value) {
      await adapter.write(value);
      low.data = value;
    },
  };
}
