import { desc } from "drizzle-orm";
import { audit } from "#db/schema/audit.ts";
import { errorPage } from "../error-page.server.ts";
import { policyTable } from "../policy/table.ts";
import type { Services } from "../services.server.ts";
import type { WholeApp } from "../whole-app.for-tests.ts";
import { type KnownAsker, kindsOfAccounts, signedIn } from "./askers.for-tests.ts";
import { type Question, questionsAbout, routesOf, thingsAbout } from "./questions.for-tests.ts";
import { thingsFor } from "./things.for-tests.ts";

type Stage = {
	app: WholeApp;
	services: Services;
	/** Every kind of account, or one of each duty. */
	whole: boolean;
};

/** What was asked of routes that show situations, and what was wrong with the trail of it. */
export type ReadingsReport = { asked: number; screens: Set<string>; findings: string[] };

/** Reads every screen that shows a situation, and looks whether the trail says so, once. */
export async function readAndCheckTrail(stage: Stage): Promise<ReadingsReport> {
	const { app, services } = stage;
	const report: ReadingsReport = { asked: 0, screens: new Set(), findings: [] };
	await forEachReading(stage, async (known, question) => {
		const entry = policyTable[question.routeId];
		const before = lastOf(services);
		const { status } = await app.ask(question.asked);
		report.asked += 1;
		if (isShut(status)) return;

		const kept = lastOf(services);
		const about = `${question.way.name} of ${question.routeId}`;
		const told = [kept?.actor, kept?.structureId, kept?.screen, kept?.situationPk ?? undefined];
		const read = [known.memberId, known.structureId, entry?.reads, question.thing.situationPk];
		if (kept?.sequence === before?.sequence || told.join() !== read.join()) {
			report.findings.push(`${about}: kept ${told.join(" ")} for ${read.join(" ")}`);
		}
		if (entry?.reads) report.screens.add(entry.reads);
		await app.ask(question.asked);
		if (lastOf(services)?.sequence !== kept?.sequence) report.findings.push(`${about}: kept twice`);
	});
	return report;
}

/** Asks for the same while the trail cannot be written: nothing of any situation may come out. */
export async function readWithoutTrail(stage: Stage): Promise<ReadingsReport> {
	const { app, services } = stage;
	const report: ReadingsReport = { asked: 0, screens: new Set(), findings: [] };
	const { $client } = services.db;
	await forEachReading(stage, async (_known, question) => {
		$client.exec(
			"CREATE TRIGGER no_trail BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'No trail.'); END",
		);
		const { status, body } = await app.ask(question.asked);
		$client.exec("DROP TRIGGER no_trail");
		report.asked += 1;
		if (isShut(status)) return;

		if (status !== 503 || body !== errorPage(503)) {
			report.findings.push(`${question.way.name} of ${question.routeId}: ${status}`);
		}
		const screen = policyTable[question.routeId]?.reads;
		if (screen) report.screens.add(screen);
	});
	return report;
}

/** What the row itself does not open shows nothing: absent, or led to another page. */
function isShut(status: number): boolean {
	return status === 404 || status === 303 || status === 204;
}

/** Where a route that shows situations opens: in turn its page, its data, and an act. */
async function forEachReading(
	{ app, services, whole }: Stage,
	act: (known: KnownAsker, question: Question) => Promise<void>,
): Promise<void> {
	let turn = 0;
	const kinds = kindsOfAccounts(services.db).filter(({ duty, manager, reception }) => {
		return whole || duty !== "professional" || (manager && reception);
	});
	for (const member of kinds) {
		const things = thingsFor(services.db, await signedIn(app, member));
		const questions = routesOf(app.routes)
			.filter(({ id }) => policyTable[id]?.reads)
			.flatMap((route) => thingsAbout(route, things).map((thing) => ({ route, thing })));
		for (const { route, thing } of questions) {
			// A session of its own: what was read a moment ago in the same one is not kept again.
			const known = await signedIn(app, member);
			const open = questionsAbout(route, known, thing).filter(({ verdict, way }) => {
				return verdict === "opens" && way.method !== "HEAD";
			});
			const question = open[turn % open.length];
			turn += 1;
			if (question) await act(known, question);
		}
	}
}

function lastOf({ db }: Services) {
	return db.select().from(audit).orderBy(desc(audit.sequence)).limit(1).get();
}
