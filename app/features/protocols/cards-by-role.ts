import type { Outline, OutlineStep } from "#protocols/compiler/outline.ts";
import { stepsOf } from "#protocols/compiler/outline-walk.ts";

/** A step as a card names it. */
export type CardStep = Pick<OutlineStep, "id" | "number" | "title" | "delay">;

/** What one role finds in a protocol: its steps, those of others that it joins, what it receives and may open. */
export type RoleCard = {
	roleId: string;
	label: string;
	external: boolean;
	carries: CardStep[];
	joins: CardStep[];
	receives: CardStep[];
	opens: { id: string; letter: string; title: string }[];
};

/** One card a role, in the protocol's order; one's own roles first. */
export function roleCards(outline: Outline, ownRoles: readonly string[]): RoleCard[] {
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const cards = outline.roles.map(({ id, label, external }) => ({
		roleId: id,
		label,
		external,
		carries: steps.filter(({ role }) => role === id).map(cardStep),
		joins: steps.filter(({ participants }) => participants.includes(id)).map(cardStep),
		receives: steps.filter(({ handoff }) => handoff?.to === id).map(cardStep),
		opens: outline.interruptions
			.filter(({ raisedBy }) => !external && (raisedBy?.includes(id) ?? true))
			.map(({ id: interruptionId, letter = "", title }) => ({ id: interruptionId, letter, title })),
	}));
	const own = (card: RoleCard) => (ownRoles.includes(card.roleId) ? 0 : 1);
	return cards.sort((one, other) => own(one) - own(other));
}

function cardStep({ id, number, title, delay }: OutlineStep): CardStep {
	return { id, number, title, delay };
}
