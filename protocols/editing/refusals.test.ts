import { expect, test } from "vitest";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import type { RefusalFacts } from "./refusal.ts";

const someTitle = { title: { fr: "Nouvelle" }, role: "lead" } as const;

/** Each wish that is refused, why, and the French sentence that says so. */
const table: [what: string, command: EditCommand, code: RefusalFacts["code"], sentence: string][] =
	[
		[
			"a step that is not there",
			{ type: "set-step", step: "gone", title: { fr: "Rien" } },
			"absent",
			"Cette partie n'existe plus dans le brouillon.",
		],
		[
			"a place that is not there",
			{ type: "add-step", in: "gone", kind: "action", ...someTitle },
			"absent",
			"Cette partie n'existe plus dans le brouillon.",
		],
		[
			"an outcome that is not there",
			{ type: "set-outcome", step: "watch", outcome: "GONE", to: "close" },
			"outcome-absent",
			"L'étape n'a pas d'issue « GONE ».",
		],
		[
			"a way through an outcome that is not there",
			{
				...{ type: "add-step", in: "orientation", kind: "action", ...someTitle },
				through: { step: "watch", outcome: "GONE" },
			},
			"outcome-absent",
			"L'étape n'a pas d'issue « GONE ».",
		],
		[
			"a name that a group has",
			{ type: "add-step", in: "care", id: "support", kind: "action", ...someTitle },
			"name-taken",
			"Le nom « support » est déjà pris.",
		],
		[
			"a name that the compiled machine gives",
			{ type: "add-interruption", id: "course", title: { fr: "Course" } },
			"name-taken",
			"Le nom « course » est déjà pris.",
		],
		[
			"a code that the step has",
			{ type: "add-outcome", step: "watch", code: "RISK", label: { fr: "Risque" } },
			"name-taken",
			"Le nom « RISK » est déjà pris.",
		],
		[
			"a place beside a step of another place",
			{ type: "move-step", step: "watch", after: "close" },
			"neighbour-absent",
			"« close » n'est pas à cet endroit.",
		],
		[
			"the end of a step that others lead to",
			{ type: "delete-step", step: "close" },
			"still-referred-to",
			"Le groupe « Accompagner » mène ici quand tous ses axes sont finis. Et 3 autres renvois.",
		],
		[
			"the only track but one",
			{ type: "delete-track", track: "care" },
			"last-of-its-place",
			"C'est le dernier élément de cet endroit : ajoutez-en d'abord un autre (un groupe garde deux axes).",
		],
		[
			"the only outcome of a step",
			{ type: "delete-outcome", step: "first-contact", outcome: "DONE" },
			"last-of-its-place",
			"C'est le dernier élément de cet endroit : ajoutez-en d'abord un autre (un groupe garde deux axes).",
		],
		[
			"a closure inside a track",
			{ type: "set-step", step: "review", kind: "closure" },
			"closure-elsewhere",
			"Une étape de clôture se place dans une phase, hors des groupes et des interruptions.",
		],
		[
			"a closure moved into an interruption",
			{ type: "move-step", step: "close", in: "runaway" },
			"closure-elsewhere",
			"Une étape de clôture se place dans une phase, hors des groupes et des interruptions.",
		],
		[
			"a group inside itself",
			{ type: "move-group", group: "support", in: "care" },
			"into-itself",
			"Un groupe ne peut pas être placé à l'intérieur de lui-même.",
		],
		[
			"the outcome after the last round",
			{ type: "delete-outcome", step: "watch", outcome: "RISK" },
			"left-after-rounds",
			"L'issue « RISK » est celle d'après le dernier tour : dites laquelle la remplace.",
		],
		[
			"a way to what this place does not reach",
			{ type: "set-outcome", step: "call", outcome: "PROTECTED_NOW", to: "watch" },
			"unreadable",
			"« watch » n'existe pas, ou pas d'ici.",
		],
		[
			"a role outside that would carry a step",
			{ type: "set-step", step: "watch", role: "prosecutor" },
			"unreadable",
			"Un rôle extérieur à l'application ne peut pas porter une étape.",
		],
		[
			"the outcome of a handoff that its success answers",
			{ type: "delete-outcome", step: "send-concern", outcome: "ACCEPTED" },
			"unreadable",
			"Aucune issue ne répond à « accepted ».",
		],
		[
			"terms of a handoff on a step that is none",
			{ type: "set-step", step: "watch", handoff: { urgency: "urgent" } },
			"unreadable",
			"Une étape de transmission décrit sa transmission, et elle seule.",
		],
	];

test.each(table)("%s is refused, in words", (_, command, code, sentence) => {
	const edited = edit(exampleProtocol(), command);

	expect(edited).toMatchObject({ ok: false, refusal: { code, sentence: { fr: sentence } } });
	expect(!edited.ok && edited.refusal.sentence.en).toMatch(/\.$/);
});

test("the table has every refusal", () => {
	const codes: Record<RefusalFacts["code"], true> = {
		absent: true,
		"outcome-absent": true,
		"name-taken": true,
		"neighbour-absent": true,
		"still-referred-to": true,
		"last-of-its-place": true,
		"closure-elsewhere": true,
		"into-itself": true,
		"left-after-rounds": true,
		unreadable: true,
	};
	const shown = new Set(table.map(([, , code]) => code));

	expect(Object.keys(codes).filter((code) => !shown.has(code as RefusalFacts["code"]))).toEqual([]);
});
