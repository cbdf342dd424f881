import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BackupFault } from "./backup-fault.ts";

const form = /^\.relais-unfinished-(\d+)-/;

/**
 * A directory that only this account may enter, for as long as something is unfinished. It is
 * removed afterwards, also when the act fails or is told to stop, and at the next time when the
 * process ended without a word.
 */
export async function withUnfinished<Result>(
	parent: string,
	signal: AbortSignal | undefined,
	act: (directory: string) => Promise<Result>,
): Promise<Result> {
	removeAbandoned(parent);
	assertGoingOn(signal);
	const directory = mkdtempSync(join(parent, `.relais-unfinished-${process.pid}-`));
	const remove = () => rmSync(directory, { recursive: true, force: true });
	// Who stops the process does not wait for promises: what is readable goes at once.
	signal?.addEventListener("abort", remove, { once: true });
	try {
		return await act(directory);
	} catch (error) {
		assertGoingOn(signal);
		throw error;
	} finally {
		signal?.removeEventListener("abort", remove);
		remove();
	}
}

function assertGoingOn(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new BackupFault("interrupted", "It was stopped: nothing was kept.");
}

function removeAbandoned(parent: string): void {
	for (const name of readdirSync(parent)) {
		const pid = Number(form.exec(name)?.[1] ?? process.pid);
		if (!isRunning(pid)) rmSync(join(parent, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Another account's process is there all the same.
		return (error as { code?: unknown }).code === "EPERM";
	}
}
