import type { z } from 'zod';

/** Each issue in Slack's words, with a JSON pointer to the place; `root` is where the checked value stands. */
export function explain(issues: readonly z.core.$ZodIssue[], root: string): string[] {
  return issues.flatMap((issue) => {
    const absent =
      issue.code === 'invalid_union' ? isTypeless(issue.input) : issue.input === undefined;
    if (absent && (issue.code === 'invalid_union' || issue.code.startsWith('invalid_'))) {
      const field = issue.path.at(-1);
      return [pointed(`missing required field: ${String(field)}`, root, issue.path.slice(0, -1))];
    }
    return say(issue).map((message) => pointed(message, root, issue.path));
  });
}

const isTypeless = (input: unknown) =>
  typeof input === 'object' && input !== null && !('type' in input);

/** A complaint with the place it is about. */
export function pointed(message: string, root: string, path: readonly PropertyKey[]): string {
  return `${message} [json-pointer:${root}${path.map((step) => `/${String(step)}`).join('')}]`;
}

function say(issue: z.core.$ZodIssue): string[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key}`);
    case 'too_big':
      if (issue.origin === 'string') {
        return [`must be less than ${Number(issue.maximum) + 1} characters`];
      }
      if (issue.origin === 'array') return [`no more than ${issue.maximum} items allowed`];
      return [`must be at most ${issue.maximum}`];
    case 'too_small':
      if (issue.origin === 'string') {
        return [`must be more than ${Number(issue.minimum) - 1} characters`];
      }
      if (issue.origin === 'array') return [`no less than ${issue.minimum} items required`];
      return [`must be at least ${issue.minimum}`];
    case 'invalid_type':
      return [`must be of type ${issue.expected}`];
    case 'invalid_value':
      return [`must be one of: ${issue.values.map(String).join(', ')}`];
    case 'invalid_union':
      return [`unsupported type: ${String((issue.input as { type?: unknown }).type)}`];
    default:
      return [issue.message];
  }
}
