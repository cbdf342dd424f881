import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A program as one file: a writer that is started thousands of times must start fast. */
export type Bundle = { program: string; remove(): void };

/** Makes one file of the writer and everything that it imports, but for the library of SQLite. */
export async function bundleWriter(): Promise<Bundle> {
	// Beside the packages, so that the library of SQLite is found from there.
	const kept = join(root, "node_modules", ".cache");
	mkdirSync(kept, { recursive: true });
	const directory = mkdtempSync(join(kept, "relais-crash-"));
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: "error",
		ssr: { noExternal: true, external: ["better-sqlite3"] },
		build: {
			ssr: join(root, "crash", "writer.ts"),
			outDir: directory,
			target: "node24",
			minify: false,
			rollupOptions: { onwarn() {}, output: { entryFileNames: "writer.mjs" } },
		},
	});
	return {
		program: join(directory, "writer.mjs"),
		remove: () => rmSync(directory, { recursive: true, force: true }),
	};
}
