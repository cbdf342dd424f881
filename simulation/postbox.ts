import { createHash } from "node:crypto";
import type { Delivery, Letter, Mail } from "#app/server/mail.server.ts";

/** What the relay does with the next letters; one that dies has delivered, and nobody hears of it. */
export type Weather = "fair" | "silent" | "refuses-now" | "refuses-for-good" | "delivers-and-dies";

/** Mail in memory: letters arrive unless the weather is bad. */
export type Postbox = Mail & {
	weather: Weather;
	/** Letters that arrived, also those of which the sender never heard. */
	readonly arrived: readonly Letter[];
	/** How often a letter of each number arrived without the sender hearing of it. */
	readonly unheard: ReadonlyMap<string, number>;
	/** Tries that met a relay that did not take them. */
	readonly failed: number;
	/** Stands for everything that arrived: the same story gives the same digest. */
	digest(): string;
};

const answers: Record<Weather, Delivery> = {
	fair: "taken",
	silent: "no-relay",
	"refuses-now": "not-now",
	"refuses-for-good": "never",
	"delivers-and-dies": "not-now",
};

export function postbox(): Postbox {
	const arrived: Letter[] = [];
	const unheard = new Map<string, number>();
	const hash = createHash("sha256");
	let failed = 0;
	const box: Postbox = {
		relay: true,
		weather: "fair",
		arrived,
		unheard,
		get failed() {
			return failed;
		},
		async send(letter) {
			const { weather } = box;
			if (weather !== "fair") failed += 1;
			if (weather === "delivers-and-dies") {
				unheard.set(letter.number, (unheard.get(letter.number) ?? 0) + 1);
			}
			if (weather === "fair" || weather === "delivers-and-dies") {
				arrived.push(letter);
				hash.update(JSON.stringify(letter));
			}
			return answers[weather];
		},
		trouble: async () => (box.weather === "silent" ? "unreachable" : undefined),
		digest: () => hash.copy().digest("hex"),
	};
	return box;
}
