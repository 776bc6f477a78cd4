import type { Sockets } from '../app/sockets.ts';
import { fail, ok } from './answer.ts';
import { apiTest, authTest } from './auth.ts';
import { postEphemeral, postMessage, remove, update } from './chat.ts';
import type { Method } from './method.ts';

/** Every method of the Web API that the workspace knows, by name. */
export function methodsOf(sockets: Sockets): ReadonlyMap<string, Method> {
  const open: Method = {
    token: 'app',
    scopes: ['connections:write'],
    call() {
      const url = sockets.open();
      return url ? ok({ url }) : fail('too_many_websockets');
    },
  };
  return new Map(
    Object.entries({
      'api.test': apiTest,
      'apps.connections.open': open,
      'auth.test': authTest,
      'chat.delete': remove,
      'chat.postEphemeral': postEphemeral,
      'chat.postMessage': postMessage,
      'chat.update': update,
    }),
  );
}
