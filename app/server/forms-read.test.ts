import { expect, test } from "vitest";
import { closed, leavesOf } from "#protocols/language/schema-leaves.for-tests.ts";
import { bodiesReadElsewhere, formsEmptied, formsRead } from "./body-readers.for-tests.ts";
import { type FormEntry, formRegister } from "./form-register.for-tests.ts";
import { logEvent } from "./log-events.ts";

const nameOf = ({ file, schema }: { file: string; schema: string }) => `${file}: ${schema}`;

test("every form that an action reads is registered, and no other", () => {
	const read = formsRead().map(nameOf).sort();

	expect(read).toEqual(formRegister.map(nameOf).sort());
	expect(read.length).toBeGreaterThan(15);
});

test("nothing reads a body past the one reader of forms", () => {
	expect(bodiesReadElsewhere()).toEqual([]);
});

test("forms of which only the arrival counts are those of one button", () => {
	const buttons = formsEmptied();

	expect(buttons).toEqual(expect.arrayContaining(["app/routes/sign-out.tsx"]));
	expect(
		buttons.filter((file) => !/^app\/(routes\/|server\/|features\/handoffs\/)/.test(file)),
	).toEqual([]);
});

test.each(formRegister.filter(({ casework }) => casework))(
	"on casework, $schema of $file takes codes, bounded numbers, dates and known names only",
	(entry) => {
		expect(openFields(entry)).toEqual(allowed(entry));
		expect(Object.values(entry.texts ?? {}).filter((kind) => kind !== "typed_code")).toEqual([]);
	},
);

test.each(formRegister.filter(({ casework }) => !casework))(
	"elsewhere, each text of $schema in $file has a class",
	(entry) => {
		expect(openFields(entry)).toEqual(allowed(entry));
	},
);

test("a line of the log has no field that a sentence fits into", () => {
	const open = leavesOf(logEvent).filter(({ holds }) => !closed.includes(holds));

	expect(open.map(({ path }) => path)).toEqual([]);
});

/** The fields of a form, in any of its shapes, into which more than a form or a number fits. */
function openFields({ shapes }: FormEntry): string[] {
	const open = shapes
		.flatMap((shape) => leavesOf(shape))
		.filter(({ holds }) => !closed.includes(holds));
	return [...new Set(open.map(({ path }) => path))].sort();
}

function allowed({ texts }: FormEntry): string[] {
	return Object.keys(texts ?? {}).sort();
}
