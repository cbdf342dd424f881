// Loaded before the server: it lives some days later, and whatever it does at intervals comes sooner.
const later = Number(process.env.CANARY_DAYS ?? 0) * 86_400_000;
const own = Date.now;
Date.now = () => own() + later;

globalThis.Date = class extends Date {
	constructor(...given) {
		if (given.length === 0) super(own() + later);
		else super(...given);
	}
};

const setOwnInterval = setInterval;
// On the first day everything keeps its pace: the log of the store is to fill up.
const soonestMs = later > 0 ? 500 : Number.POSITIVE_INFINITY;
globalThis.setInterval = (act, everyMs, ...given) =>
	setOwnInterval(act, Math.min(everyMs, soonestMs), ...given);
