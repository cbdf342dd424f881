import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Heading } from "#app/ui/heading.tsx";
import type { OutlineGroup, OutlineSection } from "#protocols/compiler/outline.ts";
import { anchorOf } from "./anchors.ts";
import { OutlineStepCard, type StepSurroundings } from "./outline-step.tsx";

/** The whole protocol in words: the phases, then what may happen at any moment. */
export function OutlineSections(surroundings: StepSurroundings) {
	const t = useT("protocols");
	const { phases, interruptions } = surroundings.outline;
	return (
		<div id="outline" className="print:text-[9.5pt] print:leading-snug">
			{phases.map((phase) => (
				<section key={phase.id} className="mt-16 print:mt-0 print:break-before-page">
					<Heading level={2} id={anchorOf(phase.id)} className="mb-6">
						{phase.title}
					</Heading>
					<Items items={phase.items} rail={railOf(phase)} level={3} {...surroundings} />
				</section>
			))}
			<section className="mt-16 print:mt-0 print:break-before-page">
				<Heading level={2} id="any-time" className="mb-2">
					{t("outline.anyTime")}
				</Heading>
				<p className="mb-6 max-w-measure text-ink-soft">{t("outline.anyTimeLead")}</p>
				{interruptions.map((interruption) => (
					<Interruption key={interruption.id} section={interruption} {...surroundings} />
				))}
			</section>
		</div>
	);
}

type InterruptionProps = StepSurroundings & { section: OutlineSection };

function Interruption({ section, ...surroundings }: InterruptionProps) {
	const { id, letter, title, about, items } = section;
	return (
		<section className="mt-10">
			<Heading level={3} id={anchorOf(id)} className="mb-1 flex items-center gap-3">
				<span className="grid size-8 place-content-center rounded-small bg-ink text-base text-on-ink print:border print:border-ink print:bg-transparent print:text-ink">
					{letter}
				</span>
				{title}
			</Heading>
			<p className="mb-4 text-ink-soft print:break-after-avoid">{about}</p>
			<Items items={items} level={4} {...surroundings} />
		</section>
	);
}

const plainRail = "border-l-[5px] border-ink-soft";

const rails = {
	identification: "phase-identification border-l-[5px]",
	orientation: "phase-orientation border-l-[5px]",
	accompaniment: "phase-accompaniment border-l-[6px]",
} as const;

/** The colour and the pattern of a phase along its steps, as on the line. */
function railOf({ phase }: OutlineSection): string | undefined {
	return phase ? rails[phase] : undefined;
}

type ItemsProps = StepSurroundings & {
	items: OutlineSection["items"];
	rail?: string;
	/** Of the titles of steps. */
	level: 3 | 4;
	/** In a track: on a phone its rail is left to what is around it. */
	inside?: boolean;
};

function Items({ items, rail = plainRail, inside, ...surroundings }: ItemsProps) {
	return (
		<div
			className={classNames(
				"space-y-8 py-1 pl-4 sm:pl-6 print:space-y-5 print:pl-4",
				rail,
				inside && "max-sm:border-l-0 max-sm:pl-0",
			)}
		>
			{items.map((item) =>
				item.type === "step" ? (
					<OutlineStepCard key={item.id} step={item} {...surroundings} />
				) : (
					<Group key={item.id} group={item} rail={rail} {...surroundings} />
				),
			)}
		</div>
	);
}

type GroupProps = Omit<ItemsProps, "items"> & { group: OutlineGroup };

function Group({ group, rail, ...surroundings }: GroupProps) {
	const t = useT("protocols");
	return (
		<section
			id={anchorOf(group.id)}
			className="border-rule sm:rounded-panel sm:border sm:p-5 print:border-border print:p-3 print:box-decoration-clone"
		>
			<p className="text-small text-ink-soft print:break-after-avoid">
				{t("outline.parallel", { numbers: group.numbers })}
			</p>
			<p className="mb-4 text-title-3 font-semibold print:break-after-avoid">{group.title}</p>
			<div className="space-y-8 print:space-y-4">
				{group.tracks.map((track) => (
					<section key={track.id} id={anchorOf(track.id)} aria-label={track.title}>
						<p className="mb-2 font-semibold print:break-after-avoid">{track.title}</p>
						<Items items={track.items} rail={railOf(track) ?? rail} inside {...surroundings} />
					</section>
				))}
			</div>
			<p className="mt-4 text-ink-soft">{group.leads}</p>
		</section>
	);
}
