import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { leavingOut } from "./e2e/support/left-out.ts";

const port = Number(process.env.E2E_PORT ?? 3210);
const origin = `http://localhost:${port}`;
const dataDirectory = join(tmpdir(), `relais-e2e-${port}`);

/** A Chromium that the machine has already; without one, Playwright's own is used. */
const chromium = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

/** The tests see what is served in production: `npm run build` comes first. */
export default defineConfig({
	testDir: "e2e",
	testMatch: "**/*.spec.ts",
	// Two runs may go on at once, each on its own port.
	outputDir: join("test-results", String(port)),
	workers: 1,
	forbidOnly: Boolean(process.env.CI),
	// Two slow, shared cores: a limit that only something stuck can reach.
	timeout: 90_000,
	reporter: "list",
	use: {
		baseURL: origin,
		locale: "fr-FR",
		timezoneId: "Europe/Paris",
		// Watching every step costs a third of the time: asked for, to understand a failure.
		trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
		launchOptions: {
			executablePath: chromium,
			args: [
				...["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
				leavingOut,
			],
		},
	},
	// Most folders start servers of their own: `npm test` says where this one is not asked for.
	webServer:
		process.env.E2E_SERVED === "no"
			? undefined
			: {
					// `exec`: otherwise a shell stands between, and the server outlives the tests.
					command: `rm -rf "${dataDirectory}" && exec node --max-old-space-size=512 app/server/main.ts`,
					url: `${origin}/health`,
					reuseExistingServer: false,
					timeout: 60_000,
					gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
					stdout: "ignore",
					stderr: "pipe",
					env: {
						PATH: `${join(import.meta.dirname, "node_modules", ".bin")}:${process.env.PATH}`,
						NODE_ENV: "production",
						PORT: String(port),
						DATA_DIR: dataDirectory,
						RELAIS_DEMO: "1",
						LOG_LEVEL: "error",
					},
				},
});
