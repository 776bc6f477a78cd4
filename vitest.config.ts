import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      {
        test: {
          name: 'behaviour',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/architecture.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
