import type { World } from '../world.ts';
import { fail } from './answer.ts';

/** Stands for no response at all: the server cuts the connection. */
export const HANG_UP = new Response(null, { status: 500 });

/**
 * Answers a request unless a fault was laid in its way; `name` is a method, or `response_url`.
 * Faults of one name are used up in their order, one a request.
 */
export async function withFaults(
  world: World,
  name: string,
  request: Request,
  answer: () => Promise<Response>,
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
      if (fault.when === 'after') await answer();
      return silence(request.signal);
    case 'disconnect':
      if (fault.when === 'after') await answer();
      return HANG_UP;
    default:
      return answer();
  }
}

/** Slack's answer to whoever is too fast. */
export function limited(seconds: number): Response {
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
