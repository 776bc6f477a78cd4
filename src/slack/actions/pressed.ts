import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';

/** What Bolt hands over when a button is pressed. */
export type Pressed = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** What the pressed button carries; empty for a button without a value. */
export function carriedBy({ action }: Pressed): string {
  return action.value ?? '';
}
