import { Command } from 'commander';
import { upcomingDigest } from '../digest/upcoming.ts';
import { isRefusal, refuse } from '../news/refusal.ts';
import { digestLog, ledgerLine } from './digest-log.ts';
import { digestAsText } from './digest-text.ts';
import { finish } from './finish.ts';
import { type Home, inLibrary } from './home.ts';
import { onPaper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** The options of `digest`, as typed. */
interface DigestOptions {
  readonly channel?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `digest …`: what a channel's next digest would hold, and what became of the earlier ones. Posting is the bot's. */
export function digestCommand(home: Home, terminal: Terminal): Command {
  return new Command('digest')
    .summary("prints what a channel's next digest would hold")
    .description("Prints what a channel's next digest would hold so far, and posts nothing.")
    .option('--channel <id>', 'the channel, by its id (C0123456789)')
    .option('--dry-run', 'print it and change nothing; digests are posted by the bot alone')
    .option('--json', 'print it as one JSON object')
    .action((options: DigestOptions) =>
      finish(terminal, async () => {
        if (!options.dryRun) {
          return refuse(
            'Digests are posted by the running bot, which alone knows what became of each.',
            'Type /digest now in the channel, or add --dry-run to see what it would post.',
          );
        }
        const { channel } = options;
        if (channel === undefined) {
          return refuse('No channel is named.', 'Add --channel and its id, such as C0123456789.');
        }
        return inLibrary(home, terminal, async (corpus) => {
          const digest = await upcomingDigest(corpus, channel);
          if (isRefusal(digest)) return digest;
          await terminal.print(
            options.json ? JSON.stringify(digest) : onPaper(digestAsText(digest), terminal.columns),
          );
          return 'done';
        });
      }),
    )
    .addCommand(logCommand(home, terminal));
}

/** `digest log`: what became of every slot. */
function logCommand(home: Home, terminal: Terminal): Command {
  return new Command('log')
    .summary('prints what became of every digest')
    .description(
      'Prints what became of every slot, oldest first: what each digest held, what was left out, and what is next.',
    )
    .option('--channel <id>', 'of this channel alone, by its id (C0123456789)')
    .option('--json', 'print one JSON object for each slot')
    .action((_: object, command: Command) =>
      finish(terminal, () => {
        // The command above has options of these names too, and takes them first.
        const options: DigestOptions = command.optsWithGlobals();
        return inLibrary(home, terminal, async (corpus) => {
          const rows = await digestLog(corpus, options.channel, new Date().toISOString());
          if (isRefusal(rows)) return rows;
          for (const row of rows) {
            await terminal.print(options.json ? JSON.stringify(row) : ledgerLine(row));
          }
          return 'done';
        });
      }),
    );
}
