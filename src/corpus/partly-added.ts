import type { Added } from './corpus.ts';
import { StorageError } from './storage-error.ts';

/** Thrown where the disk fails an add after some of its articles were written, which stay. */
export class PartlyAdded extends StorageError {
  /** One for each article given, in their order; undefined for one that was not written. */
  readonly added: readonly (Added | undefined)[];

  constructor(failure: StorageError, added: readonly (Added | undefined)[]) {
    super(failure, failure.cause);
    this.added = added;
  }
}
