import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Details } from "#app/ui/details.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { Outline } from "#protocols/compiler/outline.ts";
import { linkTo } from "./anchors.ts";
import { type CardStep, type RoleCard, roleCards } from "./cards-by-role.ts";

type Props = { outline: Outline; ownRoles: string[] };

/** One card a role, one's own first and open. */
export function RoleCards({ outline, ownRoles }: Props) {
	const t = useT("protocols");
	return (
		<section className="mt-16 print:mt-0 print:break-before-page">
			<Heading level={2} id="roles" className="mb-2">
				{t("roles.title")}
			</Heading>
			<p className="mb-4 max-w-measure text-ink-soft">{t("roles.lead")}</p>
			<div className="divide-y divide-rule border-y border-rule print:text-[9.5pt] print:leading-snug">
				{roleCards(outline, ownRoles).map((card) => (
					<Card key={card.roleId} card={card} own={ownRoles.includes(card.roleId)} />
				))}
			</div>
		</section>
	);
}

function Card({ card, own }: { card: RoleCard; own: boolean }) {
	const t = useT("protocols");
	const { label, external, carries, joins, receives, opens } = card;
	const idle = carries.length + joins.length + receives.length === 0;
	return (
		<Details
			open={own}
			className={classNames("py-1 print:break-inside-avoid", idle && "print:hidden")}
			summary={
				<span className="flex flex-wrap gap-x-3">
					<span className="font-semibold">{label}</span>
					<span className="text-ink-soft">
						{external ? t("roles.external") : t("roles.count", { count: carries.length })}
					</span>
					{own ? <StatusTag kind="here">{t("roles.own")}</StatusTag> : null}
				</span>
			}
		>
			{idle ? <p className="text-ink-soft">{t("roles.nothing")}</p> : null}
			<div className="grid gap-x-10 gap-y-4 sm:grid-cols-2 print:grid-cols-2 print:gap-y-2">
				<Steps title={t("roles.carries")} steps={carries} />
				<Steps title={t("roles.receives")} steps={receives} />
				<Steps title={t("roles.joins")} steps={joins} />
				{idle ? null : <Opens title={t("roles.opens")} opens={opens} />}
			</div>
		</Details>
	);
}

function Steps({ title, steps }: { title: string; steps: CardStep[] }) {
	if (steps.length === 0) return null;
	return (
		<div>
			<p className="text-ink-soft">{title}</p>
			<ol className="mt-1 space-y-1">
				{steps.map(({ id, number, title: name, delay }) => (
					<li key={id} className="grid grid-cols-[2.25rem_1fr]">
						<span className="tabular-nums">{number}</span>
						<span>
							<a href={linkTo(id)} className="text-link underline underline-offset-4">
								{name}
							</a>
							<span className="text-ink-soft"> · {delay}</span>
						</span>
					</li>
				))}
			</ol>
		</div>
	);
}

function Opens({ title, opens }: { title: string; opens: RoleCard["opens"] }) {
	if (opens.length === 0) return null;
	return (
		<div>
			<p className="text-ink-soft">{title}</p>
			<ul className="mt-1 space-y-1">
				{opens.map(({ id, letter, title: name }) => (
					<li key={id} className="grid grid-cols-[2.25rem_1fr] thumb:items-center">
						<span>{letter}</span>
						<a
							href={linkTo(id)}
							className="text-link underline underline-offset-4 thumb:flex thumb:min-h-target thumb:items-center"
						>
							{name}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}
