import { randomBytes } from "node:crypto";
import { letterWriter } from "./letter-texts.server.ts";
import type { LogEvent } from "./log.server.ts";
import type { Services } from "./services.server.ts";
import { isSilent, silenceMs } from "./vitals.server.ts";

const everyMs = 60_000;

/** A silence that lasts is told again. */
const againMs = 24 * 60 * 60_000;

/** A letter that did not leave is tried again. */
const retryMs = 10 * 60_000;

/** The sweeper, as an incident is about it. */
const sweeper = { source: "sweep-silent", key: "sweeper" } as const;

type Told = Extract<LogEvent, { event: "sweep-silent" }>["told"];

/**
 * Looks each minute whether the sweeper of the clocks still comes to its end, and raises the alarm
 * when it has not for ten minutes: a line, an incident, a letter to whoever runs the server. The
 * letter goes straight to the relay: neither the sweeper nor the store has to work for it.
 *
 * @param ticks milliseconds that only ever grow; tests bring their own
 */
export function deadMan(services: Services, ticks: () => number = () => performance.now()) {
	let timer: NodeJS.Timeout | undefined;
	let next: number | undefined;

	async function look(): Promise<void> {
		services.incidents.bringAgain();
		if (!isSilent(services.vitals)) {
			next = undefined;
			services.incidents.wentThrough(sweeper);
			return;
		}
		if (next !== undefined && ticks() < next) return;
		// Set before anything is awaited: the next look must not send a second letter.
		next = ticks() + retryMs;
		services.incidents.open({ ...sweeper, reason: "sweep-silent" });
		const told = await tell(services);
		services.log.error({ event: "sweep-silent", minutes: minutesOf(services), told });
		if (told !== "not-reached") next = ticks() + againMs;
	}

	return {
		look,
		start() {
			timer = setInterval(() => void look(), everyMs);
			timer.unref();
		},
		stop() {
			clearInterval(timer);
		},
	};
}

function minutesOf({ vitals }: Services): number {
	return Math.floor(vitals.silentMs() / (silenceMs / 10));
}

async function tell({ environment, mail, clock }: Services): Promise<Told> {
	const { address, language } = environment.mail.operator;
	if (address === undefined || !mail.relay) return "nobody";
	const wording = letterWriter(environment.origins[0])("operator")(language);
	// Drawn here: the letter is in no store that could name it.
	const number = randomBytes(16).toString("base64url");
	const letter = { to: address, number, text: "operator", language, ...wording } as const;
	const delivery = await mail.send({ ...letter, at: clock.now() });
	return delivery === "taken" ? "operator" : "not-reached";
}
