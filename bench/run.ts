import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Budget, budgetFiles, claimLine, isMet, type Outcome, type Size } from "./budget.ts";
import { type Measured, writeResult } from "./results.ts";

/** `npm run bench`, `npm run bench -- 2 6`, `npm run bench -- --full`. */
async function bench(words: readonly string[]): Promise<void> {
	const size: Size = words.includes("--full") ? "full" : "usual";
	const asked = words.filter((word) => /^\d+$/.test(word)).map(Number);
	const numbers = asked.length > 0 ? asked : Object.keys(budgetFiles).map(Number);
	const done: Measured[] = [];
	for (const number of numbers) {
		say(`\nBudget ${number}`);
		const began = performance.now();
		const outcome = await measureAlone(number, size);
		const seconds = Math.round((performance.now() - began) / 1000);
		for (const line of [outcome.title, ...outcome.seen, ...outcome.claims.map(claimLine)])
			say(line);
		const measured = { number, seconds, ...outcome };
		done.push(measured);
		writeResult(measured, size);
	}
	const missed = done.filter((outcome) => !isMet(outcome)).map(({ number }) => number);
	say(missed.length === 0 ? "\nEvery budget holds." : `\nMissed: ${missed.join(", ")}.`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

type Named = Outcome & Pick<Budget, "title" | "whenMissed">;

async function measureAlone(number: number, size: Size): Promise<Named> {
	const child = fork(join(import.meta.dirname, "one.ts"), [String(number), size], {
		execArgv: ["--disable-warning=ExperimentalWarning", "--expose-gc"],
	});
	let outcome: Named | undefined;
	child.on("message", (message) => {
		outcome = message as Named;
	});
	await once(child, "exit");
	if (outcome) return outcome;
	const fault = { kind: "answer", what: "the bench itself came to its end", holds: false } as const;
	return { title: "It stopped before it was done.", seen: [], claims: [fault] };
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

await bench(process.argv.slice(2));
