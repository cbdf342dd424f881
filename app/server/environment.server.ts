import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { isRecipient } from "#db/backups/age-file.ts";
import { writeNewFile } from "#db/new-file.ts";
import { type Places, placesIn } from "#db/stores.ts";
import { type MailSettings, mailExpectations, mailOf, mailVariables } from "./mail-settings.ts";
import {
	incompleteProvider,
	type ProviderSettings,
	providerExpectations,
	providerOf,
	providerVariables,
} from "./provider-settings.ts";

const namedNetworks = ["loopback", "linklocal", "uniquelocal"];

const wholeNumber = (most: number) =>
	z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.pipe(z.number().max(most));

/** What may be set from outside, and the sentence for each value that cannot be used. */
const variables = z.object({
	NODE_ENV: z.enum(["production", "development", "test"]).catch("production"),
	PORT: wholeNumber(65_535).default(3000),
	HOST: z.string().min(1).default("127.0.0.1"),
	DATA_DIR: z.string().min(1).default("data"),
	RELAIS_KEYS: z.string().min(1).optional(),
	RELAIS_KEY_FILE: z.string().min(1).optional(),
	RELAIS_DEMO: z.enum(["0", "1"]).default("1"),
	RELAIS_ORIGIN: z.string().refine(isOrigin).optional(),
	RELAIS_SECRET: z.string().min(32).optional(),
	RELAIS_BACKUP_DIR: z.string().min(1).optional(),
	RELAIS_BACKUP_RECIPIENTS: z
		.string()
		.transform(splitList)
		.refine((items) => items.every(isRecipient))
		.default([]),
	RELAIS_METRICS_TOKEN: z
		.string()
		.regex(/^[\w.~+/=-]{32,200}$/)
		.optional(),
	TRUST_PROXY: z.string().transform(splitList).refine(areNetworks).default([]),
	LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
	...providerVariables,
	...mailVariables,
});

const expectations: Record<string, string> = {
	PORT: "a whole number from 0 to 65535",
	HOST: "an address of this machine, such as 127.0.0.1",
	DATA_DIR: "the path of a directory",
	RELAIS_KEYS: "the path of the key store",
	RELAIS_KEY_FILE: "the path of the file with the wrapping key",
	RELAIS_DEMO: "0 or 1",
	RELAIS_ORIGIN: "the public address without a path, such as https://relais.example.org",
	RELAIS_SECRET: "at least 32 characters long",
	RELAIS_BACKUP_DIR: "the path of a directory",
	RELAIS_BACKUP_RECIPIENTS: "a list of public keys of age, which “relais backup keygen” prints",
	RELAIS_METRICS_TOKEN:
		"32 to 200 letters and digits, such as those that “openssl rand -hex 32” prints",
	TRUST_PROXY: "a list of addresses or networks, such as 127.0.0.1, 10.0.0.0/8 or loopback",
	LOG_LEVEL: "debug, info, warn, error or silent",
	...providerExpectations,
	...mailExpectations,
};

/** How this process was asked to run; read once, trusted afterwards. */
export type Environment = {
	production: boolean;
	port: number;
	host: string;
	dataDirectory: string;
	/** Where the store and its keys lie. */
	places: Places;
	/** Where backups go by themselves, and the public keys that they are encrypted to. */
	backups: { directory: string | undefined; recipients: readonly string[] };
	/** What a program shows that reads the figures; absent when none may. */
	metricsToken: string | undefined;
	/** Whether the fictitious territory is there, and can be entered without a password. */
	demonstration: boolean;
	/** The addresses under which browsers may post; the first one is the public one. */
	origins: readonly [string, ...string[]];
	/** Whether browsers come over https, so that cookies can be kept to it. */
	secure: boolean;
	/** Signs cookies; absent when the secret of the data directory is to be used. */
	secret: string | undefined;
	/** The proxies whose `X-Forwarded-*` headers are believed. */
	trustedProxies: readonly string[];
	logLevel: "debug" | "info" | "warn" | "error" | "silent";
	/** Who may vouch for professionals, ProConnect or another; absent when nobody may. */
	provider: ProviderSettings | undefined;
	/** How letters leave, and who is told when the server needs somebody. */
	mail: MailSettings;
};

/** Reads the variables, or says in one plain sentence which one cannot be used. */
export function readEnvironment(
	source: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; sentence: string } {
	// An empty variable is what a shell leaves behind: it counts as absent.
	const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
	const read = variables.safeParse(filled);
	if (!read.success) return { ok: false, sentence: sentenceFor(read.error, filled) };

	const value = read.data;
	const provider = providerOf(value);
	if (provider === "incomplete") return { ok: false, sentence: incompleteProvider };
	if (value.RELAIS_BACKUP_DIR && value.RELAIS_BACKUP_RECIPIENTS.length === 0) {
		return { ok: false, sentence: backupsForNobody };
	}
	const mail = mailOf(value);
	if (typeof mail === "string") return { ok: false, sentence: mail };
	const origins = originsOf(value.RELAIS_ORIGIN, value.PORT);
	return {
		ok: true,
		environment: {
			production: value.NODE_ENV === "production",
			port: value.PORT,
			host: value.HOST,
			dataDirectory: value.DATA_DIR,
			places: placesOf(value),
			backups: {
				directory: value.RELAIS_BACKUP_DIR,
				recipients: value.RELAIS_BACKUP_RECIPIENTS,
			},
			metricsToken: value.RELAIS_METRICS_TOKEN,
			demonstration: value.RELAIS_DEMO === "1",
			origins,
			secure: origins[0].startsWith("https:"),
			secret: value.RELAIS_SECRET,
			trustedProxies: value.TRUST_PROXY,
			logLevel: value.LOG_LEVEL,
			provider,
			mail,
		},
	};
}

const backupsForNobody =
	"RELAIS_BACKUP_DIR is set without RELAIS_BACKUP_RECIPIENTS: “relais backup keygen” makes a key to encrypt backups to.";

function placesOf(value: z.infer<typeof variables>): Places {
	const usual = placesIn(value.DATA_DIR);
	return {
		...usual,
		keys: value.RELAIS_KEYS ?? usual.keys,
		wrappingKey: value.RELAIS_KEY_FILE,
	};
}

/** The secret that signs cookies: the one given, else one made once and kept in the data directory. */
export function readSecret({ secret, dataDirectory }: Environment): string {
	if (secret) return secret;
	const file = join(dataDirectory, "secret");
	if (!existsSync(file)) {
		mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
		writeNewFile(file, randomBytes(32).toString("base64url"));
	}
	chmodSync(file, 0o600);
	return readFileSync(file, "utf8").trim();
}

/** What may hold a secret is not said again. */
const unspoken: Record<string, string> = {
	RELAIS_SECRET: "too short",
	RELAIS_METRICS_TOKEN: "too short, or holds something else than letters and digits",
	RELAIS_SMTP_URL: "not an address of a mail server",
};

function sentenceFor(error: z.ZodError, source: Record<string, string | undefined>): string {
	const name = String(error.issues[0]?.path[0]);
	const seen = unspoken[name] ?? `“${source[name]}”`;
	return `${name} is ${seen}, but must be ${expectations[name] ?? "set differently"}.`;
}

/** On one's own machine the same server has three spellings; a public one has exactly one. */
function originsOf(given: string | undefined, port: number): [string, ...string[]] {
	if (given) return [given];
	return ["localhost", "127.0.0.1", "[::1]"].map(
		(host) => new URL(`http://${host}:${port}`).origin,
	) as [string, ...string[]];
}

function isOrigin(text: string): boolean {
	return /^https?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.origin === text;
}

function splitList(text: string): string[] {
	return text
		.split(",")
		.map((item) => item.trim())
		.filter(Boolean);
}

function areNetworks(items: string[]): boolean {
	return items.every((item) => {
		const [address = "", bits = "0", ...rest] = item.split("/");
		if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
		if (namedNetworks.includes(item)) return true;
		return isIP(address) === 4 ? Number(bits) <= 32 : isIP(address) === 6 && Number(bits) <= 128;
	});
}
