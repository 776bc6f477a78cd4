/** A failed call: Slack's word for what is wrong, and perhaps more. */
export type Failure = { readonly ok: false; readonly error: string } & Readonly<
  Record<string, unknown>
>;

/** What a Web API method answers. */
export type Answer = ({ readonly ok: true } & Readonly<Record<string, unknown>>) | Failure;

export function ok(fields: Record<string, unknown> = {}): Answer {
  return { ok: true, ...fields };
}

/** A failed call; `messages` say where and why, as Slack's `response_metadata` does. */
export function fail(error: string, messages?: readonly string[]): Failure {
  if (!messages) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
