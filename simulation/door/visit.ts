import { enteredAs } from "#app/server/real-territory.for-tests.ts";
import type { Answered } from "#app/server/whole-app.for-tests.ts";
import { pick, rarely } from "#protocols/casework/random-choice.ts";
import { foreignIn } from "../invariants/scope.ts";
import type { Person } from "../people.ts";
import { personOf } from "../people.ts";
import { headOf } from "../perform.ts";
import { expectNone, type Run } from "../run.ts";
import { noteAct, noteCount, noteFault } from "../tally.ts";
import type { Place } from "../territories.ts";
import type { Door } from "./open-door.ts";
import { filledByChance, formsOf, linksOf } from "./page-forms.ts";

/** Somebody at the real door, with a session of their own. */
type Visit = { run: Run; door: Door; place: Place; person: Person; cookie: string };

/**
 * Somebody comes in by the real door, opens something of their own or of others, follows a link or
 * two, and sends a form as chance fills it; sometimes twice, sometimes while the disk is full.
 *
 * @throws Broken when a page holds what is another's, or an answer is none that people should get
 */
export async function visitByDoor(run: Run, door: Door, place: Place): Promise<void> {
	const { store, chance, services } = run;
	const structure = rarely(chance, 8) ? place.coordination : pick(chance, place.people.structures);
	const end = pick(chance, ["member", "member", "second", "colleague", "gone"]);
	const person = personOf(store.db, `${structure}-${end}`);
	const [name, value] = await enteredAs(services, person.userId);
	const visit = { run, door, place, person, cookie: `${name}=${value}` };
	if (!person.active) return stayOutside(visit);
	const first = startFor(visit);
	const opened = await open(visit, first.path);
	if (first.foreign) return refuseForeign(visit, opened);
	await goOn(visit, first.path, opened);
}

/** Where somebody's place has ended, their session opens nothing. */
async function stayOutside(visit: Visit): Promise<void> {
	const { run, person } = visit;
	const { status } = await open(visit, "/my-day");
	noteAct(run.tally, "door: somebody whose place ended", status === 200);
	expectNone(run, status === 200 ? [`${person.id} has no place, and was let in.`] : []);
}

function refuseForeign({ run, person }: Visit, { status }: Answered): void {
	noteAct(run.tally, "door: an address of another structure", status === 200);
	const wrong = status === 404 ? [] : [`${person.id} asked for what is foreign: ${status}.`];
	expectNone(run, wrong);
}

function startFor({ run, person }: Visit): { path: string; foreign: boolean } {
	const { store, chance } = run;
	const foreign = rarely(chance, 6);
	const is = foreign ? "<>" : "=";
	const rows = store.db.$client
		.prepare(
			`SELECT '/situations/' || handle FROM participations WHERE structure_id ${is} ? AND takes_part
			 UNION SELECT '/handoffs/' || recipient_handle FROM handoffs
			 WHERE recipient_id ${is} ? AND sent_at IS NOT NULL ORDER BY 1`,
		)
		.pluck()
		.all(person.structureId, person.structureId) as string[];
	if (rows.length === 0 || (!foreign && rarely(chance, 4))) {
		const own = pick(chance, ["/my-day", "/situations/new", "/directory", "/account"]);
		return { path: own, foreign: false };
	}
	return { path: pick(chance, rows), foreign };
}

/** A page of theirs: what they see is theirs, and never an error of the server. */
async function open(visit: Visit, path: string): Promise<Answered> {
	const answered = await visit.door.ask({ path, cookie: visit.cookie });
	look(visit, path, answered);
	return answered;
}

function look({ run, place, person }: Visit, path: string, { status, body }: Answered): void {
	noteCount(run.tally, "pages asked at the door");
	const fault = status >= 500 ? [`${person.id} was answered ${status} at ${path}.`] : [];
	const words = foreignIn(run.store.db, place, person, body, [path]);
	expectNone(run, [...fault, ...words]);
}

const mostLinks = 2;

async function goOn(visit: Visit, from: string, first: Answered): Promise<void> {
	const { chance } = visit.run;
	let path = from;
	let page = first;
	for (let link = 0; link < mostLinks && page.status === 200; link += 1) {
		if (formsOf(page.body, path).length > 0 && rarely(chance, 2)) break;
		const links = linksOf(page.body).filter((to) => /^\/(situations|handoffs)\//.test(to));
		if (links.length === 0) break;
		path = pick(chance, links);
		page = await open(visit, path);
	}
	if (page.status === 200) await sendForm(visit, path, page.body);
}

async function sendForm(visit: Visit, path: string, body: string): Promise<void> {
	const { run, door, cookie } = visit;
	const forms = formsOf(body, path);
	if (forms.length === 0) return;
	const form = pick(run.chance, forms);
	const sent = {
		path: form.action,
		method: "POST",
		cookie,
		form: filledByChance(form, run.chance),
	};
	if (rarely(run.chance, 10)) await sendWhileFull(visit, sent);
	const answered = await door.ask(sent);
	look(visit, sent.path, answered);
	const accepted = answered.status === 303;
	noteAct(run.tally, "door: a form", accepted);
	run.trace(`door: ${visit.person.id} ${sent.path}: ${answered.status}`);
	if (accepted && hasKey(sent)) await sendTwice(visit, sent);
	// What cannot be undone is shown once more, with a form of its own.
	else if (answered.status === 200) await confirm(visit, sent.path, answered.body);
}

type Sent = { path: string; method: string; cookie: string; form: [string, string][] };

const hasKey = ({ form }: Sent) => form.some(([name]) => name === "key");

async function confirm(visit: Visit, path: string, body: string): Promise<void> {
	const { run, door, cookie } = visit;
	const [form] = formsOf(body, path);
	if (!form) return;
	const fields = filledByChance(form, run.chance);
	const answered = await door.ask({ path: form.action, method: "POST", cookie, form: fields });
	look(visit, path, answered);
	noteAct(run.tally, "door: a form shown once more", answered.status === 303);
}

/** The second copy of a form leads where the first one led, and adds nothing to history. */
async function sendTwice({ run, door }: Visit, sent: Sent): Promise<void> {
	const before = sequenceOf(run);
	const { status } = await door.ask(sent);
	noteAct(run.tally, "door: the same form again", status === 303);
	expectNone(run, sequenceOf(run) === before ? [] : ["A form that came twice was taken twice."]);
}

/** A full disk is answered with a page that says so, and leaves nothing. */
async function sendWhileFull({ run, door }: Visit, sent: Sent): Promise<void> {
	const before = sequenceOf(run);
	run.store.fill();
	const { status } = await door.ask(sent);
	run.store.empty();
	if (status !== 503) return;
	noteFault(run.tally, "disk full at the door");
	expectNone(run, sequenceOf(run) === before ? [] : ["A full disk kept half of a form."]);
}

function sequenceOf({ store }: Run): string {
	return headOf(store.db).split(",")[0] ?? "";
}
