import { test as base, expect, type Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import { coordinator, receptionOf } from "../security/people.ts";
import { type MovedRelais, movedRelais } from "../support/moved-relais.ts";

const { late, handoffs } = fr;
const minuteMs = 60_000;

const test = base.extend<object, { relais: MovedRelais }>({
	relais: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used here
		async ({}, use) => {
			const relais = await movedRelais();
			await use(relais);
			await relais.end();
		},
		{ scope: "worker", timeout: 120_000 },
	],
	baseURL: ({ relais }, use) => use(relais.origin),
});

type Sent = {
	id: string;
	sender: string;
	recipient: string;
	sender_handle: string;
	recipient_handle: string;
	phone: string;
	name: string;
};

test("a handoff that nobody answers climbs, and each side sees each rung where it looks", async ({
	page,
	relais,
}) => {
	test.setTimeout(180_000);
	const sent = freshlySent(relais);
	const sender = receptionOf(sent.sender);
	const recipient = receptionOf(sent.recipient);

	await climbTo(relais, sent, "soon");
	await enter(page, relais, recipient);
	await page.goto(paths.handoff(sent.recipient_handle));
	await expect(page.getByText(handoffs.ladder.coordinator)).toBeHidden();

	await climbTo(relais, sent, "overdue");
	for (const [person, handle] of [
		[sender, sent.sender_handle],
		[recipient, sent.recipient_handle],
		[coordinator, sent.sender_handle],
	] as const) {
		await enter(page, relais, person);
		await followFromMyDay(page, handle);
		await expect(page.getByText(/en retard/i).first()).toBeVisible();
		await expect(page.getByText(handoffs.ladder.coordinator)).toBeHidden();
	}

	await climbTo(relais, sent, "coordinator");
	await enter(page, relais, coordinator);
	await page.goto(paths.lateInTerritory());
	const row = page.getByRole("listitem").filter({ has: page.locator(to(sent.sender_handle)) });
	await expect(row).toContainText(late.rung.coordinator);
	await expect(row).toContainText(sent.name);
	await expect(row.getByRole("link", { name: sent.phone })).toHaveAttribute("href", /^tel:/);
	await row.locator(to(sent.sender_handle)).click();
	await expect(page.getByText(handoffs.ladder.coordinator)).toBeVisible();
	await expect(page.getByText(handoffs.page.sharedCoordinator)).toBeVisible();

	await climbTo(relais, sent, "escalate");
	await enter(page, relais, coordinator);
	await page.goto(paths.lateThisWeek());
	const line = page.getByRole("row").filter({ has: page.locator(to(sent.sender_handle)) });
	await expect(line).toContainText(late.week.nothing);
	await enter(page, relais, sender);
	await followFromMyDay(page, sent.sender_handle);
	await expect(page.getByText(handoffs.ladder.escalate)).toBeVisible();
	await expect(page.getByRole("heading", { name: handoffs.page.others })).toBeVisible();
});

test("from what nobody answered, the way to somebody else is one act away", async ({
	page,
	relais,
}) => {
	const stuck = relais.store.first<{ sender: string; handle: string }>(
		`select sender_id sender, sender_handle handle from handoffs h
			where state = 'unanswered' and exists (
				select 1 from structure_roles r join structures s on s.id = r.structure_id
				where r.role_id = h.role_id and s.active and not s.sensitive
				and s.id not in (h.sender_id, h.recipient_id))`,
	);
	await enter(page, relais, receptionOf(stuck.sender));
	await page.goto(paths.lateOfStructure());
	await page.locator(to(stuck.handle)).click();
	await expect(page.getByRole("heading", { name: handoffs.page.others })).toBeVisible();

	await page.getByRole("link", { name: handoffs.act.REROUTE.button, exact: true }).click();

	const choice = page.getByRole("radiogroup", { name: handoffs.need.reroutesTo });
	await expect(choice.getByRole("radio").first()).toBeVisible();
});

test("the list is narrowed by a plain form, and says in words that nothing fits", async ({
	browser,
	relais,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: relais.origin });
	const page = await context.newPage();
	await enter(page, relais, coordinator);
	await page.goto(paths.lateInTerritory());
	const all = page.getByRole("listitem").filter({ has: page.locator("strong") });
	await expect(all.first()).toBeVisible();

	await page.getByLabel(late.filter.rung).selectOption("escalate");
	await page.getByRole("button", { name: late.filter.submit }).click();

	await expect(page).toHaveURL(/\?rung=escalate/);
	const rungs = page.locator("ol strong");
	// The address is there before the list is.
	await expect(rungs.first()).toHaveText(late.rung.escalate);
	await expect(rungs.filter({ hasNotText: late.rung.escalate })).toHaveCount(0);
	await page.goto(`${paths.lateInTerritory()}?role=procureur&rung=coordinator`);
	await expect(page.getByText(late.empty.filtered)).toBeVisible();
	await context.close();
});

test("a structure says what room it has, with its date, and who is told second", async ({
	page,
	relais,
}) => {
	await enter(page, relais, "principale-adjointe-a");
	await page.goto(paths.availability());
	await page.getByLabel(late.availability.codes.limited).check();
	const second = page.getByLabel(late.availability.second);
	const people = await second.getByRole("option").allTextContents();
	await second.selectOption({ label: people[1] ?? "" });
	await page.getByRole("button", { name: late.availability.submit }).click();

	await expect(page.getByText(late.availability.saved)).toBeVisible();
	await expect(second.getByRole("option", { selected: true })).toHaveText(people[1] ?? "");
	await page.goto(paths.structure("college-saule"));
	await expect(page.getByText(/^Places limitées \(déclaré le /)).toBeVisible();
});

/** A handoff of the seed that nobody has been reminded of yet, and that can be rerouted later. */
function freshlySent({ store }: MovedRelais): Sent {
	return store.first<Sent>(
		`select h.id, h.sender_id sender, h.recipient_id recipient, h.sender_handle, h.recipient_handle,
			s.phone, s.name
			from handoffs h
			join timers t on t.clock = 'handoff:' || h.id
			join structures s on s.id = h.recipient_id
			where h.state = 'sent' and t.rung is null and t.stage = 'soon'
			and s.phone is not null and not s.sensitive
			order by t.fire_at limit 1`,
	);
}

/** Moves the clock to just behind a rung, and waits until the rung is told. */
async function climbTo(relais: MovedRelais, { id }: Sent, rung: string): Promise<void> {
	const clock = `handoff:${id}`;
	const told = () =>
		relais.store.first<{ rung: string | null; fire_at: number; stage: string }>(
			"select rung, fire_at, stage from timers where clock = ?",
			clock,
		);
	while (told().rung !== rung) {
		const before = told();
		await relais.liveAt(before.fire_at + minuteMs);
		await expect(() => expect(told()).not.toEqual(before)).toPass();
	}
}

/** From one's day to the list of what is late, and from there to a handoff. */
async function followFromMyDay(page: Page, handle: string): Promise<void> {
	await page.goto(paths.myDay());
	await page.getByRole("link", { name: late.myDay.link }).click();
	await page.locator(to(handle)).click();
	await expect(page).toHaveURL(paths.handoff(handle));
}

function to(handle: string): string {
	return `a[href="${paths.handoff(handle)}"]`;
}

/** Signs the browser in as a person of the demonstration. */
async function enter(page: Page, { origin }: MovedRelais, memberId: string): Promise<void> {
	const answer = await page.request.post(paths.demonstration(memberId), {
		headers: { origin },
		form: {},
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(303);
}
