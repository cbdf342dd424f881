import type { Command } from "commander";
import { type Environment, readEnvironment } from "#app/server/environment.server.ts";
import { BackupFault } from "#db/backups/backup-fault.ts";
import { CannotStart } from "#db/cannot-start.ts";

/**
 * Runs a command on backups: what cannot be done is one sentence, and Ctrl+C leaves nothing that
 * could be read behind.
 */
export async function inPlainWords(
	program: Command,
	act: (environment: Environment, signal: AbortSignal) => Promise<void>,
): Promise<void> {
	const read = readEnvironment(process.env);
	if (!read.ok) return program.error(read.sentence);
	const stopped = new AbortController();
	const stop = () => stopped.abort();
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
	try {
		await act(read.environment, stopped.signal);
	} catch (error) {
		if (stopped.signal.aborted) program.error("It was stopped: nothing was kept.");
		if (error instanceof BackupFault || error instanceof CannotStart) program.error(error.message);
		throw error;
	} finally {
		for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
	}
}
