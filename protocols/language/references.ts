import type { DocumentIssue } from "./issue.ts";
import {
	type Container,
	type DocumentPath,
	holds,
	outwards,
	type Places,
	placesOf,
} from "./places.ts";
import type { Protocol } from "./protocol.ts";
import {
	type Condition,
	endOf,
	type Outcome,
	type Step,
	type StepKind,
	type Target,
} from "./step.ts";
import { fields } from "./vocabulary/fields.ts";
import { knownTracks } from "./vocabulary/tracks.ts";

type Report = (code: string, path: DocumentPath, fr: string, en: string) => void;
type Reading = { protocol: Protocol; places: Places; report: Report };

/** Everything in a well-formed document that refers to something which is not there. */
export function referenceIssues(protocol: Protocol): DocumentIssue[] {
	const issues: DocumentIssue[] = [];
	const report: Report = (code, path, fr, en) => issues.push({ code, path, sentence: { fr, en } });
	const reading = { protocol, places: placesOf(protocol), report };

	checkNames(reading);
	for (const container of reading.places.containers) checkContainer(reading, container);
	for (const { step, container, path } of reading.places.steps.values()) {
		checkRoles(reading, step, path);
		checkHandoff(reading, step, path);
		checkRounds(reading, step, path);
		step.outcomes.forEach((outcome, index) => {
			checkOutcome(reading, { outcome, step, container }, [...path, "outcomes", index]);
		});
	}
	checkInterruptions(reading);
	return issues;
}

function checkNames({ protocol, places, report }: Reading): void {
	const seen = new Set<string>();
	const claim = (id: string, path: DocumentPath) => {
		if (reservedNames.has(id)) reportReserved(report, id, path);
		if (seen.has(id)) {
			report(
				"same-name",
				path,
				`Le nom « ${id} » sert deux fois.`,
				`The name "${id}" is used twice.`,
			);
		}
		seen.add(id);
	};
	for (const container of places.containers) {
		claim(container.id, [...container.path, "id"]);
		container.steps.forEach((step, index) => {
			claim(step.id, [...container.path, "steps", index, "id"]);
		});
		container.groups.forEach((group, index) => {
			claim(group.id, [...container.path, "groups", index, "id"]);
		});
	}
	const roles = new Set<string>();
	protocol.roles.forEach(({ id }, index) => {
		if (id === "constructor") reportReserved(report, id, ["roles", index, "id"]);
		if (roles.has(id)) {
			report(
				"same-name",
				["roles", index, "id"],
				`Le rôle « ${id} » est décrit deux fois.`,
				`The role "${id}" is described twice.`,
			);
		}
		roles.add(id);
	});
}

/** Names that the compiled machine gives to its own states, and one that every JavaScript object has. */
const reservedNames = new Set(["course", "idle", "end", "constructor"]);

function reportReserved(report: Report, id: string, path: DocumentPath): void {
	report(
		"reserved-name",
		path,
		`Le nom « ${id} » est réservé : choisissez-en un autre.`,
		`The name "${id}" is reserved: choose another one.`,
	);
}

function checkContainer({ report }: Reading, container: Container): void {
	if (!holds(container, container.start)) {
		report(
			"unknown-start",
			[...container.path, "start"],
			`« ${container.start} » n'est ni une étape ni un groupe d'ici.`,
			`"${container.start}" is neither a step nor a group of this place.`,
		);
	}
	if (
		container.kind === "track" &&
		!Object.hasOwn(knownTracks, container.id) &&
		!titleOf(container)
	) {
		report(
			"track-without-title",
			container.path,
			"Cet axe n'a pas de titre.",
			"This track has no title.",
		);
	}
	container.groups.forEach((group, index) => {
		if (!leadsSomewhere(container, group.to)) {
			report(
				"unknown-target",
				[...container.path, "groups", index, "to"],
				`Ce groupe mène à « ${group.to} », qui n'existe pas ici.`,
				`This group leads to "${group.to}", which does not exist here.`,
			);
		}
	});
}

function titleOf(container: Container) {
	return container.within?.group.tracks.find((track) => track.id === container.id)?.title;
}

/** Whether a group of that place may lead there. */
export function leadsSomewhere(container: Container, to: string): boolean {
	if (to === "@end") return container.kind === "track";
	if (to === "@over") return container.interruption !== undefined;
	return [...outwards(container)].some((around) => holds(around, to));
}

function checkRoles({ protocol, report }: Reading, step: Step, path: DocumentPath): void {
	const known = new Map(protocol.roles.map((role) => [role.id, role]));
	const mustExist = (role: string, at: DocumentPath) => {
		if (!known.has(role)) {
			report(
				"unknown-role",
				at,
				`Le rôle « ${role} » n'est pas décrit.`,
				`The role "${role}" is not described.`,
			);
		}
	};
	mustExist(step.role, [...path, "role"]);
	step.participants.forEach((role, index) => {
		mustExist(role, [...path, "participants", index]);
	});
	if (known.get(step.role)?.external) {
		report(
			"external-cannot-carry",
			[...path, "role"],
			"Un rôle extérieur à l'application ne peut pas porter une étape.",
			"A role outside the application cannot carry a step.",
		);
	}
	if (step.handoff) mustExist(step.handoff.to, [...path, "handoff", "to"]);
}

function checkHandoff({ protocol, report }: Reading, step: Step, path: DocumentPath): void {
	if ((step.kind === "handoff") !== (step.handoff !== undefined)) {
		report(
			"handoff-terms",
			path,
			"Une étape de transmission décrit sa transmission, et elle seule.",
			"A handoff step describes its handoff, and no other step does.",
		);
		return;
	}
	const { handoff } = step;
	if (!handoff) return;

	const to = protocol.roles.find((role) => role.id === handoff.to);
	if (to && to.external !== (handoff.mode === "external")) {
		report(
			"handoff-mode",
			[...path, "handoff", "mode"],
			"Le mode ne correspond pas au rôle : un acteur extérieur se transmet en « external ».",
			'The mode does not fit the role: an outside actor is reached in "external" mode.',
		);
	}
	checkHandoffEnds(report, step, path, handoff.goesOn === "acceptance" ? "accepted" : "completed");
}

function checkHandoffEnds(
	report: Report,
	step: Step,
	path: DocumentPath,
	needed: "accepted" | "completed",
): void {
	const ends = step.outcomes.map(endOf);
	ends.forEach((end, index) => {
		if (end === undefined) {
			report(
				"outcome-without-end",
				[...path, "outcomes", index],
				"Cette issue ne dit pas à quelle fin de la transmission elle répond (« on »).",
				'This outcome does not say which end of the handoff it answers ("on").',
			);
		}
	});
	if (!ends.includes(needed)) {
		report(
			"handoff-without-success",
			[...path, "outcomes"],
			`Aucune issue ne répond à « ${needed} ».`,
			`No outcome answers "${needed}".`,
		);
	}
}

type Placed = { outcome: Outcome; step: Step; container: Container };

function checkOutcome(reading: Reading, placed: Placed, path: DocumentPath): void {
	const { outcome, step, container } = placed;
	const { places, protocol, report } = reading;

	const twins = step.outcomes.filter(({ code }) => code === outcome.code);
	if (twins.length > 1) {
		report(
			"same-outcome",
			[...path, "code"],
			`L'issue « ${outcome.code} » est écrite deux fois.`,
			`The outcome "${outcome.code}" is written twice.`,
		);
	}
	checkTarget(reading, placed, [...path, "to"]);
	if (outcome.raises && !protocol.interruptions.some(({ id }) => id === outcome.raises)) {
		report(
			"unknown-interruption",
			[...path, "raises"],
			`L'interruption « ${outcome.raises} » n'existe pas.`,
			`There is no interruption "${outcome.raises}".`,
		);
	}
	if (
		outcome.leads &&
		!(container.interruption && outcome.to === "@over" && inCourse(places, outcome.leads))
	) {
		report(
			"unknown-lead",
			[...path, "leads"],
			"« leads » va avec « @over » et nomme une étape ou un groupe du parcours.",
			'"leads" goes with "@over" and names a step or a group of the course.',
		);
	}
	if (outcome.when) checkCondition(reading, outcome.when, [...path, "when"]);
}

function checkRounds({ report }: Reading, { rounds, outcomes }: Step, path: DocumentPath): void {
	if (!rounds || outcomes.some(({ code }) => code === rounds.beyond)) return;
	report(
		"unknown-beyond",
		[...path, "rounds", "beyond"],
		`L'issue « ${rounds.beyond} » n'existe pas.`,
		`There is no outcome "${rounds.beyond}".`,
	);
}

function checkTarget(
	{ places, report }: Reading,
	{ outcome, step, container }: Placed,
	path: DocumentPath,
): void {
	const { to } = outcome;
	if (mayLead(places, { container, kind: step.kind }, to)) return;
	if (to === "@closed") {
		report(
			"closure-elsewhere",
			path,
			"Seule une étape de clôture du parcours peut clore.",
			"Only a closure step of the course can close.",
		);
		return;
	}
	report(
		"unknown-target",
		path,
		`« ${to} » n'existe pas, ou pas d'ici.`,
		`"${to}" does not exist, or not from here.`,
	);
}

/** Whether an outcome of a step of that kind, in that place, may lead there. */
export function mayLead(
	places: Places,
	{ container, kind }: { container: Container; kind: StepKind },
	to: Target,
): boolean {
	if (to === "@closed") return kind === "closure" && container.kind === "phase";
	return leadsSomewhere(container, to) || (!container.interruption && inCourse(places, to));
}

/** Whether the course itself holds that step or group, outside every track. */
function inCourse(places: Places, id: string): boolean {
	return places.containers.some((container) => container.kind === "phase" && holds(container, id));
}

function checkCondition({ places, report }: Reading, when: Condition, path: DocumentPath): void {
	if ("fact" in when) {
		const known = fields[when.fact].codes;
		when.in.forEach((code, index) => {
			if (!Object.hasOwn(known, code)) {
				report(
					"unknown-code",
					[...path, "in", index],
					`« ${code} » n'est pas une réponse de cette liste.`,
					`"${code}" is not an answer of this list.`,
				);
			}
		});
		return;
	}
	const track = places.tracks.get(when.track);
	if (!track?.steps.some(({ id }) => id === when.reached)) {
		report(
			"unknown-reached",
			path,
			`L'axe « ${when.track} » n'a pas d'étape « ${when.reached} ».`,
			`The track "${when.track}" has no step "${when.reached}".`,
		);
	}
}

function checkInterruptions({ protocol, report }: Reading): void {
	const roles = new Set(protocol.roles.map(({ id }) => id));
	protocol.interruptions.forEach(({ raisedBy }, index) => {
		if (raisedBy === "anyone") return;
		raisedBy.forEach((role, position) => {
			if (!roles.has(role)) {
				report(
					"unknown-role",
					["interruptions", index, "raisedBy", position],
					`Le rôle « ${role} » n'est pas décrit.`,
					`The role "${role}" is not described.`,
				);
			}
		});
	});
}
