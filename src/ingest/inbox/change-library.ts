import { setTimeout as pause } from 'node:timers/promises';
import type { OwnedCorpus } from '../../corpus/owned-corpus.ts';
import { isInUse } from '../../corpus/owner.ts';
import { isDatabase, nameOf } from '../../corpus/postgres/address.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { openLibrary } from '../library.ts';
import { applyChange, type Change, type Changed } from './change.ts';
import { inboxFolders } from './inbox-folders.ts';
import { doRequests, leaveRequest, receiptFor } from './requests.ts';

const LONGEST_WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 50;
const TRY_OWNING_MS = 500;

/** A way to change a library, whoever owns it. */
export interface LibraryChanger {
  /** Resolves when the change is done, or refuses; what could not be done in time is kept and said. */
  change(change: Change): Promise<Changed | Refusal>;
  close(): Promise<void>;
}

/**
 * Opens a library for changes: a database as one of its owners; a data folder as its owner where nobody is, else
 * through the process that is. Should that one end meanwhile, this takes over.
 */
export async function openChanger(place: string, seeds: string): Promise<LibraryChanger | Refusal> {
  return isDatabase(place) ? changerOf(place, seeds) : changerIn(place, seeds);
}

async function changerOf(database: string, seeds: string): Promise<LibraryChanger | Refusal> {
  const corpus = await openLibrary(database, seeds);
  if (isRefusal(corpus)) return corpus;
  return {
    change: (change) =>
      applyChange(corpus, change).catch((error) =>
        explainFailure(nameOf(database), 'change', error),
      ),
    close: () => corpus.close(),
  };
}

async function changerIn(folder: string, seeds: string): Promise<LibraryChanger | Refusal> {
  const folders = inboxFolders(folder);
  let owned: OwnedCorpus | undefined;

  async function own(): Promise<Refusal | undefined> {
    const corpus = await openLibrary(folder, seeds);
    if (!isRefusal(corpus)) owned = corpus;
    else if (!isInUse(corpus)) return corpus;
    return undefined;
  }

  async function throughOwner(change: Change): Promise<Changed | Refusal> {
    const request = await leaveRequest(folders, change);
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
      const receipt = await receiptFor(folders, request);
      if (receipt !== undefined) return receipt;
      if (waited % TRY_OWNING_MS === 0) {
        const refusal = await own();
        if (refusal !== undefined) return refusal;
        const answered = owned === undefined ? [] : await doRequests(owned, folders);
        for (const one of answered) {
          if (one.request === request && 'postponed' in one) return one.postponed;
        }
      }
      await pause(LOOK_AGAIN_MS);
    }
    return refuse(
      `The process that owns ${folder} has not answered for ${LONGEST_WAIT_MS / 1000} seconds.`,
      `The change is kept (request ${request}) and will be done as soon as it can be; there is no need to repeat it.`,
    );
  }

  async function change(change: Change): Promise<Changed | Refusal> {
    try {
      if (owned === undefined) return await throughOwner(change);
      // What others asked for while this process owns the folder comes first.
      await doRequests(owned, folders);
      return await applyChange(owned, change);
    } catch (error) {
      return explainFailure(folder, 'change the data folder', error);
    }
  }

  const refusal = await own();
  if (refusal !== undefined) return refusal;
  return { change, close: async () => owned?.close() };
}

/** Makes one change to a library, whoever owns it. */
export async function changeLibrary(
  place: string,
  seeds: string,
  change: Change,
): Promise<Changed | Refusal> {
  const changer = await openChanger(place, seeds);
  if (isRefusal(changer)) return changer;
  try {
    return await changer.change(change);
  } finally {
    await changer.close();
  }
}
