import { wordList } from "./word-list.ts";

/*
 * No English dictionary is at hand: these are the words that sentences about this work begin
 * with, and those that are often written with a capital. Endings are taken off before looking.
 */
const english = wordList(`
	a able about above absence accept access accommodation accompany according account acknowledge across act action
	activity actor actual adapt add address admission admit adolescent adult advice advise after afterwards again against
	age agency agent ago agree agreement ahead aim alarm alert alike all allow almost alone along already also although
	always am among amount an and anger announce another answer anxious any anybody anyone anything anyway apart apparent
	appear apply appointment approach appropriate approve april area arise around arrange arrival arrive article as ask
	asleep assess assign assist association at attach attack attempt attend attention attorney audience august authority
	autumn available avoid await aware away baby back backup bad bag balance band bank bar base be bear beat beautiful
	because become bed before begin behalf behaviour behind being believe belong below beneath benefit beside besides best
	better between beware beyond big bill birth bite black blame blind block blood blow blue board body bold bond book
	border boring born borrow both bottom boundary box boy brain brand brave break breath bridge brief bright bring broad
	brother brown budget build building burden bus business busy but button buy by call calm camera can cancel cannot
	capacity car card care careful carry case cash catch cause centre center certain chain chair chance change channel
	chapter charge chat cheap check chief child childhood choice choose christmas church circle circumstance citizen city
	civil claim class clean clear clerk client clinic clock close closure clothes club coach coast code coffee cold
	collect college colour come comfort command comment commission commit committee common communicate community company
	compare complain complaint complete comply computer concern condition conduct confer confidence confidential confirm
	conflict connect consent consider consist constant consult contact contain content context continue contract
	contribute control conversation cook cool cooperate coordinate coordinator copy core corner correct cost could council
	counsel count country couple courage course court cover create credit crime criminal crisis critical cross crowd cruel
	cry culture cure current custody cut daily damage danger dare dark data date daughter day dead deal dear death debt
	december decide decision declare decline deem deep defend define degree delay deliver demand dentist deny department
	depend describe deserve desk despite detail detect develop device die diet difference different difficult dignity
	dinner direct direction director directory disability disagree disappear disclose discover discuss disease distance
	distress district divide do doctor document does dog door double doubt down draft drama draw dream dress drink drive
	drop drug dry due during duty each ear early earn ease east easter easy eat economy education effect effort eight
	either elder eleven else elsewhere email emergency emotion employ empty enable encourage end endure energy engage
	english enjoy enough enquire ensure enter entire entrance environment envy equal equip error escape especially
	establish estimate europe european evaluate even evening event eventually ever every everybody everyone everything
	everywhere evidence exact exam examine example except exchange exclude excuse exercise exist exit expect expense
	experience expert explain exploit exploitation explore expose express extend external extra extreme eye face facility
	fact fail fair faith fall false family far fast fate father fault favour fear feature february federal fee feed feel
	female few field fifteen fifty fight figure file fill film final finally find fine finger finish fire firm first fish
	fit five fix flat flexible flight floor flow focus fold folder follow food foot for forbid force foreign forget
	forgive form formal former forum forward foster four frame frank free freedom french frequent fresh friday friend
	from front full fun function fund funny furniture further future gain game gap garden gather gender general generally
	gentle genuine german get gift girl give given glad glass global go goal god good government grade gradual grant great
	green greet ground group grow growth guarantee guard guardian guess guest guidance guide guilt guilty guy habit half
	hall hand handle handoff hang happen happy hard hardly harm hat hate have he head headline heal health hear heart heat
	heavy height hello help helpline hence her here hers herself hesitate hide high him himself hire his history hit hold
	hole holiday holistic home honest honour hope hospital host hotel hour house household housing how however huge human
	humour hundred hunger hurry hurt husband i idea identify identity if ignore ill illegal illness image imagine
	immediate impact implement imply important impose impossible improve in inch incident include including income
	increase indeed independent indicate individual infer influence inform information initial injure injury inner
	innocent inquiry insert inside insist inspect install instance instead instruct instruction insurance intend intense
	intent interest internal international internet interpreter interrupt intervene interview into introduce invest
	investigate invite involve isolate issue it item its itself january job join joint journey joy judge judgement july
	jump june junior just justice juvenile keep key kid kill kind king kitchen knock know knowledge label lack lady land
	language large last late later laugh launch law lawyer lay lead leader leaflet learn least leave left leg legal less
	lesson let letter level liberty library lie life light like likely limit line link list listen little live loan local
	locate lock logical lone long look loop lose loss lost lot loud love low luck lunch mail main maintain major majority
	make male man manage manager mandate manner many map march mark market marry match material matter may maybe mayor me
	meal mean means measure mediator medical medicine meet meeting member memory mention mentor message method midnight
	might mild mind mine minor minority minute miss missing mistake mix mobile mode model modest moment monday money
	monitor month mood moral more moreover morning most mother motion move movie much multiple must mutual my myself name
	narrow nation national native nature near nearby necessary need neglect negotiate neighbour neither nervous net
	network neutral never nevertheless new news next nice night nine nineteen no nobody noise none nor normal north not
	note nothing notice notify november now nowhere number nurse obey object obligation observe obtain obvious occasion
	occur october of off offence offer office officer official often old on once one ongoing online only onto open
	operate opinion opportunity oppose option or oral order ordinary organisation organise origin original other others
	otherwise ought our ours out outcome outreach outside over overall overnight overseas own owner pack page pain pair
	panel paper parent park part particular partner partnership party pass past path patience patient pattern pause pay
	peace peer pen people per perfect perform perhaps period permanent permit person personal phase phone photo phrase
	physical pick picture piece place placement plain plan plant play plea please pleasure plenty pocket point police
	policy poor popular position positive possible post potential pour poverty power practical practice practise praise
	pray predict prefer pregnancy pregnant prepare prescribe presence present press pressure pretend prevent prevention
	previous price pride print prior priority prison private prize probably problem procedure proceed process produce
	professional profile program programme progress project promise promote prompt proof proper property propose
	prosecutor prostitution protect protection protocol proud prove provide province psychologist public publish pull
	pupil purpose pursue push put qualify quality quantity quarter question quick quickly quiet quite race rail raise
	random range rape rapid rare rate rather reach react read ready real realise really reason reassure receive recent
	reception recipient recognise recommend record recover recovery red redirect reduce refer referent referral reflect
	refuge refugee refusal refuse regard region register regret regular reject relate relation relationship relative relay
	release relevant relief religion rely remain remark remember remind remote remove rent repeat replace reply report
	represent request require rescue research residence resident resist resolve resource respect respond response
	responsible rest restore restrict result resume retain return reveal review reward rich ride right risk road role room
	root rose rough round route routine rule run runaway rural sad safe safeguard safety same sample saturday save say
	scale scene schedule scheme school science scope screen search season seat second secret secrecy section sector secure
	security see seek seem seize seldom select self send senior sense sensitive sentence separate september sequence
	serious serve service session set settle seven several severe sex sexual shall shame shape share she sheet shelter
	shift shock shoe shop short should shoulder shout show shower shut sick side sight sign signal signature silence silent
	similar simple since single sister sit site situation six size skill sleep slip slow small smart smile smoke so social
	society soft solid solution solve some somebody somehow someone something sometimes somewhere son soon sorry sort
	sound source south space speak special specialist specific speech speed spell spend spirit spite split spoke sport
	spot spread spring staff stage stand standard start state statement station status stay steady step still stop store
	story straight strange street strength stress strict strong structure student study stuff style subject submit success
	such sudden suffer sufficient suggest suggestion suit suitable sum summary summer sunday supervise support suppose sure
	surprise surround survey suspect sweet swift symptom system table take talk target task tax taxi teach teacher team
	technical teenager telephone tell ten tend tension term terrible test text than thank thanks that the their them
	themselves then there therefore these they thing think third thirty this those though thought thousand threat three
	through throughout throw thursday thus ticket tie time tiny tired to today together tomorrow tonight too top topic total
	touch tough tour toward towards town trace track trade traffic trafficking train training transfer translate transport
	trauma travel treat treatment trial trip trouble true trust truth try tuesday turn twelve twenty twice two type
	unable under understand undertake unfair unfortunately union unit university unknown unless unlike until up update
	upon urban urge urgency urgent us use useful user usual vacant valid value van variety various vary vehicle verify
	version very victim video view village violence violent visible visit visitor vocational voice volunteer vote
	vulnerable wait waiting wake walk wall want war warm warn warning wash waste watch water way we weak wear weather
	wednesday week weekend weigh welcome welfare well west what whatever when whenever where whereas wherever whether which
	whichever while white who whoever whole whom whose why wide wife will willing win window winter wise wish with
	withdraw within without witness woman women wonder word work worker world worry worse worth would write written wrong
	lean forty sixty eighty ninety tick adjust analysis entrust judicial paediatric pediatric registration withdrawn caseworker
	yard year yellow yes yesterday yet you young your yours yourself youth zone zero men children feet went said told kept
	felt found held heard met saw sent seen gone done known shown taken began came gave got knew left lost made paid put
	sold spent stood thought understood wrote brought bought caught taught sought romanian nigerian arabic spanish
`);

/** Names that are words of English, without accents: at the start of a sentence, what follows decides. */
export const englishNamesToo = wordList(`
	grace hope joy faith summer will mark rose frank rich bill art grant dawn ruby pearl lily daisy iris
	olive hazel ivy violet jade amber crystal melody harmony destiny angel chance miles chase hunter mason carter
`);

/** Whether this is a word of English, inflected or not. */
export function isEnglishWord(bare: string): boolean {
	const forms = formsOf(bare);
	return (
		forms.some((form) => english.has(form)) ||
		forms.flatMap(formsOf).some((form) => english.has(form))
	);
}

/** A word, and what it could be the inflected form of. */
function formsOf(bare: string): string[] {
	const endings: [RegExp, string][] = [
		[/ies$/, "y"],
		[/ied$/, "y"],
		[/ily$/, "y"],
		[/ing$/, ""],
		[/ing$/, "e"],
		[/(.)\1(?:ing|ed|er)$/, "$1"],
		[/(?:es|s)$/, ""],
		[/s$/, ""],
		[/(?:ed|er|est|ly)$/, ""],
		[/(?:d|r|rs|st)$/, ""],
		[/(?:ment|ness|ful|less|able|ship|ity|ive|al|ally|ation|ion|or|ors|ist|y|th|en)$/, ""],
		[/(?:able|ation|ive|ion|al|or|ors|ity)$/, "e"],
		[/^(?:un|re|dis|mis|over|under|co|non)/, ""],
	];
	return [bare, ...endings.map(([end, instead]) => bare.replace(end, instead))];
}
