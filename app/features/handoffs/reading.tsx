import "#app/locales/needed/handoffs.ts";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";

/** By what one recognises the situation before acting on it: never by a name. */
export type Reading = {
	alias: string | null;
	number: string | null;
	/** For who has no other name for it yet. */
	words?: string | null;
	ageBand: string | null;
	step: string;
	from?: string | undefined;
	to?: string | undefined;
};

/** Alias, age band, step, recipient: what to compare with one's own register. */
export function ReadingList({ alias, number, words, ageBand, step, from, to }: Reading) {
	const t = useT("handoffs");
	const items = [
		{ term: t("reading.alias"), description: alias && <strong>{alias}</strong> },
		{
			term: t("reading.number"),
			description: number && <span className="font-mono">{number}</span>,
		},
		{ term: t("reading.words"), description: words && <strong>{words}</strong> },
		{ term: t("reading.age"), description: ageBand },
		{ term: t("reading.step"), description: step },
		{ term: t("reading.from"), description: from },
		{ term: t("reading.to"), description: to },
	];
	return <DataList items={items.filter(({ description }) => description)} />;
}

/** Takes the reader to the new title when a page changes without changing its address. */
export function useNewTitle(shown: string): void {
	const before = useRef(shown);
	useEffect(() => {
		if (before.current === shown) return;
		before.current = shown;
		document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}, [shown]);
}

/** Carries every answer of a form over to the next one, unseen. */
export function CarriedAnswers({ values }: { values: Record<string, unknown> }): ReactNode {
	return Object.entries(values).flatMap(([name, value]) =>
		[value ?? []]
			.flat()
			.map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={String(one)} />),
	);
}
