import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Thrown where a body is larger than allowed, as sent or unpacked. */
export class TooLarge extends Error {}

/** Thrown where a body is packed in a way that is not understood. */
export class UnknownPacking extends Error {}

/** No honest server packs an answer twice. */
const MOST_LAYERS = 2;

function unpacker(packing: string) {
  switch (packing) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new UnknownPacking(packing);
  }
}

/** Passes on at most so many bytes. */
function atMost(bytes: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      if (length > bytes) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

/** All of a body, unpacked as its Content-Encoding says; never more than `largest` bytes in memory. Throws as the stream does. */
export async function bodyOf(
  stream: Readable,
  encoding: string | undefined,
  largest: number,
): Promise<Uint8Array> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (layers.length > MOST_LAYERS) throw new UnknownPacking(layers.join(', '));
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  // Each layer's output is counted, so that a bomb within a bomb is stopped at the first.
  const stages = layers.flatMap((packing) => [unpacker(packing), atMost(largest)]);
  await pipeline([stream, atMost(largest), ...stages, sink]);
  return Buffer.concat(parts);
}
