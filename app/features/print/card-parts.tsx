import "#app/locales/needed/exchange.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import type { CardHandoff, CardReceipt, CardStep, RoleCard } from "./role-card.ts";

const never = ["name", "birth", "place", "contact", "number", "story"] as const;

function Part({ title, boxed, children }: { title: string; boxed?: boolean; children: ReactNode }) {
	return (
		<section
			className={
				boxed
					? "mb-5 break-inside-avoid rounded-control border-2 border-ink p-3 print:mb-2 print:p-2"
					: "mb-5 print:mb-2"
			}
		>
			<h2 className="mb-1 text-title-3 font-semibold print:text-[1.15em]">{title}</h2>
			{children}
		</section>
	);
}

function Line({ step, children }: { step: CardStep; children?: ReactNode }) {
	return (
		<li className="grid grid-cols-[2.2em_1fr] break-inside-avoid py-0.5 print:py-0">
			<span className="font-semibold tabular-nums">{step.number}</span>
			<div className="min-w-0">
				{step.title}
				{children}
			</div>
		</li>
	);
}

/** What others hand over, from whom, and how long there is to answer. */
export function Receives({ receives }: { receives: CardReceipt[] }) {
	const t = useT("exchange");
	return (
		<Part title={t("card.receives")}>
			{receives.length === 0 ? <p>{t("card.receivesNone")}</p> : null}
			<ol>
				{receives.map((receipt) => (
					<Line key={receipt.id} step={receipt}>
						<span className="block">
							{t("card.from")} <b>{receipt.from}</b>
							{t("print.colon")}
							{receipt.asks}
						</span>
						<span className="block text-ink-soft">
							{t("card.acknowledge", { within: receipt.acknowledge, decide: receipt.decide })}
						</span>
					</Line>
				))}
			</ol>
		</Part>
	);
}

/** The steps that the role carries, each with its delay. */
export function Does({ does, begins }: { does: CardStep[]; begins: boolean }) {
	const t = useT("exchange");
	return (
		<Part title={t("card.does")}>
			{does.length === 0 ? <p>{t("card.doesNone")}</p> : null}
			<ol>
				{does.map((step, index) => (
					<Line key={step.id} step={step}>
						<b> · {step.delay}</b>
						{begins && index === 0 ? (
							<span className="block text-ink-soft">{t("card.start")}</span>
						) : null}
						{step.guidance ? <span className="block">{step.guidance}</span> : null}
					</Line>
				))}
			</ol>
			<p className="mt-1 text-ink-soft">{t("card.late")}</p>
		</Part>
	);
}

/** To whom the role hands off, and what people do when nobody answers. */
export function Passes({ passes }: { passes: CardHandoff[] }) {
	const t = useT("exchange");
	if (passes.length === 0) return null;
	return (
		<Part title={t("card.passes")}>
			<ol>
				{passes.map(({ to, asks, silent, ...step }) => (
					<li key={step.id} className="grid grid-cols-[2.2em_1fr] break-inside-avoid">
						<span className="font-semibold tabular-nums">{step.number}</span>
						<div className="min-w-0">
							<b>{to}</b>
							{t("print.colon")}
							{asks}
							{silent ? (
								<span className="block text-ink-soft">
									{t("card.silent")}
									{t("print.colon")}
									{silent}
								</span>
							) : null}
						</div>
					</li>
				))}
			</ol>
		</Part>
	);
}

/** The steps of others that the role joins. */
export function Joins({ joins }: { joins: CardStep[] }) {
	const t = useT("exchange");
	if (joins.length === 0) return null;
	return (
		<Part title={t("card.joins")}>
			<p className="break-after-avoid text-ink-soft">{t("card.joinsLead")}</p>
			<ol>
				{joins.map((step) => (
					<Line key={step.id} step={step}>
						<span className="text-ink-soft"> · {step.by}</span>
					</Line>
				))}
			</ol>
		</Part>
	);
}

/** What the role may open at any moment. */
export function Opens({ opens }: Pick<RoleCard, "opens">) {
	const t = useT("exchange");
	if (opens.length === 0) return null;
	return (
		<Part title={t("card.opens")}>
			<ul className="flex flex-wrap gap-x-5">
				{opens.map(({ id, letter, title }) => (
					<li key={id}>
						<b>{letter}</b> {title}
					</li>
				))}
			</ul>
		</Part>
	);
}

/** Whom one calls: first of all the emergency numbers. */
export function Calls({ card }: { card: RoleCard }) {
	const t = useT("exchange");
	return (
		<Part title={t("card.calls")}>
			<p className="font-semibold">{t("card.callsEmergency")}</p>
			<ul>
				{card.calls.map(({ role, structures }) => (
					<li key={role} className="break-inside-avoid">
						<b>{role}</b>
						<ul className="pl-[1em]">
							{structures.map(({ name, phone }) => (
								<li key={name}>
									{name}
									{t("print.colon")}
									<b className="whitespace-nowrap tabular-nums">{phone}</b>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
			{card.callsMore ? <p className="text-ink-soft">{t("card.callsMore")}</p> : null}
		</Part>
	);
}

/** What nobody writes down, and why. */
export function Never() {
	const t = useT("exchange");
	return (
		<Part title={t("card.never")} boxed>
			<ul>
				{never.map((line) => (
					<li key={line} className="flex gap-2">
						<span aria-hidden="true">✕</span>
						{t(`card.neverLines.${line}`)}
					</li>
				))}
			</ul>
			<p className="mt-1 font-semibold">{t("card.neverWhy")}</p>
		</Part>
	);
}
