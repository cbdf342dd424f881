import "#app/locales/needed/directory.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";

type Props = { filter: { role: string; zone: string }; roles: Choice[]; zones: Choice[] };

/** Narrows the list to a role or a zone; a plain form that the address remembers. */
export function DirectoryFilter({ filter, roles, zones }: Props) {
	const t = useT("directory");
	return (
		<Form
			method="get"
			action={paths.directory()}
			key={`${filter.role} ${filter.zone}`}
			className="rounded-panel border border-rule bg-surface p-5 print:hidden"
		>
			<div className="grid gap-x-6 sm:grid-cols-2">
				<SelectField
					name="role"
					label={t("filter.role")}
					choices={roles}
					prompt={t("filter.anyRole")}
					defaultValue={filter.role}
				/>
				{zones.length > 0 ? (
					<SelectField
						name="zone"
						label={t("filter.zone")}
						choices={zones}
						prompt={t("filter.anyZone")}
						defaultValue={filter.zone}
					/>
				) : null}
			</div>
			<Button kind="secondary" icon="search">
				{t("filter.submit")}
			</Button>
		</Form>
	);
}
