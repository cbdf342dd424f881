import { useState, useSyncExternalStore } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "./button.tsx";
import type { ButtonKind } from "./button-style.ts";
import { classNames } from "./class-names.ts";
import { FieldError } from "./field-frame.tsx";
import { askPasskey, knowsPasskeys, type PasskeyAct, type PasskeyOutcome } from "./passkey.ts";

type Props = {
	act: PasskeyAct;
	kind?: ButtonKind;
	children: string;
	/** What a browser that cannot run scripts, or knows no passkeys, says instead. */
	otherwise: string;
	/** What to do once it is done; by default, to go where the server says. */
	onDone?: () => void;
};

/** Asks for a passkey. A browser without scripts, or too old, is told so in words. */
export function PasskeyButton({ act, kind, children, otherwise, onDone }: Props) {
	const t = useT("ui");
	const able = useSyncExternalStore(never, knowsPasskeys, () => undefined);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Exclude<PasskeyOutcome, "done">>();

	async function ask() {
		setBusy(true);
		setRefusal(undefined);
		const { outcome, to } = await askPasskey(act).catch(
			(): Awaited<ReturnType<typeof askPasskey>> => ({ outcome: "failed" }),
		);
		setBusy(false);
		if (outcome !== "done") setRefusal(outcome);
		else if (onDone) onDone();
		// A whole new page: nothing of the one before is kept.
		else location.assign(to ?? "/");
	}

	// Until the script has looked, there is room for the button; without any script, the sentence.
	if (!able) {
		return (
			<div className="min-h-target">
				<p
					className={classNames(
						"max-w-measure text-ink-soft",
						able === undefined && "in-data-scripted:hidden",
					)}
				>
					{otherwise}
				</p>
			</div>
		);
	}
	return (
		<div>
			<div role="status">
				<FieldError id={`passkey-${act}`}>
					{refusal ? t(`passkey.${refusal}`) : undefined}
				</FieldError>
			</div>
			<Button type="button" kind={kind} icon="key" disabled={busy} onClick={() => void ask()}>
				{children}
			</Button>
		</div>
	);
}

/** What a browser knows does not change while a page is open. */
function never(): () => void {
	return () => {};
}
