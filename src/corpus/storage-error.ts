import type { Refusal } from '../news/refusal.ts';

const CAUSES: Readonly<Record<string, readonly [cause: string, next: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space on that disk, then do it again.'],
  EDQUOT: ['the disk quota is used up', 'Free some space on that disk, then do it again.'],
  EFBIG: ['the file would grow past the size allowed', 'Raise that limit, then do it again.'],
  EROFS: ['the disk is read-only', 'Make the folder writable, or choose another data folder.'],
  EACCES: ['permission is denied', 'Make the folder writable for this user, then do it again.'],
  EPERM: ['the operation is not permitted', 'Make the folder writable, or choose another one.'],
  EMFILE: ['too many files are open', 'Raise the limit on open files, then do it again.'],
  ENFILE: ['too many files are open', 'Raise the limit on open files, then do it again.'],
  EIO: ['the disk reported an error', 'Check the disk, then do it again.'],
  ENOTDIR: ['part of its path is a file, not a folder', 'Choose another data folder.'],
  EEXIST: ['a file is in the way of a folder', 'Move that file, or choose another data folder.'],
};

/** The code of a failed system call ("ENOSPC"), or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** What a failed system call means for `path`, in a sentence and a next step; any other error is a defect and thrown. */
export function explainFailure(path: string, doing: string, error: unknown): Refusal {
  if (error instanceof StorageError) return error;
  const code = systemCode(error);
  if (code === undefined) throw error;
  const [cause, next] = CAUSES[code] ?? [
    `the system says ${code}`,
    'Check that folder, then do it again.',
  ];
  return { refused: `Could not ${doing} ${path}: ${cause}.`, next };
}

/**
 * Thrown where the disk fails a change; the file it could not write is as it was before.
 * It is a refusal too, so the boundary that renders those renders this, and `cause` goes to the log.
 */
export class StorageError extends Error implements Refusal {
  readonly refused: string;
  readonly next: string;

  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.refused, { cause });
    this.name = 'StorageError';
    this.refused = refusal.refused;
    this.next = refusal.next;
  }
}
