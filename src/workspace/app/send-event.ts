import { randomId } from '../random-id.ts';
import { stableId } from '../state.ts';
import { ACK_WITHIN, type Delivered, type Envelope, nextTs, type World } from '../world.ts';

// At once, after a minute, after five.
const RETRY_AFTER = [0, 60_000, 300_000];

// Without the scope an event is not sent, whatever the app is subscribed to.
const NEEDS: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
};

/** An event's body, of which `type` tells which it is. */
export type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Sends an event to the app where it is subscribed to `subscription`; un-acked, it is sent three times more. */
export function sendEvent(world: World, subscription: string, event: Event): void {
  const { state } = world;
  const scope = NEEDS[subscription];
  if (!state.app.events.includes(subscription)) return;
  if (scope && !state.app.scopes.includes(scope)) return;
  const payload = {
    token: 'local-verification-token',
    team_id: state.team.id,
    context_team_id: state.team.id,
    context_enterprise_id: null,
    api_app_id: state.appId,
    event: { event_ts: nextTs(world), ...event },
    type: 'event_callback',
    event_id: `Ev${randomId(5).toUpperCase()}`,
    event_time: Math.floor(world.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.bot,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: stableId('E', randomId(4)),
  };
  void attempt(world, payload, 0);
}

async function attempt(world: World, payload: Readonly<Record<string, unknown>>, nth: number) {
  const retry = nth === 0 ? undefined : { attempt: nth, reason: 'timeout' };
  const delivered = await deliverOrLose(world, {
    type: 'events_api',
    payload,
    ...(retry ? { retry } : {}),
  });
  if (delivered.acked || nth >= RETRY_AFTER.length) return;
  world.schedule.at(world.now() + (RETRY_AFTER[nth] ?? 0), () => {
    void attempt(world, payload, nth + 1);
  });
}

/** Delivers an event, unless a test had it lost: on its way, or once it had arrived, together with its acknowledgement. */
async function deliverOrLose(world: World, envelope: Envelope): Promise<Delivered> {
  const fault = world.state.faults.get('events_api')?.shift();
  if (fault === undefined || !('when' in fault)) return world.deliver(envelope);
  if (fault.when === 'after') await world.deliver(envelope);
  return new Promise((resolve) => {
    world.schedule.at(world.now() + ACK_WITHIN, () =>
      resolve({ acked: false, error: 'operation_timeout' }),
    );
  });
}
