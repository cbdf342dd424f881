import { join } from "node:path";
import { journalHead } from "#db/journal.ts";
import { accompanied, sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { bringUpToDate } from "#db/upgrade.ts";
import { exampleScenarios } from "#protocols/catalogue/example/scenarios.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { type Asked, timePerRequest } from "./client.ts";
import { measured, ratio, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { enterAs, type Pages, serveRelais } from "./served.ts";
import { durability, freshDirectory, freshStore, settleStore, sizeOf } from "./stage.ts";

/** Budget 11: a server that begins on many years of history, and the memory that it works with. */
export const budget: Budget = {
	number: 11,
	title: "From a cold start to the first page, and memory under load",
	whenMissed:
		"Asked one page at a time, without any load, the process had already held 675 MiB on such a store: the most is reached at the start, while the thread reads the store through from its beginning to its end beside the requests. What one page more or less costs is not in it. A start on nothing takes 2.2 s on this machine by itself, most of it the reading of the application's own modules: history adds a fifth.",
	run,
};

/** What 2 s are to a start of half a second on nothing, on a machine that does nothing else. */
const most = 2;
const mostMemoryMib = 512;

async function run(size: Size): Promise<Outcome> {
	const wanted = { tiny: 30, usual: 6000, full: 100_000 }[size];
	const { rounds, views } = size === "tiny" ? { rounds: 1, views: 4 } : { rounds: 5, views: 1500 };
	const pages: Pages = size === "tiny" ? "sources" : "build";
	const past = history(wanted);
	const empty = history(1);
	const seen = { nothing: "", years: "" };
	const starts = (name: keyof typeof seen, directory: string) => async () => {
		const { took, page } = await startOn(directory, pages);
		seen[name] = page;
		return took;
	};
	const times = await measured(rounds, {
		nothing: starts("nothing", empty.directory),
		years: starts("years", past.directory),
	});
	const loaded = await underLoad(past.directory, pages, views);
	const slower = ratio(times.years, times.nothing);
	return {
		seen: [
			`${past.situations} situations, ${past.events} events, ${past.size} on the disk; ${durability}`,
			`from the start of the process to the first page, on one situation: ${shown(times.nothing)}`,
			`on ${past.situations} situations: ${shown(times.years)}; the budget says 2 s on a ten-year file`,
			`${loaded.asked} pages, 8 at a time: at most ${loaded.peak?.toFixed(0) ?? "unknown"} MiB of memory`,
		],
		claims: [
			{
				kind: "answer",
				what: "both give the same first page",
				holds: seen.years !== "" && seen.years === seen.nothing,
			},
			{
				kind: "ratio",
				what: `a start on years of history takes at most ${most} times a start on nothing (${slower.toFixed(2)})`,
				holds: slower <= most,
			},
			{
				kind: "count",
				what: `memory under load stays below ${mostMemoryMib} MiB (${loaded.peak?.toFixed(0) ?? "unknown"})`,
				holds: loaded.peak === undefined || loaded.peak < mostMemoryMib,
			},
		],
	};
}

const dayMs = 86_400_000;
/** From the sign to the closure. */
const closing = exampleScenarios.find(({ ends }) => ends.closed)?.acts ?? [];

/** A made-up territory with so many situations behind it, and some that wait. */
export function history(count: number) {
	const directory = freshDirectory();
	const territory = freshStore(directory);
	const { db } = territory;
	db.$client.exec("UPDATE territories SET demonstration = 1");
	// As a server leaves it that has run before: its rows are those of this version.
	bringUpToDate(db, momentAt(monday).random);
	const startsAt = Date.now() - 3_600_000;
	const waiting = tellInStore(territory, sentToCrip, { startsAt }).situationPk;
	if (count > 1) {
		const over = tellInStore(territory, closing, { startsAt: startsAt - 60 * dayMs, seed: 2 });
		const followed = tellInStore(territory, accompanied, { startsAt, seed: 3 });
		// Most of ten years is closed; a tenth is followed now, and its clocks run.
		const open = Math.ceil(count / 10);
		populate(db, { templates: [over.situationPk], count: count - open });
		populate(db, { templates: [followed.situationPk], count: open });
		populate(db, { templates: [waiting], count: Math.min(count, 40) });
	}
	const { events } = journalHead(db);
	const situations = db.$client.prepare("SELECT count(*) FROM situations").pluck().get();
	settleStore(db);
	return {
		directory,
		events,
		situations: Number(situations),
		size: sizeOf(join(directory, "relais.db")),
	};
}

/** How long until the first page is there, and what it shows; then the server is stopped. */
async function startOn(directory: string, pages: Pages): Promise<{ took: number; page: string }> {
	const began = performance.now();
	const relais = await serveRelais(directory, pages);
	const took = performance.now() - began;
	const { body } = await relais.client.ask({ path: "/sign-in" });
	await relais.stop();
	return { took, page: textOf(body) };
}

/** What a page says, without what is new for each answer. */
function textOf(page: string): string {
	return page
		.replaceAll(/<script[\s\S]*?<\/script>/g, "")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll(/\s+/g, " ");
}

/** Asks for the pages that are read most, and gives the most memory that the server ever held. */
async function underLoad(directory: string, pages: Pages, views: number) {
	const relais = await serveRelais(directory, pages);
	const cookie = await enterAs(relais, "crip-member");
	const paths = ["/my-day", "/protocols", "/directory", "/week"];
	const asked: Asked[] = Array.from({ length: views }, (_, index) => ({
		path: paths[index % paths.length] ?? "/my-day",
		headers: { cookie },
	}));
	await timePerRequest(relais.client, asked, { atOnce: 8, status: 200 });
	const peak = relais.peak();
	await relais.stop();
	return { asked: asked.length, peak };
}
