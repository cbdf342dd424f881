import { z } from "zod";
import { type Language, languages } from "#app/i18n/languages.ts";

/** How letters leave this machine. */
export type RelaySettings = {
	host: string;
	port: number;
	/** From the first byte, asked for before anything is said, or not at all. */
	tls: "at-once" | "asked" | "none";
	login: { user: string; password: string } | undefined;
	/** The address that letters come from. */
	sender: string;
};

/** What was set about mail. */
export type MailSettings = {
	/** Absent where nothing is sent, and only shown. */
	relay: RelaySettings | undefined;
	/** Who is told when the server needs somebody. */
	operator: { address: string | undefined; language: Language };
};

const address = z
	.string()
	.max(254)
	.regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/);

/** The variables that set mail up. */
export const mailVariables = {
	RELAIS_SMTP_URL: z.string().refine(isRelay).optional(),
	RELAIS_SMTP_PLAIN: z.enum(["0", "1"]).default("0"),
	RELAIS_MAIL_FROM: address.optional(),
	RELAIS_OPERATOR_MAIL: address.optional(),
	RELAIS_OPERATOR_LANGUAGE: z.enum(languages).default("fr"),
};

/** What each of them must be. */
export const mailExpectations = {
	RELAIS_SMTP_URL:
		"smtp://user:password@mail.example.org:587 or smtps://user:password@mail.example.org:465, user and password percent-encoded",
	RELAIS_SMTP_PLAIN: "0 or 1",
	RELAIS_MAIL_FROM: "the address that letters come from, such as no-reply@example.org",
	RELAIS_OPERATOR_MAIL: "the address of whoever runs the server, such as hosting@example.org",
	RELAIS_OPERATOR_LANGUAGE: "fr or en",
};

const alone = "RELAIS_SMTP_URL and RELAIS_MAIL_FROM go together: set both or none.";

const inTheOpen =
	"RELAIS_SMTP_PLAIN=1 is set, and RELAIS_SMTP_URL gives a password: over a connection without TLS everybody on the way could read it.";

/** A relay is set up whole, or not at all. @returns the sentence that stops the start */
export function mailOf(value: z.infer<z.ZodObject<typeof mailVariables>>): MailSettings | string {
	const { RELAIS_SMTP_URL: url, RELAIS_MAIL_FROM: sender } = value;
	const operator = {
		address: value.RELAIS_OPERATOR_MAIL,
		language: value.RELAIS_OPERATOR_LANGUAGE,
	};
	if (url === undefined && sender === undefined) return { relay: undefined, operator };
	if (url === undefined || sender === undefined) return alone;
	const relay = relayAt(new URL(url), value.RELAIS_SMTP_PLAIN === "1", sender);
	if (relay.tls === "none" && relay.login && !isLoopback(relay.host)) return inTheOpen;
	return { relay, operator };
}

function relayAt(url: URL, plain: boolean, sender: string): RelaySettings {
	const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
	const atOnce = url.protocol === "smtps:";
	const open = plain || isLoopback(host);
	return {
		host,
		port: Number(url.port) || (atOnce ? 465 : 587),
		tls: atOnce ? "at-once" : open ? "none" : "asked",
		login: url.username
			? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
			: undefined,
		sender,
	};
}

/** What is sent to this machine itself crosses no network. */
function isLoopback(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function isRelay(text: string): boolean {
	const url = URL.parse(text);
	if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") return false;
	if (url.search || url.hash || !["", "/"].includes(url.pathname)) return false;
	return (url.username === "") === (url.password === "") && isDecodable(url);
}

function isDecodable({ username, password }: URL): boolean {
	try {
		return Boolean(decodeURIComponent(username + password)) || username === "";
	} catch {
		return false;
	}
}
