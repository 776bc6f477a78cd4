import { type Refusal, refuse } from '../news/refusal.ts';

/** A refusal for a user who may not change what others get; undefined for one who may. */
export function mayEdit(editors: readonly string[], user: string): Refusal | undefined {
  if (editors.length === 0 || editors.includes(user)) return undefined;
  return refuse(
    'Only the editors of this workspace may change topics and sources, and change or post digests.',
    `Ask one of them: ${editors.join(', ')}.`,
  );
}
