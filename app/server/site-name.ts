/** What devices and applications call this site: as neutral as our titles. */
export const siteName = "Espace professionnel";
