import { expect, test } from "vitest";
import { readEnvironment } from "./environment.server.ts";

const sender = "no-reply@example.org";

test("with nothing set, no letter leaves", () => {
	expect(mailOf({})).toEqual({
		relay: undefined,
		operator: { address: undefined, language: "fr" },
	});
});

test.each([
	["smtp://mail.example.org", { port: 587, tls: "asked", login: undefined }],
	["smtps://mail.example.org", { port: 465, tls: "at-once", login: undefined }],
	["smtp://mail.example.org:2525/", { port: 2525, tls: "asked" }],
	["smtp://localhost:25", { host: "localhost", port: 25, tls: "none" }],
	["smtp://127.0.0.1", { host: "127.0.0.1", port: 587, tls: "none" }],
	["smtp://[::1]:25", { host: "::1", port: 25, tls: "none" }],
	[
		"smtp://rel%40is:p%3Ass@mail.example.org",
		{ tls: "asked", login: { user: "rel@is", password: "p:ss" } },
	],
])("%s is a relay: to others, always by TLS", (url, expected) => {
	const { relay } = mailOf({ RELAIS_SMTP_URL: url, RELAIS_MAIL_FROM: sender });

	expect(relay).toMatchObject({ host: "mail.example.org", sender, ...expected });
});

test("TLS is left out only where somebody says so, and never with a password", () => {
	const plain = { RELAIS_SMTP_PLAIN: "1", RELAIS_MAIL_FROM: sender };

	const { relay } = mailOf({ ...plain, RELAIS_SMTP_URL: "smtp://mail.example.org:25" });
	const refused = readEnvironment({ ...plain, RELAIS_SMTP_URL: "smtp://a:b@mail.example.org:25" });

	expect(relay?.tls).toBe("none");
	expect(refused).toMatchObject({ ok: false, sentence: expect.stringContaining("TLS") });
});

test("a relay is set up whole or not at all", () => {
	const halves = [{ RELAIS_SMTP_URL: "smtp://localhost" }, { RELAIS_MAIL_FROM: sender }];

	for (const half of halves) {
		expect(readEnvironment(half)).toMatchObject({
			ok: false,
			sentence: expect.stringContaining("go together"),
		});
	}
});

test.each([
	["RELAIS_SMTP_URL", "mail.example.org:587"],
	["RELAIS_SMTP_URL", "https://mail.example.org"],
	["RELAIS_SMTP_URL", "smtp://"],
	["RELAIS_SMTP_URL", "smtp://user@mail.example.org"],
	["RELAIS_SMTP_URL", "smtp://user:%zz@mail.example.org"],
	["RELAIS_SMTP_URL", "smtp://user:hunter2@mail.example.org/path"],
	["RELAIS_SMTP_URL", "smtp://user:hunter2@mail.example.org?pool=true"],
	["RELAIS_SMTP_PLAIN", "yes"],
	["RELAIS_MAIL_FROM", "no-reply"],
	["RELAIS_MAIL_FROM", "Relais <no-reply@example.org>"],
	["RELAIS_OPERATOR_MAIL", "a@example.org, b@example.org"],
	["RELAIS_OPERATOR_LANGUAGE", "de"],
])("%s = %s stops the start with one sentence that names it, and no password", (name, value) => {
	const read = readEnvironment({ [name]: value });

	expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining(`${name} is `) });
	expect(JSON.stringify(read)).not.toContain("hunter2");
});

function mailOf(source: Record<string, string>) {
	const read = readEnvironment(source);
	if (!read.ok) throw new Error(read.sentence);
	return read.environment.mail;
}
