import { CannotStart } from "#db/cannot-start.ts";
import { demonstrationMembers } from "#db/members.ts";
import { demonstrationPassword } from "#db/seed/people.ts";
import { readEnvironment } from "./environment.server.ts";
import { guardLastWords } from "./last-words.server.ts";
import { traceOf } from "./log.server.ts";
import { startServer } from "./process.server.ts";
import { createServices, type Services } from "./services.server.ts";
import { startFaultOf } from "./start-faults.server.ts";
import { stopOnSignal } from "./stop.server.ts";

/** Runs the server until it is told to stop; the process ends with the code that this sets. */
export async function serve(source: Record<string, string | undefined>): Promise<void> {
	const read = readEnvironment(source);
	if (!read.ok) {
		giveUp(read.sentence);
		return;
	}
	try {
		const services = createServices(read.environment);
		if (read.environment.production) guardLastWords(services);
		const running = await startServer(services);
		welcome(services, running.port);
		stopOnSignal(services, running);
	} catch (error) {
		const fault = startFaultOf(error, read.environment);
		if (fault) giveUp(fault.english, fault.french);
		else giveUp(sentenceOf(error, read.environment.port));
	}
}

function welcome({ environment, db }: Services, port: number): void {
	const address = new URL(environment.origins[0]);
	if (address.hostname === "localhost") address.port = String(port);
	const accounts = environment.demonstration ? demonstrationWords(db) : "";
	process.stdout.write(`${accounts}Relais is ready: ${address.origin} (Ctrl+C stops it).\n`);
}

/** The fictitious accounts, for whoever tries Relais: one click each on the sign-in page. */
function demonstrationWords(db: Services["db"]): string {
	const members = demonstrationMembers(db);
	if (members.length === 0) return "";
	const lines = members.map(({ label, structureName }) => `  ${label} (${structureName})`);
	return [
		"Demonstration accounts, all fictitious; one click each on the sign-in page:",
		...lines,
		`Or by address, such as educatrice-a@demonstration.invalid, with “${demonstrationPassword}”.`,
		"",
	].join("\n");
}

function giveUp(sentence: string, inFrench?: string): void {
	process.stderr.write(`Relais does not start. ${sentence}\n`);
	if (inFrench) process.stderr.write(`Relais ne démarre pas. ${inFrench}\n`);
	process.exitCode = 1;
}

function sentenceOf(error: unknown, port: number): string {
	if (error instanceof CannotStart) return error.message;
	const { code } = error as { code?: string };
	if (code === "EADDRINUSE") return `Another program already listens on port ${port}: set PORT.`;
	if (code === "EACCES") return `This account may not listen on port ${port}: set PORT.`;
	const { stack } = traceOf(error);
	return [error instanceof Error ? error.message : String(error), ...stack].join("\n  ");
}
