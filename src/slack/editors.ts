import { type Refusal, refuse } from '../news/refusal.ts';

/** A refusal for a user who may not change what others get; undefined for one who may. */
export function mayEdit(editors: readonly string[], user: string): Refusal | undefined {
  if (editors.length === 0 || editors.includes(user)) return undefined;
  return refuse(
    'Only the editors of this workspace may change topics and sources, and change or post digests.',
    `Ask one of them: ${editors.join(', ')}.`,
  );
}

/** Like `mayEdit`, for the digest of a channel, null where none is chosen yet: everybody may change their own, and nobody another's. */
export function mayEditDigest(
  editors: readonly string[],
  user: string,
  channel: string | null,
): Refusal | undefined {
  if (channel === user) return undefined;
  if (channel !== null && /^[UW]/.test(channel)) {
    return refuse('That digest is somebody else’s own.', 'Set up your own with /digest me on.');
  }
  return mayEdit(editors, user);
}
