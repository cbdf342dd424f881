/** How the page of a draft is asked for as data, without the page. */
export const studioDataRoute = encodeURIComponent("routes/studio.$draftId");
