/** How long the work of a bot that was killed is left to it, in milliseconds. */
export const LEASE_MS = 3_000;
