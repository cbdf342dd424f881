import { expect, test } from "vitest";
import type { Protocol } from "#protocols/language/protocol.ts";
import { type EditCommand, editTypes } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { toldChange } from "./told-change.for-tests.ts";

/** Each wish on the short example, and every place of the document that it changes. */
const table: [what: string, command: EditCommand, changes: string[]][] = [
	[
		"the head",
		{ type: "set-protocol", title: { fr: "Le nôtre" }, prerequisites: { fr: "Convention signée" } },
		[
			"title.fr: Exemple court -> Le nôtre",
			"title.en: Short example -> nothing",
			'prerequisites: nothing -> {"fr":"Convention signée"}',
		],
	],
	["one language only", { type: "set-protocol", languages: ["fr"] }, ["languages: en -> nothing"]],
	[
		"a promise, at its place",
		{ type: "set-promise", milestone: "first-protection", within: { n: 1, unit: "clock-hours" } },
		["promises: nothing -> first-protection"],
	],
	[
		"a promise taken back",
		{ type: "set-promise", milestone: "first-contact", within: null },
		["promises: first-contact -> nothing"],
	],
	[
		"where a phase begins",
		{ type: "set-start", in: "identification", start: "watch" },
		["phases[0].start: receive-sign -> watch"],
	],
	[
		"a new role, named after its label",
		{
			type: "add-role",
			label: { fr: "Écoute & soutien", en: "Listening" },
			external: false,
			after: "lead",
		},
		["roles: nothing -> ecoute-soutien"],
	],
	[
		"a role's label",
		{ type: "set-role", role: "care", label: { fr: "Soin" } },
		["roles[3].label.fr: Acteur de soin -> Soin", "roles[3].label.en: Care actor -> nothing"],
	],
	[
		"a role that leaves the application",
		{ type: "set-role", role: "care", external: true },
		[
			"roles[3].external: false -> true",
			"phases[2].groups[0].tracks[1].steps[0].handoff.mode: app -> external",
		],
	],
	[
		"the order of roles",
		{ type: "move-role", role: "prosecutor", before: "spotter" },
		["roles: spotter crip lead care prosecutor -> prosecutor spotter crip lead care"],
	],
	[
		"a role that is replaced",
		{ type: "delete-role", role: "care", redirect: "crip" },
		[
			"roles: care -> nothing",
			"phases[2].groups[0].tracks[0].steps[1].participants[0]: care -> crip",
			"phases[2].groups[0].tracks[1].steps[0].handoff.to: care -> crip",
		],
	],
	[
		"a step at the end of a track",
		{
			type: "add-step",
			in: "safety",
			title: { fr: "Écouter à l'aube" },
			kind: "action",
			role: "lead",
		},
		["phases[2].groups[0].tracks[0].steps: nothing -> ecouter-a-l-aube"],
	],
	[
		"a step slipped in on the way of an outcome",
		{
			type: "add-step",
			in: "identification",
			title: { fr: "Parler" },
			kind: "decision",
			role: "spotter",
			through: { step: "receive-sign", outcome: "RISK" },
		},
		["phases[0].steps: receive-sign -> receive-sign parler"],
	],
	[
		"a handoff with its terms",
		{
			type: "add-step",
			in: "care",
			title: { fr: "Demander" },
			kind: "handoff",
			role: "lead",
			handoff: { to: "prosecutor", goesOn: "outcome" },
		},
		["phases[2].groups[0].tracks[1].steps: nothing -> demander"],
	],
	[
		"a step's words",
		{
			type: "set-step",
			step: "watch",
			title: { fr: "Veiller", en: "Watch" },
			guidance: { fr: "Un mois au plus." },
		},
		[
			"phases[0].steps[1].title.fr: Tenir une veille datée -> Veiller",
			"phases[0].steps[1].title.en: Keep a dated watch -> Watch",
			"phases[0].steps[1].guidance.fr: Une veille a une date de fin. -> Un mois au plus.",
			"phases[0].steps[1].guidance.en: A watch has an end date. -> nothing",
		],
	],
	[
		"a step's delay, roles and questions",
		{
			type: "set-step",
			step: "watch",
			role: "crip",
			participants: ["lead"],
			delay: { n: 3, unit: "working-days", basis: "example" },
			questions: [],
		},
		[
			"phases[0].steps[1].role: spotter -> crip",
			"phases[0].steps[1].participants: nothing -> lead",
			"phases[0].steps[1].delay.n: 15 -> 3",
			"phases[0].steps[1].delay.unit: calendar-days -> working-days",
			"phases[0].steps[1].delay.basis: proposal -> example",
			"phases[0].steps[1].questions: concern_level -> nothing",
		],
	],
	[
		"a step's limit, lifted",
		{ type: "set-step", step: "watch", rounds: null },
		['phases[0].steps[1].rounds: {"most":2,"beyond":"RISK"} -> nothing'],
	],
	[
		"a handoff's terms",
		{
			type: "set-step",
			step: "send-concern",
			handoff: {
				urgency: "immediate",
				ifSilent: { fr: "Rappeler" },
				delays: { acknowledge: { n: 4, unit: "clock-hours" } },
			},
		},
		[
			"phases[1].steps[0].handoff.urgency: urgent -> immediate",
			'phases[1].steps[0].handoff.delays: nothing -> {"acknowledge":{"n":4,"unit":"clock-hours"}}',
			'phases[1].steps[0].handoff.ifSilent: nothing -> {"fr":"Rappeler"}',
		],
	],
	[
		"a handoff to a role outside",
		{ type: "set-step", step: "ask-care", handoff: { to: "prosecutor" } },
		[
			"phases[2].groups[0].tracks[1].steps[0].handoff.to: care -> prosecutor",
			"phases[2].groups[0].tracks[1].steps[0].handoff.mode: app -> external",
		],
	],
	[
		"a handoff that goes on at the outcome",
		{ type: "set-step", step: "send-concern", handoff: { goesOn: "outcome" } },
		[
			"phases[1].steps[0].handoff.goesOn: acceptance -> outcome",
			"phases[1].steps[0].outcomes: nothing -> COMPLETED",
		],
	],
	[
		"the order of steps",
		{ type: "move-step", step: "watch", before: "receive-sign" },
		["phases[0].steps: receive-sign watch -> watch receive-sign"],
	],
	[
		"a step into another phase",
		{ type: "move-step", step: "watch", in: "orientation" },
		["phases[0].steps: watch -> nothing", "phases[1].steps: nothing -> watch"],
	],
	[
		"a step into a track, which goes on from there",
		{
			type: "move-step",
			step: "first-analysis",
			in: "care",
			after: "ask-care",
			redirect: "support",
		},
		[
			"phases[1].steps: send-concern first-analysis -> send-concern",
			"phases[2].groups[0].tracks[1].steps: nothing -> first-analysis",
		],
	],
	[
		"a step's copy",
		{ type: "duplicate-step", step: "watch" },
		["phases[0].steps: nothing -> tenir-une-veille-datee-copie"],
	],
	[
		"a step taken out, with where to go instead",
		{ type: "delete-step", step: "watch", redirect: "send-concern" },
		["phases[0].steps: receive-sign watch -> receive-sign"],
	],
	[
		"a first step taken out",
		{ type: "delete-step", step: "first-contact", redirect: "@end" },
		[
			"phases[2].groups[0].tracks[0].start: first-contact -> review",
			"phases[2].groups[0].tracks[0].steps: first-contact -> nothing",
		],
	],
	[
		"an outcome, its code after its label",
		{
			type: "add-outcome",
			step: "receive-sign",
			label: { fr: "Déjà suivi ailleurs" },
			to: "close",
		},
		["phases[0].steps[0].outcomes: nothing -> DEJA_SUIVI_AILLEURS"],
	],
	[
		"an outcome of a handoff, for an end that none answers",
		{ type: "add-outcome", step: "send-concern", label: { fr: "Retirée" }, to: "watch" },
		["phases[1].steps[0].outcomes: nothing -> RETIREE"],
	],
	[
		"what an outcome says",
		{
			type: "set-outcome",
			step: "receive-sign",
			outcome: "RISK",
			label: { fr: "Inquiet" },
			raises: "runaway",
		},
		[
			"phases[0].steps[0].outcomes[1].label.fr: Transmettre -> Inquiet",
			"phases[0].steps[0].outcomes[1].label.en: Pass it on -> nothing",
			"phases[0].steps[0].outcomes[1].raises: nothing -> runaway",
		],
	],
	[
		"an outcome that no longer ends an interruption",
		{ type: "set-outcome", step: "welcome", outcome: "REPLAN", to: "keep-bond" },
		[
			"interruptions[1].steps[1].outcomes[1].to: @over -> keep-bond",
			"interruptions[1].steps[1].outcomes[1].leads: support -> nothing",
		],
	],
	[
		"a condition, taken away",
		{ type: "set-outcome", step: "care-later", outcome: "NOT_NOW", when: null },
		[
			'phases[2].groups[0].tracks[1].steps[1].outcomes[1].when: {"track":"safety","reached":"review"} -> nothing',
		],
	],
	[
		"the order of outcomes",
		{ type: "move-outcome", step: "watch", outcome: "NO_CONCERN", before: "WATCH" },
		["phases[0].steps[1].outcomes: WATCH RISK NO_CONCERN -> NO_CONCERN WATCH RISK"],
	],
	[
		"an outcome's copy",
		{ type: "duplicate-outcome", step: "send-concern", outcome: "REFUSED" },
		["phases[1].steps[0].outcomes: nothing -> REFUSED_2"],
	],
	[
		"an outcome taken out",
		{ type: "delete-outcome", step: "watch", outcome: "NO_CONCERN" },
		["phases[0].steps[1].outcomes: NO_CONCERN -> nothing"],
	],
	[
		"the outcome after the last round, replaced",
		{ type: "delete-outcome", step: "watch", outcome: "RISK", redirect: "NO_CONCERN" },
		[
			"phases[0].steps[1].rounds.beyond: RISK -> NO_CONCERN",
			"phases[0].steps[1].outcomes: RISK -> nothing",
		],
	],
	[
		"a group with two tracks to name",
		{ type: "add-group", in: "orientation", title: { fr: "De front" } },
		["phases[1].groups: nothing -> de-front"],
	],
	[
		"a group of known tracks",
		{
			type: "add-group",
			in: "care",
			title: { fr: "Ensemble" },
			tracks: [{ id: "justice" }, { id: "care" }],
		},
		["phases[2].groups[0].tracks[1].groups: nothing -> ensemble"],
	],
	[
		"where a group goes on",
		{ type: "set-group", group: "support", title: { fr: "Soutenir" }, to: "support" },
		[
			"phases[2].groups[0].title.fr: Accompagner -> Soutenir",
			"phases[2].groups[0].title.en: Support -> nothing",
			"phases[2].groups[0].to: close -> support",
		],
	],
	[
		"a group's copy",
		{ type: "duplicate-group", group: "support" },
		["phases[2].groups: nothing -> support-2"],
	],
	[
		"a group taken out",
		{ type: "delete-group", group: "support", redirect: "close" },
		[
			"phases[1].steps[1].outcomes[0].to: support -> close",
			"phases[1].steps[1].outcomes[1].to: support -> close",
			"phases[2].start: support -> close",
			"phases[2].steps[0].outcomes[1].to: support -> close",
			"phases[2].groups: support -> nothing",
			"interruptions[1].steps[1].outcomes[1].leads: support -> close",
		],
	],
	[
		"a track",
		{
			type: "add-track",
			group: "support",
			title: { fr: "Famille d'accueil" },
			phase: "orientation",
			first: { fr: "Rencontrer" },
		},
		["phases[2].groups[0].tracks: nothing -> famille-d-accueil"],
	],
	[
		"a track's title and phase",
		{ type: "set-track", track: "care", title: { fr: "Santé" }, phase: "orientation" },
		[
			'phases[2].groups[0].tracks[1].title: nothing -> {"fr":"Santé"}',
			"phases[2].groups[0].tracks[1].phase: nothing -> orientation",
		],
	],
	[
		"the order of tracks",
		{ type: "move-track", track: "care", before: "safety" },
		["phases[2].groups[0].tracks: safety care -> care safety"],
	],
	[
		"a track's copy",
		{ type: "duplicate-track", track: "care" },
		["phases[2].groups[0].tracks: nothing -> care-2"],
	],
	[
		"an interruption",
		{ type: "add-interruption", title: { fr: "Grand froid", en: "Cold spell" } },
		["interruptions: nothing -> grand-froid"],
	],
	[
		"who raises an interruption",
		{ type: "set-interruption", interruption: "runaway", raisedBy: ["lead"], clocks: "run" },
		["interruptions[1].raisedBy: anyone -> lead", "interruptions[1].clocks: pause -> run"],
	],
	[
		"the order of interruptions",
		{ type: "move-interruption", interruption: "runaway", before: "immediate-danger" },
		["interruptions: immediate-danger runaway -> runaway immediate-danger"],
	],
	[
		"an interruption's copy",
		{ type: "duplicate-interruption", interruption: "immediate-danger" },
		["interruptions: nothing -> immediate-danger-2"],
	],
	[
		"an interruption that nothing raises any more",
		{ type: "delete-interruption", interruption: "runaway", redirect: null },
		["interruptions: immediate-danger runaway -> immediate-danger"],
	],
	[
		"a group into another phase",
		{ type: "move-group", group: "support", in: "orientation", redirect: "close" },
		[
			"phases[1].groups: nothing -> support",
			"phases[2].start: support -> close",
			"phases[2].groups: support -> nothing",
		],
	],
	[
		"a track taken out of three",
		{ type: "delete-track", track: "schooling" },
		["phases[2].groups[0].tracks: schooling -> nothing"],
	],
];

test.each(table)("%s", (_, command, changes) => {
	expect(
		toldChange(command.type === "delete-track" ? withThirdTrack() : exampleProtocol(), command),
	).toEqual(changes);
});

test("the table has every kind of wish", () => {
	const shown = new Set(table.map(([, { type }]) => type));

	expect(editTypes.filter((type) => !shown.has(type))).toEqual([]);
});

function withThirdTrack(): Protocol {
	const edited = edit(exampleProtocol(), { type: "add-track", group: "support", id: "schooling" });
	if (!edited.ok) throw new Error(edited.refusal.code);
	return edited.protocol;
}
