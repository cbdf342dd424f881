import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: [
			"protocols/**/*.test.ts",
			"db/**/*.test.ts",
			"app/**/*.test.{ts,tsx}",
			"scripts/**/*.test.ts",
		],
		pool: "threads",
	},
});
