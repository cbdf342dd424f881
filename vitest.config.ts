import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: [
			"protocols/**/*.test.ts",
			"db/**/*.test.ts",
			"app/**/*.test.{ts,tsx}",
			"scripts/**/*.test.ts",
			"bench/**/*.test.ts",
			"crash/**/*.test.ts",
			"simulation/**/*.test.ts",
		],
		pool: "threads",
		// Most of a small test is reading what it imports: a worker reads it once for all its files.
		isolate: false,
		// Otherwise one core of two is left idle.
		maxWorkers: "100%",
		// Two slow, shared cores: a limit that only something stuck can reach.
		testTimeout: 60_000,
	},
});
