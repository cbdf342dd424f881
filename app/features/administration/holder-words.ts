import "#app/locales/needed/accounts.ts";
import "#app/locales/needed/colleagues.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { DutyHolder } from "#db/duties.ts";

/** What an administrator reads of somebody who has a duty. */
export type ShownHolder = Pick<
	DutyHolder,
	"memberId" | "label" | "duty" | "seen" | "suspended" | "structureName"
>;

const namedDuties = ["coordinator", "animator", "administrator", "auditor"] as const;

/** Words a duty, and how lately its holder came. */
export function useHolderWords() {
	const colleagues = useT("colleagues");
	const accounts = useT("accounts");
	return ({ duty, seen, suspended }: ShownHolder) => {
		const named = namedDuties.find((known) => known === duty);
		return {
			duty: named ? accounts(`duty.${named}`) : "",
			seen: colleagues(`seen.${suspended ?? seen}`),
		};
	};
}
