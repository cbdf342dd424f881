import { paths } from "#app/paths.ts";
import { expect, test } from "../security/own-relais.ts";
import { expectNoViolation } from "./checks.ts";
import {
	doubleText,
	expectLargeTargets,
	expectNothingCut,
	expectWellFormed,
	wordsOn,
} from "./measures.ts";
import { routesWithoutScreen, screens } from "./screens.ts";

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** The narrowest phone; also a desk at 400 %. */
const narrow = { width: 320, height: 640 };
const deskAtDoubleZoom = { width: 640, height: 400 };

test("every route of the application has its screen here", async ({ page, request }) => {
	await page.goto(paths.signIn());
	const manifest = await page.locator('link[href*="/manifest-"]').first().getAttribute("href");
	const script = await (await request.get(String(manifest))).text();
	const { routes } = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));

	const shown = screens.flatMap(({ route }) => route ?? []);

	expect([...new Set([...shown, ...routesWithoutScreen])].sort()).toEqual(
		Object.keys(routes).sort(),
	);
});

for (const screen of screens) {
	test(`at any size, with any help: ${screen.name}`, async ({ page, relais }) => {
		await page.setViewportSize(desk);
		expect(await screen.open(page, relais)).toBe(screen.status);
		await expectWellFormed(page, "fr");
		await expectNoViolation(page);
		const words = await wordsOn(page);

		await page.setViewportSize(phone);
		await expectNoViolation(page);
		await expectLargeTargets(page);

		await page.setViewportSize(narrow);
		await expectNothingCut(page);
		expect(await wordsOn(page)).toEqual(words);

		await page.setViewportSize(deskAtDoubleZoom);
		await expectNothingCut(page);

		await page.setViewportSize(desk);
		await doubleText(page);
		await expectNothingCut(page);
	});
}
