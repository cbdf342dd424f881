import type { Page } from "@playwright/test";
import { madeUpStructures } from "#db/seed/directory.ts";
import { madeUpPeople } from "#db/seed/people.ts";
import { expect, test } from "../support/test.ts";
import { frenchOnly } from "../support/words.ts";

const english = { language: "en", locale: "en-GB" } as const;

test("in English, a sign is passed on to the CRIP without a French word of ours", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A", english);
	const crip = await enter("Réception CRIP A", english);
	await speaksEnglish(street.page);

	await street.opens("Reference département protocol (with CRIP)", {
		"Age band": "15 to 17",
	});
	await speaksEnglish(street.page);
	await street.answers("Receive the sign and pause", "Sign received");
	await street.goesToStep("Compare views with the sign grid");
	await speaksEnglish(street.page);
	await street.answers("Compare views with the sign grid", "Risk of danger", {
		"Level of concern": "Risk of danger",
	});
	await street.answers("Talk with the young person and inform them", "Conversation held");
	await street.answers("Choose the official route", "CRIP route", {
		"Official route used": "Concern report to CRIP",
		"Information given": ["Young person informed"],
	});
	await street.prepares("Send the concern report", {});
	await speaksEnglish(street.page);
	const report = await street.handsOff("Send the concern report");
	await speaksEnglish(street.page);

	await crip.receives(report);
	await speaksEnglish(crip.page);
	await crip.goesToAct("DECLINE", report);
	await speaksEnglish(crip.page);
	await crip.accepts(report, "Réception CRIP A");
	await speaksEnglish(crip.page);

	for (const address of ["/my-day", "/protocols", "/directory", "/account", "/nowhere"]) {
		await crip.page.goto(address);
		await speaksEnglish(crip.page);
	}
});

const french = frenchOnly();
const names = [
	...madeUpStructures.flatMap(({ name, zone }) => [name, zone]),
	...madeUpPeople.map(({ label }) => label),
];

/** Names of structures and accounts stay French: they are names. Everything that we wrote is English. */
async function speaksEnglish(page: Page): Promise<void> {
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	await expect(page).toHaveTitle("Professional space");
	const roles = ["heading", "button", "link", "paragraph", "term", "radio"] as const;
	const read = await Promise.all(
		roles.map((role) => page.getByRole(role).and(page.locator(":visible")).allTextContents()),
	);
	const written = read.flat().map(withoutNames);
	expect(written.filter((text) => french.has(text))).toEqual([]);
	expect(written.filter((text) => /\b(le|la|les|des|du|une|vous|votre|est)\b/i.test(text))).toEqual(
		[],
	);
}

function withoutNames(text: string): string {
	const plain = text.replaceAll(/\s+/g, " ").trim();
	return names.reduce((rest, name) => rest.replaceAll(name, "…"), plain);
}
