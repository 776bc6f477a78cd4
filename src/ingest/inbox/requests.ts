import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Corpus } from '../../corpus/corpus.ts';
import { writeDurably } from '../../corpus/durable-write.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';
import { applyChange, CHANGE, type Change, type Changed } from './change.ts';
import { type InboxFolders, makeInbox } from './inbox-folders.ts';

const RECEIPT: z.ZodType<Changed | Refusal> = z.union([
  z.object({ refused: z.string(), next: z.string() }),
  z.object({
    done: z.boolean(),
    added: z.array(
      z.object({
        id: z.string(),
        revision: z.int(),
        change: z.enum(['new', 'revised', 'unchanged', 'copy']),
      }),
    ),
  }),
]);

/** What became of a request: dealt with, or kept for a later look because it could not be done now. */
export type Answered =
  | { readonly request: string; readonly outcome: Changed | Refusal }
  | { readonly request: string; readonly postponed: Refusal };

const RECEIPTS_KEPT_MS = 24 * 3600 * 1000;

/** Leaves a change for the process that owns the data folder; resolves once it would survive a crash. */
export async function leaveRequest(folders: InboxFolders, change: Change): Promise<string> {
  await makeInbox(folders);
  // Requests are done in order of name, so of time.
  const time = String(Date.now()).padStart(15, '0');
  const request = `${time}-${process.pid}-${randomBytes(6).toString('hex')}`;
  await writeDurably(join(folders.requests, `${request}.json`), JSON.stringify(change));
  return request;
}

/** What became of a request; undefined while nobody has dealt with it. */
export async function receiptFor(
  folders: InboxFolders,
  request: string,
): Promise<Changed | Refusal | undefined> {
  try {
    const text = await readFile(join(folders.receipts, `${request}.json`), 'utf8');
    return RECEIPT.parse(JSON.parse(text));
  } catch {
    // A receipt that cannot be read is as good as none: doing a request twice does no harm.
    return undefined;
  }
}

function changeFrom(text: string): Change | undefined {
  try {
    return CHANGE.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Does one request. First the change, then the receipt, then the request goes: killed in between, it is
 * done again. That changes nothing more, but it is the second time that is answered: what was added is
 * already there, and what was removed no longer.
 */
async function answer(corpus: Corpus, folders: InboxFolders, request: string): Promise<Answered> {
  const path = join(folders.requests, `${request}.json`);
  const earlier = await receiptFor(folders, request);
  if (earlier !== undefined) {
    await rm(path, { force: true });
    return { request, outcome: earlier };
  }
  const change = changeFrom(await readFile(path, 'utf8'));
  const outcome =
    change === undefined
      ? refuse(`The request ${request} is damaged.`, 'Give the command again.')
      : await applyChange(corpus, change);
  await writeDurably(join(folders.receipts, `${request}.json`), JSON.stringify(outcome));
  if (change === undefined) await rename(path, join(folders.refused, `${request}.json`));
  else await rm(path, { force: true });
  return { request, outcome };
}

/** Tells why a request could not be done; it stays, for whoever left it was told that it would be done. */
function postpone(folders: InboxFolders, request: string, error: unknown): Answered {
  const path = join(folders.requests, `${request}.json`);
  const { refused } = anyFailure(path, 'do the request', error);
  return {
    request,
    postponed: refuse(
      refused,
      `Once that is mended the request is done without being repeated; to give it up, remove ${path}.`,
    ),
  };
}

/** Does all requests that are waiting, the oldest first; one that fails stops no other. Only the owner may. */
export async function doRequests(
  corpus: Corpus,
  folders: InboxFolders,
): Promise<readonly Answered[]> {
  await makeInbox(folders);
  const requests = (await readdir(folders.requests))
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .map((name) => name.slice(0, -'.json'.length));
  const answered: Answered[] = [];
  for (const request of requests) {
    answered.push(
      await answer(corpus, folders, request).catch((error) => postpone(folders, request, error)),
    );
  }
  return answered;
}

/** Removes receipts that nobody waits for any more. */
export async function forgetReceipts(folders: InboxFolders): Promise<void> {
  for (const name of await readdir(folders.receipts)) {
    const path = join(folders.receipts, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > RECEIPTS_KEPT_MS) await rm(path, { force: true });
  }
}
