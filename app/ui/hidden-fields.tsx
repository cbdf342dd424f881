/** What travels with a form unseen: the idempotency key, the age of the page. Nothing is sent for `undefined`. */
export function HiddenFields({ values }: { values: Record<string, string | number | undefined> }) {
	return Object.entries(values).map(([name, value]) =>
		value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
	);
}
