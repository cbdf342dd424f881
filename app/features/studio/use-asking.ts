import "#app/locales/needed/studio.ts";
import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "#app/i18n/use-t.ts";
import type { DraftSaving } from "./draft-saving.ts";

/** Asks before another page takes the place of words that are not kept. */
export function useAsking(saving: Pick<DraftSaving, "isStuck" | "mayLose">): void {
	const t = useT("studio");
	const blocker = useBlocker(({ currentLocation, nextLocation }) => {
		const isElsewhere = nextLocation.pathname !== currentLocation.pathname;
		return saving.isStuck || (isElsewhere && saving.mayLose);
	});

	useEffect(() => {
		if (blocker.state !== "blocked") return;
		if (window.confirm(t("editor.leave"))) blocker.proceed();
		else blocker.reset();
	}, [blocker, t]);
}
