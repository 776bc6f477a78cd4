import { zoneNamed } from '../digest/zone.ts';
import type { Desk } from './desk.ts';
import { redact } from './logger.ts';

/**
 * The time zone that somebody most likely means: that of the digest they set up last, else the one in their profile,
 * where looking was granted (users:read). Undefined where neither is known.
 */
export async function usualZone(desk: Desk, user: string): Promise<string | undefined> {
  const theirs = (await desk.corpus.subscriptions()).filter(({ by }) => by === user);
  const last = theirs.sort((one, other) => (one.since < other.since ? -1 : 1)).at(-1);
  if (last !== undefined) return last.schedule.timeZone;
  try {
    const { user: profile } = await desk.poster.users.info({ user });
    return profile?.tz === undefined ? undefined : zoneNamed(profile.tz);
  } catch (error) {
    desk.log.debug(redact(`The time zone of ${user} is not known: ${error}`));
    return undefined;
  }
}
