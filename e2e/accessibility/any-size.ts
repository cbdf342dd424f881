import { expect, type Page } from "@playwright/test";
import { awake } from "../security/watch.ts";
import { expectNoViolation } from "./checks.ts";
import {
	doubleText,
	expectLargeTargets,
	expectNothingCut,
	expectWellFormed,
	wordsOn,
} from "./measures.ts";

/** A desk, on which a page is opened first. */
export const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** The narrowest phone; also a desk at 400 %. */
const narrow = { width: 320, height: 640 };
const deskAtDoubleZoom = { width: 640, height: 400 };

/**
 * Holds a page that was opened on a desk to its word at any size and with any help.
 *
 * @param scripted false for a page without any script of its own
 */
export async function expectFitAtAnySize(page: Page, scripted = true): Promise<void> {
	await expectWellFormed(page, "fr");
	// The fixture `page` holds the page to its word once its scripts run, too.
	if (scripted) await awake(page);
	const words = await wordsOn(page);

	await page.setViewportSize(phone);
	// What a page scrolled to by itself may lie half under the bar that stays.
	await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
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
}
