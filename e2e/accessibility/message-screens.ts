import { paths } from "#app/paths.ts";
import { at, type Screen, seen, sent } from "./screen.ts";

const manager = "responsable-crip-a";
const administrator = "administratrice-a";

const own = "routes/account_.messages";
const feed = "routes/account_.feed";
const structure = "routes/structure.messages";
const deciding = at(paths.structureMessages(), manager);

/** Letters: who wants which, what would be sent, and the calendar of due dates. */
export const messageScreens: Screen[] = [
	seen("one's notices by e-mail", own, at(paths.accountMessages(), "educatrice-a")),
	sent("one's notices, once chosen", own, at(paths.accountMessages(), "educatrice-a"), {
		status: 200,
		blank: true,
		changes: { language: "fr" },
	}),
	seen("no address of due dates yet", feed, at(paths.accountFeed(), "juriste-a")),
	sent("the address of due dates, shown once", feed, at(paths.accountFeed(), "educatrice-a"), {
		status: 200,
		blank: true,
		changes: { change: "make" },
	}),
	seen("the notices of a structure", structure, deciding),
	sent("a shared mailbox that is no address", structure, deciding, {
		status: 422,
		blank: true,
		changes: { mailbox: "accueil" },
	}),
	seen("one's week in figures", "routes/week", at(paths.week(), "educatrice-a")),
	seen("what would be sent", "routes/outbox", at(paths.outbox(), administrator)),
];

/** What a calendar application reads. */
export const messageRoutesWithoutScreen = ["routes/feeds.$secret"];
