import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const readers = [
	{ language: "fr", locale: "fr-FR" },
	{ language: "en", locale: "en-GB" },
] as const;

/** Every protocol of the demonstration, with the roles of the territory. */
const published = catalogue.flatMap(({ id, document }) => {
	const read = readProtocol(document);
	if (!read.ok || !id.startsWith("reference-")) return [];
	const roles = read.protocol.roles.filter(({ external }) => !external);
	return [{ id, roles, steps: steps(read.protocol) }];
});

for (const { id, roles } of published) {
	test(`each role card of ${id} is one tagged sheet, in French and in English`, async ({
		enter,
	}) => {
		for (const { language, locale } of readers) {
			const { page } = await enter("Coordinatrice A", { language, locale });
			for (const role of roles) {
				await page.goto(paths.protocolCard(id, role.id));
				await expect(page.getByRole("heading", { level: 1 })).toHaveText(
					(role.label[language] ?? role.label.fr).replaceAll("’", "'"),
				);
				const sheets = sheetsOf(await pdfOf(page, `${id}-${role.id}-${language}`));
				expect(sheets, `${role.id} in ${language}`).toEqual({ count: 1, tagged: true, across: 0 });
			}
		}
	});
}

for (const { id, steps: count } of published) {
	test(`the booklet of ${id} draws across the sheet and says every step`, async ({ enter }) => {
		const { page } = await enter("Coordinatrice A");
		await page.goto(paths.protocolPrint(id));
		await expect(page.locator("article")).toHaveCount(count);

		const sheets = sheetsOf(await pdfOf(page, `${id}-booklet`));

		expect(sheets.tagged).toBe(true);
		expect(sheets.across).toBe(await page.locator(".sheet-across").count());
		expect(sheets.count).toBeGreaterThan(10);
		expect(sheets.count).toBeLessThan(40);
	});
}

test("a draft says on every sheet that it is one, and is taken away by who writes it", async ({
	enter,
}) => {
	const { page } = await enter("Coordinatrice A");
	await page.goto(paths.newDraft());
	const { studio, exchange } = words.fr;
	await page.getByRole("radio").first().check();
	await page.getByRole("button", { name: studio.new.model.submit }).click();
	await page.getByRole("link", { name: studio.tabs.export }).click();
	await expect(page.getByText(exchange.page.leadDraft)).toBeVisible();
	const address = new URL(page.url()).pathname;

	await page.getByRole("link", { name: "CRIP", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("CRIP");
	await page.emulateMedia({ media: "print" });
	await expect(page.locator(".watermark")).toBeVisible();
	await expect(page.getByText(exchange.print.draftSentence)).toBeVisible();
	expect(sheetsOf(await pdfOf(page, "draft-crip"))).toEqual({ count: 1, tagged: true, across: 0 });

	const own = await page.request.get(`${address}/json`);
	expect((await own.json()).origin.status).toBe("draft");
	const reader = await enter("Éducatrice A");
	expect((await reader.page.request.get(`${address}/json`)).status()).toBe(404);
});

test("a structure takes its protocol away as files, each named and closed to guessing", async ({
	enter,
}) => {
	const { page } = await enter("Éducatrice A");
	await page.goto(paths.protocolExports("reference-b"));
	for (const [name, ending] of [
		["JSON de Relais", "relais.json"],
		["JSON XState", "xstate.json"],
		["Diagramme Mermaid", "mmd"],
		["BPMN 2.0", "bpmn"],
	] as const) {
		const leaving = page.waitForEvent("download");
		await page.getByRole("link", { name: `Télécharger ${name}` }).click();
		const file = await leaving;
		expect(file.suggestedFilename()).toMatch(new RegExp(`^protocole-[0-9a-f]{8}\\.${ending}$`));
	}
	const answer = await page.request.get(paths.protocolExport("reference-b", "bpmn"));
	expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
	expect(answer.headers()["content-type"]).toBe("application/xml; charset=utf-8");
	expect((await page.request.get(paths.protocolExport("reference-b", "exe"))).status()).toBe(404);
	await expect(page.getByRole("button", { name: "Partager cette version" })).toHaveCount(0);
});

test("a coordinator shares the published version and takes it back", async ({ enter }) => {
	const { page } = await enter("Coordinatrice A");
	await page.goto(paths.protocolExports("reference-b"));
	await page.getByRole("button", { name: "Partager cette version" }).click();
	await expect(
		page.getByText("Cette version est partagée avec les autres territoires."),
	).toBeVisible();
	await page.getByRole("button", { name: "Ne plus partager" }).click();
	await expect(page.getByRole("button", { name: "Partager cette version" })).toBeVisible();
});

/** The page on paper; kept where `PRINT_TO` says, for whoever wants to look. */
async function pdfOf(page: Page, name: string): Promise<string> {
	const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
	const kept = process.env.PRINT_TO;
	if (kept) {
		mkdirSync(kept, { recursive: true });
		writeFileSync(join(kept, `${name}.pdf`), pdf);
	}
	return pdf.toString("latin1");
}

/** How many sheets there are, how many lie across, and whether they say their structure. */
function sheetsOf(pdf: string) {
	const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	return {
		count: [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
		tagged: /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(pdf) && pdf.includes("/StructTreeRoot"),
		across: boxes.filter(([, width, height]) => Number(width) > Number(height)).length,
	};
}

function steps(value: unknown): number {
	if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + steps(item), 0);
	if (value === null || typeof value !== "object") return 0;
	const own = "guidance" in value ? 1 : 0;
	return Object.values(value).reduce((sum: number, part) => sum + steps(part), own);
}
