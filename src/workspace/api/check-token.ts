import type { State } from '../state.ts';
import { type Failure, fail } from './answer.ts';
import type { Method } from './method.ts';

/** The scopes a token carries. */
export function scopesOf(state: State, token: string | undefined): readonly string[] {
  if (token === state.tokens.app) return ['connections:write'];
  return token === state.tokens.bot ? state.app.scopes : [];
}

/** Why this token may not call this method, or nothing. */
export function checkToken(
  state: State,
  method: Method,
  token: string | undefined,
): Failure | undefined {
  if (method.token === 'none') return undefined;
  if (!token) return fail('not_authed');
  const { tokens } = state;
  if (token !== tokens.bot && token !== tokens.app) return fail('invalid_auth');
  if (token === tokens.bot && state.tokenRevoked) return fail('token_revoked');
  if (method.token !== 'any' && token !== tokens[method.token])
    return fail('not_allowed_token_type');
  const provided = scopesOf(state, token);
  if (method.scopes.length > 0 && !method.scopes.some((scope) => provided.includes(scope))) {
    return {
      ...fail('missing_scope'),
      needed: method.scopes.join(','),
      provided: provided.join(','),
    };
  }
  return undefined;
}
