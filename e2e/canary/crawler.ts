import type { Client, Reply } from "./client.ts";
import { formHeaders } from "./client.ts";
import { type Fields, instead, type Knowledge, legal } from "./filling.ts";
import { bytesAsHeader, type Hiding, headersWith } from "./hiding.ts";
import { type Form, formsIn, linksIn } from "./page.ts";

/** What a crawl saw, for the report and for the limits below which it proves little. */
export type Seen = {
	requests: number;
	/** How often each page was opened, by its pattern. */
	pages: Map<string, number>;
	/** How each form was answered, by its pattern: the statuses of what was filled in legally. */
	forms: Map<string, number[]>;
	/** Answers that no input may bring about. */
	failures: string[];
};

/** Everything that a crawl is made of. */
export type Crawl = {
	origin: string;
	hiding: Hiding;
	known: Knowledge;
	seen: Seen;
	/** Pages and forms that were attacked already. */
	attacked: Set<string>;
	/** The names of structures, members and protocols: addresses that differ by them are of one kind. */
	ids: ReadonlySet<string>;
	/** Whether each kind of account attacks each page and form again, and opens more of each kind. */
	thorough: boolean;
};

/** One person's walk: the pages still to open, how often each kind was, and what is kept for last. */
type Walk = Crawl & {
	client: Client;
	who: string;
	queue: string[];
	opened: Map<string, number>;
	last: Map<string, Form>;
};

export function nothingSeen(): Seen {
	return { requests: 0, pages: new Map(), forms: new Map(), failures: [] };
}

/** Follows every link and submits every form that somebody sees, and hides canaries everywhere. */
export async function crawlAs(
	crawl: Crawl,
	{ client, who, starts }: { client: Client; who: string; starts: string[] },
): Promise<void> {
	const walk: Walk = {
		...crawl,
		client,
		who,
		queue: [...starts],
		opened: new Map(),
		last: new Map(),
	};
	for (let path = walk.queue.shift(); path !== undefined; path = walk.queue.shift()) {
		await visit(walk, path);
	}
	for (const form of walk.last.values()) await fillIn(walk, form, 0);
}

/** How many pages or forms of one kind a person opens. */
function timesEach({ thorough }: Walk, pattern: string): number {
	if (thorough) return 3;
	return pattern.includes("/:name") ? 2 : 1;
}

async function visit(walk: Walk, path: string): Promise<void> {
	const pattern = patternOf(walk, path);
	const times = walk.opened.get(pattern) ?? 0;
	if (times >= timesEach(walk, pattern)) return;
	walk.opened.set(pattern, times + 1);

	const headers = headersWith(walk.hiding, `GET ${pattern}`);
	const page = await ask(walk, { path, headers });
	walk.seen.pages.set(pattern, (walk.seen.pages.get(pattern) ?? 0) + 1);
	if (isFirst(walk, `page ${pattern}`)) await attackAddress(walk, path);
	await look(walk, page, path, 0);
}

/** Goes on from what was answered: its links, its forms, where it leads. */
async function look(walk: Walk, page: Reply, path: string, depth: number): Promise<void> {
	if (page.location) walk.queue.unshift(page.location);
	walk.queue.push(...linksIn(page.html));
	if (depth > 2) return;
	for (const form of formsIn(page.html, path)) {
		if (endsVisit(form)) walk.last.set(form.action, form);
		else await fillIn(walk, form, depth);
	}
}

async function fillIn(walk: Walk, form: Form, depth: number): Promise<void> {
	const pattern = `${form.method} ${patternOf(walk, form.action)} ${form.fields.map(({ name }) => name).join(",")}`;
	const filled = legal(form, walk.hiding.chance, walk.known);
	const first = isFirst(walk, `form ${pattern}`);
	if (form.method === "GET") {
		if (first) await askOften(walk, form, filled);
		return;
	}
	if (first) await attackForm(walk, form, filled);
	const times = walk.opened.get(`form ${pattern}`) ?? 0;
	if (times >= timesEach(walk, pattern) + depth) return;
	walk.opened.set(`form ${pattern}`, times + 1);

	const answered = await post(walk, form, filled, {
		headers: headersWith(walk.hiding, `POST ${pattern}`),
	});
	const statuses = walk.seen.forms.get(pattern) ?? [];
	walk.seen.forms.set(pattern, [...statuses, answered.status]);
	await look(walk, answered, form.action, depth + 1);
}

/** What would end the walk before its end is done last. */
function endsVisit({ action }: Form): boolean {
	return /^\/(sign-out|lock|demonstration)/.test(action);
}

/** The same address with somebody in each part of its path, in its question and in its cookies. */
async function attackAddress(walk: Walk, path: string): Promise<void> {
	const [bare = "/", question = ""] = path.split("?");
	const pattern = patternOf(walk, path);
	const asked = new URLSearchParams(question);
	for (const name of [...asked.keys(), "q", "name", "search"]) {
		asked.set(name, walk.hiding.say(`GET ${pattern}, question ${name}`));
	}
	asked.set(walk.hiding.say(`GET ${pattern}, name of a question`), "1");
	await ask(walk, { path: `${bare}?${asked}` });
	await ask(walk, {
		path: `${bare}?_data=${encodeURIComponent(walk.hiding.say(`GET ${pattern}, data`))}`,
	});

	const parts = bare.split("/").slice(1);
	for (const index of [...parts.keys()].slice(walk.thorough ? 0 : -2)) {
		const saying = index % 2 === 0 ? "short name" : undefined;
		const said = encodeURIComponent(walk.hiding.say(`GET ${pattern}, part ${index}`, saying));
		await ask(walk, { path: `/${parts.with(index, said).join("/")}` });
	}
	const cookie = ["relais_language", "relais_acting", "nom"].map(
		(name) => `${name}=${encodeURIComponent(walk.hiding.say(`GET ${pattern}, cookie ${name}`))}`,
	);
	await ask(walk, { path: bare, headers: { cookie: cookie.join("; ") } });
}

async function askOften(walk: Walk, form: Form, filled: Fields): Promise<void> {
	await ask(walk, { path: `${form.action}?${new URLSearchParams(filled)}` });
	for (const { name } of form.fields) {
		const said = walk.hiding.say(`GET ${patternOf(walk, form.action)}, field ${name}`);
		await ask(walk, { path: `${form.action}?${new URLSearchParams(instead(filled, name, said))}` });
	}
}

/** Somebody in place of each answer, beside the answers, and in other shapes of a body. */
async function attackForm(walk: Walk, form: Form, filled: Fields): Promise<void> {
	const pattern = patternOf(walk, form.action);
	const say = (where: string) => walk.hiding.say(`POST ${pattern}, ${where}`);
	// A password is hashed slowly, on purpose: once for each field is enough.
	const isSlow = !walk.thorough && form.fields.some(({ type }) => type === "password");
	for (const { name } of form.fields) {
		await post(walk, form, instead(filled, name, say(`field ${name} in words`)));
		if (isSlow) continue;
		const short = walk.hiding.say(`POST ${pattern}, field ${name} without spaces`, "short name");
		await post(walk, form, instead(filled, name, short));
		await post(walk, form, [...filled, [name, say(`field ${name} twice`)]]);
	}
	await post(walk, form, [...filled, [say("name of a field"), say("unknown field")]]);
	await post(walk, form, [...filled, ["comment", say("a comment")]]);
	const bodies = otherBodies(filled, say);
	const one = walk.hiding.chance(bodies.length);
	for (const [type, body] of walk.thorough ? bodies : bodies.slice(one, one + 1)) {
		await post(walk, form, filled, { headers: { "content-type": type }, body });
	}
}

function otherBodies(filled: Fields, say: (where: string) => string): [string, string][] {
	const said = say("JSON");
	const part = `--b\r\nContent-Disposition: form-data; name="nom"; filename="${said}.txt"\r\n\r\n`;
	return [
		["application/json", JSON.stringify({ ...Object.fromEntries(filled), nom: said })],
		["multipart/form-data; boundary=b", `${part}${say("multipart")}\r\n--b--\r\n`],
		["text/plain", say("plain text")],
		[`application/${bytesAsHeader(say("content type"))}`, "a=b"],
	];
}

function post(
	walk: Walk,
	{ action }: Form,
	fields: Fields,
	{ headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
	return ask(walk, {
		method: "POST",
		path: action,
		headers: { ...formHeaders(walk.origin), ...headers },
		body: body ?? new URLSearchParams(fields).toString(),
	});
}

async function ask(walk: Walk, asking: Parameters<Client["ask"]>[0]): Promise<Reply> {
	walk.seen.requests += 1;
	const reply = await walk.client.ask(asking);
	if (reply.status >= 500) {
		walk.seen.failures.push(
			`${reply.status} ${asking.method ?? "GET"} ${patternOf(walk, asking.path)}`,
		);
	}
	return reply;
}

/** Whether this was not attacked yet. */
function isFirst({ attacked, who, thorough }: Walk, what: string): boolean {
	const key = thorough ? `${who} ${what}` : what;
	if (attacked.has(key)) return false;
	attacked.add(key);
	return true;
}

/** Parts of a situation's address after which the protocol's own names stand. */
const namedAfter = ["steps", "roles", "interruptions"];

/** An address without what is drawn by chance or belongs to one row: what all such pages share. */
function patternOf({ ids, thorough }: Pick<Crawl, "ids" | "thorough">, path: string): string {
	const [bare = ""] = path.split(/[?#]/);
	const parts = bare.split("/").map((part, index, all) => {
		if (/^[\w-]{22,}$/.test(part)) return ":handle";
		if (/^\d+$/.test(part)) return ":number";
		if (!thorough && namedAfter.includes(all[index - 1] ?? "")) return ":name";
		return ids.has(part) ? ":id" : part;
	});
	return parts.join("/");
}
