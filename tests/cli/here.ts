import { Command } from 'commander';
import { briefCommand } from '../../src/cli/brief.ts';
import { digestCommand } from '../../src/cli/digest.ts';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { finish } from '../../src/cli/finish.ts';
import { ingestCommand } from '../../src/cli/ingest.ts';
import { inspectCommand } from '../../src/cli/inspect.ts';
import { removeCommand } from '../../src/cli/remove.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { topicsCommand } from '../../src/cli/topics.ts';
import { explainMisuse } from '../../src/cli/usage.ts';
import { readSettings } from '../../src/settings.ts';
import type { Ran } from './briefing.ts';

const seeds = new URL('../../seeds', import.meta.url).pathname;

/** A terminal that keeps what is printed. */
export function terminalHere(): { readonly terminal: Terminal; readonly ran: Ran } {
  const ran = { status: 0, out: '', err: '' };
  const terminal: Terminal = {
    stdin: (async function* () {})(),
    columns: 80,
    async print(text) {
      ran.out += `${text}\n`;
    },
    isUnread: () => false,
    say(message) {
      ran.err += `${message}\n`;
    },
    progress: () => {},
    leave(status) {
      ran.status = Math.max(ran.status, status);
    },
  };
  return { terminal, ran };
}

/** Runs a command in this process, for what a process of its own would show no better and slower. */
export async function briefingHere(args: readonly string[], data: string): Promise<Ran> {
  const { terminal, ran } = terminalHere();
  const home = { seeds, settings: () => readSettings({ DATA_FOLDER: data }) };
  const program = new Command('briefing')
    .addCommand(briefCommand(home, terminal))
    .addCommand(ingestCommand(home, terminal))
    .addCommand(removeCommand(home, terminal))
    .addCommand(topicsCommand(home, terminal))
    .addCommand(digestCommand(home, terminal))
    .addCommand(inspectCommand(terminal))
    .addCommand(doctorCommand(home, terminal));
  for (const command of everyCommand(program)) {
    command.configureOutput({
      writeOut(text) {
        void terminal.print(text.trimEnd());
      },
    });
  }
  await finish(terminal, async () => {
    await explainMisuse(program).parseAsync(args, { from: 'user' });
    return 'done';
  });
  return ran;
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
