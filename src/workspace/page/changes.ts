import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Tells a page by server-sent events that something changed, until it goes away. */
export function tellChanges(context: Context, watchers: Set<() => void>): Response {
  return streamSSE(context, async (stream) => {
    let wake = () => {};
    let pending = true;
    const watch = () => {
      pending = true;
      wake();
    };
    watchers.add(watch);
    stream.onAbort(() => {
      watchers.delete(watch);
      wake();
    });
    while (!stream.aborted) {
      if (pending) {
        pending = false;
        await stream.writeSSE({ data: 'changed' });
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  });
}
