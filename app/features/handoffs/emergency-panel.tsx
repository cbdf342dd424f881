import type { ReactNode } from "react";

/** The emergency numbers on a sheet of their own, where somebody has to call now. */
export function EmergencyPanel({ children }: { children: ReactNode }) {
	return (
		<div className="mb-8 max-w-measure rounded-panel border-2 border-emergency bg-emergency-paper p-5 text-emergency">
			{children}
		</div>
	);
}
