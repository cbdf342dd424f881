/**
 * One spelling for one document: keys in order, no white space.
 *
 * The SHA-256 of this text is the identity of a protocol version; `db/protocol-versions.ts`
 * computes it, because `protocols/` imports no cryptography.
 *
 * @throws TypeError for anything that JSON cannot hold (a caller's bug)
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value !== null && typeof value === "object") {
		const entries = Object.entries(value)
			.filter(([, part]) => part !== undefined)
			.sort(([left], [right]) => (left < right ? -1 : 1))
			.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
		return `{${entries.join(",")}}`;
	}
	const text = JSON.stringify(value);
	const isNumberWithoutSpelling = typeof value === "number" && !Number.isFinite(value);
	if (text === undefined || isNumberWithoutSpelling) {
		throw new TypeError(`JSON cannot hold ${String(value)}.`);
	}
	return text;
}
