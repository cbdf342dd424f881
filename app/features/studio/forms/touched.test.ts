import { expect, test } from "vitest";
import type { CommandOf } from "#protocols/editing/commands.ts";
import { edit } from "#protocols/editing/edit.ts";
import { emptySkeleton } from "#protocols/editing/skeleton.ts";
import { touched } from "./touched.ts";

const protocol = emptySkeleton({ id: "essai", title: { fr: "Essai" } });
const [step] = protocol.phases[0].steps;
if (!step) throw new Error("A blank page has a first step.");

test("a form that was sent as it was shown changes nothing", () => {
	expect(touched(protocol, whole())).toBeUndefined();
});

test("of a whole form, only what its writer changed is asked for", () => {
	const title = { fr: "Un autre titre" };

	expect(touched(protocol, { ...whole(), title })).toEqual({
		type: "set-step",
		step: step.id,
		title,
	});
});

test("taking away what was there is a change; leaving out what never was is none", () => {
	const limited = edited({
		type: "set-step",
		step: step.id,
		rounds: { most: 2, beyond: step.outcomes[0]?.code ?? "" },
	});

	expect(touched(limited, { ...whole(), rounds: null })).toMatchObject({ rounds: null });
	expect(touched(protocol, { ...whole(), rounds: null })).toBeUndefined();
});

test("a translation or a reference that is taken away is a change", () => {
	const title = { fr: step.title.fr };
	const { reference: _, ...delay } = { ...step.delay, reference: "CASF L226-3" };
	const cited = edited({
		type: "set-step",
		step: step.id,
		delay: { ...delay, reference: "CASF L226-3" },
	});

	expect(step.title.en).toBeDefined();
	expect(touched(protocol, { ...whole(), title })).toMatchObject({ title });
	expect(touched(cited, { ...whole(), delay })).toMatchObject({ delay });
});

test("the role of a step may change; the role that a command names stays its name", () => {
	expect(touched(protocol, { ...whole(), role: "crip" })).toMatchObject({ role: "crip" });
	expect(touched(protocol, { type: "set-role", role: "crip", external: true })).toEqual({
		...{ type: "set-role", role: "crip", external: true },
	});
});

test("commands that set nothing are left alone", () => {
	const gone = { type: "delete-step", step: step.id } as const;

	expect(touched(protocol, gone)).toBe(gone);
});

/** The form of the first step, as the page showed it. */
function whole(): CommandOf<"set-step"> {
	const { id, title, kind, role, participants, delay, guidance, questions } = step as NonNullable<
		typeof step
	>;
	return {
		...{ type: "set-step", step: id, title, kind, role, participants, delay },
		...{ guidance, questions, rounds: null },
	};
}

function edited(command: CommandOf<"set-step">) {
	const done = edit(protocol, command);
	if (!done.ok) throw new Error(done.refusal.sentence.en);
	return done.protocol;
}
