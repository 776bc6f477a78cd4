import { randomUUID } from 'node:crypto';
import { CommanderError } from 'commander';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import type { Terminal } from './terminal.ts';

/** How a command ended: all of it done, some of it failed and said so, or refused as a whole. */
export type Outcome = 'done' | 'failed' | Refusal;

const FAILED = 1;
/** By sysexits.h: an internal software error. */
const DEFECT = 70;

/**
 * Does a command's work and ends with its exit status: 0, 1 where anything was refused, 70 on a defect.
 * The one place where the command line renders refusals and owns up to defects.
 */
export async function finish(terminal: Terminal, work: () => Promise<Outcome>): Promise<void> {
  try {
    const outcome = await work();
    if (isRefusal(outcome)) terminal.say(sentences(outcome));
    if (outcome !== 'done') terminal.leave(FAILED);
  } catch (error) {
    terminal.leave(thrown(terminal, error));
  }
}

/** A refusal for a message, or for the `error` of a failed item. */
export function sentences({ refused, next }: Refusal): string {
  return `${refused} ${next}`;
}

function thrown(terminal: Terminal, error: unknown): number {
  // Help that was asked for is thrown too.
  if (error instanceof CommanderError) return error.exitCode;
  if (isRefusal(error)) {
    terminal.say(sentences(error));
    return FAILED;
  }
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.say(
    `That went wrong on our side (${randomUUID().slice(0, 8)}). Try again; if it goes on, report it with what follows.\n${cause}`,
  );
  return DEFECT;
}
