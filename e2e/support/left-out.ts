/** What Playwright has Chromium leave out of itself; for Edge alone it leaves out more. */
export const leftOutByPlaywright = [
	"AvoidUnnecessaryBeforeUnloadCheckSync",
	"DestroyProfileOnBrowserClose",
	"HttpsUpgrades",
	"HttpsFirstBalancedModeAutoEnable",
	"LensOverlay",
	"MediaRouter",
	"PaintHolding",
	"ThirdPartyStoragePartitioning",
	"AvoidCorsURLLoaderRestartOnRedirect",
	"TcpPortRandomizationWin",
	"OptimizationHints",
	"NetworkTimeServiceQuerying",
	"AimEnabled",
	"PreconnectToSearch",
];

/**
 * Each page of a test is a window of its own. Under its address bar, which nobody sees, a window
 * prepares two pages of the browser's own: they cost more than the page that is tested.
 */
const addressBar = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** What Chromium leaves out of itself, as its parameter. It heeds the last such list alone. */
export const leavingOut = `--disable-features=${[...leftOutByPlaywright, ...addressBar].join(",")}`;
