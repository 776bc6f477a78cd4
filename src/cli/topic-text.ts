import { reachOf, type TopicReach } from '../briefing/topic-reach.ts';
import type { CorpusReader } from '../corpus/corpus.ts';
import { typeQuestions } from '../corpus/topic-text.ts';
import type { Topic } from '../news/topic.ts';
import type { Outcome } from './finish.ts';
import { type Home, inLibrary } from './home.ts';
import { onPaper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** Prints topics, a line each, or how to add one where there is none. */
export async function printTopics(
  terminal: Terminal,
  topics: readonly Topic[],
  json?: true,
): Promise<void> {
  for (const topic of topics) {
    const line = `${topic.name}: ${topic.title}`;
    await terminal.print(
      json ? JSON.stringify(topicAsJson(topic)) : onPaper(line, terminal.columns),
    );
  }
  if (topics.length === 0) terminal.say('There is no topic. Add one: topics add --help');
}

/** Prints all of a topic, and how many articles it finds. */
export async function printTopic(
  terminal: Terminal,
  corpus: CorpusReader,
  topic: Topic,
  json?: true,
): Promise<void> {
  const reach = await reachOf(corpus, topic);
  if (json) {
    const { found, of } = reach;
    await terminal.print(
      JSON.stringify({ ...topicAsJson(topic), articles: found, ofArticles: of }),
    );
    return;
  }
  const { name, title, aliases, questions } = topic;
  const list = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', heading, ...lines.map((line) => `- ${line}`)] : [];
  const text = [
    `${title} (${name})`,
    sayReach(reach),
    ...list('Aliases', aliases),
    ...list(
      'Questions',
      questions.map((question) => typeQuestions([question])),
    ),
  ].join('\n');
  await terminal.print(onPaper(text, terminal.columns));
}

/** Prints what a topic finds now that it was changed, and says where that is too much. */
export function printReach(home: Home, terminal: Terminal, topic: Topic): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    const reach = await reachOf(corpus, topic);
    await terminal.print(sayReach(reach));
    sayOrdinary(terminal, reach);
    return 'done';
  });
}

/** Says which digests name a topic that was removed. */
export function printDigestsOf(home: Home, terminal: Terminal, name: string): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    for (const { channel, topics } of await corpus.subscriptions()) {
      if (!topics.includes(name)) continue;
      const others = topics.filter((other) => other !== name);
      terminal.say(
        others.length > 0
          ? `The digest of ${channel} named it and gets only ${others.join(', ')} now.`
          : `The digest of ${channel} named nothing else: it is paused, and whoever set it up is told when the next one is due.`,
      );
    }
    return 'done';
  });
}

function topicAsJson({ name, title, aliases, questions }: Topic): object {
  return { name, title, aliases, questions };
}

function sayReach({ found, of }: TopicReach): string {
  return `It finds ${found.toLocaleString('en')} of ${of.toLocaleString('en')} articles.`;
}

function sayOrdinary(terminal: Terminal, { ordinary, of }: TopicReach): void {
  for (const { phrase, found } of ordinary) {
    terminal.say(
      `“${phrase}” by itself is in ${found.toLocaleString('en')} of ${of.toLocaleString('en')} articles: it hardly tells them apart.`,
    );
  }
}
