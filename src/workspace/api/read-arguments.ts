import { type Failure, fail } from './answer.ts';

/** A call's arguments by name, as sent: strings from a form, anything from JSON. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Reads a call's arguments from its query and its body, form-encoded or JSON. */
export async function readArguments(request: Request): Promise<Arguments | Failure> {
  // A token in an address would end up in logs: Slack takes none from there.
  const { token: _, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === 'GET') return query;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (type === 'application/json') {
    let body: unknown;
    try {
      body = JSON.parse(await request.text());
    } catch {
      return fail('invalid_json');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return fail('json_not_object');
    // In JSON a token counts only in the Authorization header.
    const { token: _token, ...rest } = body as Record<string, unknown>;
    return { ...query, ...rest };
  }
  if (type === 'application/x-www-form-urlencoded') {
    return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) };
  }
  if (type === 'multipart/form-data') {
    try {
      return { ...query, ...Object.fromEntries(await request.formData()) };
    } catch {
      return fail('invalid_form_data');
    }
  }
  if (type === '') return query;
  return fail('invalid_post_type');
}

/** A string argument; absent and empty are the same. */
export function text(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A yes-or-no argument. */
export function flag(args: Arguments, name: string): boolean {
  return [true, 'true', '1', 1].includes(args[name] as never);
}

/** A structured argument: given as such in JSON, as a JSON string in a form. Broken JSON is `null`. */
export function structure(args: Arguments, name: string): unknown {
  const value = args[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
