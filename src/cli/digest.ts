import { Command } from 'commander';
import { upcomingDigest } from '../digest/upcoming.ts';
import { isRefusal, refuse } from '../news/refusal.ts';
import { digestAsText } from './digest-text.ts';
import { finish } from './finish.ts';
import { type Home, inLibrary } from './home.ts';
import { onPaper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** The options of `digest`, as typed. */
interface DigestOptions {
  readonly channel: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `digest …`: what a channel's next digest would hold. Posting is the bot's. */
export function digestCommand(home: Home, terminal: Terminal): Command {
  return new Command('digest')
    .summary("prints what a channel's next digest would hold")
    .description("Prints what a channel's next digest would hold so far, and posts nothing.")
    .requiredOption('--channel <id>', 'the channel, by its id (C0123456789)')
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
        return inLibrary(home, terminal, async (corpus) => {
          const digest = await upcomingDigest(corpus, options.channel);
          if (isRefusal(digest)) return digest;
          await terminal.print(
            options.json ? JSON.stringify(digest) : onPaper(digestAsText(digest), terminal.columns),
          );
          return 'done';
        });
      }),
    );
}
