import { type Container, type Places, placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol } from "#protocols/language/protocol.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { StepTypist } from "./step-typist.ts";
import type { StudioHand } from "./studio-keys.ts";

/**
 * Writes a protocol that somebody has in front of them into a draft, by keyboard alone. The draft
 * gives names of its own to what is added: which is which is kept here.
 */
export class ProtocolTypist {
	readonly #hand: StudioHand;
	readonly #draft: () => Protocol;
	readonly #wanted: Protocol;
	readonly #containers: readonly Container[];
	readonly #names = new Map<string, string>();
	readonly #step: StepTypist;

	/** @param draft the draft as it stands: the names of what was there from the start */
	constructor(hand: StudioHand, draft: () => Protocol, wanted: Protocol) {
		this.#hand = hand;
		this.#draft = draft;
		this.#wanted = wanted;
		this.#containers = placesOf(wanted).containers;
		this.#step = new StepTypist(hand, (id) => this.#nameOf(id));
		for (const { id } of [...wanted.phases, ...wanted.roles]) this.#names.set(id, id);
	}

	/** Readers, promises and roles: what the whole protocol says of itself. */
	async frames(): Promise<void> {
		const { audience, prerequisites, promises, roles } = this.#wanted;
		await this.#hand.opens("protocol");
		const own = this.#hand.form("protocol");
		await this.#hand.writesBoth(own, "audience", audience);
		await this.#hand.writesBoth(own, "prerequisites", prerequisites);
		for (const { milestone, within } of promises) {
			const form = this.#hand.form(`promise-${milestone}`);
			await this.#hand.writes(form.locator("[name=n]"), String(within.n));
			await this.#hand.chooses(form.locator("[name=unit]"), within.unit);
		}
		const there = new Set(this.#draft().roles.map(({ id }) => id));
		for (const { id } of roles.filter((role) => !there.has(role.id))) {
			const form = await this.#hand.adds("new-role");
			const list = form.locator("[name=known]");
			await this.#hand.chooses(list, id);
			await this.#hand.presses(form.getByRole("button"));
			await list.locator(`option[value="${id}"]`).waitFor({ state: "detached" });
		}
	}

	/** What may happen at any time, groups with their tracks, and every step with its title. */
	async places(): Promise<void> {
		for (const { id, raisedBy, clocks } of this.#wanted.interruptions) {
			await this.#hand.opens("protocol");
			const adding = await this.#hand.adds("new-interruption");
			await this.#hand.chooses(adding.locator("[name=known]"), id);
			this.#names.set(id, await this.#hand.sends(adding));
			const form = this.#hand.form("interruption-");
			await this.#hand.chooses(form.locator("[name=clocks]"), clocks);
			const named = raisedBy === "anyone" ? [] : raisedBy;
			await this.#hand.ticks(form.locator("[name=raisedBy]"), named);
		}
		for (const container of this.#containers) {
			for (const group of container.groups) await this.#group(container, group);
		}
		for (const container of this.#containers) await this.#steps(container);
	}

	/** Each step, with where it leads; where places begin; where groups lead. */
	async ways(): Promise<void> {
		for (const container of this.#containers) {
			for (const step of container.steps) {
				await this.#hand.opens(`step:${this.#nameOf(step.id)}`);
				await this.#step.writes(step);
			}
			for (const { id, to } of container.groups) {
				await this.#hand.opens(`group:${this.#nameOf(id)}`);
				await this.#hand.chooses(this.#hand.form("group-").locator("[name=to]"), this.#nameOf(to));
			}
			await this.#begins(container);
		}
	}

	/** How the draft calls a part of the protocol that is copied. */
	#nameOf(id: string): string {
		return id.startsWith("@") ? id : (this.#names.get(id) ?? id);
	}

	async #group(container: Container, { id, title, tracks }: Group): Promise<void> {
		await this.#hand.opens(`${container.kind}:${this.#nameOf(container.id)}`);
		const adding = await this.#hand.adds("new-group-");
		await this.#hand.writesBoth(adding, "title", title);
		const group = await this.#hand.sends(adding);
		this.#names.set(id, group);
		const first = this.#draftPlaces().groups.get(group)?.group.tracks ?? [];
		for (const track of tracks) {
			await this.#hand.opens(`group:${group}`);
			const form = await this.#hand.adds("new-track-");
			const known = Object.hasOwn(knownTracks, track.id) && !track.title ? track.id : "";
			await this.#hand.chooses(form.locator("[name=known]"), known);
			await this.#hand.writesBoth(form, "title", track.title);
			await this.#hand.chooses(form.locator("[name=phase]"), track.phase ?? "");
			this.#names.set(track.id, await this.#hand.sends(form));
		}
		for (const track of first) {
			await this.#hand.opens(`track:${track.id}`);
			await this.#hand.sends(await this.#hand.adds("delete"));
		}
	}

	/** The steps that were there are written anew; the others come behind them. */
	async #steps(container: Container): Promise<void> {
		const there = this.#draftPlaces().containers.find(
			({ id }) => id === this.#nameOf(container.id),
		)?.steps;
		for (const [index, step] of container.steps.entries()) {
			const already = there?.[index];
			if (already) {
				await this.#hand.opens(`step:${already.id}`);
				await this.#step.frames(this.#hand.form("step-"), step);
				this.#names.set(step.id, already.id);
				continue;
			}
			const form = await this.#hand.adds("new-step-");
			await this.#step.frames(form, step);
			await this.#hand.chooses(form.locator("[name=through]"), "");
			this.#names.set(step.id, await this.#hand.sends(form));
		}
	}

	async #begins({ id, kind, start, steps }: Container): Promise<void> {
		if (steps[0]?.id === start) return;
		await this.#hand.opens(`${kind}:${this.#nameOf(id)}`);
		const form = this.#hand.form("start-");
		await this.#hand.chooses(form.locator("[name=start]"), this.#nameOf(start));
		await this.#hand.presses(form.getByRole("button"));
	}

	#draftPlaces(): Places {
		return placesOf(this.#draft());
	}
}
