import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { useKeptFocus } from "#app/ui/use-kept-focus.ts";
import { partAnchor } from "./part-anchor.ts";
import { AddStep } from "./parts/add-step.tsx";
import { OutcomeList } from "./parts/outcome-list.tsx";
import { PartActs } from "./parts/part-acts.tsx";
import { GroupForm, InterruptionForm, TrackForm } from "./parts/place-forms.tsx";
import { PlaceStart } from "./parts/place-start.tsx";
import { ProtocolForm, RoleForm } from "./parts/protocol-forms.tsx";
import { StepContents, stepSections } from "./parts/step-contents.tsx";
import { StepForm } from "./parts/step-form.tsx";
import type { PartView } from "./present-part.ts";

/** The open part: what it is, its form, what can be added to it and done with it. */
export function PartPanel({ part }: { part: PartView }) {
	const t = useT("studio");
	const keeping = useKeptFocus();
	return (
		<section aria-labelledby={partAnchor} className="@container" {...keeping}>
			<p className="mb-1 text-small text-ink-soft">{t(`part.kinds.${part.kind}`)}</p>
			<h2
				id={partAnchor}
				tabIndex={-1}
				className="mb-5 scroll-mt-10 text-title-2 font-bold tracking-tight"
			>
				{part.name}
			</h2>
			<div key={part.part}>
				<Body part={part} />
				<PartActs part={part} />
			</div>
			<p className="mt-6">
				<a
					href="#outline"
					className="inline-flex min-h-target items-center text-link underline underline-offset-4"
				>
					{t("editor.backToOutline")}
				</a>
			</p>
		</section>
	);
}

function Body({ part }: { part: PartView }) {
	const t = useT("studio");
	switch (part.kind) {
		case "protocol":
			return <ProtocolForm part={part} />;
		case "role":
			return <RoleForm part={part} />;
		case "phase":
			return <PlaceStart place={part.place} />;
		case "step":
			return (
				<>
					<StepContents part={part} />
					<StepForm part={part} />
					<h3
						id={stepSections.outcomes}
						tabIndex={-1}
						className="mt-10 mb-3 scroll-mt-4 text-title-3 font-semibold"
					>
						{t("part.outcomes.title")}
					</h3>
					<OutcomeList part={part} />
					<div id={stepSections.after} tabIndex={-1} className="mt-6 scroll-mt-4">
						<AddStep place={part.place} after={part.id} role={part.step.role} />
					</div>
				</>
			);
		case "group":
			return <GroupForm part={part} />;
		case "track":
			return (
				<>
					<TrackForm part={part} />
					<div className="mt-8">
						<PlaceStart place={part.place} />
					</div>
				</>
			);
		case "interruption":
			return (
				<>
					<InterruptionForm part={part} />
					<div className="mt-8">
						<PlaceStart place={part.place} />
					</div>
				</>
			);
	}
}
