/** An expected failure, told to a person: what went wrong, naming the thing, and what to do next. */
export interface Refusal {
  readonly refused: string;
  readonly next: string;
}

export function refuse(refused: string, next: string): Refusal {
  return { refused, next };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'next' in value;
}
