import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter } from "../security/own-relais.ts";
import { awake } from "../security/watch.ts";
import { expectNoViolation } from "./checks.ts";
import { expect, test } from "./one-browser.ts";
import { screens } from "./screens.ts";

const forms = [
	"the door",
	"my day, with what waits for reception",
	"a situation that waits for an answer",
	"opening a situation",
	"a review to make",
	"preparing a handoff",
	"the form of ACCEPT",
	"the form of DECLINE",
	"declaring a danger",
	"who plays a role",
	"the directory",
	"an account with two structures",
	"a locked screen",
	"what opens one's account, behind a proof",
	"helping somebody back in",
];

for (const name of forms) {
	for (const [device, size] of [
		["on a desk", { width: 1280, height: 800 }],
		["on a phone", { width: 390, height: 844 }],
	] as const) {
		test(`the keyboard goes through ${name} in order, always in sight, ${device}`, async ({
			page,
			relais,
		}) => {
			await page.setViewportSize(size);
			await screens.find((screen) => screen.name === name)?.open(page, relais);
			await awake(page);

			const stops = await walk(page);

			expect(stops.filter(({ flaw }) => flaw !== "")).toEqual([]);
			expect(stops.map(({ place }) => place)).toEqual(
				stops.map(({ place }) => place).sort((one, other) => one - other),
			);
			expect(await unreached(page, stops)).toEqual([]);
		});
	}
}

test("the first stop leads past what every page repeats", async ({ page, relais }) => {
	await enter(page, relais, "reception-crip-a");
	await page.goto(paths.myDay());
	await page.keyboard.press("Tab");
	const skip = page.getByRole("link", { name: "Aller au contenu" });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();

	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");

	await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("what is wrong with a form takes the focus, and leads to the field", async ({ page }) => {
	await page.goto(paths.signIn());
	await awake(page);
	await page.getByLabel("Mot de passe", { exact: true }).focus();
	await page.keyboard.press("Enter");
	const summary = page.getByRole("alert");
	await expect(summary).toBeFocused();

	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");

	await expect(page.getByLabel("Adresse e-mail professionnelle")).toBeFocused();
});

test("after a move inside, the new title has the focus", async ({ page, relais }) => {
	await enter(page, relais, "reception-crip-a");
	await page.goto(paths.myDay());
	await awake(page);
	await page.getByRole("link", { name: "Annuaire" }).focus();

	await page.keyboard.press("Enter");

	await expect(page.getByRole("heading", { level: 1, name: "Annuaire" })).toBeFocused();
});

test("a page left alone is covered, holds the focus, and comes back as it was", async ({
	page,
	relais,
}) => {
	await page.clock.install();
	await enter(page, relais, "infirmiere-scolaire-a");
	await page.goto(`${paths.newSituation()}?protocol=reference-a`);
	await awake(page);
	await page.getByRole("radio", { name: "Non connue" }).check();
	await page.clock.fastForward("05:01");
	const cover = page.getByRole("dialog", { name: "Écran verrouillé" });
	await expect(cover).toBeVisible();
	await expectNoViolation(page);
	await expect(cover.locator(":focus")).toHaveCount(1);

	await page.keyboard.press("Enter");

	await expect(cover).toBeHidden();
	await expect(page.getByRole("radio", { name: "Non connue" })).toBeChecked();
});

/** Where the keyboard stopped: its place in the document, its words, and what is wrong with it. */
type Stop = { place: number; name: string; flaw: string };

/** Tabs through the page from its beginning to its end. */
async function walk(page: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (let tabs = 0; tabs < 200; tabs++) {
		await page.keyboard.press("Tab");
		const stop = await page.evaluate(stopHere);
		if (!stop) return stops;
		stops.push(stop);
	}
	throw new Error("The keyboard does not come to an end.");
}

/** Runs in the page: where the focus is, undefined when it left the page. */
function stopHere(): Stop | undefined {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return undefined;
	focused.setAttribute("data-stopped", "");
	const place = [...document.querySelectorAll("*")].indexOf(focused);
	const name = (focused.textContent || focused.getAttribute("name") || focused.tagName).trim();
	return { place, name: name.slice(0, 60), flaw: flawOf(focused) };

	function flawOf(element: Element): string {
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return "no visible focus";
		const box = element.getBoundingClientRect();
		const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
		const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
		if (box.bottom <= 0 || box.top >= innerHeight) return "out of sight";
		const onTop = document.elementFromPoint(x, y);
		const isSeen = onTop && (element.contains(onTop) || onTop.contains(element));
		return isSeen ? "" : `covered by ${onTop?.outerHTML.slice(0, 80)}`;
	}
}

/** Controls that the keyboard never came to; of a group of answers, one stop is enough. */
function unreached(page: Page, stops: Stop[]): Promise<string[]> {
	if (stops.length === 0) throw new Error("The keyboard stopped nowhere.");
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>("a[href], button, summary, select, input")]
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.filter((control) => control.getAttribute("type") !== "hidden")
			.filter((control) => {
				const name = control.getAttribute("name");
				const isRadio = control.getAttribute("type") === "radio";
				const group = isRadio ? `[name="${name}"][data-stopped]` : "";
				return !control.hasAttribute("data-stopped") && !(group && document.querySelector(group));
			})
			.map((control) => control.outerHTML.slice(0, 100)),
	);
}
