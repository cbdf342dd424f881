import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { PhoneLink, TextLink } from "#app/ui/text-link.tsx";
import type { PresentedStructure } from "./structure-words.ts";

/** What helps to choose a structure: the room that it declares, zone, closing days, telephone. */
export function useStructureLine(): (structure: PresentedStructure) => string {
	const t = useT("handoffs");
	const format = useFormat();
	return ({ zone, capacity, openToday, closedOn, nextClosing, phone }) =>
		[
			capacity && t(`capacity.${capacity.capacity}`, { date: format.date(capacity.at) }),
			zone && t("structure.zone", { zone }),
			!openToday && t("structure.closedToday"),
			closedOn && t("structure.closedOn", { days: closedOn }),
			nextClosing && t("structure.nextClosing", { date: nextClosing }),
			phone,
		]
			.filter(Boolean)
			.join(" · ");
}

/** The name of a structure, or its role where its name protects somebody. */
export function useStructureName(role: string): (structure: PresentedStructure) => string {
	const t = useT("handoffs");
	return ({ name }) => name ?? t("structure.protected", { role });
}

type Props = { structures: PresentedStructure[]; role: string };

/** Where else to turn: the other structures that hold the role. */
export function OtherStructures({ structures, role }: Props) {
	const t = useT("handoffs");
	const line = useStructureLine();
	const nameOf = useStructureName(role);
	return (
		<Section title={t("page.others")}>
			{structures.length === 0 ? <p>{t("page.othersNone")}</p> : null}
			<ul className="max-w-measure divide-y divide-rule border-y border-rule empty:hidden">
				{structures.map((structure) => (
					<li key={structure.id} className="py-3">
						<span className="font-semibold">
							{structure.name === null ? (
								nameOf(structure)
							) : (
								<TextLink to={paths.structure(structure.id)}>{structure.name}</TextLink>
							)}
						</span>
						<span className="block text-ink-soft">{line({ ...structure, phone: null })}</span>
						{structure.phone ? <PhoneLink number={structure.phone} /> : null}
					</li>
				))}
			</ul>
		</Section>
	);
}
