import { readAliases, readQuestions } from '../corpus/topic-text.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';

/** What a command line gives of a topic. */
export interface TopicOptions {
  readonly title?: string;
  readonly alias: readonly string[];
  readonly question: readonly string[];
  readonly withoutAlias?: readonly string[];
  readonly withoutQuestion?: readonly string[];
}

/**
 * A topic with what a command line gives of it: aliases and questions are added to those there are, and a question that
 * is there gets the words given. Refuses where what is to be taken out is not there, or nothing is given.
 */
export function changesOf(before: Topic, options: TopicOptions): Topic | Refusal {
  const { title, alias, question, withoutAlias = [], withoutQuestion = [] } = options;
  const given = [alias, question, withoutAlias, withoutQuestion].some((all) => all.length > 0);
  if (title === undefined && !given) {
    return refuse('Nothing to change was given.', 'See what can be: topics edit --help');
  }
  const unknown =
    withoutAlias.find((one) => !before.aliases.some((other) => isSame(one, other))) ??
    withoutQuestion.find((one) => !before.questions.some(({ ask }) => isSame(one, ask)));
  if (unknown !== undefined) {
    return refuse(
      `“${unknown}” is not there to be taken out.`,
      `See what is: topics show ${before.name}`,
    );
  }
  const aliases = before.aliases.filter((one) => !withoutAlias.some((other) => isSame(one, other)));
  const asked = readQuestions(question.join('\n'));
  const questions = before.questions
    .filter(({ ask }) => !withoutQuestion.some((other) => isSame(ask, other)))
    .map((one) => asked.find(({ ask }) => isSame(ask, one.ask)) ?? one);
  const isNew = (ask: string) => !questions.some((one) => isSame(one.ask, ask));
  return {
    name: before.name,
    title: title?.replace(/\s+/g, ' ').trim() ?? before.title,
    aliases: readAliases([...aliases, ...alias].join('\n')),
    questions: [...questions, ...asked.filter(({ ask }) => isNew(ask))],
  };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
