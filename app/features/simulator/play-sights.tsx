import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import type { SightView, StandingView } from "./present-play.ts";

/** What each structure would see on its own screens, by the same need-to-know rules. */
export function PlaySights({ sights }: Pick<StandingView, "sights">) {
	const t = useT("simulator");
	return (
		<>
			<p className="mb-4 text-ink-soft">{t("sights.lead")}</p>
			{sights.map((sight) => (
				<StructureSight key={sight.structure} {...sight} />
			))}
		</>
	);
}

function StructureSight({ structure, sees, holds, ...seen }: SightView) {
	const t = useT("simulator");
	const lines = useLines(seen);
	const about = [
		sees === "situation" ? t("sights.situation") : t("sights.handoffOnly"),
		holds ? t("sights.holds") : "",
	].filter(Boolean);
	return (
		<Details summary={`${structure} – ${about.join(", ")}`}>
			<ul className="list-disc space-y-1 pl-5 text-small">
				{lines.map((line, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same of two steps
					<li key={place}>{line}</li>
				))}
			</ul>
		</Details>
	);
}

type Seen = Pick<SightView, "steps" | "elsewhere" | "handoffs" | "facts">;

function useLines({ steps, elsewhere, handoffs, facts }: Seen): string[] {
	const t = useT("simulator");
	const read = facts.map(({ label, values }) => `${label} (${values.join(", ")})`).join(" ; ");
	return [
		...steps.map(({ title, own, state }) =>
			t(own ? "sights.own" : "sights.other", { title, state: t(`stepStates.${state}`) }),
		),
		...elsewhere.map(({ who, state: code }) => {
			const state = t(`stepStates.${code}`);
			return who ? t("sights.elsewhere", { who, state }) : t("sights.elsewhereNobody", { state });
		}),
		...handoffs.map((handoff) => {
			if (!handoff.own) return t(`sights.foreign${handoff.stage}`);
			const { side, title, state, awaited } = handoff;
			const line = t(`sights.${side}`, { title, state: t(`states.${state}`) });
			return awaited ? `${line} (${t("sights.awaited")})` : line;
		}),
		facts.length > 0 ? t("sights.facts", { facts: read }) : t("sights.noFacts"),
	];
}
