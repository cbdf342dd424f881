import type { Weather } from "./postbox.ts";
import { Broken, type Run } from "./run.ts";
import { noteFault } from "./tally.ts";

const hourMs = 3_600_000;

const weathers: Weather[] = ["silent", "refuses-now", "refuses-for-good", "delivers-and-dies"];

/** Bad days of the machine: its clock is set wrong for some hours, or its relay is in trouble. */
export function changeWeather(run: Run): void {
	const { chance, clock, postbox, tally } = run;
	if (clock.isWrong()) clock.setWrongBy(0);
	else if (chance(20) === 0) {
		const forward = chance(2) === 0;
		clock.setWrongBy(forward ? 72 * hourMs : -2 * hourMs);
		noteFault(tally, forward ? "clock three days ahead" : "clock two hours behind");
		run.trace("the clock is set wrong");
	}
	if (postbox.weather !== "fair") postbox.weather = "fair";
	else if (chance(6) === 0) {
		postbox.weather = weathers[chance(weathers.length)] ?? "silent";
		noteFault(tally, `mail: ${postbox.weather}`);
	}
}

/** Everything is right again, as it is at the end of each day. */
export function clearUp({ clock, postbox, seed }: Run): void {
	clock.setWrongBy(0);
	postbox.weather = "fair";
	if (clock.now() !== clock.really()) throw new Broken(seed, "clock", ["The clock is wrong."]);
}
