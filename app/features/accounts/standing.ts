import "#app/locales/needed/accounts.ts";
import { useT } from "#app/i18n/use-t.ts";

/** What a person may do beyond following steps. */
export type Standing = { duty: string; reception: boolean; manager: boolean };

const namedDuties = ["coordinator", "animator", "administrator", "auditor"] as const;

/** Words what a person may do, and what a visitor can try as them. */
export function useStanding({ duty, reception, manager }: Standing) {
	const t = useT("accounts");
	const named = namedDuties.find((known) => known === duty);
	const rights = [
		named && t(`duty.${named}`),
		reception && t("duty.reception"),
		manager && t("duty.manager"),
	].filter((right) => typeof right === "string");
	const tries = named ?? (reception ? "reception" : manager ? "manager" : "professional");
	return { rights, tries: t(`demonstration.tries.${tries}`) };
}
