import { sendEvent } from '../app/send-event.ts';
import { viewJson } from '../app/view-json.ts';
import type { World } from '../world.ts';

/** Opens the app's Home or its direct messages, which the app is told. */
export function openTab(world: World, tab: 'home' | 'messages'): void {
  const { state } = world;
  sendEvent(world, 'app_home_opened', {
    type: 'app_home_opened',
    user: state.person,
    channel: state.dm,
    tab,
    ...(tab === 'home' && state.home ? { view: viewJson(state, state.home, {}) } : {}),
  });
}
