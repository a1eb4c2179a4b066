/** Words of the list that do say something after all: what they stand for is in concepts.ts. */
const KEPT = new Set("need keep keeps works work hours must done back off extra".split(" "))

/** Words that say nothing by themselves about a product or service: grammar, courtesy, vague verbs, the writer and the reader. */
export const EMPTY: ReadonlySet<string> = new Set(
  `
a an the this that these those there here it its it's he she they them their his her him we us our ours you your yours i me my mine i'm i've i'll
i'd you're you've you'll you'd we're we've we'll we'd they're they've they'll they'd he's she's that's there's here's what's who's let's one's
is are was were be been being am do does did doing done have has had having will would shall should can could may might must isn't aren't wasn't
weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't couldn't mightn't mustn't cannot ain't dont cant wont
not no nor neither never none and or but so if then than as at by for from in into of on onto to up with within without about above across after
again against all almost along already also although always among any anybody anyone anything anyway around away back because before behind
below beneath beside between beyond both down during each either else even ever every everybody everyone everything except few first forth
further get gets getting got give gives giving given go goes going gone good great happy hello hi hey dear how however just kind kindly last
least less let lets like little long lot lots made make makes making many more most much near need next nice nobody nothing now often
oh ok okay old once only other others otherwise out over own per perhaps please possible put quite rather really right same say says said see
since some somebody someone something sometimes soon still such sure take takes taking taken tell tells thank thanks though through thus
together too toward towards try under unless until upon use uses used using usual usually very via want wants way ways welcome well what whatever
when whenever where wherever whether which while whilst who whoever whole whom whose why yes yet yep nope yeah hope afraid sorry
unfortunately luckily fortunately actually basically simply currently today tomorrow yesterday tonight moment time times day days week weeks month
months year years hour hours mondays tuesdays wednesdays thursdays fridays saturdays sundays minute minutes morning afternoon evening night nights monday tuesday wednesday thursday friday saturday sunday mon
tue tues wed thu thur thurs fri sat sun january february march april june july august september october november december jan feb mar apr jun
jul aug sep sept oct nov dec mr mrs ms miss dr herr frau sir madam team best regards sincerely cheers love lovely wonderful
know think mean means look looks looking come comes coming came keep keeps turn turns work works bit thing things stuff case
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred thousand half quarter dozen couple single double twice number amount euro euros eur dollar dollars usd
cent cents pound pounds gbp pence percent quid francs chf working business calendar worry problem trouble matter course luck news question
answer correct true indeed exactly absolutely certainly definitely gladly happily easily straight forward wish wishes choose pick add another
writing write wrote ask asked note rule rules point fine added set minus altogether total totally entire
that'd it'd it'll that'll customer customers anywhere everywhere whichever ll ve re able willing seem seems feel fun
till til weekday weekdays ones bring brings brought ago later start starts started starting begin begins end ends ended stop stops
upto approx approximately roughly something's nothing's ahead aware happen happens itself themselves yourself yourselves ourselves himself herself myself
`
    .trim()
    .split(/\s+/)
    .filter((word) => !KEPT.has(word)),
)
