import { fail, ok } from './answer.ts';
import type { Method } from './method.ts';

/** auth.test */
export const authTest: Method = {
  token: 'any',
  scopes: [],
  call: ({ state, origin }) =>
    ok({
      url: `${origin}/`,
      team: state.team.name,
      user: state.app.botName.toLowerCase().replaceAll(' ', '_'),
      team_id: state.team.id,
      user_id: state.bot,
      bot_id: state.botId,
      is_enterprise_install: false,
    }),
};

/** api.test: says back what it was told, or fails as it was told. */
export const apiTest: Method = {
  token: 'none',
  scopes: [],
  call(_, args) {
    if (typeof args.error === 'string') return { ...fail(args.error), args };
    return ok({ args });
  },
};
