import "#app/locales/needed/accounts.ts";
import "#app/locales/needed/colleagues.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { Colleague } from "#db/colleagues.ts";

/** What a manager reads of a colleague. */
export type ShownColleague = Pick<
	Colleague,
	"memberId" | "label" | "reception" | "manager" | "duty" | "seen" | "suspended" | "refersTo"
> & {
	/** The manager themself. */
	own: boolean;
};

const namedDuties = ["coordinator", "animator", "administrator", "auditor"] as const;

/** Words what a colleague may do, and how lately they came. */
export function useColleagueWords() {
	const t = useT("colleagues");
	const accounts = useT("accounts");
	return ({ duty, reception, manager, seen, suspended }: ShownColleague) => {
		const named = namedDuties.find((known) => known === duty);
		const rights = [
			named && accounts(`duty.${named}`),
			reception && t("reception"),
			manager && t("manager"),
		].filter((right) => typeof right === "string");
		return { rights: rights.join(", ") || t("none"), seen: t(`seen.${suspended ?? seen}`) };
	};
}

/** Only colleagues without a duty in the territory are the manager's own affair. */
export function isChangeable({ duty }: ShownColleague): boolean {
	return duty === "professional";
}
