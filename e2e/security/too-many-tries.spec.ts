import { paths } from "#app/paths.ts";
import { expectClear } from "./clear-answer.ts";
import { expect, test } from "./own-relais.ts";
import { type Fields, type Visitor, visitor } from "./visitor.ts";

test("who guesses codes is stopped, and only they", async ({ relais }) => {
	const guesser = await visitor(relais, "juriste-a");
	const other = await visitor(relais, "intervenante-a");
	const { code } = relais.store.first<{ code: string }>(
		"select code from participations where structure_id = 'crip-aubepine' and takes_part = 1",
	);
	const guess = (person: Visitor) => person.post(paths.findSituation(), [["code", code]]);

	for (let tries = 0; tries < 20; tries++) expect((await guess(guesser)).status).toBe(422);

	const stopped = await guess(guesser);
	expect(stopped.status).toBe(429);
	expectClear(stopped, "too many codes");
	expect((await guess(other)).status).toBe(422);
});

test("who tries passwords is stopped, in words", async ({ relais }) => {
	const guest = await visitor(relais);
	const fields: Fields = [
		["email", "educatrice-a@demonstration.invalid"],
		["password", "not the password"],
	];

	const statuses: number[] = [];
	for (let tries = 0; tries < 12; tries++) {
		const answer = await guest.post(paths.signIn(), fields);
		statuses.push(answer.status);
		expectClear(answer, `try ${tries}`);
		expect(answer.body).not.toContain("not the password");
	}

	expect(new Set(statuses)).toEqual(new Set([422, 429]));
	expect(statuses.at(-1)).toBe(429);
});
