import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { awake } from "../security/watch.ts";
import { at, type Screen, seen } from "./screen.ts";
import { send } from "./send.ts";

/** What the person reads when something went wrong, as far as a browser can bring it about. */
export const failureScreens: Screen[] = [
	seen("nothing at this address", "routes/$", at("/nulle-part", "educatrice-a"), 404),
	seen("nothing at this address, for a visitor", "routes/$", at("/nulle-part"), 404),
	seen("somebody else's situation", "routes/situations.$handle", foreign, 404),
	broken("a form with a field that we never asked for", 400, async (page) => {
		await page.goto(paths.signIn());
		return send(page, { surname: "x" });
	}),
	broken("a form sent from elsewhere", 403, async (page, { origin }) => {
		await page.goto("about:blank");
		await page.setContent(
			`<main><form method="post" action="${origin}${paths.language()}"></form></main>`,
		);
		return send(page, { language: "en" });
	}),
	broken("a form that is far too long", 413, async (page) => {
		await page.goto(paths.signIn());
		return send(page, { email: "x".repeat(70_000) });
	}),
	broken("a form in another format", 415, async (page) => {
		await page.goto(paths.signIn());
		const form = page.locator("main form").first();
		await form.evaluate((element: HTMLFormElement) => {
			element.enctype = "multipart/form-data";
		});
		return send(page);
	}),
	broken("an address asked for in another way", 405, async (page, relais) => {
		await page.route(`**${paths.account()}`, (route) => route.continue({ method: "PUT" }));
		await enter(page, relais, "educatrice-a");
		const answer = await page.goto(paths.account());
		return answer?.status() ?? 0;
	}),
	broken("an address that cannot be read", 400, async (page) => {
		const answer = await page.goto("/%E0%A4%A");
		return answer?.status() ?? 0;
	}),
	broken("a store that is busy for too long", 503, async (page, relais) => {
		await enter(page, relais, "infirmiere-scolaire-a");
		await page.goto(`${paths.newSituation()}?protocol=reference-a`);
		return relais.store.whileLocked(() => send(page));
	}),
	broken("a network that is gone", 200, async (page, relais) => {
		await enter(page, relais, "educatrice-a");
		const answer = await page.goto(paths.myDay());
		// Before its scripts run, a link is followed by the browser itself.
		await awake(page);
		await page.route("**/*_data=*", (route) => route.abort("internetdisconnected"));
		await page.getByRole("link", { name: "Annuaire" }).click();
		await page.getByRole("heading", { name: "La connexion est coupée" }).waitFor();
		return answer?.status() ?? 0;
	}),
];

function broken(
	name: string,
	status: number,
	open: (page: Page, relais: OwnRelais) => Promise<number>,
): Screen {
	return { name, route: undefined, status, open };
}

function foreign(store: Parameters<Parameters<typeof seen>[2]>[0]) {
	const { handle } = store.first<{ handle: string }>(
		"select handle from participations where structure_id = 'college-saule'",
	);
	return { as: "educatrice-a", path: paths.situation(handle) };
}
