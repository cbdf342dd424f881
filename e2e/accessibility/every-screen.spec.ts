import { paths } from "#app/paths.ts";
import { desk, expectFitAtAnySize } from "./any-size.ts";
import { expect, testInOneTab as test } from "./one-browser.ts";
import { routesWithoutScreen, screens } from "./screens.ts";

/** These have no script: the slip, and what stands in front of the application. */
const asleep = ["routes/handoffs.$handle.slip", undefined];

test("every route of the application has its screen here", async ({ request }) => {
	const page = await (await request.get(paths.signIn())).text();
	const manifest = /\/assets\/manifest-[\w-]+\.js/.exec(page)?.[0];
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
		await expectFitAtAnySize(page, !asleep.includes(screen.route));
	});
}
