/** What a checked form held, as its fields would send it again. */
export function sentValues(data: Record<string, unknown>): Record<string, string | string[]> {
	const given = Object.entries(data).filter(([, value]) => value !== undefined);
	return Object.fromEntries(
		given.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
	);
}
