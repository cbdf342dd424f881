import type Database from "better-sqlite3";

const writing = /^\s*(insert|update|delete)\b/i;
const listeners = new WeakMap<Database.Database, () => void>();
let patched = false;

/** Has somebody told before each statement that writes, also where it was prepared long before. */
export function onWrites(client: Database.Database, tell: () => void): void {
	if (!patched) patch(Object.getPrototypeOf(client.prepare("SELECT 1")));
	patched = true;
	listeners.set(client, tell);
}

type Act = (this: Database.Statement, ...values: unknown[]) => unknown;

function patch(statements: Record<"run" | "get" | "all", Act>): void {
	for (const name of ["run", "get", "all"] as const) {
		const act = statements[name];
		statements[name] = function (...values) {
			const tell = listeners.get(this.database);
			if (tell && writing.test(this.source)) tell();
			return act.apply(this, values);
		};
	}
}
