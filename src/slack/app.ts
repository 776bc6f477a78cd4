import { App } from '@slack/bolt';
import { addSource, openSourceForm } from './actions/add-source.ts';
import { copyAsText } from './actions/copy-as-text.ts';
import {
  ADD_SOURCE,
  ADD_TO_LIBRARY,
  BRIEF_TOPIC,
  COPY_AS_TEXT,
  DIGEST_FORM,
  DIGEST_IS_THERE,
  DIGEST_POST_IT,
  EDIT_TOPIC,
  NEW_TOPIC,
  POST_TO_CHANNEL,
  READ_ARTICLE,
  REMOVE_ARTICLE,
  REMOVE_TOPIC,
  RESUME_DIGEST,
  SET_UP_DIGEST,
  SHOW_FEEDS,
  SHOW_QUOTES,
  SHOW_SOURCES,
  SHOW_TIMELINE,
  SHOW_TOPICS,
  SOURCE_FORM,
  SOURCES,
  TOPIC_FORM,
} from './actions/ids.ts';
import { postToChannel } from './actions/post-to-channel.ts';
import { readArticle } from './actions/read-article.ts';
import { removeArticle } from './actions/remove-article.ts';
import { saveTopic } from './actions/save-topic.ts';
import { openDigestForm, setUpDigest } from './actions/set-up-digest.ts';
import { resumeDigestButton, settleDigest } from './actions/settle-digest.ts';
import { showBrief } from './actions/show-brief.ts';
import { showFeeds, sourcesButton } from './actions/sources.ts';
import { openNewTopic, openTopic, removeTopicButton, showTopics } from './actions/topics.ts';
import { briefCommand } from './commands/brief.ts';
import { digestCommand } from './commands/digest.ts';
import { sourcesCommand } from './commands/sources.ts';
import { answeringClient, type Credentials, receiverFor } from './connect.ts';
import type { Desk } from './desk.ts';
import { homeOpened } from './home.ts';
import { boltLogger, redact } from './logger.ts';
import { answerQuestions } from './questions/answer.ts';
import { addToLibrary } from './shortcuts/add-to-library.ts';

/** The Slack app with all it listens to. `startApp` connects it. */
export function buildApp(desk: Desk, credentials: Credentials, apiUrl: string): App {
  const app = new App({
    token: credentials.botToken,
    receiver: receiverFor(credentials, apiUrl, desk.log),
    logger: boltLogger(desk.log),
    clientOptions: answeringClient(apiUrl),
    // A bad token would otherwise end the process from within the constructor.
    deferInitialization: true,
    // We keep nothing of a conversation by Bolt's means, and it would look for it before each answer.
    convoStore: false,
  });

  app.command('/brief', briefCommand(desk));
  app.command('/digest', digestCommand(desk));
  app.command('/sources', sourcesCommand(desk));
  app.shortcut({ type: 'message_action', callback_id: ADD_TO_LIBRARY }, addToLibrary(desk));
  app.event('app_home_opened', homeOpened(desk));
  const answerQuestion = answerQuestions(desk);
  app.event('app_mention', answerQuestion);
  app.event('message', answerQuestion);

  app.action(oneOf(BRIEF_TOPIC), showBrief(desk));
  app.action(SHOW_TIMELINE, showBrief(desk));
  app.action(SHOW_QUOTES, showBrief(desk));
  app.action(SHOW_SOURCES, showBrief(desk));
  app.action(COPY_AS_TEXT, copyAsText(desk));
  app.action(POST_TO_CHANNEL, postToChannel(desk));
  app.action(oneOf(READ_ARTICLE), readArticle(desk));
  app.action(DIGEST_IS_THERE, settleDigest(desk, 'there'));
  app.action(DIGEST_POST_IT, settleDigest(desk, 'post'));
  app.action(RESUME_DIGEST, resumeDigestButton(desk));
  app.action(oneOf(SET_UP_DIGEST), openDigestForm(desk));
  app.view(DIGEST_FORM, setUpDigest(desk));
  app.action(oneOf(SOURCES), sourcesButton(desk));
  app.action(oneOf(SHOW_FEEDS), showFeeds(desk));
  app.action(oneOf(REMOVE_ARTICLE), removeArticle(desk));
  app.action(ADD_SOURCE, openSourceForm(desk));
  app.view(SOURCE_FORM, addSource(desk));
  app.action(NEW_TOPIC, openNewTopic(desk));
  app.action(oneOf(EDIT_TOPIC), openTopic(desk));
  app.action(oneOf(REMOVE_TOPIC), removeTopicButton(desk));
  app.action(oneOf(SHOW_TOPICS), showTopics(desk));
  app.view(TOPIC_FORM, saveTopic(desk));

  app.error(async (error) => {
    desk.log.error(redact(`A request of Slack's could not be handled: ${error.stack ?? error}`));
  });
  return app;
}

/** Matches the ids of buttons of which a message has several: `brief-topic:opm`. */
function oneOf(id: string): RegExp {
  return new RegExp(`^${id}:`);
}
