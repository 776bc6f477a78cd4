import type { Workspace } from '../../src/workspace/workspace.ts';

/** What answers hold, where tests look closer: which fields there are depends on the method. */
interface Answer {
  readonly [field: string]: unknown;
  readonly ok: boolean;
  readonly url: string;
  readonly ts: string;
  readonly view: { readonly id: string; readonly hash: string };
  readonly message: Posted;
  readonly messages: readonly Posted[];
  readonly response_metadata: { readonly next_cursor: string };
}

interface Posted {
  readonly ts: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly blocks: readonly { readonly block_id: string }[];
  readonly metadata?: unknown;
}

/** An answer of the Web API as it came over HTTP. */
export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answer;
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
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer,
  };
}
