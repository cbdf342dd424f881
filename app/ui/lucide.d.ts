declare module "lucide-react/dist/esm/icons/*.js" {
	import type { LucideIcon } from "lucide-react";

	const icon: LucideIcon;
	// biome-ignore lint/style/noDefaultExport: this says what the package does
	export default icon;
}
