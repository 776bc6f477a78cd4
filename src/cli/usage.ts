import type { Command, CommanderError } from 'commander';
import type { Refusal } from '../news/refusal.ts';

/** Thrown where a command line can't be understood. */
class Misused extends Error implements Refusal {
  readonly refused: string;
  readonly next: string;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.name = 'Misused';
    this.refused = refusal.refused;
    this.next = refusal.next;
  }
}

/** Lets a command and those within it throw a refusal, with the nearest name there is, instead of ending the process. */
export function explainMisuse(command: Command): Command {
  command.configureOutput({ outputError: () => {} });
  command.exitOverride((error) => {
    if (error.message.startsWith('error: ')) throw new Misused(misuse(command, error));
    throw error;
  });
  for (const each of command.commands) explainMisuse(each);
  return command;
}

function misuse(command: Command, { message }: CommanderError): Refusal {
  const [what = '', meant] = message.replace(/^error: /, '').split('\n');
  const [, near] = /^\(Did you mean (.+)\?\)$/.exec(meant ?? '') ?? [];
  const sentence = what.charAt(0).toUpperCase() + what.slice(1).replace(/\.?$/, '.');
  const help = `See ${nameOf(command)} --help.`;
  return { refused: sentence, next: near === undefined ? help : `Did you mean ${near}? ${help}` };
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
