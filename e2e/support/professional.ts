import type { Locator, Page } from "@playwright/test";
import type { PersonAct } from "#app/features/handoffs/act-table.ts";
import { asked, fill, latestDay, type Said } from "./filling.ts";
import { expect } from "./patience.ts";
import { heard, says } from "./telephone.ts";
import { type Language, say, words } from "./words.ts";

/** How a handoff is prepared: to whom, and what it carries. */
type Sending = { to?: string; said?: Said; draft?: boolean };

/** A code or a number: two groups of five symbols. */
const tenSymbols = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

/** The words that two people say to each other. */
const twoWords = /^\p{Ll}+, \p{Ll}+$/u;

/**
 * One professional in a browser of their own, who reads and presses what the screens say.
 * They remember the address of their situation and of their handoffs, as a browser does.
 */
export class Professional {
	readonly page: Page;
	readonly words: (typeof words)[Language];
	/** What their structure calls the situation. */
	alias = "";
	#situation = "";
	readonly #handoffs = new Map<string, string>();
	/** The situations that were in their day when they came in. */
	#readBefore: string[] = [];

	constructor(page: Page, language: Language = "fr") {
		this.page = page;
		this.words = words[language];
	}

	/** Comes in as one of the people of the demonstration. */
	async enters(label: string): Promise<void> {
		const {
			accounts: { demonstration },
			shell,
		} = this.words;
		await this.page.goto("/sign-in");
		const name = new RegExp(`^${demonstration.enter} ${label}(,| )`);
		// Whoever works in two structures is listed in each: their own comes first.
		await this.page.getByRole("button", { name }).first().click();
		await expect(this.page.getByRole("navigation", { name: shell.navigation.label })).toBeVisible();
		this.#readBefore = await this.#rows().getByRole("link").allTextContents();
	}

	/** Opens a situation, and stays on its page. */
	async opens(protocol: string, said: Said, running: readonly string[] = []): Promise<void> {
		const { opening, saved } = this.words.situations;
		await this.#opensDay();
		await this.page.getByRole("link", { name: this.words.myDay.open }).click();
		await this.page.getByRole("link", { name: protocol }).click();
		await fill(this.page, said);
		if (running.length > 0) await fill(this.page, { [opening.raises]: running });
		await this.presses(opening.submit);
		await this.#sees(saved.opened);
		await this.staysHere();
	}

	/** The code that one's register holds for the situation on the screen. */
	async code(): Promise<string> {
		const { standing } = this.words.situations;
		await this.page.getByText(standing.code).click();
		return (await this.page.getByText(tenSymbols).last().textContent()) ?? "";
	}

	/** Finds a situation of one's own structure by the code in its register. */
	async findsByCode(code: string): Promise<void> {
		const { find } = this.words.situations;
		await this.#opensDay();
		await this.page.getByLabel(find.label).fill(code);
		await this.presses(find.submit);
		await this.#arrivesAtSituation();
	}

	/** Keeps the address of the situation on the screen. */
	async staysHere(): Promise<void> {
		this.#situation = new URL(this.page.url()).pathname;
		this.alias = (await this.title().textContent()) ?? "";
	}

	/** Comes back to one's situation and reads it anew. */
	async returns(): Promise<void> {
		await this.page.goto(this.#situation);
		await this.#arrivesAt(this.alias);
	}

	/** Whether one knows the situation already. */
	get takesPart(): boolean {
		return this.#situation !== "";
	}

	/** Opens the form of a step from the situation. */
	async goesToStep(step: string): Promise<void> {
		await this.#follows(this.#linkToAnswer(step));
		await this.#arrivesAt(step);
	}

	/** Answers an open step, with the last look where there is one. */
	async answers(step: string, outcome: string, said: Said = {}): Promise<void> {
		const { step: texts } = this.words.situations;
		await this.goesToStep(step);
		await fill(this.page, { ...said, [texts.outcome]: outcome });
		await this.confirms(texts.submit, outcome);
	}

	/** Sends the form of a step, and confirms where it asks to look once more. */
	async confirms(submit: string, outcome: string): Promise<void> {
		const { confirm, interruptions, saved } = this.words.situations;
		await this.presses(submit);
		const button = (name: string) => this.page.getByRole("button", { name });
		const yes = button(say(confirm.yes, { outcome })).or(button(interruptions.dangerCalled));
		await expect(yes.or(this.#status(saved.answered))).toBeVisible();
		if (await yes.isVisible()) {
			await this.#proves();
			await yes.click();
		}
		await this.#sees(saved.answered);
	}

	/** Declares what happens beside the course. */
	async raises(interruption: string, submit?: string): Promise<void> {
		const { interruptions, saved } = this.words.situations;
		await this.returns();
		await this.page
			.getByRole("navigation", { name: interruptions.title })
			.getByRole("link", { name: interruption })
			.click();
		await this.presses(submit ?? say(interruptions.raise, { title: interruption }));
		await this.#sees(saved.raised);
	}

	/** Says which structure carries a step that nobody carries yet. */
	async entrusts(step: string, structure: string): Promise<void> {
		const { role, saved } = this.words.situations;
		await this.#follows(this.#linkToEntrust(step));
		await fill(this.page, { [role.label]: structure });
		await this.presses(role.submit);
		await this.#sees(saved.bound);
	}

	/** Prepares a handoff, looks once more and sends it. @returns the number to say on the telephone */
	async handsOff(step: string, sending: Sending = {}): Promise<string> {
		await this.prepares(step, sending);
		const { prepare } = this.words.handoffs;
		const { what } = this.words.handoffStates;
		if (sending.draft) {
			await this.presses(prepare.keep);
			await this.#sees(what.PREPARE);
			return this.#keeps("");
		}
		await this.presses(new RegExp(`^(${prepare.look}|${prepare.lookExternal})$`));
		await this.#arrivesAt(prepare.lookTitle);
		await this.presses(/^(Transmettre à|Déclarer l'envoi|Hand off to|Declare) ?:? /);
		await this.#sees(what.SEND);
		return this.#calls();
	}

	/** Fills the form of a handoff, without sending it. */
	async prepares(step: string, { to, said = {} }: Sending): Promise<void> {
		const { prepare } = this.words.handoffs;
		await this.#follows(this.#linkToHandOff(step));
		await this.#arrivesAt(step);
		await fill(this.page, {
			[prepare.danger]: prepare.dangerNO,
			...(to ? { [prepare.recipient]: to } : {}),
			...said,
			[prepare.information]:
				this.words === words.fr ? "Donnée et comprise" : "Given and understood",
		});
	}

	/** Finds the line of a handoff by the two words that were said on the telephone. */
	async receives(number: string): Promise<void> {
		const { acknowledge } = this.words.myDay.sections;
		await this.#opensDay();
		await this.#rows(acknowledge)
			.getByRole("link", { name: heard(number), exact: true })
			.click();
		await this.#arrivesAtHandoff();
		await expect(this.page.getByText(number, { exact: true })).toHaveCount(0);
		this.#keeps(number);
	}

	/** Opens one's page of a handoff. */
	async opensHandoff(number: string): Promise<void> {
		await this.page.goto(this.#handoffs.get(number) ?? "");
		await this.#arrivesAtHandoff();
	}

	/** Opens the page of an act on a handoff. */
	async goesToAct(act: PersonAct, number: string): Promise<void> {
		const { title, button } = this.words.handoffs.act[act];
		await this.opensHandoff(number);
		const link = (name: string) => this.page.getByRole("link", { name, exact: true });
		await link(button).or(link(title)).first().click();
		await this.#arrivesAt(title);
	}

	/** Does something to a handoff, with the last look where there is one; `ifAsked` may be left out. */
	async does(act: PersonAct, number: string, said: Said = {}, ifAsked: Said = {}): Promise<void> {
		const { act: acts, look } = this.words.handoffs;
		const { what } = this.words.handoffStates;
		await this.goesToAct(act, number);
		await this.#pairs(number, said);
		await fill(this.page, said);
		await fill(this.page, await asked(this.page, ifAsked));
		await this.presses(acts[act].button);
		const last = this.page.getByRole("heading", { level: 1, name: look.title });
		await expect(last.or(this.#status(what[act]))).toBeVisible();
		if (await last.isVisible()) await this.presses(acts[act].button);
		await this.#sees(what[act]);
	}

	/** Takes a handoff for one's structure, and opens the situation that comes with it. */
	async accepts(number: string, referent: string): Promise<void> {
		const { need, until } = this.words.handoffs;
		await this.does("ACCEPT", number, { [need.referent]: referent, [until.ACCEPT]: latestDay });
		await this.opensSituationOf(number);
	}

	/** Goes from a handoff to the situation. */
	async opensSituationOf(number: string): Promise<void> {
		await this.opensHandoff(number);
		await this.#link(this.words.handoffs.page.openSituation).click();
		await expect(this.page).toHaveURL(/\/situations\//);
		await this.#arrivesAtSituation();
	}

	/** Goes from a handoff that was rerouted to the one that follows it. @returns its number */
	async followsSuccessor(number: string, to: string): Promise<string> {
		await this.opensHandoff(number);
		await this.#link(to).first().click();
		await expect(this.page.getByText(number, { exact: true })).toBeHidden();
		return this.#calls();
	}

	/** Finds a situation that was not in one's day before, by the step that waits in it. */
	async findsNew(step: string): Promise<void> {
		await this.#opensDay();
		const lines = this.#rows(this.words.myDay.sections.steps).filter({ hasText: step });
		const aliases = await lines.getByRole("link").allTextContents();
		const alias = aliases.find((one) => !this.#readBefore.includes(one));
		if (!alias) throw new Error(`No new situation waits at « ${step} ».`);
		await lines.getByRole("link", { name: alias, exact: true }).click();
		await this.#arrivesAtSituation();
	}

	/** The title of the page. */
	title(): Locator {
		return this.page.getByRole("heading", { level: 1 });
	}

	/** The steps that one's structure can answer or entrust now. */
	todo(): Locator {
		return this.page.getByRole("main").getByRole("heading", { level: 3 });
	}

	/** The steps that wait at other structures and that one's own follows. */
	elsewhere(): Locator {
		return this.page
			.getByRole("list", { name: this.words.situations.elsewhere.title })
			.getByRole("listitem");
	}

	/** Whether one's structure can answer a step, or hand it off, now. */
	async mayAnswer(step: string): Promise<boolean> {
		return this.#linkToAnswer(step).or(this.#linkToHandOff(step)).isVisible();
	}

	/** Whether one may say who carries a step that nobody carries yet. */
	async mayChoose(step: string): Promise<boolean> {
		return this.#linkToEntrust(step).isVisible();
	}

	/** What partners do that is none of one's own concern: at whose, and how many steps. */
	partners(): Locator {
		return this.page
			.getByRole("list", { name: this.words.situations.elsewhere.partners })
			.getByRole("listitem");
	}

	/** What the page says of a step that another structure carries; nothing where it is out of sight. */
	async carrierLine(step: string): Promise<string> {
		const [line = ""] = await this.elsewhere().filter({ hasText: step }).allTextContents();
		return line.replaceAll(/\s+/g, " ");
	}

	/** The titles of the open steps in sight, one's own and those of others. */
	async openSteps(): Promise<string[]> {
		const own = await this.todo().allTextContents();
		const others = await this.elsewhere().getByRole("paragraph").allTextContents();
		// Under each title, a second line says who carries the step.
		return [...own, ...others.filter((_, place) => place % 2 === 0)];
	}

	/** What the history tells of something, the latest first. */
	happened(what: string): Locator {
		const { title } = this.words.situations.history;
		const lines = this.page.getByRole("list", { name: title }).getByRole("listitem");
		return lines.filter({ hasText: what });
	}

	/** Presses a button. */
	async presses(name: string | RegExp): Promise<void> {
		await this.#proves();
		const button = this.page.getByRole("main").getByRole("button", { name, exact: true });
		await button.click();
	}

	/** Says that it is them, where a form asks again who is in front of the screen. */
	async #proves(): Promise<void> {
		const box = this.page.getByRole("checkbox", { name: this.words.proof.tick });
		if (await box.isVisible()) await box.check();
	}

	/** Locks the screen and takes the session up again: what was proved before is forgotten. */
	async locksAndResumes(): Promise<void> {
		const { lock, shell } = this.words;
		await this.page.getByRole("button", { name: shell.lock, exact: true }).click();
		await this.#arrivesAt(lock.title);
		await this.presses(lock.resume);
		await expect(this.page.getByRole("navigation", { name: shell.navigation.label })).toBeVisible();
	}

	/** Calls the other structure: reads the number and, where somebody has them too, the two words. */
	async #calls(): Promise<string> {
		const number = (await this.page.getByText(tenSymbols).textContent()) ?? "";
		const words = this.page.getByText(twoWords);
		if (await words.isVisible()) says(number, (await words.textContent()) ?? "");
		return this.#keeps(number);
	}

	/** Types what was heard where the line has still to be found: number, words, how identity came. */
	async #pairs(number: string, said: Said): Promise<void> {
		const { pairing, need } = this.words.handoffs;
		const field = this.page.getByLabel(pairing.number, { exact: true });
		if (!(await field.isVisible())) return;
		await field.fill(number);
		await this.page
			.getByRole("checkbox", { name: say(pairing.words, { words: heard(number) }) })
			.check();
		if (need.identityBy in said) return;
		const phone = this.words === words.fr ? "Téléphone" : "Telephone";
		await fill(this.page, { [need.identityBy]: phone });
	}

	/** Takes a link of the situation, and reads it anew where the screen does not show it yet. */
	async #follows(link: Locator): Promise<void> {
		if (!(await link.isVisible())) await this.returns();
		await link.click();
	}

	async #opensDay(): Promise<void> {
		await this.page.goto("/my-day");
		await this.#arrivesAt(this.words.myDay.title);
	}

	#rows(list?: string): Locator {
		const name = list === undefined ? /\(.+\)$/ : new RegExp(`^${list}`);
		return this.page.getByRole("region", { name }).getByRole("listitem");
	}

	#link(name: string, exact = false): Locator {
		return this.page.getByRole("main").getByRole("link", { name, exact });
	}

	#linkToAnswer(step: string): Locator {
		return this.#link(`${this.words.situations.todo.answer} : ${step}`, true);
	}

	#linkToHandOff(step: string): Locator {
		return this.#link(` (${step})`);
	}

	#linkToEntrust(step: string): Locator {
		return this.#link(`${this.words.situations.todo.choose} : ${step}`, true);
	}

	#status(said: string): Locator {
		const beginning = say(said.split("{{")[0] ?? "").trim();
		return this.page.getByRole("status").filter({ hasText: beginning });
	}

	#keeps(number: string): string {
		this.#handoffs.set(number, new URL(this.page.url()).pathname);
		return number;
	}

	async #sees(said: string): Promise<void> {
		await expect(this.#status(said)).toBeVisible();
	}

	async #arrivesAt(title: string): Promise<void> {
		await expect(this.title()).toHaveText(title);
	}

	async #arrivesAtHandoff(): Promise<void> {
		const { page } = this.words.handoffs;
		await expect(this.page.getByRole("heading", { name: page.now })).toBeVisible();
	}

	async #arrivesAtSituation(): Promise<void> {
		const { history } = this.words.situations;
		await expect(this.page.getByRole("heading", { name: history.title })).toBeVisible();
		await this.staysHere();
	}
}
