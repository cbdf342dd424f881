/** How long a page may be left alone, and how long out of sight, before it is covered. */
export const aloneAfter = { idleMs: 5 * 60 * 1000, hiddenMs: 2 * 60 * 1000 };

const signsOfLife = ["pointerdown", "pointermove", "keydown", "scroll", "touchstart"] as const;

/** Tabs tell each other of life at most so often. */
const tellEveryMs = 5000;

type Told = "life" | "locked" | "open";

type Watch = {
	/** Nobody is there any more. */
	onAlone: () => void;
	/** Another tab of the same browser was covered, or taken up again. */
	onLocked: () => void;
	onOpen: () => void;
};

/**
 * Watches whether somebody is in front of the page, or of another tab of the same browser: one
 * that is only out of sight while its neighbour is used is not alone.
 *
 * @returns what tells the other tabs, and what ends the watch
 */
export function watchPresence({ onAlone, onLocked, onOpen }: Watch) {
	const channel = new BroadcastChannel("relais");
	let [seenAt, hiddenAt, toldAt] = [Date.now(), 0, 0];
	let timer = setTimeout(look, aloneAfter.idleMs);

	channel.onmessage = ({ data }: MessageEvent<Told>) => {
		if (data === "life") live();
		else if (data === "locked") onLocked();
		else if (data === "open") onOpen();
	};
	for (const sign of signsOfLife) addEventListener(sign, liveHere, { passive: true });
	document.addEventListener("visibilitychange", turn);

	return {
		tell: (what: Told) => channel.postMessage(what),
		/** Somebody has shown that they are there. */
		live,
		end() {
			clearTimeout(timer);
			channel.close();
			for (const sign of signsOfLife) removeEventListener(sign, liveHere);
			document.removeEventListener("visibilitychange", turn);
		},
	};

	function liveHere() {
		// A machine that slept sends its first sign of life before any timer: what came before counts.
		if (leftMs() <= 0) look();
		else live();
		if (Date.now() - toldAt < tellEveryMs) return;
		toldAt = Date.now();
		channel.postMessage("life");
	}

	function live() {
		seenAt = Date.now();
		if (hiddenAt > 0) hiddenAt = seenAt;
		wait();
	}

	function turn() {
		if (document.visibilityState === "hidden") hiddenAt = Date.now();
		else {
			const left = leftMs();
			hiddenAt = 0;
			if (left <= 0) onAlone();
		}
		wait();
	}

	function leftMs(): number {
		const idle = seenAt + aloneAfter.idleMs - Date.now();
		return hiddenAt > 0 ? Math.min(idle, hiddenAt + aloneAfter.hiddenMs - Date.now()) : idle;
	}

	function look() {
		if (leftMs() <= 0) onAlone();
		else wait();
	}

	function wait() {
		clearTimeout(timer);
		const left = leftMs();
		if (left > 0) timer = setTimeout(look, left);
	}
}
