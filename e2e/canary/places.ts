import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type House, root } from "./life.ts";
import type { Hit, Scanner } from "./scan.ts";

/** What was found in a file. */
export type FileHits = { file: string; bytes: number; hits: Hit[] };

/**
 * Every file that one life of the application may have written: its data, its logs, its temporary
 * files, and whatever changed since then among what was built or is kept for building.
 */
export function filesOf(house: House, since: number): string[] {
	const own = Object.values(house).flatMap(filesIn);
	const shared = ["build", "node_modules/.cache", "node_modules/.vite", "node_modules/.vite-temp"]
		.map((path) => join(root, path))
		.filter(existsSync)
		.flatMap(filesIn)
		.filter((file) => statSync(file).mtimeMs >= since);
	return [...own, ...shared];
}

/** Reads each file to the byte and looks for every trace. */
export function scanFiles(files: readonly string[], scanner: Scanner): FileHits[] {
	return files.map((file) => {
		const data = readFileSync(file);
		// The name of a file is something that is kept, too.
		const hits = [...scanner.scan(data), ...scanner.scan(Buffer.from(file))];
		return { file, bytes: data.length, hits };
	});
}

/** Every file of a directory, however deep. */
export function filesIn(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}
