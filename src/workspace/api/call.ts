import type { World } from '../world.ts';
import { type Answer, fail, isFailure } from './answer.ts';
import { checkToken, scopesOf } from './check-token.ts';
import type { Method } from './method.ts';
import { readArguments, text } from './read-arguments.ts';
import { limited } from './with-faults.ts';

/** Answers one call of the Web API over HTTP. */
export async function callApi(
  world: World,
  methods: ReadonlyMap<string, Method>,
  name: string,
  request: Request,
): Promise<Response> {
  const args = await readArguments(request);
  const method = methods.get(name);
  if (!method) return Response.json({ ...fail('unknown_method'), req_method: name });
  if (isFailure(args)) return Response.json(args);
  const token = bearer(request) ?? text(args, 'token');
  const answer: Answer = checkToken(world.state, method, token) ?? method.call(world, args);
  if (isFailure(answer) && answer.error === 'ratelimited')
    return limited(Number(answer.retry_after));
  return Response.json(answer, {
    headers: {
      'x-oauth-scopes': scopesOf(world.state, token).join(','),
      'x-accepted-oauth-scopes': method.scopes.join(','),
    },
  });
}

function bearer(request: Request): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
}
