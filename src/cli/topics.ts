import { Command } from 'commander';
import { refuseTopic } from '../corpus/topic-rules.ts';
import { topicsAsYaml, topicsFromFile } from '../ingest/topics/topics-file.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { finish, type Outcome, sentences } from './finish.ts';
import { type Home, inLibrary } from './home.ts';
import { printOrWrite } from './print-or-write.ts';
import { repeated } from './repeated.ts';
import type { Terminal } from './terminal.ts';
import { changesOf, type TopicOptions } from './topic-options.ts';
import { printDigestsOf, printReach, printTopic, printTopics } from './topic-text.ts';
import { withChanger } from './with-changer.ts';

/** `topics …`: what readers ask about, changed here or through the bot that is running. */
export function topicsCommand(home: Home, terminal: Terminal): Command {
  const done = (work: () => Promise<Outcome>) => finish(terminal, work);
  const json = ['--json', 'print one JSON object for each topic'] as const;
  return new Command('topics')
    .summary('lists and changes topics')
    .description(
      'Lists and changes the topics that people brief, beside a running bot or without one. A new topic works over the whole library at once.',
    )
    .addCommand(
      new Command('list')
        .description('Lists the topics.')
        .option(...json)
        .action((options: { json?: true }) => done(() => list(home, terminal, options.json))),
    )
    .addCommand(
      new Command('show')
        .description('Shows a topic: its aliases and questions, and how many articles it finds.')
        .argument('<name>', 'name of the topic')
        .option(...json)
        .action((name: string, options: { json?: true }) =>
          done(() => show(home, terminal, name, options.json)),
        ),
    )
    .addCommand(
      withTopicOptions(new Command('add'))
        .description('Adds a topic.')
        .argument('<name>', 'what people type after /brief: lower case, no spaces')
        .requiredOption('--title <title>', 'what stands above its briefs')
        .addHelpText('after', EXAMPLE)
        .action((name: string, options: TopicOptions) =>
          done(() => add(home, terminal, name, options)),
        ),
    )
    .addCommand(
      withTopicOptions(new Command('edit'))
        .description('Changes what is given of a topic; the rest stays.')
        .argument('<name>', 'name of the topic')
        .option('--title <title>', 'another title')
        .option('--without-alias <alias>', 'takes an alias out; may be repeated', repeated, [])
        .option(
          '--without-question <question>',
          'takes a question out; may be repeated',
          repeated,
          [],
        )
        .action((name: string, options: TopicOptions) =>
          done(() => edit(home, terminal, name, options)),
        ),
    )
    .addCommand(
      new Command('remove')
        .description('Removes a topic. Its articles stay.')
        .argument('<name>', 'name of the topic')
        .action((name: string) => done(() => remove(home, terminal, name))),
    )
    .addCommand(
      new Command('import')
        .description(
          'Adds the topics of a file like seeds/topics.yml, or puts them in the place of those of the same names.',
        )
        .argument('<file>', 'a YAML file of topics, as topics export writes it')
        .action((file: string) => done(() => importTopics(home, terminal, file))),
    )
    .addCommand(
      new Command('export')
        .description('Prints all topics as YAML, or writes them to a file.')
        .argument('[file]', 'where to write it; standard output unless given')
        .action((file?: string) => done(() => exportTopics(home, terminal, file))),
    );
}

const EXAMPLE = `
Example:
  npm run -s briefing -- topics add cuba --title "U.S.-Cuba talks" --alias "Cuba talks" \\
    --question "Who takes part?" --question "When do they meet? | next round, will meet"`;

function withTopicOptions(command: Command): Command {
  return command
    .option('--alias <alias>', 'how articles name it; may be repeated', repeated, [])
    .option(
      '--question <question>',
      'what readers ask, with words that mark an answer behind a bar ("Who? | led by, chaired"); may be repeated',
      repeated,
      [],
    );
}

function list(home: Home, terminal: Terminal, json?: true): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    await printTopics(terminal, await corpus.topics(), json);
    return 'done';
  });
}

function show(home: Home, terminal: Terminal, name: string, json?: true): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    const topic = (await corpus.topics()).find((one) => one.name === name);
    if (topic === undefined) return noTopic(name);
    await printTopic(terminal, corpus, topic, json);
    return 'done';
  });
}

async function add(
  home: Home,
  terminal: Terminal,
  name: string,
  options: TopicOptions,
): Promise<Outcome> {
  const topic = changesOf({ name, title: '', aliases: [], questions: [] }, options);
  if (isRefusal(topic)) return topic;
  const outcome = await put(home, topic, 'new');
  if (isRefusal(outcome)) return outcome;
  if (!outcome) {
    return refuse(`There is a topic “${name}” already.`, `Change it: topics edit ${name}`);
  }
  await terminal.print(`added: ${name}`);
  return printReach(home, terminal, topic);
}

async function edit(
  home: Home,
  terminal: Terminal,
  name: string,
  options: TopicOptions,
): Promise<Outcome> {
  const before = await topicCalled(home, terminal, name);
  const topic = isRefusal(before) ? before : changesOf(before, options);
  if (isRefusal(topic)) return topic;
  const outcome = await put(home, topic, 'known');
  if (isRefusal(outcome)) return outcome;
  if (!outcome) return noTopic(name);
  await terminal.print(`changed: ${name}`);
  return printReach(home, terminal, topic);
}

async function topicCalled(home: Home, terminal: Terminal, name: string): Promise<Topic | Refusal> {
  let found: Topic | undefined;
  const outcome = await inLibrary(home, terminal, async (corpus) => {
    found = (await corpus.topics()).find((one) => one.name === name);
    return 'done';
  });
  return isRefusal(outcome) ? outcome : (found ?? noTopic(name));
}

async function put(
  home: Home,
  topic: Topic,
  where: 'new' | 'known' | 'either',
): Promise<boolean | Refusal> {
  const wrong = refuseTopic(topic);
  if (wrong) return wrong;
  return withChanger(home, async (changer) => {
    const changed = await changer.change({ kind: 'topic', topic, where });
    return isRefusal(changed) ? changed : changed.done;
  });
}

async function remove(home: Home, terminal: Terminal, name: string): Promise<Outcome> {
  const done = await withChanger(home, async (changer) => {
    const changed = await changer.change({ kind: 'untopic', name });
    return isRefusal(changed) ? changed : changed.done;
  });
  if (isRefusal(done)) return done;
  if (!done) return noTopic(name);
  await terminal.print(`removed: ${name}`);
  return printDigestsOf(home, terminal, name);
}

async function importTopics(home: Home, terminal: Terminal, file: string): Promise<Outcome> {
  const topics = await topicsFromFile(file);
  if (isRefusal(topics)) return topics;
  return withChanger<Outcome>(home, async (changer) => {
    let failed = 0;
    for (const topic of topics) {
      const changed = await changer.change({ kind: 'topic', topic, where: 'either' });
      if (isRefusal(changed)) {
        failed += 1;
        terminal.say(sentences(changed));
      } else await terminal.print(`taken in: ${topic.name}`);
    }
    return failed === 0 ? 'done' : 'failed';
  });
}

function exportTopics(home: Home, terminal: Terminal, file?: string): Promise<Outcome> {
  return inLibrary(home, terminal, async (corpus) => {
    const topics = await corpus.topics();
    return printOrWrite(terminal, topicsAsYaml(topics), file, `${topics.length} topics`);
  });
}

function noTopic(name: string): Refusal {
  return refuse(`There is no topic “${name}”.`, 'See which there are: topics list');
}
