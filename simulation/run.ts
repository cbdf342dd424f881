import type { Services } from "#app/server/services.server.ts";
import type { Random } from "#db/pseudonyms/code.ts";
import type { Chance } from "#protocols/casework/random-choice.ts";
import type { Door } from "./door/open-door.ts";
import type { Ledger } from "./ledger.ts";
import type { Postbox } from "./postbox.ts";
import type { SimulatedStore } from "./store.ts";
import type { Tally } from "./tally.ts";
import type { Place } from "./territories.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** One simulation under way. */
export type Run = {
	seed: number;
	chance: Chance;
	random: Random;
	clock: VirtualClock;
	store: SimulatedStore;
	places: Place[];
	/** Opens so many times as many situations as usual: more than one portion of any worker. */
	crowd: number;
	postbox: Postbox;
	ledger: Ledger;
	tally: Tally;
	/** Of the machine as it runs now; others after a restart. */
	services: Services;
	/** The real application over HTTP, where a simulation has one. */
	door: Door | undefined;
	trace(line: string): void;
	/** A fault that somebody planted, to see whether it is found. */
	planted: Planted;
};

/** Changes something behind everybody's back. */
export type Planted = {
	/** Before what an act left is looked at. */
	afterAct?: ((run: Run) => void) | undefined;
	/** Before the whole store is looked at. */
	atNight?: ((run: Run) => void) | undefined;
	/** In what a backup brought back, before it is looked at. */
	putBack?: ((directory: string) => void) | undefined;
	/** What somebody is shown instead. */
	shown?: ((run: Run, text: string) => string) | undefined;
};

/** A promise that did not hold: the seed tells the same story again. */
export class Broken extends Error {
	readonly promises: readonly string[];

	constructor(seed: number, day: string, promises: readonly string[]) {
		super(`Seed ${seed}, ${day}: ${promises.join(" ")}`);
		this.promises = promises;
	}
}

/** @throws Broken when there is anything in the list */
export function expectNone({ seed, clock }: Run, promises: readonly string[]): void {
	if (promises.length === 0) return;
	throw new Broken(seed, new Date(clock.really()).toISOString(), promises.slice(0, 5));
}
