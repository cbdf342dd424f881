import fc from "fast-check";
import { expect, test } from "vitest";
import { DraftSaving } from "./draft-saving.ts";
import type { EditAnswer } from "./edit-answer.ts";
import { type FormStanding, firstStanding, nextStanding } from "./form-standing.ts";
import type { WrittenForm } from "./saving-world.ts";

const fields = ["title", "days", "guidance"] as const;
type Field = (typeof fields)[number];
type Part = Record<Field, string>;
type Fields = { part: Part };

/** What happens next, in whichever order: somebody writes, or something on its way arrives. */
type Move =
	| { who: number; field: Field }
	| { arrives: number }
	/** Writes the same again. */
	| { who: number; touches: true }
	/** Closes the part, and opens it again. */
	| { who: number; leaves: true };
const move: fc.Arbitrary<Move> = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ who: fc.nat(1), field: fc.constantFrom(...fields) }) },
	{ weight: 5, arbitrary: fc.record({ arrives: fc.nat(9) }) },
	{ weight: 1, arbitrary: fc.record({ who: fc.nat(1), leaves: fc.constant(true as const) }) },
	{ weight: 1, arbitrary: fc.record({ who: fc.nat(1), touches: fc.constant(true as const) }) },
);

test("two people write in one part, in any order of answers and pages: no word is lost, none comes back", () => {
	return fc.assert(
		fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 90 }), async (moves) => {
			const desk = new Desk();
			for (const next of moves) await desk.does(next);
			await desk.rests();
			desk.checks();
		}),
		{ numRuns: 300 },
	);
});

test("nobody answers for a while: what was written is sent again until it is kept", () => {
	return fc.assert(
		fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 30 }), async (moves) => {
			const desk = new Desk();
			desk.isDown = true;
			for (const next of moves) await desk.does(next);
			for (const { saving } of desk.writers) {
				if (saving.isStuck) expect(saving.news.state).toBe("offline");
			}
			desk.isDown = false;
			await desk.rests();
			desk.checks();
		}),
		{ numRuns: 100 },
	);
});

test("while others' words are waited for, the state says that something is not kept yet", async () => {
	const desk = new Desk();
	const [one, two] = desk.writers;
	one?.types("title");
	expect(one?.saving.news.state).toBe("saving");
	await desk.rests();
	expect(one?.saving.news.state).toBe("still");
	expect(two?.shown.title).toBe(one?.shown.title);
});

/** A draft on a server, and two people who have the same part open. */
class Desk {
	isDown = false;
	readonly revisions: Part[] = [{ title: "-", days: "-", guidance: "-" }];
	readonly onTheirWay: (() => void)[] = [];
	readonly writers: readonly [Writer, Writer] = [new Writer(this, "a"), new Writer(this, "b")];

	get now(): Part {
		return this.revisions.at(-1) as Part;
	}

	/** Something that takes a while. */
	travels<Answer>(act: () => Answer): Promise<Answer> {
		return new Promise((done) => this.onTheirWay.push(() => done(act())));
	}

	async does(next: Move): Promise<void> {
		if ("arrives" in next) await this.arrives(next.arrives);
		else if ("touches" in next) this.writers[next.who]?.touches();
		else if ("leaves" in next) this.writers[next.who]?.reopens();
		else this.writers[next.who]?.types(next.field);
	}

	async arrives(which: number): Promise<void> {
		const [act] = this.onTheirWay.splice(which % Math.max(this.onTheirWay.length, 1), 1);
		act?.();
		await settled();
	}

	/** Everything arrives, and both look at the page again, until nothing happens any more. */
	async rests(): Promise<void> {
		for (let looks = 0; looks < 4; looks++) {
			for (let turns = 0; this.onTheirWay.length > 0; turns++) {
				if (turns > 2_000) throw new Error("The two never come to rest.");
				await this.arrives(0);
			}
			for (const writer of this.writers) writer.looks();
		}
	}

	/** One wish, as the server takes it: what its writer changed, unless others changed the same. */
	takes(values: URLSearchParams, writer: Writer): EditAnswer {
		const shown = this.revisions[Number(values.get("seen"))] as Part;
		const changed = fields.filter((field) => values.get(field) !== shown[field]);
		const wished = changed.filter((field) => values.get(field) !== this.now[field]);
		const contested = wished.filter((field) => shown[field] !== this.now[field]);
		if (contested.length > 0) {
			writer.isStopped(contested.map((field) => this.now[field]));
			const meanwhile = { by: "B", revision: this.revisions.length - 1, fields: [] };
			return { form: "step", refusal: { sentence: "", lines: [], meanwhile } };
		}
		if (wished.length > 0) {
			for (const field of wished) writer.overwrites(field, String(values.get(field)), this.now);
			const written = wished.map((field) => [field, values.get(field)]);
			this.revisions.push({ ...this.now, ...Object.fromEntries(written) });
		}
		return { saved: { revision: this.revisions.length - 1, made: wished.length > 0 } };
	}

	checks(): void {
		for (const field of fields) {
			const told = this.revisions.map((part) => part[field]);
			const changes = told.filter((word, index) => index === 0 || word !== told[index - 1]);
			expect(new Set(changes).size, `a word came back: ${changes}`).toBe(changes.length);
		}
		for (const writer of this.writers) writer.checks();
	}
}

/** Somebody with a part open: its fields, as a browser shows them. */
class Writer {
	readonly saving: DraftSaving<Fields>;
	shown: Part;
	readonly #desk: Desk;
	readonly #name: string;
	readonly #wrote = new Map<Field, string>();
	/** What the fields showed when a word was written over it. */
	readonly #knew = new Map<string, ReadonlySet<string>>();
	readonly #everShown: Record<Field, Set<string>>;
	#form: Fields;
	#page: { seen: number; part: Part };
	#standing: FormStanding;
	#count = 0;
	#hasReopened = false;

	constructor(desk: Desk, name: string) {
		this.#desk = desk;
		this.#name = name;
		this.shown = { ...desk.now };
		this.#form = { part: this.shown };
		this.#page = { seen: 0, part: desk.now };
		this.#everShown = { title: new Set(), days: new Set(), guidance: new Set() };
		this.#standing = firstStanding({ seen: 0, saved: spelled(desk.now), kept: undefined });
		this.saving = new DraftSaving<Fields>({
			post: (values) =>
				desk
					.travels(() => (desk.isDown ? undefined : desk.takes(values, this)))
					.then((answer) => desk.travels(() => answer)),
			refresh: () => this.#loads(),
			later: (act) => {
				let isOff = false;
				desk.onTheirWay.push(() => void (isOff || act()));
				return () => {
					isOff = true;
				};
			},
			// The page is drawn a while after the news.
			onChange: () => void desk.travels(() => this.draws()),
		});
		this.saving.taken(this.#written());
		this.#notes();
	}

	types(field: Field): void {
		const word = `${this.#name}${this.#count++}`;
		this.#knew.set(word, new Set(this.#everShown[field]));
		this.shown[field] = word;
		this.#wrote.set(field, word);
		this.#notes();
		this.saving.typed(this.#written());
	}

	touches(): void {
		this.saving.typed(this.#written());
	}

	/** Closes the part and opens it again, on the page as it was last shown. */
	reopens(): void {
		this.#hasReopened = true;
		this.saving.release("step");
		const left = this.saving.leftOf("step");
		const kept = this.saving.news.kept.get("step");
		const page = { seen: this.#page.seen, saved: spelled(this.#page.part), kept };
		this.#standing = firstStanding(page, left?.base);
		const refused = this.saving.news.refused.has("step");
		this.shown = { ...(left?.form.part ?? (refused ? this.shown : this.#page.part)) };
		this.#form = { part: this.shown };
		if (left) this.saving.handOver(this.#written());
		else this.saving.taken(this.#written());
		this.#notes();
	}

	looks(): void {
		void this.#loads();
	}

	draws(): void {
		const { news } = this.saving;
		const next = nextStanding(this.#standing, {
			...{ form: this.#form, seen: this.#page.seen, saved: spelled(this.#page.part) },
			...{ kept: news.kept.get("step"), isWriting: this.saving.isWriting("step") },
			...{ isSending: this.saving.isSending("step"), isRefused: news.refused.has("step") },
		});
		const isRenewed = next.key !== this.#standing.key;
		this.#standing = next;
		if (isRenewed) this.#renews(this.#page.part);
	}

	overwrites(field: Field, word: string, now: Part): void {
		const before = now[field];
		if (before.startsWith(this.#name)) return;
		expect(this.#knew.get(word), `${word} was written over ${before}, never shown`).toContain(
			before,
		);
	}

	/** Somebody is stopped by another's words, not by their own. */
	isStopped(by: string[]): void {
		const isByOthers = by.some((word) => !word.startsWith(this.#name));
		expect(isByOthers || this.#hasReopened, `stopped by their own ${by}`).toBe(true);
	}

	checks(): void {
		const isRefused = this.saving.news.refused.size > 0;
		for (const [field, word] of this.#wrote) {
			const isKept = this.#desk.revisions.some((part) => part[field] === word);
			const isThere = isKept || (isRefused && this.shown[field] === word);
			expect(isThere, `${word} is lost`).toBe(true);
		}
		if (!isRefused) expect(this.shown).toEqual(this.#desk.now);
	}

	async #loads(): Promise<boolean> {
		const { revisions, isDown } = this.#desk;
		const page = await this.#desk.travels(() => ({
			seen: revisions.length - 1,
			part: revisions.at(-1) as Part,
		}));
		if (isDown) return false;
		await this.#desk.travels(() => undefined);
		this.#page = page;
		void this.#desk.travels(() => this.draws());
		return true;
	}

	/** New fields from the page, with what was written and not sent yet. */
	#renews(part: Part): void {
		const { saving } = this;
		const waiting = saving.leftOf("step");
		const known = saving.knownOf("step");
		const before = this.shown;
		this.shown = { ...part };
		this.#form = { part: this.shown };
		saving.taken(this.#written());
		this.#notes();
		if (waiting && known) {
			const edits = fields.filter((field) => before[field] !== known.get(field));
			const isContested = edits.some((field) => known.get(field) !== part[field]);
			for (const field of edits) this.shown[field] = before[field];
			saving.typed(this.#written(isContested ? waiting.base : undefined));
		}
		this.#notes();
	}

	#written(seen = this.#standing.base): WrittenForm<Fields> {
		const { part } = this.#form;
		return { form: this.#form, name: "step", seen, values: () => new URLSearchParams(part) };
	}

	#notes(): void {
		for (const field of fields) this.#everShown[field].add(this.shown[field]);
	}
}

function spelled(part: Part): string {
	return JSON.stringify(part);
}

/** Lets all that waits for an answer go on. */
function settled(): Promise<void> {
	return new Promise((done) => setImmediate(done));
}
