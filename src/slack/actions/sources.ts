import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { answerSources } from '../sources/answer.ts';
import { allFeedsView } from '../views/all-feeds.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** A button that does what its value says, as though it had been typed after `/sources`. */
export function sourcesButton(desk: Desk) {
  return answering(desk, (pressed: Pressed, tell) =>
    answerSources(desk, carriedBy(pressed), pressed.body.user.id, tell),
  );
}

/** Opens the list of all feeds, or turns its page. */
export function showFeeds(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const { client, body } = pressed;
    const feeds = await desk.sources.feeds();
    const view = allFeedsView(feeds, Number(carriedBy(pressed)), desk.ports.clock());
    if (body.view?.type === 'modal') await client.views.update({ view_id: body.view.id, view });
    else await client.views.open({ trigger_id: body.trigger_id, view });
    return undefined;
  });
}
