import { createHmac } from 'node:crypto';
import { ACK_WITHIN, type Delivered, type Envelope } from '../world.ts';

/** Slack's signature of a request: version 0, over its time and its body. */
function sign(secret: string, timestamp: string, body: string): string {
  const mac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`);
  return `v0=${mac.digest('hex')}`;
}

/** Sends an envelope to the app's request URL over HTTP, signed, and waits three seconds for its answer. */
export async function deliverByHttp(
  requestUrl: string,
  secret: string,
  now: number,
  envelope: Envelope,
): Promise<Delivered> {
  const json = envelope.type === 'events_api';
  const body = encode(envelope);
  const timestamp = String(Math.floor(now / 1_000));
  try {
    const response = await fetch(requestUrl, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(ACK_WITHIN),
      headers: {
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': sign(secret, timestamp, body),
        ...(envelope.retry
          ? {
              'x-slack-retry-num': String(envelope.retry.attempt),
              'x-slack-retry-reason': envelope.retry.reason,
            }
          : {}),
      },
    });
    const answer = await response.text();
    if (!response.ok) return { acked: false, error: 'http_service_error' };
    return { acked: true, answer: parseAnswer(answer) };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { acked: false, error: late ? 'operation_timeout' : 'dispatch_failed' };
  }
}

function encode({ type, payload }: Envelope): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') {
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
  const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields as [string, string][]).toString();
}

// An answer in plain text is a message's text.
function parseAnswer(answer: string): unknown {
  if (answer === '') return undefined;
  try {
    return JSON.parse(answer);
  } catch {
    return { text: answer };
  }
}
