import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { writeDurably } from './durable-write.ts';

/** Each block has its length before it and a sum to check it by, in bytes. */
const LENGTH = 4;
const SUM = 32;

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Writes values one after another, each as Node's structured serialisation has it, in place of the file. Others have their
 * turn between two. Throws StorageError, also where `giveUp` is aborted: the file is as it was then.
 */
export async function writeBlocks(
  path: string,
  blocks: Iterable<object>,
  giveUp?: AbortSignal,
): Promise<void> {
  await writeDurably(path, bytesOf(blocks, giveUp));
}

async function* bytesOf(
  blocks: Iterable<object>,
  giveUp: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (const block of blocks) {
    giveUp?.throwIfAborted();
    const body = serialize(block);
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32LE(body.length);
    yield Buffer.concat([length, sumOf(body), body]);
    await nextTurn();
  }
}

/** The values that were written, up to the first that is damaged. Throws where the system has no such file. */
export async function* readBlocks<Block extends object>(path: string): AsyncGenerator<Block> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const next = async (count: number) => {
      // Not before it may be there: what is damaged may ask for any length.
      if (count > size) return undefined;
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(count));
      return bytesRead === count ? buffer : undefined;
    };
    for (;;) {
      const head = await next(LENGTH + SUM);
      const length = head?.readUInt32LE() ?? 0;
      const body = length === 0 ? undefined : await next(length);
      if (!head || !body || !sumOf(body).equals(head.subarray(LENGTH))) return;
      const block: Block | undefined = unserialized(body);
      if (block === undefined) return;
      yield block;
    }
  } finally {
    await file.close();
  }
}

/** Undefined for what a newer Node laid out in a way that this one does not know. */
function unserialized<Block extends object>(body: Uint8Array): Block | undefined {
  try {
    return deserialize(body);
  } catch {
    return undefined;
  }
}
