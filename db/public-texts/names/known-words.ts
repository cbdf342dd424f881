import { wordList } from "./word-list.ts";

/*
 * What is written with a capital in texts about this work and names nobody, without accents.
 * Institutions and schemes are those of the field; a territory's own are asked of a second person.
 */

/** Institutions, associations and schemes. */
export const institutions = wordList(`
	acpe ado-sexo allo amicale astheriia capp cesmivip croix-rouge droit-d-enfance e-enfance ecpat
	emmaus entr actes fondation france hors itineraires jobirl koutcha miprof mouvement nid pare pharos promifrance
	restos satouk scelles secours snated voix e-enfance cause majeur insee drees inserm unicef europol interpol
	pole-emploi francetravail vigipirate parcoursup pix clea olinpe relais
	unaforis uriopss cnape uniopss anesm miviludes eurojust oficial ofpra ofii
`);

/** Networks, programs and firms. */
export const brands = wordList(`
	snapchat snap instagram insta tiktok facebook messenger whatsapp telegram discord twitter youtube twitch signal
	onlyfans mym vinted leboncoin airbnb uber booking google gmail android iphone apple microsoft windows paypal lydia
	netflix wizz yubo tinder badoo roblox fortnite playstation internet wifi bluetooth vtc blablacar flixbus bolt
	remix excel word teams zoom skype doctolib pronote wikipedia chatgpt
`);

/** Feasts, and what is no word by itself. */
export const feasts = wordList(`
	noel paques toussaint pentecote ascension ramadan aid kippour hanouka epiphanie saint-valentin halloween
	christmas easter aujourd hui
`);

/** Countries, regions and rivers: some people bear their names. */
export const lands = wordList(`
	europe france bretagne normandie corse alsace lorraine savoie provence martinique guyane guadeloupe mayotte reunion
	mediterranee manche atlantique rhone loire seine garonne afrique asie amerique oceanie maghreb
	chine inde bresil colombie haiti roumanie nigeria albanie ukraine comores madagascar senegal mali cameroun congo
	italie espagne portugal belgique suisse luxembourg allemagne royaume-uni maroc algerie tunisie turquie kenya israel
	romania switzerland belgium germany spain italy brazil china india
`);

/** Words of the field that are too new, or too crude, for a dictionary; and beginnings of compounds. */
export const fieldWords = wordList(`
	visio visios michetonnage loverboy loverboys escort escorting sugar maraudeur maraudeurs co ex inter pre post anti
	auto mini multi mono bi psycho socio medico pluri extra intra non cyber
`);

/** Acronyms of the field. */
export const acronyms = wordList(`
	aah acpe aed aemo aep aesh aide aipd alsh anlci apjm arpej ars ase asl avip bafa bpdj brpd bts caarud caf camsp cap
	capp casf casnav cc cddf cdef cdpenaf cegidd cesf cfa chrs chu cidff cio cis cjc clea clis cloi cmp cmpp cnav cnil cp cpe cpef
	cpam cpo cpp crip crp csapa css cymv dasen ddcs dddfe ddets ddetspp delf des dgcs dgefp dipc dipj dlpm dpo drdfe dreets dsden
	dsa ebe edpb ehpad epe epide esat esp espace evars faq fij fjt fpr gip gpa hads has hds hdj iae iao ide ief iem ime ines insee
	ip irts iscg itep ivg jaf jap jdc je jld joce lgbt lgbtqia mda mdph mdm mecs mfpf mie mijec miprof mje mjie mlds mna mpf
	mssante nid oaa odpe ofii ong onpe opp orl pad pacs paej paje pare pass pcd pcs pdf pej pep pepa pjj pmi pmr ppe ppsmj prado
	psad psc psp psyen pv qr qpv raee raed rased rgpd rsa rse saej samsah samu sap savs sdis sdjes sea sessad siao sip
	sivis smic smpr sms snated sncf sos spip ssr stsi tasa tdc tej tgi tiers tj tpe tni uaped ud udaf ueat ueros ulis umj unicef
	upe2a usb usmp vae vif vih vip vss vtc wc zep ok tv url ref reps rep cv cdi cdd id ist prep tpe prep
`);
