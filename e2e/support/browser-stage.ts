import { isPersonAct } from "#app/features/handoffs/act-table.ts";
import { madeUpStructures } from "#db/seed/directory.ts";
import { madeUpPeople } from "#db/seed/people.ts";
import { handoffActCodes } from "#protocols/casework/handoff/life.ts";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import type { Act, Scenario } from "#protocols/catalogue/scenario.ts";
import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { declineReasons } from "#protocols/language/vocabulary/handoff-codes.ts";
import { latestDay, type Said } from "./filling.ts";
import { expect } from "./patience.ts";
import type { Professional } from "./professional.ts";
import type { Enter } from "./test.ts";

type PlayedAct = Exclude<Act, { waits: unknown }>;
type OnHandoff = Extract<Act, { onHandoff: string }>;

/** A story of the catalogue. @throws RangeError when there is none, or when it waits */
export function storyOf(model: string, id: string): { protocol: Protocol; scenario: Scenario } {
	const entry = modelOf(model);
	const scenario = entry?.scenarios.find((one) => one.id === id);
	const read = readProtocol(entry?.document);
	if (!scenario || !read.ok) throw new RangeError(`No story ${model}/${id}.`);
	if (scenario.acts.some((act) => "waits" in act)) {
		throw new RangeError(`${model}/${id} lets days pass, and a browser cannot.`);
	}
	return { protocol: read.protocol, scenario };
}

/**
 * Plays a story of the catalogue through the real screens. Each act is done by somebody of the
 * structure that carries the step; who that is, the screens say.
 */
export class BrowserStage {
	readonly #enter: Enter;
	readonly #protocol: Protocol;
	readonly #places: Places;
	/** Whoever has come in, by structure, the latest who acted last. */
	readonly #people = new Map<string, Professional>();
	/** The number and the two ends of the latest handoff of each step. */
	readonly #handoffs = new Map<string, { number: string; from: string; to: string }>();

	constructor(enter: Enter, protocol: Protocol) {
		this.#enter = enter;
		this.#protocol = protocol;
		this.#places = placesOf(protocol);
	}

	/**
	 * Opens the situation, as the structure that plays the role of the first step. Whoever answers a
	 * step later is there from the start, so that the situation is new in their day.
	 */
	async opens({ acts, opensWith = [] }: Scenario): Promise<void> {
		const [first] = this.#protocol.phases;
		const own = firstFor(this.#step(first?.start ?? "").role);
		const roles = acts.flatMap((act) => ("answers" in act || "handsOff" in act ? [act.by] : []));
		for (const role of new Set(roles)) await this.#someoneOf(firstFor(role, [], [own]));
		const opener = await this.#someoneOf(own);
		const running = opensWith.map((id) => this.#interruption(id));
		await opener.opens(this.#protocol.title.fr, { "Tranche d'âge": "15 à 17 ans" }, running);
	}

	/** Does what an act tells. */
	async plays(act: PlayedAct): Promise<void> {
		if ("answers" in act) {
			const step = this.#step(act.answers);
			const carrier = await this.#carrierOf(step);
			await carrier.answers(step.title.fr, outcomeOf(step, act.outcome), saidOf(act.with));
		} else if ("raises" in act) {
			const title = this.#interruption(act.raises);
			const danger = act.raises === "immediate-danger";
			const submit = danger ? "J'ai appelé, je déclare le danger immédiat" : undefined;
			await this.#lastOne().raises(title, submit);
		} else if ("handsOff" in act) await this.#handsOff(this.#step(act.handsOff));
		else await this.#actsOn(act);
	}

	/** What the story leaves: closed, or the steps that are open then. */
	async ends({ closed, open }: Scenario["ends"]): Promise<void> {
		const reader = this.#lastOne();
		await reader.returns();
		if (closed) {
			await expect(reader.page.getByText("Cette situation est close")).toBeVisible();
			return;
		}
		const titles = open.map((id) => this.#step(id).title.fr);
		expect((await this.#seenByAll()).toSorted()).toEqual(titles.toSorted());
	}

	async #handsOff(step: Step): Promise<void> {
		const sender = await this.#carrierOf(step);
		const external = step.handoff?.mode === "external";
		const from = this.#structureOf(sender);
		const to = external ? "" : firstFor(step.handoff?.to ?? "", [from]);
		const sending = external ? {} : { to: nameOf(to) };
		const number = await sender.handsOff(step.title.fr, sending);
		this.#handoffs.set(step.id, { number, from, to });
		if (!external) await (await this.#someoneOf(to)).receives(number);
	}

	async #actsOn({ onHandoff, event, by, outcome, reason }: OnHandoff): Promise<void> {
		const step = this.#step(onHandoff);
		const handoff = this.#handoffs.get(onHandoff);
		const act = handoffActCodes.filter(isPersonAct).find((one) => one === event);
		if (!handoff || !act) throw new RangeError(`No act ${event} on a handoff of ${onHandoff}.`);

		const { number, from, to } = handoff;
		const bySender = by === step.role;
		const someone = await this.#someoneOf(bySender ? from : to);
		if (event === "ACCEPT") {
			await someone.accepts(number, receptionOf(to));
			return;
		}
		const next = event === "REROUTE" ? firstFor(step.handoff?.to ?? "", [from, to]) : "";
		const chosen = outcome && outcomeOf(step, outcome);
		const ends: Said = chosen ? { [whereTo]: chosen, [whereToAfterRefusal]: chosen } : {};
		await someone.does(act, number, saidInAct(event, { next, chosen, reason }), ends);
		if (next === "") return;
		const successor = await someone.followsSuccessor(number, nameOf(next));
		this.#handoffs.set(onHandoff, { number: successor, from, to: next });
		await (await this.#someoneOf(next)).receives(successor);
	}

	/** Whoever carries a step, as the page of the situation says; chosen there where nobody does yet. */
	async #carrierOf({ id, title, role }: Step): Promise<Professional> {
		const all = [...this.#people.values()].filter(({ takesPart }) => takesPart).reverse();
		for (const someone of all) {
			await someone.returns();
			if (await someone.mayChoose(title.fr)) {
				await someone.entrusts(title.fr, nameOf(firstFor(role, [], [...this.#people.keys()])));
			}
			if (await someone.mayAnswer(title.fr)) return someone;
		}
		const line = await this.#carrierLine(title.fr, all);
		const structure = madeUpStructures.find(({ name }) => line.includes(` : ${name} `));
		if (!structure) throw new RangeError(`Nobody carries ${id}: ${line}`);
		const someone = await this.#someoneOf(structure.id);
		await someone.findsNew(title.fr);
		return someone;
	}

	/** What whoever sees a step by name says of who carries it. */
	async #carrierLine(step: string, all: readonly Professional[]): Promise<string> {
		for (const someone of all) {
			await someone.returns();
			const line = await someone.carrierLine(step);
			if (line !== "") return line;
		}
		return "";
	}

	/** The open steps that somebody sees by name: each sees those that concern them. */
	async #seenByAll(): Promise<string[]> {
		const titles = new Set<string>();
		for (const someone of [...this.#people.values()].filter(({ takesPart }) => takesPart)) {
			await someone.returns();
			for (const title of await someone.openSteps()) titles.add(title);
		}
		return [...titles];
	}

	/** Somebody of a structure, who comes in when first needed; the latest who acted is the last. */
	async #someoneOf(structure: string): Promise<Professional> {
		const someone = this.#people.get(structure) ?? (await this.#enter(receptionOf(structure)));
		this.#people.delete(structure);
		this.#people.set(structure, someone);
		return someone;
	}

	#lastOne(): Professional {
		const last = [...this.#people.values()].filter(({ takesPart }) => takesPart).at(-1);
		if (!last) throw new RangeError("Nobody has opened the situation.");
		return last;
	}

	#structureOf(someone: Professional): string {
		const found = [...this.#people].find(([, one]) => one === someone);
		return found?.[0] ?? "";
	}

	#step(id: string): Step {
		const placed = this.#places.steps.get(id);
		if (!placed) throw new RangeError(`The protocol has no step ${id}.`);
		return placed.step;
	}

	#interruption(id: string): string {
		return this.#protocol.interruptions.find((one) => one.id === id)?.title.fr ?? id;
	}
}

/** Answers by the words of their questions. */
function saidOf(answers: Answers = {}): Said {
	const said = Object.entries(answers).map(([field, codes]) => {
		const { label, codes: list } = fields[field as FieldCode];
		const words = (code: string) => (list as Record<string, { fr: string }>)[code]?.fr ?? code;
		return [label.fr, Array.isArray(codes) ? codes.map(words) : words(codes)];
	});
	return Object.fromEntries(said);
}

/** Asked only where several outcomes of the step answer the same end. */
const whereTo = "Issue de l'étape";
const whereToAfterRefusal = "Si la situation passe à une autre étape, laquelle ?";

type InAct = { next: string; chosen: string | undefined; reason: string | undefined };

/** What an act on a handoff says where the story does not. */
function saidInAct(event: string, { next, chosen, reason = "CAPACITY" }: InAct): Said {
	const why = declineReasons[reason as keyof typeof declineReasons].fr;
	const declared = { "Comment l'avez-vous appris ?": "Téléphone" };
	const said: Record<string, Said> = {
		DECLINE: { "Pour quelle raison ?": why },
		REROUTE: {
			"Pour quelle raison ?": "Acteur mieux adapté",
			"Vers quelle structure ?": nameOf(next),
		},
		RECORD_REFUSAL: {
			"Et maintenant ?": chosen
				? "La situation passe à une autre étape"
				: "Je continue à accompagner, l'étape reste ouverte",
		},
		WITHDRAW: { "Pour quelle raison ?": "Acteur mieux adapté" },
		CONTACT: { "Comment le contact s'est-il fait ?": "Rencontre" },
		COMPLETE: { "Avec quel résultat ?": "Objectif atteint" },
		FAIL: { "Avec quel résultat ?": "Proposition non saisie à ce jour" },
		SUSPEND: {
			"Pour quelle raison ?": "Fugue",
			"Date à laquelle vous reverrez la suspension": latestDay,
		},
		DECLARE_RECEIVED: declared,
		DECLARE_ACCEPTED: declared,
		DECLARE_REFUSED: declared,
		DECLARE_COMPLETED: { ...declared, "Avec quel résultat ?": "Objectif atteint" },
	};
	return said[event] ?? {};
}

function outcomeOf({ outcomes }: Step, code: string): string {
	return outcomes.find((one) => one.code === code)?.label.fr ?? code;
}

/**
 * The first structure that holds a role: among those that are there already, else in the directory.
 * A protected one comes last, since not everybody reads its name.
 */
function firstFor(
	role: string,
	but: readonly string[] = [],
	there: readonly string[] = [],
): string {
	const rank = ({ id, sensitive }: (typeof madeUpStructures)[number]) =>
		Number(sensitive ?? false) * 2 + Number(!there.includes(id));
	const holding = madeUpStructures.filter(({ roles }) => roles.includes(role));
	const others = holding.filter(({ id }) => !but.includes(id));
	// Alone in a role, a structure passes it between its own teams.
	const [first] = (others.length > 0 ? others : holding).sort(
		(one, other) => rank(one) - rank(other),
	);
	if (!first) throw new RangeError(`Nobody holds the role ${role}.`);
	return first.id;
}

function nameOf(structure: string): string {
	return madeUpStructures.find(({ id }) => id === structure)?.name ?? structure;
}

/** Whoever may answer handoffs for a structure, and follows its steps too. */
function receptionOf(structure: string): string {
	const [own] = madeUpPeople.filter(
		({ structures, reception, duty }) => structures[0] === structure && reception && !duty,
	);
	if (!own) throw new RangeError(`Nobody receives for ${structure}.`);
	return own.label;
}
