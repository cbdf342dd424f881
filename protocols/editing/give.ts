/** What a wish may give for each property of a part: a value, nothing new, or `null` to take it away. */
type Given<Part> = { [Key in keyof Part]?: Part[Key] | null | undefined };

/** Writes what a wish gives on a part, in place. Whether the whole still reads is asked afterwards. */
export function give<Part extends object>(part: Part, given: Given<Part>): void {
	for (const [key, value] of Object.entries(given)) {
		if (value === undefined) continue;
		if (value === null) Reflect.deleteProperty(part, key);
		else Reflect.set(part, key, value);
	}
}
