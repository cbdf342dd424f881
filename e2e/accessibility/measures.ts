import { expect, type Page } from "@playwright/test";

/** The smallest side of what a thumb has to hit, in CSS pixels. */
const smallestTarget = 44;

/**
 * Every control is large enough for a thumb. A link within a sentence is as tall as its line, and
 * the stations of a drawing lead to what stands in words below it.
 */
export async function expectLargeTargets(page: Page): Promise<void> {
	const small = await page.evaluate((smallest) => {
		const controls = "a[href], button, summary, select, textarea, input:not([type=hidden])";
		return [...document.querySelectorAll<HTMLElement>(controls)]
			.filter((control) => control instanceof HTMLElement && isShown(control))
			.filter((control) => !isInSentence(control))
			.map((control) => ({ control, box: targetOf(control).getBoundingClientRect() }))
			.filter(({ box }) => Math.min(box.width, box.height) < smallest)
			.map(({ control, box }) => `${nameOf(control)}: ${box.width} × ${box.height}`);

		function isShown(control: HTMLElement) {
			const { width } = control.getBoundingClientRect();
			return width > 1 && control.checkVisibility({ visibilityProperty: true });
		}

		/** A row to tick is hit anywhere; some links cover the box around them. */
		function targetOf(control: HTMLElement): Element {
			const label = control.closest("label");
			if (label) return label;
			const { position, content } = getComputedStyle(control, "::after");
			const covers = position === "absolute" && content !== "none";
			return (covers && control.offsetParent) || control;
		}

		function isInSentence(control: HTMLElement) {
			const around = control.parentElement?.innerText.trim() ?? "";
			const inline = getComputedStyle(control).display === "inline";
			return inline && around.length > control.innerText.trim().length;
		}

		function nameOf(control: HTMLElement) {
			const words = control.innerText || control.getAttribute("name");
			return `${control.tagName.toLowerCase()} “${words}”`;
		}
	}, smallestTarget);
	expect(small, "controls too small for a thumb").toEqual([]);
}

/** Nothing runs out of the page sideways, and no text is cut off. */
export async function expectNothingCut(page: Page): Promise<void> {
	const cut = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const wide = scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : [];
		const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
		const clipped = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
			// What only a screen reader is to find is one pixel wide.
			if (element.clientWidth <= 1) return false;
			// What somebody types longer than its field is read by moving through it.
			if (element instanceof HTMLInputElement) return false;
			const { overflowX, overflowY } = getComputedStyle(element);
			const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
			const cutX = hides(overflowX) && scrollWidth > clientWidth + 1;
			return cutX || (hides(overflowY) && scrollHeight > clientHeight + 1);
		});
		return [...wide, ...clipped.map((element) => element.outerHTML.slice(0, 120))];
	});
	expect(cut, `at ${page.viewportSize()?.width} pixels`).toEqual([]);
}

/** The words that can be read on the page; a drawing breaks and numbers them for its own size. */
export async function wordsOn(page: Page): Promise<string[]> {
	const text = await page.locator("main").evaluate((main) => {
		const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
		const read: string[] = [];
		while (nodes.nextNode()) {
			const around = nodes.currentNode.parentElement;
			if (around?.checkVisibility({ visibilityProperty: true }) && !around.closest("svg")) {
				read.push(nodes.currentNode.textContent ?? "");
			}
		}
		return read.join(" ");
	});
	return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))].sort();
}

/** Doubles every letter, as a browser does that enlarges text alone. */
export async function doubleText(page: Page): Promise<void> {
	await page.evaluate(() => {
		document.documentElement.style.fontSize = "200%";
	});
}

/** The page says in which language it speaks, has one title, and betrays nothing in the tab's name. */
export async function expectWellFormed(page: Page, language: "fr" | "en"): Promise<void> {
	await expect(page.locator("html")).toHaveAttribute("lang", language);
	await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
	await expect(page.getByRole("main")).toHaveCount(1);
	await expect(page).toHaveTitle(titles[language]);
}

/** A page that stands in front of the application also says what went wrong. */
const titles = {
	fr: /^([^–]+ – )?Espace professionnel$/,
	en: /^([^–]+ – )?(Professional space|Espace professionnel)$/,
};
