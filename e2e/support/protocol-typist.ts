import { type Container, type Places, placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol } from "#protocols/language/protocol.ts";
import { endOf, type Outcome, type Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import type { DraftWriter, Written } from "./draft-writer.ts";

/**
 * Writes a protocol that somebody has in front of them into a draft, by the studio's forms alone.
 * The draft gives names of its own to what is added: which is which is kept here.
 */
export class ProtocolTypist {
	readonly #writer: DraftWriter;
	readonly #wanted: Protocol;
	readonly #places: Places;
	readonly #names = new Map<string, string>();

	constructor(writer: DraftWriter, wanted: Protocol) {
		this.#writer = writer;
		this.#wanted = wanted;
		this.#places = placesOf(wanted);
		for (const { id } of [...wanted.phases, ...wanted.roles]) this.#names.set(id, id);
	}

	/** How the draft calls a part of the protocol that is copied. */
	nameOf(id: string): string {
		return id.startsWith("@") ? id : (this.#names.get(id) ?? id);
	}

	/** Keeps the name that the draft gave to a part. */
	named(id: string, name: string): void {
		this.#names.set(id, name);
	}

	/** Title, readers, promises, roles, what may happen at any time, groups with their tracks. */
	async frame(): Promise<void> {
		const { audience, prerequisites, promises, roles, interruptions } = this.#wanted;
		await this.#send("set-protocol", {
			...both("title", this.#writer.protocol.title),
			...both("audience", audience),
			...both("prerequisites", prerequisites),
			english: "yes",
		});
		for (const { milestone, within } of promises) {
			await this.#send("set-promise", { milestone, ...within });
		}
		for (const { id } of roles) {
			if (this.#writer.protocol.roles.some((role) => role.id === id)) continue;
			await this.#send("add-role", { known: id, labelFr: "", labelEn: "" });
		}
		for (const { id, title, raisedBy, clocks } of interruptions) {
			const name = await this.#send("add-interruption", { known: id, titleFr: "", titleEn: "" });
			this.named(id, name);
			const named = raisedBy === "anyone" ? [] : raisedBy;
			await this.#send("set-interruption", {
				...{ interruption: name, ...both("title", title), raisedBy: named, clocks },
			});
		}
		for (const container of this.#places.containers) {
			for (const group of container.groups) await this.#group(container, group);
		}
	}

	/** Every step of some places, without its outcomes. */
	async steps(containers: readonly Container[]): Promise<void> {
		for (const container of containers) {
			for (const { id, title, kind, role, delay } of container.steps) {
				const name = await this.#send("add-step", {
					...{ in: this.nameOf(container.id), ...both("title", title), kind, role },
					...{ n: delay.n, unit: delay.unit },
				});
				this.named(id, name);
			}
		}
	}

	/** Where places begin and groups lead, the outcomes of each step, then everything else of it. */
	async ways(containers: readonly Container[]): Promise<void> {
		for (const { id, start, groups } of containers) {
			await this.#send("set-start", { in: this.nameOf(id), start: this.nameOf(start) });
			for (const { id: group, title, to } of groups) {
				const name = this.nameOf(group);
				await this.#send("set-group", {
					group: name,
					...both("title", title),
					to: this.nameOf(to),
				});
			}
		}
		for (const { steps } of containers) for (const step of steps) await this.#outcomes(step);
	}

	/** Takes away the steps that came with what was added, and that the protocol has not. */
	async clears(): Promise<void> {
		const wanted = new Set(this.#names.values());
		for (const { step, container } of placesOf(this.#writer.protocol).steps.values()) {
			if (wanted.has(step.id)) continue;
			await this.#send("delete-part", { deleted: `step:${step.id}`, redirect: container.start });
		}
	}

	async #group(container: Container, { id, title, tracks }: Group): Promise<void> {
		const place = this.nameOf(container.id);
		const group = await this.#send("add-group", { in: place, ...both("title", title) });
		this.named(id, group);
		const first = placesOf(this.#writer.protocol).groups.get(group)?.group.tracks ?? [];
		for (const { id: track, title: own, phase } of tracks) {
			const known = Object.hasOwn(knownTracks, track) ? track : "";
			const words = { known, ...both("title", own), phase };
			this.named(track, await this.#send("add-track", { group, titleFr: "", ...words }));
		}
		for (const track of first) await this.#send("delete-part", { deleted: `track:${track.id}` });
	}

	async #outcomes(step: Step): Promise<void> {
		const name = this.nameOf(step.id);
		const came = this.#outcomesOf(name);
		for (const outcome of step.outcomes) await this.#outcome(step, outcome);
		const codes = this.#outcomesOf(name).slice(came.length);
		const beyond = step.outcomes.findIndex(({ code }) => code === step.rounds?.beyond);
		await this.#send("set-step", this.#stepFields(step, codes[beyond]));
		for (const outcome of came) await this.#send("delete-outcome", { step: name, outcome });
	}

	async #outcome(step: Step, outcome: Outcome): Promise<void> {
		const { label, to, raises, leads } = outcome;
		const words = {
			...{ step: this.nameOf(step.id), ...both("label", label), to: this.nameOf(to) },
			...{ raises: raises && this.nameOf(raises), on: step.handoff && endOf(outcome) },
		};
		await this.#send("add-outcome", words);
		if (!leads) return;
		const code = this.#outcomesOf(words.step).at(-1);
		await this.#send("set-outcome", { ...words, outcome: code, leads: this.nameOf(leads) });
	}

	#stepFields(step: Step, beyond: string | undefined): Written {
		const { id, title, kind, role, participants, delay, guidance, questions, rounds } = step;
		return {
			...{ step: this.nameOf(id), ...both("title", title), kind, role, participants },
			...{ n: delay.n, unit: delay.unit, basis: delay.basis, reference: delay.reference },
			...{ ...both("guidance", guidance), questions, rounds: rounds?.most, beyond },
			...(step.handoff ? handoffFields(step.handoff) : {}),
		};
	}

	#outcomesOf(name: string): string[] {
		const placed = placesOf(this.#writer.protocol).steps.get(name);
		return placed?.step.outcomes.map(({ code }) => code) ?? [];
	}

	async #send(act: string, written: Written): Promise<string> {
		return this.#writer.sends(act, written);
	}
}

function handoffFields({ mode: _, delays, ifSilent, ...terms }: NonNullable<Step["handoff"]>) {
	const clocks = Object.entries(delays ?? {}).flatMap(([clock, { n, unit }]) => [
		[`${clock}N`, n],
		[`${clock}Unit`, unit],
	]);
	return { ...terms, ...both("ifSilent", ifSilent), ...Object.fromEntries(clocks) };
}

function both(name: string, words: Text | undefined): Written {
	return { [`${name}Fr`]: words?.fr, [`${name}En`]: words?.en };
}
