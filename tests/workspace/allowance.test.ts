import { expect, test } from 'vitest';
import { openWorkspace } from './bolt.ts';
import { handClock } from './clock.ts';
import { callMethod } from './web-api.ts';

test('the workspace tolerates a burst over all channels, then asks for ten messages a second', async () => {
  const clock = handClock();
  const names = Array.from({ length: 70 }, (_, at) => `channel-${at}`);
  const channels = names.map((name) => ({ name, bot: true }));
  const workspace = await openWorkspace({ clock, seed: { channels } });
  const post = (name: string) =>
    callMethod(workspace, 'chat.postMessage', { channel: workspace.channel(name), text: 'x' });
  const burst = await Promise.all(names.map(post));
  expect(burst.filter(({ status }) => status === 200)).toHaveLength(60);
  expect(burst.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
  clock.move(1_000);
  const later = await Promise.all(names.slice(0, 15).map(post));
  expect(later.filter(({ status }) => status === 200)).toHaveLength(10);
  await workspace.close();
});
