import { expect, test } from "vitest";
import { tries } from "#db/schema/accounts.ts";
import { guessedSecrets } from "./guessed-secrets.ts";
import { type GuessedSecret, guess } from "./guesses.server.ts";
import { minute } from "./inhabited.for-tests.ts";
import { testServices } from "./services.for-tests.ts";

const here = "203.0.113.0";
const wrong = async () => undefined;
const right = async () => "opened";

test.each(guessedSecrets)(
	"after ten wrong tries of a %s an account waits, wherever it is tried",
	async (secret) => {
		const { ask, pass } = guessing(secret);
		for (let tried = 0; tried < 10; tried++) {
			expect(await ask(wrong, { account: "ada", network: `203.0.${tried}.0` })).toBe("wrong");
		}

		expect(await ask(right, { account: "ada", network: "198.51.100.0" })).toBe("too-many");
		expect(await ask(right, { account: "bea", network: "198.51.100.0" })).toBe("opened");
		pass(15 * minute);
		expect(await ask(right, { account: "ada", network: "198.51.100.0" })).toBe("opened");
	},
);

test.each(guessedSecrets)(
	"after ten wrong tries of a %s a network waits, whoever it tries",
	async (secret) => {
		const { ask, pass } = guessing(secret);
		for (let tried = 0; tried < 10; tried++) {
			expect(await ask(wrong, { account: `somebody-${tried}`, network: here })).toBe("wrong");
		}

		expect(await ask(right, { account: "ada", network: here })).toBe("too-many");
		expect(await ask(right, { network: here })).toBe("too-many");
		expect(await ask(right, { account: "ada", network: "198.51.100.0" })).toBe("opened");
		pass(15 * minute);
		expect(await ask(right, { account: "ada", network: here })).toBe("opened");
	},
);

test("a hundred tries at once are no more than ten", async () => {
	const { ask } = guessing("code");
	let checked = 0;
	const slow = async () => {
		checked++;
		await Promise.resolve();
		return undefined;
	};

	await Promise.all(
		Array.from({ length: 100 }, () => ask(slow, { account: "ada", network: here })),
	);

	expect(checked).toBe(10);
});

test("who is right is not counted, so that a whole institution may come in by one address", async () => {
	const { ask } = guessing("password");

	for (let came = 0; came < 30; came++) {
		expect(await ask(right, { account: `colleague-${came}`, network: here })).toBe("opened");
	}
});

test("a right answer forgets the wrong ones of its account, and of its network only itself", async () => {
	const { ask } = guessing("code");
	const ada = { account: "ada", network: here };
	for (let tried = 0; tried < 9; tried++) await ask(wrong, ada);

	expect(await ask(right, ada)).toBe("opened");
	expect(await ask(wrong, ada)).toBe("wrong");
	expect(await ask(right, { account: "bea", network: here })).toBe("too-many");
});

test("a fault of the check is no wrong answer of the person, but costs them the try", async () => {
	const { ask } = guessing("code");
	const broken = () => Promise.reject(new Error("the store is full"));

	await expect(ask(broken, { account: "ada", network: here })).rejects.toThrow("full");
});

test("what was tried by whom is not to be read from the store", async () => {
	const { ask, services } = guessing("password");

	await ask(wrong, { account: "ada@example.org", network: here });

	expect(JSON.stringify(services.db.select().from(tries).all())).not.toMatch(/ada|203\.0/);
});

function guessing(secret: GuessedSecret) {
	const services = testServices();
	return {
		services,
		pass: services.pass,
		ask: async (
			check: () => Promise<string | undefined>,
			guesser: { account?: string; network: string },
		) => {
			const guessed = await guess(services, secret, guesser, check);
			return guessed.ok ? guessed.value : guessed.code;
		},
	};
}
