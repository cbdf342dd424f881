import { expect, test } from "vitest";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { rebased } from "./rebase.ts";
import { isUnchanged, standsOn } from "./stands-on.ts";

const watch = titleOf("watch");
const title = { fr: "Autre" };
const guidance = { fr: "Autre consigne." };

/** What one does, what another did meanwhile, and whether both can stand. */
const table: [what: string, mine: EditCommand, theirs: EditCommand, both: boolean][] = [
	[
		"other words of the same step",
		{ type: "set-step", step: "watch", title },
		{ type: "set-step", step: "watch", guidance },
		true,
	],
	[
		"the same words",
		{ type: "set-step", step: "watch", title },
		{ type: "set-step", step: "watch", title: { fr: "Veiller" } },
		false,
	],
	[
		"a text in two languages, each by somebody else",
		{ type: "set-step", step: "watch", title: { fr: "Veiller", en: watch.en } },
		{ type: "set-step", step: "watch", title: { fr: watch.fr, en: "Keep watch" } },
		true,
	],
	[
		"a text in one language, and the same text anew",
		{ type: "set-step", step: "watch", title: { fr: "Veiller", en: watch.en } },
		{ type: "set-step", step: "watch", title: { fr: "Garder un œil", en: "Keep watch" } },
		false,
	],
	[
		"who carries the step",
		{ type: "set-step", step: "watch", role: "lead" },
		{ type: "set-step", step: "watch", role: "crip" },
		false,
	],
	[
		"a new kind, beside any change of the step",
		{ type: "set-step", step: "watch", kind: "action" },
		{ type: "set-step", step: "watch", guidance },
		false,
	],
	[
		"other terms of the same handoff",
		{ type: "set-step", step: "ask-care", handoff: { urgency: "urgent" } },
		{ type: "set-step", step: "ask-care", handoff: { recipients: 2 } },
		true,
	],
	[
		"the same term",
		{ type: "set-step", step: "ask-care", handoff: { urgency: "urgent" } },
		{ type: "set-step", step: "ask-care", handoff: { urgency: "priority" } },
		false,
	],
	[
		"another outcome of the same step",
		{ type: "set-outcome", step: "watch", outcome: "RISK", label: title },
		{ type: "set-outcome", step: "watch", outcome: "WATCH", label: title },
		true,
	],
	[
		"where the same outcome leads",
		{ type: "set-outcome", step: "watch", outcome: "RISK", to: "close" },
		{ type: "set-outcome", step: "watch", outcome: "RISK", to: "first-analysis" },
		false,
	],
	[
		"an outcome that was taken out",
		{ type: "set-outcome", step: "watch", outcome: "NO_CONCERN", label: title },
		{ type: "delete-outcome", step: "watch", outcome: "NO_CONCERN" },
		false,
	],
	[
		"a step deleted that was rewritten",
		{ type: "delete-step", step: "watch", redirect: "close" },
		{ type: "set-step", step: "watch", title },
		false,
	],
	[
		"a step deleted that something new leads to",
		{ type: "delete-step", step: "watch", redirect: "close" },
		{ type: "set-outcome", step: "first-analysis", outcome: "RISK", to: "watch" },
		false,
	],
	[
		"a step deleted, while another place changed",
		{ type: "delete-step", step: "watch", redirect: "close" },
		{ type: "move-step", step: "first-analysis", before: "send-concern" },
		true,
	],
	[
		"a step moved twice",
		{ type: "move-step", step: "watch", in: "orientation" },
		{ type: "move-step", step: "watch", in: "accompaniment" },
		false,
	],
	[
		"a step moved that was rewritten",
		{ type: "move-step", step: "watch", in: "orientation" },
		{ type: "set-step", step: "watch", title },
		true,
	],
	[
		"two new steps at the same place",
		{ type: "add-step", in: "care", title, kind: "action", role: "lead" },
		{ type: "add-step", in: "care", title, kind: "action", role: "lead" },
		true,
	],
	[
		"two steps slipped in on the same way",
		{
			...{ type: "add-step", in: "identification", title, kind: "action", role: "lead" },
			through: { step: "watch", outcome: "RISK" },
		},
		{ type: "set-outcome", step: "watch", outcome: "RISK", to: "close" },
		false,
	],
	[
		"two promises",
		{ type: "set-promise", milestone: "closure", within: { n: 90, unit: "calendar-days" } },
		{ type: "set-promise", milestone: "first-contact", within: null },
		true,
	],
	[
		"the same promise",
		{ type: "set-promise", milestone: "first-contact", within: { n: 90, unit: "calendar-days" } },
		{ type: "set-promise", milestone: "first-contact", within: null },
		false,
	],
	[
		"the title of the protocol and for whom it is",
		{ type: "set-protocol", title },
		{ type: "set-protocol", audience: title },
		true,
	],
	[
		"where the same track begins",
		{ type: "set-start", in: "safety", start: "review" },
		{ type: "delete-step", step: "first-contact", redirect: "review" },
		false,
	],
	[
		"a role and another",
		{ type: "set-role", role: "care", label: title },
		{ type: "set-role", role: "lead", label: title },
		true,
	],
	[
		"who raises an interruption, and its clocks",
		{ type: "set-interruption", interruption: "runaway", raisedBy: ["lead"] },
		{ type: "set-interruption", interruption: "runaway", clocks: "run" },
		true,
	],
	[
		"a track and its title",
		{ type: "set-track", track: "care", title },
		{ type: "set-track", track: "care", title: { fr: "Santé" } },
		false,
	],
];

test.each(table)("%s", (_, mine, theirs, both) => {
	const seen = exampleProtocol();
	const now = done(seen, theirs);

	expect(isUnchanged(seen, now, mine)).toBe(both);
	expect(isUnchanged(seen, seen, mine)).toBe(true);
});

test("of a text written in one language, the other stays as somebody wrote it since", () => {
	const seen = exampleProtocol();
	const { fr, en } = watch;
	const theirs = { type: "set-step", step: "watch", title: { fr: "Veiller", en } } as const;
	const mine = { type: "set-step", step: "watch", title: { fr, en: "Keep watch" } } as const;

	expect(rebased(seen, done(seen, theirs), mine)).toEqual({
		...mine,
		title: { fr: "Veiller", en: "Keep watch" },
	});
	expect(rebased(seen, seen, mine)).toEqual(mine);
});

test("what stands now is told by the properties that the wish sets", () => {
	const protocol = exampleProtocol();
	const wish = { type: "set-step", step: "ask-care", role: "crip", handoff: { urgency: "urgent" } };

	expect(standsOn(protocol, wish as EditCommand)).toEqual({
		role: "lead",
		handoff: { urgency: "standard" },
	});
});

function titleOf(step: string): Text {
	const title = placesOf(exampleProtocol()).steps.get(step)?.step.title;
	if (!title) throw new Error(`The example has a step ${step}.`);
	return title;
}

function done(protocol: Protocol, command: EditCommand): Protocol {
	const edited = edit(protocol, command);
	if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
	return edited.protocol;
}
