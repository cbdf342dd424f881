import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file that was not there, for this account alone, and makes sure that it lies on the disk:
 * whole, or not at all. Half a key would be taken for a wrong one ever after.
 *
 * @throws Error `EEXIST` when there is one, `ENOSPC` when the disk is full, and the like
 */
export function writeNewFile(file: string, text: string): void {
	const handle = openSync(file, "wx", 0o600);
	try {
		writeFileSync(handle, text);
		fsyncSync(handle);
	} catch (error) {
		rmSync(file, { force: true });
		throw error;
	} finally {
		closeSync(handle);
	}
	const directory = openSync(dirname(file), "r");
	fsyncSync(directory);
	closeSync(directory);
}
