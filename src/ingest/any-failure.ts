import { explainFailure, StorageError, systemCode } from '../corpus/storage-error.ts';
import { type Refusal, refuse } from '../news/refusal.ts';

/** What went wrong with `path`, a defect of ours included: where one thing's failure must not stop the rest. */
export function anyFailure(path: string, doing: string, error: unknown): Refusal {
  if (error instanceof StorageError || systemCode(error) !== undefined) {
    return explainFailure(path, doing, error);
  }
  const why = error instanceof Error ? error.message : String(error);
  return refuse(
    `Could not ${doing} ${path}: ${why}.`,
    'This is a mistake in the program; please report it.',
  );
}
