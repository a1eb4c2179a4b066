import { defineConfig } from "vitest/config"

const POLL = { poll: { timeout: 120_000 } } // 1 s unless said: less than a crowded machine needs for one answer

// The only default export of the project: vitest asks for it.
export default defineConfig({
  test: {
    maxWorkers: 2, // by itself it takes one on two cores; each test file and journey has databases, servers and ports of its own
    projects: [
      {
        test: {
          name: "unit",
          include: ["{engine,cli,desk,test,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          // One process runs many files: what they import, and the embedded PostgreSQL, is read and compiled once. No module
          // of ours keeps anything between calls but what it looks up again, and a test gives back what it changes.
          isolate: false,
          // What passes takes up to 20 s; these are for machines that give it a twentieth of a core, and for finding what never comes.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: POLL,
          globalSetup: ["test/postgres.ts"],
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          isolate: false, // as above; a journey's desk and servers are processes of its own
          // What passes takes 5-40 s; these are for machines several times slower, and for finding what never comes.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: POLL,
        },
      },
    ],
  },
})
