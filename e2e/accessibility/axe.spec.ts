import { expect, test } from "../security/own-relais.ts";
import { expectNoViolation } from "./checks.ts";
import { screens } from "./screens.ts";

for (const screen of screens) {
	test(`no violation on: ${screen.name}`, async ({ page, relais }) => {
		const status = await screen.open(page, relais);
		expect(status).toBe(screen.status);

		await expectNoViolation(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectNoViolation(page);
	});
}
