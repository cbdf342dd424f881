import Database from "better-sqlite3";

/** Where a writer kills itself: the same numbers die at the same place. */
export type LastStatement = {
	/** Which statement, counted from its start; of every kind, or of those that commit only. */
	n: number;
	of: "all" | "commits";
	/** Just before it runs, or just after. */
	when: "before" | "after";
};

type Statement = { source: string };
type Method = (this: Statement, ...values: unknown[]) => unknown;

/** Has this process kill itself, with no warning, around one of its statements in any store. */
export function dieAtStatement({ n, of, when }: LastStatement): void {
	const kinds = Object.getPrototypeOf(new Database(":memory:").prepare("SELECT 1"));
	let seen = 0;
	const isLast = ({ source }: Statement) => {
		if (of === "commits" && source !== "COMMIT") return false;
		seen += 1;
		return seen === n;
	};
	for (const method of ["run", "get", "all"] as const) {
		kinds[method] = dyingAt(kinds[method] as Method, isLast, when);
	}
}

function dyingAt(
	usual: Method,
	isLast: (statement: Statement) => boolean,
	when: LastStatement["when"],
): Method {
	return function (...values) {
		const last = isLast(this);
		if (last && when === "before") killSelf();
		const result = usual.apply(this, values);
		if (last) killSelf();
		return result;
	};
}

function killSelf(): void {
	process.kill(process.pid, "SIGKILL");
}
