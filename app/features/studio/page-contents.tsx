import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { partAnchor } from "./part-anchor.ts";

const places = [
	["outline", "outline"],
	["part", partAnchor],
	["findings", "findings"],
	["diagram", "diagram"],
] as const;

/** The four places of the editor, where a narrow screen shows them one below the other. */
export function PageContents() {
	const t = useT("studio");
	return (
		<nav aria-label={t("editor.contents.label")} className="mb-6 lg:hidden">
			<ul className="flex flex-wrap gap-x-6 border-y border-rule">
				{places.map(([place, anchor]) => (
					<li key={place}>
						<a
							href={`#${anchor}`}
							className="inline-flex min-h-target min-w-11 items-center text-link underline underline-offset-4"
						>
							{t(`editor.contents.${place}`)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
