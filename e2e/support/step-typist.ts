import type { Locator } from "@playwright/test";
import type { Duration } from "#protocols/language/delay.ts";
import { endOf, type HandoffTerms, type Outcome, type Step } from "#protocols/language/step.ts";
import { summaryOver } from "./hand.ts";
import { expect } from "./patience.ts";
import type { StudioHand } from "./studio-keys.ts";

/** Writes the step that is open, by keyboard alone: everything but where its place begins. */
export class StepTypist {
	readonly #hand: StudioHand;
	/** How the draft calls a part of the protocol that is copied. */
	readonly #nameOf: (id: string) => string;

	constructor(hand: StudioHand, nameOf: (id: string) => string) {
		this.#hand = hand;
		this.#nameOf = nameOf;
	}

	async writes(step: Step): Promise<void> {
		const form = this.#hand.form("step-");
		await this.#fields(form, step);
		// The terms of a handoff bring outcomes of their own.
		if (step.handoff) await this.#hand.saves();
		await this.#outcomes(step);
		if (step.rounds) await this.#rounds(form, step);
	}

	/** What a step is before anything else: its title, kind, role and delay. */
	async frames(form: Locator, { title, kind, role, delay }: Step): Promise<void> {
		await this.#hand.writesBoth(form, "title", title);
		await this.#hand.chooses(form.locator("[name=kind]"), kind);
		await this.#hand.chooses(form.locator("[name=role]"), role);
		await this.#delay(form, "", delay);
	}

	async #fields(form: Locator, step: Step): Promise<void> {
		const { delay, guidance, handoff, questions, participants } = step;
		await this.#hand.chooses(form.locator("[name=basis]"), delay.basis);
		await this.#hand.writes(form.locator("[name=reference]"), delay.reference ?? "");
		await this.#hand.writesBoth(form, "guidance", guidance);
		if (handoff) await this.#handoff(form, handoff);
		await this.#hand.ticks(form.locator("[name=questions]"), questions);
		await this.#hand.ticks(form.locator("[name=participants]"), participants);
	}

	async #handoff(form: Locator, terms: HandoffTerms): Promise<void> {
		const { to, urgency, asks, goesOn, recipients, delays, ifSilent } = terms;
		const closed = { to, urgency, asks, goesOn, recipients: String(recipients) };
		for (const [name, value] of Object.entries(closed)) {
			await this.#hand.chooses(form.locator(`[name=${name}]`), value);
		}
		const clocks = Object.entries(delays ?? {});
		if (clocks.length > 0) await this.#hand.unfolds(summaryOver(form.locator("[name=decideN]")));
		for (const [clock, delay] of clocks) await this.#delay(form, clock, delay);
		await this.#hand.writesBoth(form, "ifSilent", ifSilent);
	}

	async #delay(form: Locator, clock: string, { n, unit }: Duration): Promise<void> {
		const [number, counted] = clock ? [`${clock}N`, `${clock}Unit`] : ["n", "unit"];
		await this.#hand.writes(form.locator(`[name=${number}]`), String(n));
		await this.#hand.chooses(form.locator(`[name=${counted}]`), unit);
	}

	async #outcomes(step: Step): Promise<void> {
		const lines = this.#hand.form("outcome-");
		const came = await lines.count();
		for (const [index, outcome] of step.outcomes.entries()) {
			const isThere = index < came;
			const form = isThere ? lines.nth(index) : await this.#hand.adds("new-outcome-");
			await this.#hand.unfolds(summaryOver(form));
			await this.#outcome(form, step, outcome);
			if (!isThere) {
				await this.#hand.presses(form.getByRole("button"));
				await expect(lines).toHaveCount(index + 1);
			}
			if (outcome.leads) await this.#leads(lines.nth(index), outcome.leads);
		}
		for (let left = came; left > step.outcomes.length; left -= 1) await this.#deletes(left - 1);
	}

	async #outcome(form: Locator, step: Step, outcome: Outcome): Promise<void> {
		const { label, to, raises } = outcome;
		await this.#hand.writesBoth(form, "label", label);
		await this.#hand.chooses(form.locator("[name=to]"), this.#nameOf(to));
		if (raises) await this.#hand.chooses(form.locator("[name=raises]"), this.#nameOf(raises));
		if (step.handoff) await this.#hand.chooses(form.locator("[name=on]"), endOf(outcome) ?? "");
	}

	/** Where the course goes besides: asked once the outcome is there. */
	async #leads(form: Locator, to: string): Promise<void> {
		await this.#hand.unfolds(summaryOver(form));
		await this.#hand.chooses(form.locator("[name=leads]"), this.#nameOf(to));
	}

	/** Takes away an outcome that came with the kind of the step. */
	async #deletes(index: number): Promise<void> {
		const lines = this.#hand.form("outcome-");
		await this.#hand.unfolds(summaryOver(lines.nth(index)));
		await this.#hand.presses(this.#hand.form("delete-").nth(index).getByRole("button"));
		await expect(lines).toHaveCount(index);
	}

	/** How often a step may begin again, and what is left after the last time. */
	async #rounds(form: Locator, { rounds, outcomes }: Step): Promise<void> {
		const last = outcomes.findIndex(({ code }) => code === rounds?.beyond);
		const named = this.#hand.form("outcome-").nth(last).locator("[name=outcome]");
		const list = form.locator("[name=rounds]");
		await this.#hand.unfolds(summaryOver(list));
		await this.#hand.chooses(form.locator("[name=beyond]"), await named.inputValue());
		await this.#hand.chooses(list, String(rounds?.most));
	}
}
