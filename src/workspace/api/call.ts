import type { World } from '../world.ts';
import { type Answer, fail, isFailure } from './answer.ts';
import { checkToken, scopesOf } from './check-token.ts';
import type { Method } from './method.ts';
import { type Arguments, readArguments, text } from './read-arguments.ts';

/** Answers one call of the Web API over HTTP, with the faults that a test has laid in its way. */
export async function callApi(
  world: World,
  methods: ReadonlyMap<string, Method>,
  name: string,
  request: Request,
): Promise<Response> {
  const fault = world.state.faults.get(name)?.shift();
  switch (fault?.kind) {
    case 'rate-limited':
      return limited(fault.retryAfter);
    case 'status':
      return new Response('Internal Server Error', { status: fault.status });
    case 'error':
      return Response.json(fail(fault.error));
    case 'no-answer':
      if (fault.when === 'after') await perform(world, methods, name, request);
      return silence(request.signal);
    case 'disconnect':
      if (fault.when === 'after') await perform(world, methods, name, request);
      return HANG_UP;
    default:
      return perform(world, methods, name, request);
  }
}

/** Stands for no response at all: the server cuts the connection. */
export const HANG_UP = new Response(null, { status: 500 });

function limited(seconds: number): Response {
  return Response.json(fail('ratelimited'), {
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });
}

// Never answers; lets go once the caller has.
function silence(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(HANG_UP), { once: true });
  });
}

async function perform(
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
  const answer: Answer =
    checkToken(world.state, method, token) ?? method.call(world, args as Arguments);
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
