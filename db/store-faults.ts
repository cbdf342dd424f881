/** Whether the store itself is at fault: then whatever comes next would fail the same way, and slowly. */
export function isStoreFault(error: unknown): boolean {
	const { code } = (error ?? {}) as { code?: unknown };
	return (
		typeof code === "string" &&
		/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(code)
	);
}
