import { randomBytes } from "node:crypto";
import { paths } from "#app/paths.ts";
import { drawCode } from "#db/pseudonyms/code.ts";
import { expectClear } from "./clear-answer.ts";
import { expect, test } from "./own-relais.ts";
import { receptionOf } from "./people.ts";
import { but, type Fields, textOf, type Visitor, visitor } from "./visitor.ts";

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

type Line = { id: string; handle: string; number: string; recipientId: string; senderId: string };

test("whoever types numbers on a line is stopped, in words, and its sender is told", async ({
	relais,
}) => {
	const line = relais.store.first<Line>(
		`select id, recipient_handle handle, number, recipient_id recipientId, sender_id senderId
		 from handoffs where state = 'sent' and recipient_id is not null and unmatched is null
		 order by id desc`,
	);
	const foreign = relais.store.first<{ number: string }>(
		"select number from handoffs where recipient_id <> ? and state = 'sent'",
		line.recipientId,
	);
	const ended = relais.store.first<{ number: string }>(
		"select number from handoffs where state in ('cancelled', 'completed', 'failed')",
	);
	const recipient = await visitor(relais, receptionOf(line.recipientId));
	const path = paths.handoffAct(line.handle, "acknowledge");
	const fields = await recipient.form(path);
	const type = async (number: string) => {
		const answer = await recipient.post(path, but(fields, { number, stage: "record" }));
		return { ...answer, text: textOf(answer.body).replaceAll(number, "…") };
	};
	const mistyped = () => `${line.number[1]}${line.number[0]}${line.number.slice(2)}`;

	const slipped = await type(mistyped());
	expect(slipped.status).toBe(422);
	expect(slipped.text).toContain("mal recopié");

	const said = [await type(foreign.number), await type(ended.number)];
	// Screens that were looked at before may have used some of the ten tries of this network.
	while (said.length < 10 && said.at(-1)?.status === 422) {
		said.push(await type(drawCode({ bytes: randomBytes })));
	}
	const wrong = said.filter(({ status }) => status === 422);
	expect(wrong.length).toBeGreaterThan(2);
	expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
	expect(wrong[0]?.text).toContain("ne correspond pas à cette ligne");

	const stopped = await type(line.number);
	expect(stopped.status).toBe(429);
	expectClear(stopped, "too many numbers");
	expect(unmatchedOf()).toEqual({ state: "sent", unmatched: "TOO_MANY_TRIES" });
	const sender = await visitor(relais, receptionOf(line.senderId));
	expect(textOf((await sender.get(paths.myDay())).body)).toContain("Non apparié");

	function unmatchedOf() {
		return relais.store.first("select state, unmatched from handoffs where id = ?", line.id);
	}
});

test("whoever guesses what two people say to each other on the telephone is stopped", async ({
	relais,
}) => {
	const one = relais.store.first<{ handle: string; structureId: string }>(
		`select p.handle, p.structure_id structureId from participations p
		 join situations s on s.pk = p.situation_pk
		 where s.status = 'open' and p.takes_part = 1 and p.structure_id <> 'crip-aubepine'`,
	);
	const other = relais.store.first<{ handle: string }>(
		`select p.handle from participations p join situations s on s.pk = p.situation_pk
		 where s.status = 'open' and p.takes_part = 1 and p.structure_id = 'crip-aubepine'`,
	);
	const guesser = await visitor(relais, receptionOf(one.structureId));
	const crip = await visitor(relais, receptionOf("crip-aubepine"));
	const offered = textOf(
		(await crip.post(paths.duplicate(other.handle), [["wish", "offer"]])).body,
	);
	const number = offered.match(/\d{3} \d{3}(?= Dites-le)/)?.[0].replace(" ", "") ?? "";
	expect(number).toHaveLength(6);

	const fields = (typed: string): Fields => [
		["wish", "take"],
		["number", typed],
	];
	const path = paths.duplicate(one.handle);
	const wrong = String((Number(number) + 1) % 1_000_000).padStart(6, "0");
	for (let tries = 0; tries < 10; tries++) {
		expect((await guesser.post(path, fields(wrong))).status).toBe(422);
	}

	const stopped = await guesser.post(path, fields(number));
	expect(stopped.status).toBe(429);
	expectClear(stopped, "too many guesses");
	expect(relais.store.first("select state from pairings")).toEqual({ state: "offered" });
});
