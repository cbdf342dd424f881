import { useT } from "#app/i18n/use-t.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Icon } from "#app/ui/icon.tsx";

/** Locks the session at once: a plain form, so that the browser leaves this page for good. */
export function LockButton({ action }: { action: string }) {
	const t = useT("shell");
	return (
		<form method="post" action={action}>
			<HiddenFields values={{ wish: "lock" }} />
			<button
				type="submit"
				className="inline-flex min-h-target items-center gap-2 rounded-control border border-border px-3 font-semibold hover:border-ink hover:bg-sunken"
			>
				<Icon name="lock" className="size-4.5 max-[24rem]:hidden" />
				{t("lock")}
			</button>
		</form>
	);
}
