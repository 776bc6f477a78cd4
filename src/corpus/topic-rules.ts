import { type Refusal, refuse } from '../news/refusal.ts';
import type { Question, Topic } from '../news/topic.ts';
import { phraseOf } from './phrase.ts';
import { typeAliases, typeQuestions } from './topic-text.ts';

/** What a topic may be: a title fits a button's label, and its aliases and its questions each fit one field of a form. */
export const TOPIC_LIMITS = {
  name: 40,
  title: 100,
  /** Characters of one alias, and of one word that marks an answer. */
  alias: 100,
  aliases: 100,
  ask: 150,
  questions: 10,
  words: 60,
  /** Characters of all aliases, and of all questions with their words, as they are typed. */
  typed: 3_000,
} as const;

const NAME = /^[\p{Ll}\p{N}](?:[\p{Ll}\p{N}&-]*[\p{Ll}\p{N}])?$/u;

/** Words that mean something else where a topic's name is typed: after `/brief`, and after the schedule of a digest. */
const RESERVED = new Set(
  `a about an and as asof as-of at by every for from help in new of on since sources quotes the timeline to topic topics until
  what with without`.split(/\s+/),
);

/** What may be wrong with a topic, by its fields. */
export type TopicWrong = Partial<Readonly<Record<keyof Topic, Refusal>>>;

/** What is wrong with a topic; empty where nothing is. Whether its name is taken is another question. */
export function wrongWith({ name, title, aliases, questions }: Topic): TopicWrong {
  const found = {
    name: wrongName(name),
    title: wrongTitle(title),
    aliases: wrongAliases(aliases),
    questions: wrongQuestions(questions),
  };
  return Object.fromEntries(Object.entries(found).filter(([, refusal]) => refusal !== undefined));
}

/** The first thing that is wrong with a topic, which the refusal names. */
export function refuseTopic(topic: Topic): Refusal | undefined {
  const [wrong] = Object.values(wrongWith(topic));
  return wrong && refuse(`The topic “${cut(topic.name)}”: ${wrong.refused}`, wrong.next);
}

function wrongName(name: string): Refusal | undefined {
  if (!NAME.test(name)) {
    return refuse(
      `“${cut(name)}” is no name for a topic.`,
      'Use lower case letters and digits without spaces, such as cuba or cyber-agreement.',
    );
  }
  if (RESERVED.has(name)) {
    return refuse(
      `“${name}” means something else after /brief or /digest.`,
      'Choose another name.',
    );
  }
  if (name.length <= TOPIC_LIMITS.name) return undefined;
  return refuse(
    `A name takes up to ${TOPIC_LIMITS.name} characters, and this has ${name.length}.`,
    'It is what people type: make it short.',
  );
}

function wrongTitle(title: string): Refusal | undefined {
  if (title.trim() === '' || /\p{Cc}/u.test(title)) {
    return refuse('A title is one line, and not empty.', 'Write what a heading would say.');
  }
  if (title.length <= TOPIC_LIMITS.title) return undefined;
  return refuse(
    `A title takes up to ${TOPIC_LIMITS.title} characters, and this has ${title.length}.`,
    'Write what a heading would say.',
  );
}

function wrongAliases(aliases: readonly string[]): Refusal | undefined {
  const wordless = aliases.find((alias) => phraseOf(alias) === undefined);
  if (wordless !== undefined) {
    return refuse(`“${cut(wordless)}” holds no word to look for.`, 'Write one alias a line.');
  }
  const long = aliases.find((alias) => alias.length > TOPIC_LIMITS.alias || /\p{Cc}/u.test(alias));
  if (long !== undefined) {
    return refuse(`“${cut(long)}” is too long for an alias.`, 'Write one alias a line.');
  }
  if (aliases.length > TOPIC_LIMITS.aliases || typeAliases(aliases).length > TOPIC_LIMITS.typed) {
    return refuse(
      `A topic takes up to ${TOPIC_LIMITS.aliases} aliases and ${sayLimit()} in all.`,
      'Leave out those that hold another: “OPM” finds “OPM breach” too.',
    );
  }
  return undefined;
}

function wrongQuestions(questions: readonly Question[]): Refusal | undefined {
  for (const { ask, words } of questions) {
    if (phraseOf(ask) === undefined || /[|\p{Cc}]/u.test(ask)) {
      return refuse(
        `“${cut(ask)}” is no question.`,
        'Write one a line; words that mark an answer stand behind a bar: Who was behind it? | blame, culprit',
      );
    }
    if (ask.length > TOPIC_LIMITS.ask) {
      return refuse(
        `A question takes up to ${TOPIC_LIMITS.ask} characters, and “${cut(ask)}” has ${ask.length}.`,
        'Ask one thing at a time.',
      );
    }
    const wrong = words.find(
      (word) =>
        phraseOf(word) === undefined || word.length > TOPIC_LIMITS.alias || DIVIDES.test(word),
    );
    if (wrong !== undefined) {
      return refuse(
        `“${cut(wrong)}” cannot mark an answer to “${cut(ask)}”.`,
        'Write words or phrases behind the bar, divided by commas.',
      );
    }
    if (words.length > TOPIC_LIMITS.words) {
      return refuse(
        `A question takes up to ${TOPIC_LIMITS.words} words that mark an answer, and “${cut(ask)}” has ${words.length}.`,
        'Keep those that only an answer holds.',
      );
    }
  }
  if (
    questions.length > TOPIC_LIMITS.questions ||
    typeQuestions(questions).length > TOPIC_LIMITS.typed
  ) {
    return refuse(
      `A topic takes up to ${TOPIC_LIMITS.questions} questions and ${sayLimit()} in all.`,
      'Keep those that readers ask; a brief has to fit one screen.',
    );
  }
  return undefined;
}

/** What divides words where they are typed, so that none of them may hold it. */
const DIVIDES = /[|\p{Cc}]|,(?!\d)|(?<!\d),/u;

function sayLimit(): string {
  return `${TOPIC_LIMITS.typed.toLocaleString('en')} characters`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
