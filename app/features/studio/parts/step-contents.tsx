import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { StepPart } from "./step-form.tsx";

/** Where the sections of a long form begin, for its links and for those of other places. */
export const stepSections = {
	outcomes: "outcomes",
	after: "step-after",
	acts: "part-acts",
} as const;

/** What the page of a step holds, to go straight to: its form is long. */
export function StepContents({ part }: { part: StepPart }) {
	const t = useT("studio");
	const links = [
		[stepSections.outcomes, t("part.contents.outcomes", { count: part.outcomes.length })],
		[stepSections.after, t("part.contents.after")],
		[stepSections.acts, t("part.acts.title")],
	] as const;
	return (
		<nav aria-label={t("part.contents.label")} className="-mt-3 mb-4">
			<ul className="flex flex-wrap gap-x-5">
				{links.map(([section, words]) => (
					<li key={section}>
						<a
							href={`#${section}`}
							className="inline-flex min-h-target items-center text-small text-link underline underline-offset-4"
						>
							{words}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
