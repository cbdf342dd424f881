import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { partAnchor } from "./part-anchor.ts";
import type { PartView } from "./present-part.ts";

type PartKind = PartView["kind"];

/** The four places of the editor, where a narrow screen shows them one below the other. */
export function PageContents({ kind }: { kind: PartKind }) {
	const t = useT("studio");
	// Called as their headings are: a narrow screen says nothing that a wide one does not.
	const places = [
		["outline", t("editor.outline")],
		[partAnchor, t(`part.kinds.${kind}`)],
		["findings", t("editor.findings")],
		["diagram", t("editor.diagram")],
	] as const;
	return (
		<nav aria-label={t("editor.contents")} className="mb-6 lg:hidden">
			<ul className="flex flex-wrap gap-x-6 border-y border-rule">
				{places.map(([anchor, words]) => (
					<li key={anchor}>
						<a
							href={`#${anchor}`}
							className="inline-flex min-h-target min-w-11 items-center text-link underline underline-offset-4"
						>
							{words}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
