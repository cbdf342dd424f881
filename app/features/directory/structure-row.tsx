import "#app/locales/needed/directory.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { PhoneLink } from "#app/ui/text-link.tsx";
import type { PresentedEntry } from "./present-directory.ts";

type Open = Extract<PresentedEntry, { masked: false }>;

/** One structure of the list: what it is, what it does, when it is there, how to call it. */
export function StructureRow({ entry }: { entry: PresentedEntry }) {
	const t = useT("directory");
	if (!entry.masked) return <OpenRow entry={entry} />;
	return (
		<li className="py-5">
			<p className="font-semibold">{entry.roles.join(", ") || t("protectedTitle")}</p>
			<p className="text-small text-ink-soft">
				{t("protectedTitle")}. {t("protected")}
			</p>
		</li>
	);
}

function OpenRow({ entry }: { entry: Open }) {
	const t = useT("directory");
	const { id, name, kind, zone, phone, own, roles, openToday } = entry;
	return (
		<li className="py-5 print:break-inside-avoid">
			<h2 className="text-title-3 font-semibold">
				<Link
					to={paths.structure(id)}
					className="text-link underline decoration-1 underline-offset-4 hover:decoration-2 thumb:inline-flex thumb:min-h-target thumb:items-center"
				>
					{name}
				</Link>
				{own ? <span className="font-normal text-ink-soft"> ({t("own")})</span> : null}
			</h2>
			<p className="text-ink-soft">{[t(`kinds.${kind}`), zone].filter(Boolean).join(" · ")}</p>
			<p className="mt-1">{roles.join(", ") || t("noRole")}</p>
			<p className="mt-1 text-small text-ink-soft">
				{openToday ? t("openToday") : t("closedToday")} · <Closings entry={entry} />
			</p>
			{phone ? (
				<p className="mt-1">
					<PhoneLink number={phone} />
				</p>
			) : null}
		</li>
	);
}

/** The days when a structure is closed, in one line. */
export function Closings({ entry }: { entry: Pick<Open, "closedOn" | "closings"> }) {
	const t = useT("directory");
	const { closedOn, closings } = entry;
	const words = [
		closedOn && t("closedOn", { days: closedOn }),
		closings ? t("closedDates", { dates: closings }) : t("alwaysOpen"),
	];
	return words.filter(Boolean).join(" · ");
}
