import "#app/locales/needed/agreement.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { StatusTag } from "#app/ui/status-tag.tsx";

/** What one structure has said, for the coordinator. */
export type StructureRow = {
	structureId: string;
	name: string;
	mustSign: boolean;
	active: boolean;
	said: { words: string; objection: string | null } | null;
	signed: { who: string; at: number } | null;
};

const columns = "grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]";

/** Where every structure stands; one under the other on a phone. */
export function AnswerTable({ rows, timeZone }: { rows: StructureRow[]; timeZone: string }) {
	return (
		<ul className="divide-y divide-rule border-y border-rule">
			{rows.map((row) => (
				<li key={row.structureId} className={`${columns} py-3`}>
					<Name row={row} />
					<Said row={row} />
					<Signed row={row} timeZone={timeZone} />
				</li>
			))}
		</ul>
	);
}

/** What the words after it are about. */
function LineTitle({ children }: { children: string }) {
	return <span className="text-ink-soft">{children} </span>;
}

function Name({ row: { name, mustSign, active } }: { row: StructureRow }) {
	const t = useT("agreement");
	return (
		<p>
			<span className="font-semibold">{name}</span>
			<span className="block text-small text-ink-soft">
				{t(mustSign ? "consult.mustSign" : "consult.maySign")}
				{active ? "" : ` · ${t("consult.closed")}`}
			</span>
		</p>
	);
}

function Said({ row: { said } }: { row: StructureRow }) {
	const t = useT("agreement");
	return (
		<p>
			<LineTitle>{t("consult.said")}</LineTitle>
			{said ? said.words : <span className="text-ink-soft">{t("consult.awaited")}</span>}
			{said?.objection ? <span className="block text-ink-soft">{said.objection}</span> : null}
		</p>
	);
}

function Signed({ row: { signed }, timeZone }: { row: StructureRow; timeZone: string }) {
	const t = useT("agreement");
	const { dateTime } = useFormat(timeZone);
	return (
		<p>
			<LineTitle>{t("consult.signature")}</LineTitle>
			{signed ? (
				<StatusTag kind="done">
					{t("consult.signedBy", { who: signed.who, when: dateTime(signed.at) })}
				</StatusTag>
			) : (
				<StatusTag kind="open">{t("consult.notSigned")}</StatusTag>
			)}
		</p>
	);
}
