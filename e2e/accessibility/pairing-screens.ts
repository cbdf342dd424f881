import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { type Place, situationAt, situationWhere, within } from "./places.ts";
import { type Screen, seen, sent, type Where } from "./screen.ts";
import { send } from "./send.ts";

const duplicate = "routes/situations.$handle_.duplicate";

const at =
	(stepId: string): Where =>
	(store) =>
		within(situationAt(store, stepId, "o.paused = 0"), paths.duplicate);

const asking = at("explain-rights");
const typing = at("review");

/** Two people on the telephone: whether their situations are one. */
export const pairingScreens: Screen[] = [
	seen("matching two situations", duplicate, asking),
	sent("matching two situations, with a number to say", duplicate, asking, {
		status: 200,
		changes: { wish: "offer" },
	}),
	sent("matching two situations, with a number that leads nowhere", duplicate, typing, {
		status: 422,
		changes: { wish: "take", number: "000000" },
	}),
	{
		name: "the same two words on two screens",
		route: duplicate,
		status: 200,
		async open(page, relais) {
			const [one, other] = twoSides(relais);
			await opens(page, relais, one);
			await send(page, { wish: "offer" });
			const number = await page.getByRole("status").last().textContent();
			await opens(page, relais, other);
			return send(page, { wish: "take", number });
		},
	},
];

/** The CRIP and a partner, each at a situation that no other screen matches. */
function twoSides({ store }: OwnRelais): [Place, Place] {
	const own = (structureId: string) =>
		within(
			situationWhere(
				store,
				`s.status = 'open' and p.structure_id ${structureId} and not exists (
				 select 1 from open_steps o where o.situation_pk = s.pk
				 and o.step_id in ('explain-rights', 'review'))`,
			),
			paths.duplicate,
		);
	return [own("= 'crip-aubepine'"), own("<> 'crip-aubepine'")];
}

/** Says no to what an earlier visit left, so that the page asks again. */
async function opens(page: Page, relais: OwnRelais, { as, path }: Place): Promise<void> {
	await enter(page, relais, as);
	await page.goto(path);
	await send(page, { wish: "refuse" });
	await page.goto(path);
}
