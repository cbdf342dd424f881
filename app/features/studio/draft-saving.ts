import type { EditAnswer } from "./edit-answer.ts";
import type { KeptForm } from "./form-standing.ts";
import type { SavingNews, SavingState, SavingWorld, WrittenForm } from "./saving-world.ts";

/** How long after the last letter a form is sent, in milliseconds. */
export const restMs = 900;
/** How soon it is tried again where nobody answered, and how seldom at last, in milliseconds. */
export const retryMs = { first: 4_000, last: 60_000 };

/** What of a form is not kept yet, and the revision that it was written on. */
type Left<Form extends object> = {
	form: Form;
	base: number;
	/** Its form is to show what others wrote first. */
	isHeld: boolean;
};
type Waiting<Form extends object> = WrittenForm<Form> & Left<Form>;

/** Sends what is written on a draft by itself, one form after the other, and loses none of it. */
export class DraftSaving<Form extends object = object> {
	news: SavingNews = { state: "still", kept: new Map(), refused: new Map() };
	readonly #world: SavingWorld;
	readonly #waiting = new Map<string, Waiting<Form>>();
	/** What stood in the fields of each form when they were taken from the page, or last taken by the server. */
	readonly #known = new Map<string, URLSearchParams>();
	/** The revisions that this page made, and by which form. */
	readonly #own = new Map<number, { name: string; form: Form }>();
	#sent: Waiting<Form> | undefined;
	#isOutOfReach = false;
	#pauseMs = retryMs.first;
	#callOff: (() => void) | undefined;
	#isRefreshing = false;
	#isOld = false;

	constructor(world: SavingWorld) {
		this.#world = world;
	}

	/** Something was written in a form. */
	typed(written: WrittenForm<Form>): void {
		const { name } = written;
		if (isContested(this.news.refused.get(name))) return;
		this.#waiting.set(name, { ...written, ...this.#standOf(written) });
		this.#tell();
		if (!this.#isOutOfReach) this.#plan(() => this.flush(), restMs);
	}

	/** Sends at once what waits. */
	flush(): void {
		void this.#send();
	}

	/** A form leaves its page: what it still held back is sent as it is, and at worst refused in words. */
	release(name: string): void {
		const waiting = this.#waiting.get(name);
		if (waiting) waiting.isHeld = false;
		this.flush();
	}

	/** A form is sent by its button: nothing of it waits any more. */
	forget(name: string): void {
		this.#waiting.delete(name);
		this.#change({ refused: without(this.news.refused, name) });
	}

	/** Whether a form holds something that is not kept yet. */
	isWriting(name: string): boolean {
		return this.#waiting.has(name) || this.#sent?.name === name;
	}

	/** What of a form is waiting, or else on its way: the form may have left its page since. */
	leftOf(name: string): Left<Form> | undefined {
		const sent = this.#sent?.name === name ? this.#sent : undefined;
		return this.#waiting.get(name) ?? sent;
	}

	/** A part is opened again while words of it are waiting or on their way: they are its form's now. */
	handOver({ name, form, values }: WrittenForm<Form>): void {
		const waiting = this.#waiting.get(name);
		if (waiting) Object.assign(waiting, { form, values });
		if (this.#sent?.name === name) this.#sent = { ...this.#sent, form, values };
	}

	/** Whether something of a form is on its way. */
	isSending(name: string): boolean {
		return this.#sent?.name === name;
	}

	/** The fields of a form were taken from the page. */
	taken({ name, values }: Pick<WrittenForm, "name" | "values">): void {
		this.#known.set(name, values());
	}

	/** What stood in the fields of a form before anything was written that is not kept yet. */
	knownOf(name: string): URLSearchParams | undefined {
		return this.#known.get(name);
	}

	/** Whether leaving the page now could lose words. */
	get mayLose(): boolean {
		const isTorn = this.#sent !== undefined && this.#waiting.has(this.#sent.name);
		return this.isStuck || isTorn || this.news.refused.size > 0;
	}

	/** Whether nobody answered last time, and words are still not kept. */
	get isStuck(): boolean {
		return this.#isOutOfReach && (this.#sent !== undefined || this.#waiting.size > 0);
	}

	/** Takes out all that waits, to be sent by a page that goes. */
	leave(): URLSearchParams[] {
		const bodies = [...this.#waiting.values()].map((waiting) => bodyOf(waiting));
		this.#waiting.clear();
		return bodies;
	}

	/** On which revision it was written: what goes before it on the same form stands on the same. */
	#standOf({ name, form, seen }: WrittenForm<Form>): { base: number; isHeld: boolean } {
		const before = this.leftOf(name);
		if (before?.form === form) return { base: before.base, isHeld: before.isHeld };
		const kept = this.news.kept.get(name);
		if (kept?.form !== form) return { base: seen, isHeld: false };
		if (kept.isLonely) return { base: Math.max(seen, kept.revision), isHeld: false };
		return { base: seen, isHeld: kept.revision > seen };
	}

	async #send(): Promise<void> {
		const next = [...this.#waiting.values()].find(({ isHeld }) => !isHeld);
		if (!next || this.#sent) return;
		this.#plan();
		const { name } = next;
		const body = bodyOf(next);
		this.#waiting.delete(name);
		this.#sent = next;
		this.#tell();
		const answer = await this.#world.post(body);
		const sent = this.#sent;
		this.#sent = undefined;
		if (!answer) {
			if (!this.#waiting.has(name)) this.#waiting.set(name, sent);
			return this.#outOfReach();
		}
		this.#reached();
		if ("saved" in answer) this.#known.set(name, body);
		this.#heard(sent, answer);
		void this.#refresh();
		await this.#send();
	}

	#heard({ name, form, base }: Waiting<Form>, answer: EditAnswer): void {
		const { kept, refused } = this.news;
		if (!("saved" in answer)) {
			// From now on the form is sent by its button, once its writer has seen the other words.
			if (isContested(answer)) this.#waiting.delete(name);
			this.#change({ refused: new Map(refused).set(name, answer) });
			return;
		}
		const { revision, made } = answer.saved;
		if (made) this.#own.set(revision, { name, form });
		const isLonely = this.#isLonely({ name, form, base }, revision);
		const own: KeptForm = { form, sentOn: base, revision, isLonely };
		const more = this.#waiting.get(name);
		if (more?.form === form) {
			if (own.isLonely) more.base = own.revision;
			else more.isHeld = true;
		}
		this.#change({ kept: new Map(kept).set(name, own), refused: without(refused, name) });
	}

	/** All that was written since is shown by the form itself, or is none of its fields. */
	#isLonely({ name, form, base }: { name: string; form: Form; base: number }, revision: number) {
		for (let next = base + 1; next <= revision; next++) {
			const own = this.#own.get(next);
			if (!own || (own.name === name && own.form !== form)) return false;
		}
		return true;
	}

	async #refresh(): Promise<void> {
		this.#isOld = true;
		if (this.#isRefreshing) return;
		this.#isRefreshing = true;
		while (this.#isOld) {
			this.#isOld = false;
			const isReached = await this.#world.refresh();
			if (isReached) this.#reached();
			else this.#outOfReach();
		}
		this.#isRefreshing = false;
		this.#tell();
	}

	#reached(): void {
		this.#isOutOfReach = false;
		this.#pauseMs = retryMs.first;
		this.#tell();
	}

	/** Tried again by itself: a bad network comes and goes without telling. */
	#outOfReach(): void {
		this.#isOutOfReach = true;
		this.#tell();
		this.#plan(() => {
			void this.#send();
			void this.#refresh();
		}, this.#pauseMs);
		this.#pauseMs = Math.min(this.#pauseMs * 2, retryMs.last);
	}

	#plan(act?: () => void, ms = 0): void {
		this.#callOff?.();
		this.#callOff = act && this.#world.later(act, ms);
	}

	#tell(): void {
		if (this.news.state !== this.#state()) this.#change({});
	}

	#change(changed: Partial<SavingNews>): void {
		this.news = { ...this.news, ...changed };
		this.news = { ...this.news, state: this.#state() };
		this.#world.onChange();
	}

	#state(): SavingState {
		if (this.#isOutOfReach) return "offline";
		if (this.#sent || this.#waiting.size > 0 || this.#isRefreshing) return "saving";
		return this.news.refused.size > 0 ? "refused" : "still";
	}
}

/** Somebody else changed the same part: what is written now is sent only by its button. */
function isContested(answer: EditAnswer | undefined): boolean {
	return answer !== undefined && "refusal" in answer && answer.refusal?.meanwhile !== undefined;
}

function bodyOf({ values, base }: { values: () => URLSearchParams; base: number }) {
	const body = values();
	body.set("seen", String(base));
	body.set("auto", "yes");
	return body;
}

function without(known: ReadonlyMap<string, EditAnswer>, name: string) {
	if (!known.has(name)) return known;
	const left = new Map(known);
	left.delete(name);
	return left;
}
