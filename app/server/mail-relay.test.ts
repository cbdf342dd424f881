import { expect, onTestFinished, test } from "vitest";
import type { Letter } from "./mail.server.ts";
import { testCertificate } from "./mail-certificate.for-tests.ts";
import { type MailHouse, openMailHouse, openOddHouse } from "./mail-house.for-tests.ts";
import { type Patience, relayMail } from "./mail-relay.server.ts";
import type { RelaySettings } from "./mail-settings.ts";

const site = "https://relais.example.org";
const little: Patience = { reachMs: 300, silenceMs: 300, wholeMs: 1000 };
const letter: Letter = {
	to: "referente@example.org",
	number: "A".repeat(22),
	text: "waiting",
	language: "fr",
	subject: "Espace professionnel\u00a0: quelque chose vous attend",
	body: "Bonjour,\n\nUn accent, une œuvre.\n",
	at: Date.UTC(2026, 8, 7, 8),
};

test("a letter arrives as plain text, from a neutral sender, under its own number", async () => {
	const house = await opened(openMailHouse());

	const delivery = await mailTo(house).send(letter);

	expect(delivery).toBe("taken");
	const [{ raw = "", ...envelope } = {}] = house.taken;
	expect(envelope).toEqual({
		from: "no-reply@example.org",
		to: ["referente@example.org"],
		secure: false,
	});
	const headers = headersOf(raw);
	expect(headers).toMatchObject({
		from: "Espace professionnel <no-reply@example.org>",
		to: "referente@example.org",
		"message-id": `<${letter.number}@example.org>`,
		date: "Mon, 07 Sep 2026 08:00:00 +0000",
		"content-type": "text/plain; charset=utf-8",
		"auto-submitted": "auto-generated",
		"content-language": "fr",
		"list-unsubscribe": `<${site}/account/messages>`,
	});
	expect(headers["list-unsubscribe-post"]).toBeUndefined();
	expect(headers["x-mailer"]).toBeUndefined();
});

test("an urgent letter, and one to the operator, offer no way to leave a list", async () => {
	const house = await opened(openMailHouse());

	await mailTo(house).send({ ...letter, text: "urgent" });
	await mailTo(house).send({ ...letter, text: "operator" });

	for (const { raw } of house.taken) {
		expect(headersOf(raw)["list-unsubscribe"]).toBeUndefined();
	}
});

test("no header says more than it must", async () => {
	const house = await opened(openMailHouse());

	await mailTo(house).send(letter);

	expect(Object.keys(headersOf(house.taken[0]?.raw ?? "")).sort()).toEqual([
		"auto-submitted",
		"content-language",
		"content-transfer-encoding",
		"content-type",
		"date",
		"from",
		"list-unsubscribe",
		"message-id",
		"mime-version",
		"subject",
		"to",
		"x-auto-response-suppress",
	]);
});

test("the name of this machine is not told to the relay", async () => {
	const odd = await opened(openOddHouse(obliging));

	await mailTo(odd).send(letter);

	expect(odd.lines[0]).toBe("EHLO relais.example.org");
});

test.each([
	["one reader, for now", "RCPT", "450 4.2.1 later", "not-now"],
	["one reader, for good", "RCPT", "550 5.1.1 unknown", "never"],
	["the letter, for now", "DATA", "451 4.3.0 later", "not-now"],
	["the letter, for good", "DATA", "554 5.7.1 no", "never"],
	["our sender", "MAIL", "553 5.7.1 not you", "no-relay"],
	["everybody, as it shuts down", "RCPT", "421 4.3.2 closing", "no-relay"],
] as const)("a relay that refuses %s", async (_what, command, refusal, expected) => {
	const odd = await opened(
		openOddHouse((line) => (line.startsWith(command) ? refusal : obliging(line))),
	);

	expect(await mailTo(odd).send(letter)).toBe(expected);
});

test("a relay that refuses one reader takes the letter to the next", async () => {
	const house = await opened(
		openMailHouse({
			onRcptTo({ address }, _session, done) {
				if (address !== "gone@example.org") return done();
				done(Object.assign(new Error("unknown"), { responseCode: 550 }));
			},
		}),
	);
	const mail = mailTo(house);

	const refused = await mail.send({ ...letter, to: "gone@example.org" });
	const taken = await mail.send(letter);

	expect([refused, taken]).toEqual(["never", "taken"]);
	expect(house.taken.map(({ to }) => to)).toEqual([["referente@example.org"]]);
});

test.each([
	"referente@example.org\r\nRCPT TO:<other@example.org>",
	"referente@example.org, other@example.org",
	"referente@example.org>\r\nDATA",
])("an address that hides more than one reader reaches no other: %j", async (to) => {
	const odd = await opened(openOddHouse(obliging));

	await mailTo(odd).send({ ...letter, to });

	const told = odd.lines.filter((line) => /^(RCPT|DATA)/i.test(line));
	expect(told.filter((line) => line.startsWith("RCPT")).length).toBeLessThanOrEqual(1);
	expect(told.join("\n")).not.toMatch(/RCPT TO:<other@example\.org>/);
});

test("a relay that is not there is no fault of the letter", async () => {
	const house = await openMailHouse();
	await house.close();

	expect(await mailTo(house).send(letter)).toBe("no-relay");
	expect(await mailTo(house).trouble()).toBe("unreachable");
});

test("a relay that never greets is left after a while", async () => {
	const odd = await opened(openOddHouse(obliging, null));

	expect(await mailTo(odd, {}, { patience: little }).send(letter)).toBe("no-relay");
});

test("a relay that falls silent half-way through a letter may have taken it", async () => {
	const odd = await opened(openOddHouse((line) => (isText(line) ? undefined : obliging(line))));

	expect(await mailTo(odd, {}, { patience: little }).send(letter)).toBe("not-now");
	expect(odd.lines).toContain(".");
});

test("a relay that hangs up half-way through a letter may have taken it", async () => {
	const odd = await opened(openOddHouse((line) => (isText(line) ? null : obliging(line))));

	expect(await mailTo(odd).send(letter)).toBe("not-now");
});

test("a relay that talks on and never ends is left all the same", async () => {
	const odd = await opened(
		openOddHouse((_line, say) => {
			const talk = setInterval(() => say("250-and another thing"), 20);
			onTestFinished(() => clearInterval(talk));
			return undefined;
		}),
	);

	expect(await mailTo(odd, {}, { patience: little }).send(letter)).toBe("no-relay");
});

test("outside this machine, a relay without TLS is told nothing", async () => {
	const odd = await opened(openOddHouse(obliging));

	const delivery = await mailTo(odd, { tls: "asked" }).send(letter);

	expect(delivery).toBe("no-relay");
	expect(odd.lines.join("\n")).not.toMatch(/MAIL FROM|example\.org>/);
});

test.each(["asked", "at-once"] as const)("by TLS, %s, a letter arrives unread", async (tls) => {
	const house = await opened(
		openMailHouse({
			...testCertificate,
			secure: tls === "at-once",
			disabledCommands: [],
			onAuth: ({ username }, _session, done) => done(null, { user: username }),
		}),
	);
	const login = { user: "relais", password: "right" };

	const delivery = await mailTo(house, { tls, login }, { authorities: testCertificate.cert }).send(
		letter,
	);

	expect(delivery).toBe("taken");
	expect(house.taken).toMatchObject([{ secure: true }]);
});

test("a relay whose certificate nobody vouches for is told nothing", async () => {
	const house = await opened(openMailHouse({ ...testCertificate, disabledCommands: ["AUTH"] }));

	const delivery = await mailTo(house, { tls: "asked" }).send(letter);

	expect(delivery).toBe("no-relay");
	expect(house.tried()).toBe(0);
});

test("a relay that knows another password is told nothing", async () => {
	const house = await opened(
		openMailHouse({
			disabledCommands: ["STARTTLS"],
			allowInsecureAuth: true,
			onAuth: (_login, _session, done) => done(new Error("wrong")),
		}),
	);

	const login = { user: "relais", password: "wrong" };
	const delivery = await mailTo(house, { login }).send(letter);

	expect(delivery).toBe("no-relay");
	expect(house.tried()).toBe(0);
});

/** Takes everything. */
function obliging(line: string): string | undefined {
	if (line === "DATA") return "354 go on";
	if (line === "STARTTLS") return "502 not here";
	if (isText(line)) return line === "." ? "250 taken" : undefined;
	return line.startsWith("EHLO") ? "250 odd.example" : "250 fine";
}

function isText(line: string): boolean {
	return !/^(EHLO|HELO|MAIL|RCPT|DATA|RSET|QUIT|STARTTLS)/.test(line);
}

function mailTo(
	{ port }: { port: number },
	settings: Partial<RelaySettings> = {},
	further: { authorities?: string; patience?: Patience } = {},
) {
	return relayMail(
		{
			host: "127.0.0.1",
			port,
			tls: "none",
			login: undefined,
			sender: "no-reply@example.org",
			...settings,
		},
		{ site, ...further },
	);
}

async function opened<House extends Pick<MailHouse, "close">>(opening: Promise<House>) {
	const house = await opening;
	onTestFinished(() => house.close());
	return house;
}

/** The headers of a letter, unfolded, by their names in lower case. */
function headersOf(raw: string): Record<string, string> {
	const [head = ""] = raw.split("\r\n\r\n");
	const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
	return Object.fromEntries(
		lines.map((line) => [
			line.slice(0, line.indexOf(":")).toLowerCase(),
			line.slice(line.indexOf(":") + 1).trim(),
		]),
	);
}
