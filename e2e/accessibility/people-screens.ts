import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";
import { type Changes, send } from "./send.ts";

const manager = "responsable-crip-a";
const administrator = "administratrice-a";

const invite = "routes/structure.invite";
const inviting = at(paths.inviteColleague(), manager);
const own = "routes/structure.members.$memberId";
const upkeep = "routes/directory.upkeep";
const adding = at(paths.newStructure(), coordinator);

/** Members of a structure, as their manager sees them. */
const colleagues: Screen[] = [
	seen(
		"the members of a structure",
		"routes/structure.members._index",
		at(paths.colleagues(), manager),
	),
	seen(
		"a list of members that is to be read again",
		"routes/my-day",
		at(paths.myDay(), "educatrice-foyer-b"),
	),
	seen(
		"emergency accesses, with none asked for",
		"routes/structure_.emergency-access",
		at(paths.structureEmergencyAccess(), manager),
	),
	seen("the access of a colleague", own, at(paths.colleague("evaluatrice-crip-a"), manager)),
	sent(
		"leaving a structure without reception",
		own,
		at(paths.colleague("educatrice-foyer-b"), "educatrice-foyer-b"),
		{ status: 409, blank: true, changes: { act: "rights", rights: null } },
	),
	seen("inviting a colleague", invite, inviting),
	sent("inviting a colleague, with nothing written", invite, inviting, {
		status: 422,
		blank: true,
	}),
	sent("inviting a colleague by a name", invite, inviting, {
		status: 422,
		changes: { label: "Jeanne Martin" },
	}),
	sent("the link of an invitation, shown once", invite, inviting, {
		status: 200,
		blank: true,
		changes: { label: "Secrétaire Z" },
	}),
];

/** The link of an invitation, as whoever holds it opens it. */
const joining: Screen[] = [
	joined("the link of an invitation", "routes/join.$secret", 200, (path) => path),
	joined("joining, with nothing written", "routes/join.$secret", 422, (path) => path, {}),
	joined("joining with an easy password", "routes/join.$secret", 422, (path) => path, {
		name: "A. Exemple",
		email: "a.exemple@structure.invalid",
		password: "azertyuiopqsdfgh",
	}),
	joined(
		"an invitation for who has an account, signed out",
		"routes/join.$secret_.accept",
		200,
		(path) => `${path}/accept`,
	),
	seen("a link that opens nothing", "routes/join.$secret", at(paths.join("x".repeat(43))), 404),
	{
		name: "an invitation for who has an account",
		route: "routes/join.$secret_.accept",
		status: 200,
		async open(page, relais) {
			const path = await invitationPath(page, relais);
			await enter(page, relais, "juriste-a");
			const answer = await page.goto(`${path}/accept`);
			return answer?.status() ?? 0;
		},
	},
];

/** The directory, for who keeps it; the accounts of the instance. */
const keeping: Screen[] = [
	seen("keeping the directory", upkeep, at(paths.upkeep(), coordinator)),
	seen("adding a structure", "routes/directory.new", adding),
	sent("adding a structure, with nothing written", "routes/directory.new", adding, {
		status: 422,
		blank: true,
	}),
	sent("adding a structure that is called like somebody", "routes/directory.new", adding, {
		status: 422,
		changes: { name: "Foyer Jeanne Martin", kind: "other", place: null },
	}),
	seen(
		"changing the sheet of a structure",
		"routes/directory.$structureId_.edit",
		at(paths.editStructure("mda-lin"), coordinator),
	),
	seen(
		"a structure that invites by itself",
		"routes/directory.$structureId_.invite",
		at(paths.inviteManager("mda-lin"), coordinator),
	),
	seen(
		"the accounts of the instance",
		"routes/administration._index",
		at(paths.administration(), administrator),
	),
	seen(
		"inviting for a duty",
		"routes/administration.invite",
		at(paths.inviteToDuty(), administrator),
	),
	sent(
		"inviting for a duty, with nothing answered",
		"routes/administration.invite",
		at(paths.inviteToDuty(), administrator),
		{ status: 422, blank: true },
	),
	seen(
		"somebody who has a duty",
		"routes/administration.members.$memberId",
		at(paths.dutyHolder("animatrice-a"), administrator),
	),
];

/** The provider of identities, which does not answer where these tests run. */
const provider: Screen[] = [
	seen(
		"a provider that does not answer",
		"routes/sign-in_.proconnect",
		at(paths.providerSignIn()),
		503,
	),
	seen(
		"coming back from a provider without having gone",
		"routes/sign-in_.proconnect_.callback",
		at(`${paths.providerCallback()}?code=x&state=y`),
		400,
	),
	seen(
		"the link with a provider, in a demonstration",
		"routes/account_.proconnect",
		at(paths.accountProvider(), manager),
		404,
	),
];

/** People: who is invited, who comes in, who answers for whom. */
export const peopleScreens: Screen[] = [...colleagues, ...joining, ...keeping, ...provider];

/** The routes of people that only lead on. */
export const peopleRoutesWithoutScreen = [
	"routes/invitations.$invitationId",
	"routes/join.$secret_.proconnect",
	"routes/account_.proconnect_.link",
	"routes/sign-in_.proconnect_.leave.$visit",
];

/** A screen of an invitation that was made for it, opened by a stranger; and sent, where it is filled. */
function joined(
	name: string,
	route: string,
	status: number,
	pathOf: (path: string) => string,
	filled?: Changes,
): Screen {
	return {
		name,
		route,
		status,
		async open(page, relais) {
			const path = await invitationPath(page, relais);
			await page.context().clearCookies();
			const answer = await page.goto(pathOf(path));
			return filled ? send(page, filled, false) : (answer?.status() ?? 0);
		},
	};
}

/** Has somebody invited by the manager, and gives the path of the link. */
async function invitationPath(page: Page, relais: OwnRelais): Promise<string> {
	await page.context().clearCookies();
	await enter(page, relais, manager);
	await page.goto(paths.inviteColleague());
	// Nobody is called like somebody else: each link is for another letter.
	const letter = String.fromCharCode(65 + (opened++ % 26));
	await send(page, { label: `Agente ${letter}` }, false);
	const link = page.getByLabel("Lien", { exact: true });
	await expect(link).toHaveValue(/\/join\/[\w-]{43}$/);
	return new URL(await link.inputValue()).pathname;
}

let opened = 0;
