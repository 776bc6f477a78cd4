import type { Workspace } from '../../src/workspace/workspace.ts';

/** An answer of the Web API as it came over HTTP. */
export interface Called {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the method gives.
  readonly body: any;
}

/** Calls a method the way any client would: form-encoded, structures as JSON strings. */
export async function callMethod(
  workspace: Workspace,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token: string | undefined = workspace.botToken,
): Promise<Called> {
  const fields = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(workspace.apiUrl + method, {
    method: 'POST',
    body: new URLSearchParams(fields as [string, string][]),
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
