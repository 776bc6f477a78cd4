import type { OwnedCorpus } from '../corpus/owned-corpus.ts';
import { StorageError } from '../corpus/storage-error.ts';
import { refuse } from '../news/refusal.ts';
import type { Post } from './ports.ts';
import { type InTurn, takeTurns } from './turns.ts';

/** Turns among all processes that share a corpus. */
export interface SharedTurns {
  readonly inTurn: InTurn;
  /** Throws StorageError unless the channel's turn is this process's for certain. */
  readonly assertOurs: (channel: string) => void;
  /** Posts while the channel's turn is this process's for certain; throws StorageError where another may have begun. */
  readonly postInTurn: (post: Post) => Post;
}

const TAKEN_OVER = refuse(
  'This process was cut off for so long that another may have taken over the digest.',
  'Nothing need be done: it is posted by whichever comes to it first.',
);

/** Takes turns with every process that has the corpus open. */
export function shareTurns(
  corpus: Pick<OwnedCorpus, 'exclusively' | 'ifFree' | 'isOurs'>,
): SharedTurns {
  const here = takeTurns();
  const named = (channel: string) => `turn of ${channel}`;
  const assertOurs = (channel: string) => {
    if (!corpus.isOurs(named(channel))) throw new StorageError(TAKEN_OVER);
  };
  return {
    inTurn: (channel, work, busy) =>
      here(channel, async () => {
        if (busy === undefined) return corpus.exclusively(named(channel), work);
        const done = await corpus.ifFree(named(channel), async () => ({ result: await work() }));
        return done === undefined ? busy() : done.result;
      }),
    assertOurs,
    postInTurn: (post) => async (delivery, claim) => {
      // Both before the claim, which may stand over another's, and after it, which may take long.
      assertOurs(delivery.channel);
      return post(delivery, async () => {
        await claim();
        assertOurs(delivery.channel);
      });
    },
  };
}
