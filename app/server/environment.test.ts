import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Environment, readEnvironment, readSecret } from "./environment.server.ts";

test("with nothing set, Relais serves its demonstration to this machine only", () => {
	const environment = environmentOf({});

	expect(environment).toMatchObject({ port: 3000, host: "127.0.0.1", demonstration: true });
	expect(environment.origins).toEqual([
		"http://localhost:3000",
		"http://127.0.0.1:3000",
		"http://[::1]:3000",
	]);
});

test("a public address is the only one that may post, and keeps cookies to https", () => {
	const environment = environmentOf({ RELAIS_ORIGIN: "https://relais.example.org" });

	expect(environment.origins).toEqual(["https://relais.example.org"]);
	expect(environment.secure).toBe(true);
});

test("an empty variable counts as absent", () => {
	expect(environmentOf({ PORT: "", RELAIS_ORIGIN: "" }).port).toBe(3000);
});

test.each([
	["PORT", "3000x"],
	["PORT", "70000"],
	["RELAIS_DEMO", "yes"],
	["RELAIS_ORIGIN", "https://relais.example.org/path"],
	["RELAIS_ORIGIN", "ftp://relais.example.org"],
	["RELAIS_ORIGIN", "relais"],
	["TRUST_PROXY", "everyone"],
	["TRUST_PROXY", "10.0.0.0/40"],
	["LOG_LEVEL", "loud"],
	["RELAIS_OIDC_ISSUER", "http://provider.example.org"],
	["RELAIS_OIDC_ISSUER", "https://provider.example.org/?a=b"],
])("%s = %s stops the start with one sentence that names it", (name, value) => {
	const read = readEnvironment({ [name]: value });

	expect(read).toEqual({ ok: false, sentence: expect.stringContaining(`${name} is “${value}”`) });
});

test("a secret that is too short is not repeated", () => {
	const read = readEnvironment({ RELAIS_SECRET: "hunter2" });

	expect(read).toEqual({ ok: false, sentence: expect.not.stringContaining("hunter2") });
});

test("proxies may be named by address, network or kind", () => {
	const environment = environmentOf({ TRUST_PROXY: "127.0.0.1, 10.0.0.0/8, fd00::/8, loopback" });

	expect(environment.trustedProxies).toEqual(["127.0.0.1", "10.0.0.0/8", "fd00::/8", "loopback"]);
});

test("the keys lie beside the data unless they are said to lie elsewhere", () => {
	const elsewhere = { RELAIS_KEYS: "/keys/keys.db", RELAIS_KEY_FILE: "/run/wrapping.key" };

	expect(environmentOf({ DATA_DIR: "data" }).places).toEqual({
		store: "data/relais.db",
		keys: "data/keys/keys.db",
		wrappingKey: undefined,
	});
	expect(environmentOf({ DATA_DIR: "data", ...elsewhere }).places).toEqual({
		store: "data/relais.db",
		keys: "/keys/keys.db",
		wrappingKey: "/run/wrapping.key",
	});
});

test("backups need a key to encrypt to, and a key must be one", () => {
	const recipient = "age1gsa6kuhmrhc266a9fr7508hdhhyuu97q6xywhx977k6zgp40nucqw8v0nf";
	const elsewhere = { RELAIS_BACKUP_DIR: "/backups", RELAIS_BACKUP_RECIPIENTS: ` ${recipient},` };

	expect(environmentOf({}).backups).toEqual({ directory: undefined, recipients: [] });
	expect(environmentOf(elsewhere).backups).toEqual({
		directory: "/backups",
		recipients: [recipient],
	});
	expect(readEnvironment({ RELAIS_BACKUP_DIR: "/backups" })).toMatchObject({
		ok: false,
		sentence: expect.stringContaining("keygen"),
	});
	expect(readEnvironment({ RELAIS_BACKUP_RECIPIENTS: "age1nobody" })).toMatchObject({
		ok: false,
		sentence: expect.stringContaining("RELAIS_BACKUP_RECIPIENTS is “age1nobody”"),
	});
});

test("a secret is made once, for this account only, and kept", () => {
	const environment = environmentOf({
		DATA_DIR: join(mkdtempSync(join(tmpdir(), "relais-")), "data"),
	});

	const first = readSecret(environment);

	expect(first.length).toBeGreaterThanOrEqual(43);
	expect(readSecret(environment)).toBe(first);
	expect(statSync(join(environment.dataDirectory, "secret")).mode & 0o777).toBe(0o600);
});

const provider = {
	RELAIS_OIDC_ISSUER: "https://provider.example.org/api/v2",
	RELAIS_OIDC_CLIENT_ID: "relais",
	RELAIS_OIDC_CLIENT_SECRET: "kept between us",
};

test("a provider of professional identities is there only when it is set up, under the name it is given", () => {
	expect(environmentOf({}).provider).toBeUndefined();
	expect(environmentOf(provider).provider).toMatchObject({
		issuer: provider.RELAIS_OIDC_ISSUER,
		label: "ProConnect",
	});
	expect(environmentOf({ ...provider, RELAIS_OIDC_LABEL: "Agents" }).provider?.label).toBe(
		"Agents",
	);
});

test.each(Object.keys(provider))(
	"a provider without %s stops the start, and says no secret",
	(name) => {
		const read = readEnvironment({ ...provider, [name]: "" });

		expect(read).toEqual({ ok: false, sentence: expect.stringContaining(name) });
		expect(read).toEqual({ ok: false, sentence: expect.not.stringContaining("kept between us") });
	},
);

function environmentOf(source: Record<string, string>): Environment {
	const read = readEnvironment(source);
	if (!read.ok) throw new Error(read.sentence);
	return read.environment;
}
