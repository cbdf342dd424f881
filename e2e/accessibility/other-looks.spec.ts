import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import type { OwnRelais } from "../security/own-relais.ts";
import { expectNoViolation, expectReadable } from "./checks.ts";
import { expectNothingCut, expectWellFormed } from "./measures.ts";
import { expect, test } from "./one-browser.ts";
import type { Screen } from "./screen.ts";
import { screens } from "./screens.ts";

/** One of each kind of page: what differs between looks differs on these. */
const chosen = [
	"the door, with nothing written",
	"my day, with what waits for reception",
	"a situation paused by a runaway",
	"a situation that is closed",
	"the whole line of a situation",
	"opening a situation",
	"a review, with nothing answered",
	"a review, on an outdated page",
	"declaring a danger",
	"preparing a handoff",
	"declined, for its sender",
	"the form of ACCEPT",
	"the protocol reference-a",
	"the directory",
	"an account with two structures",
	"a locked screen",
	"a proof that was not given",
	"linking an application of codes",
	"a link to hand over",
	"nothing at this address",
	"a form sent from elsewhere",
].map(named);

for (const screen of chosen) {
	test(`in English: ${screen.name}`, async ({ page, relais }) => {
		await speakEnglish(page, relais);
		expect(await screen.open(page, relais)).toBe(screen.status);

		// What stands in front of the application speaks both languages on one page.
		await expectWellFormed(page, screen.route === undefined ? "fr" : "en");
		await expectNoViolation(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNothingCut(page);
	});

	test(`in the dark, with more contrast and without motion: ${screen.name}`, async ({
		page,
		relais,
	}) => {
		await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
		expect(await screen.open(page, relais)).toBe(screen.status);

		await expectReadable(page);
		await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
		await expectReadable(page);
		await page.emulateMedia({ colorScheme: "light", contrast: "more" });
		await expectReadable(page);
		expect(await moving(page), "without motion").toEqual([]);
	});
}

test("with motion, nothing takes longer than 150 ms", async ({ page, relais }) => {
	await page.emulateMedia({ reducedMotion: "no-preference" });
	await named("preparing a handoff").open(page, relais);

	expect((await moving(page)).filter(({ ms }) => ms > 150)).toEqual([]);
});

function named(name: string): Screen {
	const screen = screens.find((one) => one.name === name);
	if (!screen) throw new RangeError(`There is no screen “${name}”.`);
	return screen;
}

async function speakEnglish(page: Page, { origin }: OwnRelais): Promise<void> {
	const form = { language: "en", back: paths.signIn() };
	await page.request.post(paths.language(), { headers: { origin }, form, maxRedirects: 0 });
}

/** What moves by itself or on its way from one look to another, and for how long. */
function moving(page: Page): Promise<{ element: string; ms: number }[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll("*")].flatMap((element) => {
			const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
			const seconds = `${transitionDuration}, ${animationDuration}`.split(", ").map(parseFloat);
			const ms = scrollBehavior === "smooth" ? Infinity : 1000 * Math.max(...seconds);
			return ms > 0 ? [{ element: element.outerHTML.slice(0, 80), ms }] : [];
		}),
	);
}
