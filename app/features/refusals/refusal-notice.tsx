import { Notice } from "#app/ui/notice.tsx";
import type { RefusalText } from "./refusal-text.ts";

/** Says why nothing was recorded, above the form that was sent. */
export function RefusalNotice({ what, nothing, next }: RefusalText) {
	return (
		<div role="alert" className="mb-8">
			<Notice kind="late" title={what}>
				<p>
					{nothing} {next}
				</p>
			</Notice>
		</div>
	);
}
