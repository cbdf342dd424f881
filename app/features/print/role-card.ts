import { handoffDelays } from "#protocols/casework/handoff/delays.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type OutlineStep, outlineOf } from "#protocols/compiler/outline.ts";
import { labelOfRole, stepsOf } from "#protocols/compiler/outline-walk.ts";
import { sayDuration } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";

/** A step as a card says it. */
export type CardStep = {
	id: string;
	number: number;
	title: string;
	delay: string;
	/** Who carries it, where that is somebody else. */
	by?: string;
	/** Said where there is room. */
	guidance?: string;
};

/** A handoff that reaches the role: from whom, for what, and how long there is to answer. */
export type CardReceipt = CardStep & {
	from: string;
	asks: string;
	acknowledge: string;
	decide: string;
};

/** A handoff that the role sends. */
export type CardHandoff = CardStep & { to: string; asks: string; silent?: string };

/** Who is reached by telephone in a role. */
export type CardNumbers = { role: string; structures: { name: string; phone: string }[] };

/** How much one page has to hold: it decides the size of the letters. */
export type Density = "airy" | "full" | "crowded";

/** What one structure keeps of a protocol, on one page. */
export type RoleCard = {
	roleId: string;
	label: string;
	/** The structures that hold the role. */
	heldBy: string[];
	receives: CardReceipt[];
	does: CardStep[];
	passes: CardHandoff[];
	joins: CardStep[];
	opens: { id: string; letter: string; title: string }[];
	calls: CardNumbers[];
	/** Whether more numbers stand in the directory. */
	callsMore: boolean;
	/** Whether the role opens the situation. */
	begins: boolean;
	density: Density;
};

/** A structure that paper may name. */
export type CardStructure = { name: string; phone: string | null; roles: readonly string[] };

type Reading = {
	compiled: CompiledProtocol;
	language: Language;
	roleId: string;
	structures: readonly CardStructure[];
};

/** Most numbers on a card: the others are in the directory. */
const mostNumbers = 8;

/** The card of a role; undefined when the protocol has no such role in the territory. */
export function roleCard({
	compiled,
	language,
	roleId,
	structures,
}: Reading): RoleCard | undefined {
	const role = compiled.protocol.roles.find(({ id, external }) => id === roleId && !external);
	if (!role) return undefined;

	const outline = outlineOf(compiled, language);
	const label = (id: string) => labelOfRole(outline, id);
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const own = steps.filter((step) => step.role === roleId);
	const received = steps.filter(({ handoff }) => handoff?.to === roleId);
	const joined = steps.filter(({ participants }) => participants.includes(roleId));
	const sent = own.flatMap((step) => (step.handoff ? [{ step, terms: step.handoff }] : []));

	const receives = received.map((step): CardReceipt => {
		const terms = compiled.places.steps.get(step.id)?.step.handoff;
		const delays = terms && handoffDelays(terms);
		return {
			...cardStep(step),
			from: label(step.role),
			asks: step.handoff?.asks ?? "",
			acknowledge: delays ? sayDuration(delays.acknowledge, language) : "",
			decide: delays ? sayDuration(delays.decide, language) : "",
		};
	});
	const passes = sent.map(
		({ step, terms }): CardHandoff => ({
			...cardStep(step),
			to: label(terms.to),
			asks: terms.asks,
			...(terms.ifSilent ? { silent: terms.ifSilent } : {}),
		}),
	);
	const partners = [
		...sent.map(({ terms }) => terms.to),
		...received.map(({ role: from }) => from),
	];
	const numbers = numbersOf(partners, structures, label);
	const weight = own.length + joined.length + 2 * (receives.length + passes.length);
	const density = densityOf(weight);
	const withGuidance = density === "airy" && own.length <= 3;
	return {
		roleId,
		label: label(roleId),
		heldBy: structures.filter(({ roles }) => roles.includes(roleId)).map(({ name }) => name),
		receives,
		does: own.map((step) => ({
			...cardStep(step),
			...(withGuidance ? { guidance: step.guidance } : {}),
		})),
		passes,
		joins: joined.map((step) => ({ ...cardStep(step), by: label(step.role) })),
		opens: outline.interruptions
			.filter(({ raisedBy }) => raisedBy?.includes(roleId) ?? true)
			.map(({ id, letter = "", title }) => ({ id, letter, title })),
		calls: numbers.calls,
		callsMore: numbers.more,
		begins: compiled.protocol.phases[0].start === own[0]?.id,
		density,
	};
}

function cardStep({ id, number, title, delay }: OutlineStep): CardStep {
	return { id, number, title, delay };
}

/**
 * The numbers of those to whom one hands off, then of those who hand off to one. Where there are too
 * many, each role keeps its first ones.
 */
function numbersOf(
	partners: string[],
	structures: readonly CardStructure[],
	label: (id: string) => string,
): { calls: CardNumbers[]; more: boolean } {
	const all = [...new Set(partners)].map((role) => ({
		role: label(role),
		structures: structures.flatMap(({ name, phone, roles }) =>
			phone !== null && roles.includes(role) ? [{ name, phone }] : [],
		),
	}));
	const reached = all.filter(({ structures: found }) => found.length > 0);
	const each = Math.max(1, Math.floor(mostNumbers / Math.max(1, reached.length)));
	return {
		calls: reached.slice(0, mostNumbers).map(({ role, structures: found }) => ({
			role,
			structures: found.slice(0, each),
		})),
		more: reached.some(({ structures: found }) => found.length > each),
	};
}

function densityOf(weight: number): Density {
	if (weight <= 12) return "airy";
	return weight <= 26 ? "full" : "crowded";
}
