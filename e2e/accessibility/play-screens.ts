import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import type { Screen } from "./screen.ts";

const list = "routes/studio.$draftId_.play";
const play = "routes/studio.$draftId_.play_.$playId";

/** A runaway beside a handoff, then a step that is not open: the story stops there. */
const brokenStory = JSON.stringify([
	{ by: "spotter", raises: "runaway" },
	{ by: "crip", answers: "first-analysis", outcome: "DANGER" },
]);

/** Playing a draft: what can be played, a story that opens, goes on, stops, and is saved wrongly. */
export const playScreens: Screen[] = [
	screen("the simulations and scenarios of a draft", list, async (page, _, draft) => {
		const answer = await page.goto(`${draft}/play`);
		return answer?.status() ?? 0;
	}),
	screen("a simulation that opens", play, (page, relais, draft) =>
		played(page, relais, draft, { intent: "start" }),
	),
	screen("a simulation in the middle of a scenario", play, (page, relais, draft) =>
		played(page, relais, draft, { intent: "scenario", name: "runaway-across-handoff" }),
	),
	screen("a simulation that the protocol stops", play, (page, relais, draft) =>
		played(page, relais, draft, { intent: "story", story: brokenStory }),
	),
	{
		...screen("a scenario saved without a title", play, async (page, relais, draft) => {
			await played(page, relais, draft, { intent: "start" });
			await page.locator("summary", { hasText: "Enregistrer comme scénario" }).click();
			const answered = page.waitForResponse((response) => response.request().method() === "POST");
			await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
			const answer = await answered;
			await page.getByRole("alert").waitFor();
			return answer.status();
		}),
		status: 422,
	},
];

type Opening = (page: Page, relais: OwnRelais, draft: string) => Promise<number>;

/** A screen of a fresh draft of the short example. */
function screen(name: string, route: string, open: Opening): Screen {
	return {
		name,
		route,
		status: 200,
		async open(page, relais) {
			await enter(page, relais, coordinator);
			const form = { origin: "model", model: "example" };
			return open(page, relais, await sentTo(page, relais, paths.newDraft(), form));
		},
	};
}

async function played(
	page: Page,
	relais: OwnRelais,
	draft: string,
	form: Record<string, string>,
): Promise<number> {
	const answer = await page.goto(await sentTo(page, relais, `${draft}/play`, form));
	return answer?.status() ?? 0;
}

/** Sends a form and says where its answer leads. */
async function sentTo(
	page: Page,
	{ origin }: OwnRelais,
	path: string,
	form: Record<string, string>,
): Promise<string> {
	const answer = await page.request.post(path, { headers: { origin }, form, maxRedirects: 0 });
	if (answer.status() !== 303) throw new Error(`${path} answered ${answer.status()}.`);
	return answer.headers().location ?? "";
}
