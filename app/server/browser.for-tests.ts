import { forgetCodes } from "./codes.server.ts";
import { linkCodes, realPassword } from "./real-world.for-tests.ts";
import type { Services } from "./services.server.ts";
import type { Answered, WholeApp } from "./whole-app.for-tests.ts";

/** Real services with a clock that the test moves. */
type Moved = Services & { pass(ms: number): void };

/** A browser without scripts: it keeps its cookies, and comes from a network of its own. */
export function browserOf(app: WholeApp, network: string, kept = "", userAgent = "Test") {
	const jar = new Map<string, string>();
	for (const pair of kept.split("; ").filter(Boolean)) keepPair(pair);
	const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
	const headers = { "user-agent": userAgent, "x-forwarded-for": network.replace(/0$/, "7") };
	return {
		cookie,
		forget: () => jar.clear(),
		get: async (path: string) => keep(await app.ask({ path, cookie: cookie(), headers })),
		post: async (path: string, form: Record<string, string>) =>
			keep(await app.ask({ method: "POST", path, cookie: cookie(), headers, form })),
	};

	function keep(answered: Answered): Answered {
		for (const line of answered.headers["set-cookie"] ?? []) keepPair(line.split(";")[0] ?? "");
		return answered;
	}

	function keepPair(pair: string): void {
		jar.set(pair.split("=")[0] ?? "", pair.slice(pair.indexOf("=") + 1));
	}
}

/** Lets the people of the small territory in, with their password and the codes of an application. */
export function doorOf(app: WholeApp, services: Moved) {
	const linked = new Map<string, Awaited<ReturnType<typeof linkCodes>>>();
	return async (person: string, network: string, userAgent?: string) => {
		const userId = `${person}-user`;
		const codes = linked.get(userId) ?? (await linkAnew(userId));
		const own = browserOf(app, network, "", userAgent);
		await own.post("/sign-in", { email: `${person}@exemple.invalid`, password: realPassword });
		// Each visit has a half-minute of its own: a code is taken once.
		services.pass(60_000);
		const entered = await own.post("/sign-in/second-factor", { code: await codes() });
		if (entered.status !== 303) throw new Error(`${person} could not enter: ${entered.status}.`);
		return { ...own, codes };
	};

	async function linkAnew(userId: string) {
		forgetCodes(services, userId);
		const codes = await linkCodes(services, userId);
		linked.set(userId, codes);
		return codes;
	}
}

/** Whether the words are on a page; the page itself would drown what a test has to say. */
export function says(answered: Answered, words: string): boolean {
	return textOf(answered).includes(words);
}

/** A page without its scripts, which carry what is new in each answer. */
export function textOf({ body }: Answered): string {
	return body
		.replaceAll(/<script\b.*?<\/script>/gs, "")
		.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ")
		.replaceAll("&#x27;", "'");
}
