import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { answerSources } from '../sources/answer.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/sources`: the feeds that are followed, looked at or changed. */
export function sourcesCommand(desk: Desk) {
  return answering(desk, ({ command }: Args, tell) =>
    answerSources(desk, command.text, command.user_id, tell),
  );
}
