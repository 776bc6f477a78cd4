import type { Sockets } from '../app/sockets.ts';
import { fail, ok } from './answer.ts';
import { apiTest, authTest } from './auth.ts';
import { postEphemeral, postMessage, remove, update } from './chat.ts';
import { info, join, list, members, open, userInfo } from './conversations.ts';
import { history, replies } from './history.ts';
import type { Method } from './method.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

/** Every method of the Web API that the workspace knows, by name. */
export function methodsOf(sockets: Sockets): ReadonlyMap<string, Method> {
  const connect: Method = {
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
      'apps.connections.open': connect,
      'auth.test': authTest,
      'chat.delete': remove,
      'chat.postEphemeral': postEphemeral,
      'chat.postMessage': postMessage,
      'chat.update': update,
      'conversations.history': history,
      'conversations.info': info,
      'conversations.join': join,
      'conversations.list': list,
      'conversations.members': members,
      'conversations.open': open,
      'conversations.replies': replies,
      'users.info': userInfo,
      'views.open': openView,
      'views.publish': publishView,
      'views.push': pushView,
      'views.update': updateView,
    }),
  );
}
