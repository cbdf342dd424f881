import "#app/locales/needed/accounts.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import { type Standing, useStanding } from "./standing.ts";

/** A made-up person, worded for the list. */
export type DemonstrationAccount = Standing & { memberId: string; label: string };

/** A made-up structure and its people. */
export type DemonstrationStructure = {
	name: string;
	/** The roles it holds, in words. */
	roles: string[];
	accounts: DemonstrationAccount[];
};

/** The people whom a visitor may be: one tap each, grouped by structure. */
export function DemonstrationAccounts({ structures }: { structures: DemonstrationStructure[] }) {
	return (
		<form method="post" className="grid gap-x-12 gap-y-9 md:max-lg:grid-cols-2">
			{structures.map(({ name, roles, accounts }) => (
				<section key={name} className="min-w-0">
					<h3 className="text-title-3 font-semibold">{name}</h3>
					<p className="mb-2 text-small text-ink-soft">{roles.join(" · ")}</p>
					<ul className="divide-y divide-rule border-y border-rule">
						{accounts.map((account) => (
							<li key={account.memberId}>
								<Enter {...account} />
							</li>
						))}
					</ul>
				</section>
			))}
		</form>
	);
}

function Enter({ memberId, label, ...standing }: DemonstrationAccount) {
	const t = useT("accounts");
	const { rights, tries } = useStanding(standing);
	return (
		<button
			type="submit"
			formAction={paths.demonstration(memberId)}
			className="flex min-h-target w-full items-center gap-3 py-3 text-left hover:bg-sunken"
		>
			<span className="min-w-0 grow">
				<span className="sr-only">{t("demonstration.enter")} </span>
				<span className="font-semibold">{label}</span>
				{rights.length > 0 ? <span className="text-ink-soft">, {rights.join(", ")}</span> : null}
				<span className="block text-small text-ink-soft">{tries}</span>
			</span>
			<Icon name="forward" className="text-ink-soft" />
		</button>
	);
}
