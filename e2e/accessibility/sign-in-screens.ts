import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";
import { send } from "./send.ts";

const lock = "routes/lock";
const factors = "routes/account_.factors";
const help = "routes/recoveries.$memberId";
const recover = "routes/recover.$secret";

const manager = "cheffe-de-service-a";
const person = "educatrice-a";
const helping = at(paths.recovery(person), manager);

/** Locking, what opens one's account, and helping somebody back into theirs. */
export const signInScreens: Screen[] = [
	{
		name: "a locked screen",
		route: lock,
		status: 200,
		async open(page, relais) {
			await locked(page, relais, "juriste-a");
			return (await page.goto(paths.lock()))?.status() ?? 0;
		},
	},
	{
		name: "the door, after a session was ended elsewhere",
		route: "routes/sign-in",
		status: 200,
		async open(page, relais) {
			await enter(page, relais, "juriste-a");
			const here = await page.context().storageState();
			await page.context().clearCookies();
			await enter(page, relais, "juriste-a");
			await post(page, relais, paths.accountSessions(), { end: "others" });
			await page.context().clearCookies();
			await page.context().addCookies(here.cookies);
			await page.goto(paths.myDay());
			return (await page.goto(paths.signIn()))?.status() ?? 0;
		},
	},
	seen("what opens one's account", factors, at(paths.accountFactors(), "juriste-a")),
	{
		name: "what opens one's account, behind a proof",
		route: factors,
		status: 200,
		open: (page, relais) => unproved(page, relais, paths.accountFactors()),
	},
	{
		name: "a proof that was not given",
		route: factors,
		status: 422,
		async open(page, relais) {
			await unproved(page, relais, paths.accountFactors());
			return send(page, {}, false);
		},
	},
	seen(
		"linking an application of codes",
		"routes/account_.codes",
		at(paths.accountCodes(), "juriste-a"),
	),
	sent(
		"linking an application of codes, with a wrong code",
		"routes/account_.codes",
		at(paths.accountCodes(), "juriste-a"),
		{ status: 422, changes: { code: "000000" } },
	),
	seen("people to help back in", "routes/recoveries._index", at(paths.recoveries(), coordinator)),
	seen("helping somebody back in", help, helping),
	sent("helping somebody back in, with nothing chosen", help, helping, {
		status: 422,
		blank: true,
	}),
	sent("one person, where two are needed", help, helping, {
		status: 409,
		blank: true,
		changes: { reason: "forgotten" },
	}),
	{
		name: "agreeing that somebody begins anew",
		route: help,
		status: 200,
		async open(page, relais) {
			await ask(page, relais);
			await enter(page, relais, coordinator);
			return (await page.goto(paths.recovery(person)))?.status() ?? 0;
		},
	},
	{
		name: "a link to hand over",
		route: help,
		status: 200,
		async open(page, relais) {
			await ask(page, relais);
			await enter(page, relais, coordinator);
			await page.goto(paths.recovery(person));
			return send(page, { act: "agree" });
		},
	},
	{
		name: "finding one's account again",
		route: recover,
		status: 200,
		async open(page, relais) {
			const link = await linkFor(page, relais);
			return (await page.goto(link))?.status() ?? 0;
		},
	},
	{
		name: "finding one's account again, with an easy password",
		route: recover,
		status: 422,
		async open(page, relais) {
			await page.goto(await linkFor(page, relais));
			return send(page, { password: "azertyuiopqsdfghjklm" });
		},
	},
	seen("a recovery that opens nothing", recover, at(paths.recover("x".repeat(43))), 404),
];

/** These speak to a script, or are shown where people are real: `real-screens.spec.ts`. */
export const signInRoutesWithoutScreen = [
	"routes/account_.password",
	"routes/account_.sessions",
	"routes/lock_.cover",
	"routes/passkeys.$act",
	"routes/sign-in_.enrolment",
	"routes/sign-in_.second-factor",
];

async function locked(page: Page, relais: OwnRelais, as: string): Promise<void> {
	await enter(page, relais, as);
	await post(page, relais, paths.lock(), { wish: "lock" });
}

/** A session that was locked and taken up again has proved nothing since. */
async function unproved(page: Page, relais: OwnRelais, path: string): Promise<number> {
	await locked(page, relais, "juriste-a");
	await post(page, relais, paths.lock(), { wish: "unlock" });
	return (await page.goto(path))?.status() ?? 0;
}

/** A manager says that a colleague lost their telephone. */
async function ask(page: Page, relais: OwnRelais): Promise<void> {
	await enter(page, relais, manager);
	await post(page, relais, paths.recovery(person), { act: "withdraw" });
	await post(page, relais, paths.recovery(person), { act: "ask", reason: "lost" });
}

async function linkFor(page: Page, relais: OwnRelais): Promise<string> {
	await ask(page, relais);
	await enter(page, relais, coordinator);
	const answer = await post(page, relais, paths.recovery(person), { act: "agree" });
	const link = /value="[^"]*(\/recover\/[\w-]{43})"/.exec(await answer.text())?.[1];
	if (!link) throw new Error(`No link was given: ${answer.status()}.`);
	return link;
}

function post(page: Page, { origin }: OwnRelais, path: string, form: Record<string, string>) {
	return page.request.post(path, { headers: { origin }, form, maxRedirects: 0 });
}
