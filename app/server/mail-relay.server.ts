import { createTransport } from "nodemailer";
import { paths } from "#app/paths.ts";
import type { Delivery, Letter, Mail } from "./mail.server.ts";
import type { RelaySettings } from "./mail-settings.ts";
import { siteName } from "./site-name.ts";

/** How long the relay may take: to be reached, to say the next word, and for everything. */
export type Patience = { reachMs: number; silenceMs: number; wholeMs: number };

/** A letter is tried again after a minute at the earliest: before that, a try has ended. */
const usualPatience: Patience = { reachMs: 10_000, silenceMs: 20_000, wholeMs: 45_000 };

type Options = {
	/** The public address of the site. */
	site: string;
	patience?: Patience;
	/** Further authorities that the certificate of the relay may come from. */
	authorities?: string;
};

/** What nodemailer says of a letter that did not pass. */
type Failure = { code?: string; command?: string; responseCode?: number };

/** Sends letters through the relay that was set up, one connection each. */
export function relayMail(settings: RelaySettings, options: Options): Mail {
	const transport = transportTo(settings, options);
	const { wholeMs } = options.patience ?? usualPatience;

	/** Letters that the relay let us hand over: what fails afterwards is about them. */
	const handedOver = new WeakSet<object>();
	transport.use("stream", (mail, done) => {
		const { message, data } = mail;
		message.processFunc((input) => {
			handedOver.add(data.headers as object);
			return input;
		});
		done();
	});

	return {
		relay: true,
		async send(letter) {
			const message = messageOf(letter, settings, options);
			try {
				await transport.sendMail({ ...message, signal: AbortSignal.timeout(wholeMs) });
				return "taken";
			} catch (error) {
				return deliveryOf(error as Failure, handedOver.has(message.headers));
			}
		},
		async trouble() {
			try {
				await transport.verify();
				return undefined;
			} catch {
				return "unreachable";
			}
		},
	};
}

function transportTo({ host, port, tls, login }: RelaySettings, options: Options) {
	const { reachMs, silenceMs } = options.patience ?? usualPatience;
	return createTransport({
		host,
		port,
		secure: tls === "at-once",
		requireTLS: tls === "asked",
		ignoreTLS: tls === "none",
		tls: { minVersion: "TLSv1.2", ...(options.authorities ? { ca: options.authorities } : {}) },
		...(login ? { auth: { user: login.user, pass: login.password } } : {}),
		// The name of this machine stays here.
		name: new URL(options.site).hostname,
		dnsTimeout: reachMs,
		connectionTimeout: reachMs,
		greetingTimeout: reachMs,
		socketTimeout: silenceMs,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
}

function messageOf(letter: Letter, { sender }: RelaySettings, { site }: Options) {
	const notice = letter.text === "waiting" || letter.text === "weekly";
	return {
		messageId: `<${letter.number}@${sender.split("@")[1]}>`,
		date: new Date(letter.at),
		from: { name: siteName, address: sender },
		to: { name: "", address: letter.to },
		subject: letter.subject,
		text: letter.body,
		xMailer: false as const,
		headers: {
			"Auto-Submitted": "auto-generated",
			"X-Auto-Response-Suppress": "All",
			"Content-Language": letter.language,
		},
		// Leads to a page behind the sign-in: no link acts without an account, so none is "one click".
		...(notice ? { list: { unsubscribe: `${site}${paths.accountMessages()}` } } : {}),
	};
}

/** A relay that is not there stops every letter; a refusal of this letter stops no other one. */
function deliveryOf({ command, responseCode = 0 }: Failure, handedOver: boolean): Delivery {
	if (!handedOver || command === "MAIL FROM" || responseCode === 421) return "no-relay";
	return responseCode >= 500 || command === "API" ? "never" : "not-now";
}
