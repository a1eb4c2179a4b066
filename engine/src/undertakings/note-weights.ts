// Written by engine/evaluate/fit-undertakings.ts.
export const LIKELY_FROM = 0.5 // log-odds
export const BIAS = -0.82
/** Hundredths of log-odds, and the traits that have them: a word, two neighbours, or what a clause says. */
export const WEIGHTS = `
187: EDGE DOING
179: retry _
167: agreed _
155: dad _
147: being DONE
136: lid _
134: and i
133: if WORD
132: another _
131: for you
129: be DONE
128: EDGE will_deed
125: c/b _
122: - _
121: to ring
120: the case
119: EDGE STATE | one of
117: STOP STOP
116: DOING it | myself _ | said we_would
114: provided _
113: way _
111: , we
110: replacement _
109: wed _
108: DOING her
107: case STOP | chase _
106: DEED CUSTOMER
104: , then | DASH _
103: accounts _ | on us
102: EDGE new | someone _ | tmrw _
101: CUSTOMER STOP | will verb_active
100: clean _ | going deed_active | on it | word _
99: if _
98: school _
97: at DEED | i will_deed | you the
96: PAST NUMBER | said i_would
95: CUSTOMER at | revised _
94: CRAFT to | honour _ | i will_verb | there TIME
93: STOP WORD | lid STOP
92: NAME for | agreed STOP | cheque STOP | pricing _
91: EDGE on | once _ | visit _
90: EDGE have | PAST for | owe _ | to go | would deed_active
89: invoice _ | part _ | progressive deed_active | told CUSTOMER
88: being _
87: 's on | guest _
86: expect _ | said WORD_would | swap _ | told NAME | we progressive_deed
85: 'll bring | i DEED | in WORD
84: i going_deed | to WORD | wd _ | will deed_passive
83: , NAME | class STOP | escalate _ | was DONE
82: EDGE ING | EDGE must | cheque _ | mgr _
81: DOING _ | ING it | call TIME | re-sending _ | when WORD
80: DEED TITLE | MODAL do | hr _ | our _ | phone _ | ring him
79: CUSTOMER ING | DEED this | arranged _ | collection _ | somebody _
78: WORD him | refund _ | said we
77: , DOING | WORD as | back _ | in your | our CRAFT | said i | will deed_active
76: DEED CRAFT | escalated to | is on | progressive verb_active | round _ | will chase_
75: EDGE kev | ING by | fax _ | kev _ | marek _
74: of us | said CRAFT_would | the claim
73: CUSTOMER that | DASH DEED | DOING you | for TIME | so we
72: WORD if | case _ | claim STOP | otherwise _ | parts _ | we intend_deed | will get-back_
71: , i | WORD £ | doing it | follow _ | invoice STOP | it on | overnight _ | then _
70: 'll _ | CRAFT would | action _ | caretaker _ | licence _ | out the | set _ | the ING | them _ | will visit_ | worry _
69: 's been | DONE CRAFT | both _ | femi _ | guarantee STOP | out _
68: SOON _ | fever _ | ph _ | we will_deed
67: CRAFT DOING | DEED the | ING them | at work | he DOES | her _ | its way | on its | ready TIME | to phone | unit _ | we have | will fit_ | written _
66: CRAFT MODAL | DEED and | DEED you | EDGE expect | WORD NUMBER | accepted _ | asked NAME | emailing _ | guarantee _ | him WORD | promised _ | shall _ | skip _ | to call | will look_ | without _
65: EDGE will | NUMBER class | card _ | eta _ | leaflet _ | let me | to _ | us MODAL
64: EDGE keys | NUMBER to | TIME _ | WORD them | again SOON | by _ | dev _ | new key | quote for | receipt of | with me
63: CRAFT it | DOING that | EDGE marek | EDGE when | certificate _ | cl STOP | ships _ | we DEED | work ,
62: 's back | , to | CUSTOMER informed | TIME EDGE | be fitted | booked _ | depot _ | in a | to follow | tonight _
61: , CUSTOMER | , same | DASH NAME | and we | have asked | i intend_deed | informed _ | mum _ | should _
60: DOING him | a call | agenda _ | back in | her in | me _ | new lid | notify _ | on way | team _ | text _ | the half | touch STOP
59: EDGE agreed | EDGE said | NAME from | committee _ | count _ | digging _ | herewith _ | it and | post _ | rebill _ | that TIME
58: , MODAL | DONE SOON | EDGE DEED | WORD 's | adv _ | he WORD | hereby _ | i _ | on receipt | once WORD | we hereby
57: DEED it | EDGE going_deed | EDGE nadia | EDGE to | NAME ) | consider _ | deposit _ | follow STOP | quote STOP | released _ | right _ | somebody from | to fit | will contact_
56: DEED him | SOON , | corrected _ | details _ | in my | landlord _ | let _ | nxt _ | posted STOP | tags _ | we going_deed | will do_ | with _
55: 've asked | EDGE night | NAME MODAL | STATE the | WORD just | agenda STOP | alright _ | arranged for | at NOT | caller _ | drop it | evening _ | finance _ | knock _ | my _ | n _ | nurse _ | on again | second _ | spare _ | stay _ | they will_verb | we put
54: CRAFT would_deed | apology _ | chairs _ | chasing _ | from us | him _ | putting _ | same _ | see to
53: 's to | CRAFT with | DOES , | EDGE a | EDGE progressive_deed | bob _ | by me | for NOT | from WORD | funds _ | giving _ | going deed_passive | have my | let you | nadia _ | you a
52: WORD from | board STOP | class _ | draft _ | duty _ | fee _ | fitter _ | forwarding _ | go out | going _ | i 'll | i MODAL | rm NUMBER | secretary _ | the tickets | we will_verb
51: 'm to | , who | CRAFT NUMBER | DOES the | EDGE leave | TIME STOP | again NAME | agreed to | below _ | charge _ | coat _ | count on | hear otherwise | is ING | me DEED | new _ | overpaid _ | pls _ | posted _ | promised a | said NAME_will | she DOES | to PAST | trying again | voucher _ | w _ | ya _
50: DEED _ | NOT STATE | chef _ | confirmed _ | engaged _ | extra _ | i shall | informed STOP | said EDGE_would | to CUSTOMER | to you | ur _
49: 's DOING | , there | , they | NOT to | TIME & | WORD on | be PAST | cancelling _ | care of | delivered _ | husband _ | josie _ | lease STOP | letter _ | log _ | me that | on you | piano _ | rest _ | ring her | take care | this one | told them | we 'll | will hear
48: ( NAME | DOES in | MODAL DONE | STATE of | WORD before | as she | do STOP | going ring_ | had it | have PAST | revert STOP | the room | the £ | tickets _ | we owe | will knock_
47: 're NOT | , is | DEED her | EDGE adv | EDGE am | EDGE will_state | MODAL PAST | NAME about | NUMBER PAST | are going | attend _ | be in | form STOP | included _ | must _ | receive _ | said WORD | shortly _ | show TIME | stores _ | them CRAFT | told that | word STOP
46: , someone | CUSTOMER was | EDGE chase | EDGE dev | attaching _ | cabin _ | callback STOP | children _ | chuck _ | clock _ | dee _ | four _ | goes to | notice _ | off TIME | soon as | the fix | will be | will inform_ | will stop_
45: CRAFT and | DOING the | DONE with | EDGE need | NAME someone | NOT TIME | SOON STOP | STATE in | TIME about | bug NUMBER | call on | grandad _ | i owe | message , | on CRAFT | over _ | re _ | show _ | someone from | the depot | to be | update _ | w/o _ | we _ | when he
44: DEED on | EDGE credit | EDGE fee | NAME _ | TIME we | cost _ | fwd _ | i have | is NAME | it _ | later _ | legal _ | out to | ring you | room is | secretary will | should be | survey STOP | survey _ | time , | to worry | too , | will verb_passive
43: , on | DEED from | EDGE assured | NAME to | STATE DONE | WORD progressive_state | WORD the | again _ | be knocked | been DONE | bug _ | from NAME | i say | knocked _ | knocked off | leave it | lee _ | said we_will | waived _ | we shall | wedding _ | will keep | will sort_ | with him | with the
42: 's the | EDGE skip | EDGE told | NAME will_deed | NOT ING | NOT need | STOP CRAFT | bet _ | course _ | instead STOP | it with | no _ | o _ | passing _ | petra _ | picks _ | see it | someone wd | that up | twenty _ | will stop
41: , only | DASH told | DOES DONE | DONE , | EDGE jo | EDGE let_deed | EDGE steve | WORD DOING | and my | be refunded | callback _ | compressor _ | if still | intend deed_active | it that | joan _ | just to | let deed_active | login _ | sort _ | they were | this _ | we make | will call | would ring_
40: , agreed | EDGE provided | STATE NAME | after _ | agrees _ | an answer | as he | as soon | be contacting | because of | c _ | check _ | contacting _ | eod _ | facilities _ | follows _ | him i | jas _ | know STOP | lab _ | our decision | reach you | seen _ | sending you | slot STOP | we only | will move | with a
39: / CRAFT | EDGE CRAFT | EDGE should | WORD progressive_verb | after NUMBER | as the | bogdan _ | call again | expect to | find _ | funds STOP | garden _ | go for | going back | have our | i hear | lad _ | lindqvist _ | our NAME | own the | photos STOP | porter _ | report _ | row _ | sent to | signature _ | swapping _ | then we | to let | touch _ | we pay | who _ | you should
38: DONE in | EDGE lid | EDGE ok | EDGE promised | EDGE swapping | EDGE writing | authority _ | boots _ | going call_ | if they | intend hear_ | invite _ | on her | ops _ | owe you | progressive copy_ | returned to | session _ | slot _ | surgery , | telephone _ | that with | the STATE | the lid | the window | to DONE | up TIME
37: CRAFT 's | CRAFT NAME | NUMBER in | STATE and | a CRAFT | a time | as WORD | bear _ | come and | continue _ | fitting _ | fix _ | foc _ | from me | full refund | goes _ | handling _ | hear from | her DEED | if NAME | if he | is our | land TIME | list _ | meeting STOP | of _ | our intention | quote _ | release the | sit _ | tent _ | the WORD | the airport | will sit_ | you 'll | you may | you up | your NAME
36: EDGE alright | be ready | before NAME | bring them | clears _ | confirm , | for him | hear _ | i WORD | i progressive_deed | i promise | in touch | land _ | ms _ | new date | remember _ | ring TITLE | so WORD | taken off | the check | we would_verb | when _ | you TIME
35: & DEED | 'll do | + WORD | , otherwise | DEED DASH | DEED a | DONE if | STATE NUMBER | WORD will_state | an DEED | back to | bill _ | chase NAME | comments _ | enclose _ | my list | night CRAFT | note to | ordered , | reply _ | seen the | shift _ | sofa _ | the DOES | the balance | to agree | to look | told the | treated _ | will hear_ | will pop_ | would be_ | would state_being | yours _
34: 'll come | ( _ | CRAFT ( | CUSTOMER CRAFT | CUSTOMER aware | EDGE unless | EDGE will_verb | ING on | NAME DASH | NUMBER NOT | PAST MODAL | STATE her | TITLE STOP | a DEED | a word | appear _ | are in | arrange _ | ask NAME | calling her | comes back | contacting you | cost STOP | credit note | do so | doing _ | his way | if CRAFT | in , | it STOP | it will_state | miss _ | network _ | okay _ | out for | page NUMBER | pick you | proper _ | send NAME | team will | to NUMBER | we 've | will follow | will try_ | word with | yes _ | your late | your name
33: , TIME | CUSTOMER advised | DASH i | DOES our | DOES to | DOING this | EDGE quote | NAME progressive_verb | WORD for | available _ | be with | before WORD | boss _ | candidate _ | drawings _ | extend _ | he ca | it TIME | it for | make good | me TIME | ordered _ | put _ | raising _ | redo _ | repair _ | revised drawings | sees _ | slip _ | the boiler | there STOP | this office | while i | who DOES | why _ | will monitor_ | you give | your certificate
32: + _ | 2moro _ | CRAFT _ | DEED that | DONE EDGE | DONE NUMBER | STATE this | WORD being | be returned | bill STOP | booked TIME | bring _ | coming STOP | coming _ | complaint _ | delivery _ | email _ | fitted _ | happy to | has your | her know | intend state_active | it at | my WORD | next _ | of the | or WORD | ordering _ | rate _ | round TIME | see the | set out | seven _ | she would_state | sides _ | speak to | that DONE | the TIME | through STOP | to arrange | to his | trial _ | up with | us the | way STOP | wd be
31: 's ING | , NUMBER | CRAFT ING | CUSTOMER he | DASH we | DOING NAME | EDGE one | NAME CRAFT | NAME DOES | STOP NUMBER | WORD me | a copy | a week | at our | bill , | bride _ | clerk _ | from the | going verb_active | hale _ | i can | it by | me to | o/n _ | okay EDGE | on STOP | pop _ | price STOP | promise you | put one | raise _ | said WORD_will | slow _ | standing _ | tonite _ | tue _ | unless _ | version _ | will attend_ | will raise_ | your account
30: DASH if | DONE _ | DONE on | ING TIME | ING you | NAME at | NOT extra | NUMBER DASH | PAST WORD | SOON EDGE | SOON TIME | STATE PAST | TIME , | action STOP | any WORD | be ringing | because _ | can verb_active | dawn _ | decision _ | estimate _ | for the | get started | goodwill _ | gym _ | happened _ | hollis _ | i can_deed | i told | is DONE | know the | me which | officer _ | one _ | payment of | progressive attach_ | ready _ | receive an | remain _ | results _ | scan _ | sec _ | she has | they will | up the | way to | weekend _ | will incorporate_ | will write | window _ | wk _ | you STATE | you at
29: 's coming | CRAFT is | DASH DOING | DEED SOON | EDGE explained | ING DONE | MODAL the | NAME your | PAST a | WORD do | WORD is | WORD our | WORD progressive_deed | account _ | b4 _ | bike _ | dear _ | deposit in | fri _ | give notice | intend have_ | pay STOP | pop round | reminder _ | review _ | ringing _ | send you | square it | tab _ | the broken | the refund | time you | trunk _ | voucher STOP | vouchers _ | wants the | we said | will say_ | will sort | will square_ | your _
28: & _ | 'll show | CUSTOMER NOT | DEED so | EDGE confirmed | EDGE count | EDGE everything | EDGE having | NAME has | PAST STOP | TIME i | TITLE NAME | WORD TIME | acct _ | agree _ | and she | assured _ | back with | be sending | broken _ | fits _ | fixed STOP | full _ | get you | gwen _ | hello NAME | in to | instead _ | instructions _ | intend raise_ | it the | kitchen _ | land STOP | long as | me DONE | promise _ | rain _ | see this | should the | someone will | square _ | surveyor _ | the mail | thirty _ | tickets STOP | try again | up for | warranty _ | will forward_ | will keep_ | will let_
27: 're DOING | EDGE let_verb | MODAL DEED | NOT see | WORD would_deed | WORD would_state | a DONE | assurance _ | be corrected | be replaced | claim _ | crediting _ | date STOP | end _ | expense STOP | expense _ | faulty unit | for thirty | get her | get that | go through | guy _ | her she | hire _ | let verb_active | long _ | mon _ | office and | order STOP | our own | picking _ | raj _ | replace the | signal _ | sort it | spreadsheet _ | starting _ | the repair | undertake _ | undertake to | we wait | wheel _ | will get | will review_ | you land
26: 've said | , doing | , said | , sent | , will | / _ | / the | CUSTOMER TIME | DEED & | EDGE any | EDGE once | NAME SOON | NOT light | NOT worry | NUMBER MODAL | WORD ( | WORD / | WORD going_deed | barry _ | by ING | card STOP | come out | comes TIME | confirm that | confirm the | couriered _ | damage _ | find it | for NUMBER | for collection | give you | good STOP | goods _ | guaranteed _ | here and | i progressive_verb | instructed _ | intention to | it PAST | locked _ | meet your | new one | once i | picking up | plane _ | please call | says STOP | sent back | serial _ | she will_deed | that NAME | that i | them STOP | then EDGE | there _ | w / | which WORD | will follow_ | will personally | will tell_ | you can_verb
25: 'll knock | CRAFT from | DEED WORD | DEED here | DONE STOP | DONE to | EDGE hey | EDGE send | EDGE were | STATE , | TITLE _ | WORD + | adv STOP | arranged STOP | attending _ | be sent | been _ | have _ | hello it | hey _ | hi there | i intend | is received | it till | knows _ | late CUSTOMER | make a | new card | office will | ok _ | on to | personally see | photos , | picking this | points _ | price we | ruth _ | steve _ | swing _ | this TIME | this up | to CRAFT | to swap | today _ | trying _ | wait _ | will receive_ | word that | workshop _ | would go_ | your bike | your passport
24: / WORD | CUSTOMER after | DONE before | ING WORD | MODAL STATE | NOT WORD | NUMBER WORD | TIME as | TIME of | TIME re | a bell | agrees , | and measure | answer _ | apology STOP | are DOING | as long | be posted | bell STOP | certificate will | charged _ | do the | doctor _ | exports _ | go back | going ask_ | have NAME | jeff _ | met _ | my word | old _ | or NOT | photo _ | pot _ | progressive forward_ | reimburse _ | salon _ | sent on | sit in | the forms | the line | to bring | upset _ | white _ | will hand_ | will try | will write_ | would swap_ | you on
23: 'll collect | 'll tell | , just | DOING STOP | EDGE would_deed | NUMBER ) | PAST our | STATE with | TIME in | a go | a look | a text | advised that | adviser _ | and if | confirmation _ | fail _ | father _ | forms _ | handed _ | hearing STOP | i 've | matter _ | mix-up _ | need to | of course | on WORD | opens _ | permission _ | refunded to | secs _ | slip and | so i | spoke w | the lost | the matter | the mix-up | the school | the time | this STOP | thought STOP | to her | upon _ | us TIME | when it | will bear_ | will continue | will drop | will update_
22: 's about | , TITLE | DONE after | EDGE joan | EDGE passed | MODAL TIME | MODAL _ | NAME progressive_deed | PAST in | TIME WORD | about NAME | arrange a | bell _ | booked to | boxes _ | come TIME | comes _ | contact _ | dana _ | data _ | desk for | end of | extend the | face _ | find out | give us | has agreed | his CRAFT | intend replace_ | issued _ | jo _ | let look_ | line _ | my answer | pallet _ | passed to | pasting _ | pasting the | progressive state_active | progressive take_ | pull _ | pulling _ | receipt _ | said we_progressive | say _ | shah _ | signature STOP | sorry for | the end | the site | to email | traffic _ | transferred _ | trip _ | wall _ | will courier_ | will email_ | will open_ | will order_ | yet , | you should_deed | your WORD | your complaint
21: 'm on | CRAFT , | CUSTOMER knows | CUSTOMER wants | NAME when | NOT , | PAST CRAFT | a note | am _ | application _ | bakery _ | be honest | bed NUMBER | bring you | call you | charge EDGE | claim form | credit _ | day of | department _ | door _ | filing _ | give it | hands _ | has WORD | he would_deed | heating _ | him a | his _ | inside _ | invitation _ | karim _ | loan car | make the | me STOP | number of | of you | progressive travel_ | rerun _ | revert _ | room _ | she 'll | six _ | spoken _ | the app | the funds | the numbers | the right | them to | up EDGE | us as | waive _ | was wrong | we going_verb | wednesday _ | will double_ | with CRAFT | writing to | you send | your next
20: 'll pay | 'm attaching | CRAFT on | DEED STOP | EDGE owe | EDGE reply | EDGE upon | EDGE where | EDGE with | NAME 's | PAST TIME | PAST and | WORD so | a separate | and DOING | and _ | and call | as a | ask the | at it | balance _ | bay _ | be issued | but we | cancels _ | charge STOP | collected TIME | cost of | curve _ | demo _ | difference _ | explain _ | forgotten _ | from our | front desk | glad to | guys _ | has DONE | have DONE | head _ | im _ | its _ | kay _ | model STOP | of WORD | paid on | part is | progressive do_ | respond _ | ring TIME | size and | the curve | the meeting | the pump | the signed | the works | the workshop | thursday _ | way EDGE | we take | will come | will fit | will rerun_ | wire _ | with her | word and | you do
19: 'll double | 'll have | 'm DOING | CUSTOMER has | DASH NUMBER | DEED those | DONE DEED | DONE at | EDGE let | EDGE ring | NUMBER DEED | TIME by | WORD till | am DOING | automatically _ | be paid | been told | call in | changes _ | collect the | delivery STOP | dig _ | each month | error _ | figure _ | fit _ | from here | he says | it out | jan _ | look STOP | looked _ | minutes _ | says he | still on | the lock | the old | the photos | waiting for | was told | will credit_ | will follow-up_ | will reach | will replace_ | yet _ | you pay
18: 'll try | 's going | DOES SOON | ING , | ING for | NAME does | NOT charge | NOT objection | WORD WORD | WORD you | applied _ | before the | bring it | care _ | circulate _ | dec _ | dress _ | expect a | group _ | he going_deed | honest _ | ines _ | introduce _ | late fee | line , | manager _ | move _ | move the | of £ | okay bye | on our | on your | progressive go_ | replacing _ | reply to | round to | run _ | send the | sends _ | should you | somebody at | take this | text me | the late | the parcel | to leave | to put | visit TIME | w/c _ | what PAST | what happened | will move_ | will receive
17: 'd put | 'll run | 's DONE | CUSTOMER , | DOES _ | DONE DASH | EDGE bob | NOT in | a spare | account TIME | and let | app _ | arrangements _ | be round | by post | did NOT | drafting _ | dry _ | for it | group STOP | in DEED | less than | list STOP | of each | progressive put_ | red _ | replaced _ | returned _ | right STOP | see if | so _ | steps _ | stop STOP | subject _ | subject to | suits _ | the account | the bank | the draft | the gate | to raise | truck _ | tues _ | under _ | up your | user _ | will state_active | would put_
16: : _ | CUSTOMER of | DASH MODAL | DOES him | DONE NAME | EDGE trying | NAME of | STATE STOP | STATE which | WORD once | after WORD | and MODAL | bye _ | can do | comes to | copy STOP | each of | gets _ | has it | lands _ | leo _ | moment _ | on this | policy _ | proof _ | pump _ | refund of | schedule _ | tariff _ | taxi _ | that for | the next | the second | will arrange_ | will go | will look | will phone_ | will set | will share_ | with your | would CRAFT | you WORD | you back | your deposit
15: 's STATE | ) MODAL | ) will | CRAFT that | DEED PAST | DONE TIME | DONE a | EDGE apologised | WORD and | a PAST | aware _ | before _ | can still | event _ | going out | if she | on for | only if | our STATE | page _ | photos _ | refund on | room STOP | someone out | the hotel | to ING | to it | to read | while _ | wo NOT | wo _ | your letter
14: 'll ask | ; _ | CRAFT DEED | DOING will_deed | DONE this | EDGE my | STATE ING | STATE at | WORD will_deed | a ring | and your | apologised _ | asap _ | be at | cut _ | for two | half _ | if that | item _ | made _ | model _ | opening _ | progressive send_ | put a | replace it | the event | warehouse _ | we MODAL | will book_ | will call_ | your CRAFT
13: 'd be | 'll sort | , but | DEED with | DONE of | EDGE left | ING that | MODAL WORD | MODAL be | NOT DONE | NOT problem | STATE from | TITLE CRAFT | WORD an | WORD until | WORD when | bye EDGE | clear _ | engineer _ | him in | last night | look _ | my DEED | print _ | sample _ | short _ | the first | the lease | this WORD | to a | to refund | up and | will reach_ | will send_
12: NAME re | account STOP | bloods _ | can have_ | dr _ | first _ | he will_state | i will | is DOING | lease _ | personally _ | reach _ | ring the | run the | side _ | statement _ | to have | when i | will bring_ | will process_
11: % _ | 'll send | DOING them | EDGE somebody | NUMBER % | check with | contract _ | eight _ | form _ | her STOP | into _ | one STOP | question _ | said he_will | to say | will charge_ | will post_
10: , _ | DOING your | EDGE TIME | WORD SOON | WORD says | and will | back STOP | call _ | release _ | rent _ | replace _ | still _ | the part | up _ | we WORD | weather _ | you are | you know
9: 'm _ | EDGE PAST | MODAL tell | NAME will | PAST to | WORD DASH | WORD are | WORD i | explained _ | he _ | i 'm | in NAME | keep _ | make _ | our WORD | take it | van _ | will take | you SOON
8: 'll take | EDGE MODAL | WORD we | advised _ | box _ | go _ | money back | problem _ | samples _ | tom _ | we would_deed | you to
7: DEED MODAL | EDGE someone | ING STOP | NUMBER , | WORD a | at WORD | for _ | will _ | will drop_ | you EDGE | you will_deed
6: what _
5: WORD _ | day _ | for your | ring _ | to DEED | updated _
4: DEED TIME | NUMBER NAME | and DEED | from _ | in _
3: 're _ | just _ | more _ | two _
2: WORD it
-1: PAST _ | be updated
-2: . _ | loan _ | that WORD | would be
-3: at the | offer _
-4: DOING TIME | STATE TIME | WORD to | the CRAFT | updated TIME
-5: thurs _ | told _
-6: 's WORD | ING _ | TIME to | as _ | i STATE | to your
-7: every _ | hello _ | works _ | would like_ | £ NUMBER | £ _
-8: CUSTOMER DONE | DOING WORD | EDGE WORD | EDGE what | NOT DOING | WORD does | booking _ | came _ | hold _ | is going | like _ | the DEED | time STOP | was WORD | we would
-9: PAST the | back TIME | by CRAFT | file _ | going state_active | i would_deed | is £ | it will | name _ | said she_would | the door | week _ | will put_ | you STOP | you want | you will_verb | you with
-10: EDGE sorry | WORD CRAFT | book _ | could you | got _ | month STOP | out of | she MODAL | so NOT | sure _ | will check_ | will have | will release_
-11: 'd CRAFT | , it | CRAFT your | DOING in | MODAL NOT | NAME NAME | NAME WORD | NAME in | TITLE WORD | about the | ahead _ | and you | be there | costs _ | lower _ | of NUMBER | this MODAL | this will | to send | told her | will fix_ | will not_deed_active
-12: 's DEED | , WORD | CRAFT has | DEED your | DONE NOT | EDGE is | NUMBER and | SOON and | STATE MODAL | STATE a | WORD DONE | again TIME | be back | be late | cancel _ | court _ | flight _ | for TITLE | give _ | is free | message _ | number and | passport _ | said they_will | send _ | sorry STOP | the deposit | the samples | there is | to find | we are | will come_ | will measure_ | would verb_active
-13: CUSTOMER DEED | DEED in | EDGE just | ING and | NUMBER a | WORD CUSTOMER | a second | agreement _ | as you | asking _ | be ING | cancelled _ | couple _ | date _ | going send_ | i hope | is PAST | it 'll | missing _ | point _ | pt _ | stock _ | the board | turn _ | will revert_
-14: 'll let | 're WORD | CRAFT CRAFT | CRAFT will_deed | EDGE give | EDGE yes | NAME you | WORD but | a WORD | bob will | do _ | driving _ | everybody _ | have it | i know | is a | let state_active | on that | owner _ | pick up | saturday _ | spoke _ | tablets _ | tell the | that _ | that they | them TIME | times STOP | to him | tomorrow _ | twelve _ | we ca | will pass_ | will run_ | will see | with you | would you | your CUSTOMER
-15: 's CUSTOMER | CRAFT SOON | DOING CRAFT | DOING by | DONE it | EDGE DOES | EDGE hello | EDGE thanks | TIME SOON | WORD this | WORD were | an CRAFT | an WORD | an hour | are you | as DONE | be _ | be the | can deed_passive | daughter _ | deposit STOP | her WORD | i going_verb | i would_verb | is WORD | is there | leave _ | mail _ | note _ | outside _ | sat _ | small _ | sorry , | speak _ | that , | that was | that will_deed | that you | the same | there will_state | to ask | to do | to offer | we could | well _ | will NOT | will ask_ | will get_ | with NAME | would call | writing _ | you that
-16: 've _ | DASH WORD | EDGE can | EDGE hiya | EDGE your | ING NAME | MODAL have | NAME NUMBER | NOT MODAL | STATE they | WORD ) | anybody _ | before , | closed STOP | date of | euros _ | fee STOP | file STOP | full STOP | gonna _ | hiya _ | hour STOP | i should_deed | kit _ | may be | my CUSTOMER | now and | owners _ | position _ | quiet _ | room NUMBER | saturdays _ | say the | signed _ | since NAME | supplier _ | tax _ | the PAST | the bus | the keys | the office | the printer | they 've | think about | to DOING | trustees _ | turned _ | us a | will file_ | will show_ | will speak_ | you PAST
-17: 's a | , ING | , you | CRAFT action | CRAFT are | DEED before | DEED to | DONE WORD | argue _ | be on | call EDGE | coat STOP | everything _ | explained the | fault _ | fella _ | get it | had PAST | has PAST | him so | i progressive_state | in on | in writing | is CRAFT | issue _ | keys _ | look for | much _ | n't _ | one moment | pleased to | plumber _ | practice _ | rather _ | reminded _ | site _ | so that | sorry _ | the _ | to cancel | to hold | us WORD | will miss_ | will probably | will vote_
-18: 'll NOT | , says | CRAFT TIME | DEED an | EDGE sure | MODAL ING | NAME STATE | NUMBER _ | WORD who | a quiet | again , | and DONE | as promised | be working | bed _ | bird _ | but the | came back | cannot _ | closes _ | conference _ | courtesy _ | deliver _ | ever _ | fall _ | for me | get NUMBER | go ahead | hand _ | has _ | her we | i missed | is due | is in | is that | noise _ | our DOES | pages _ | permit _ | pleased _ | she going_deed | shout _ | sleep _ | sorted _ | the council | to chase | to tell | transport _ | waiting on | we can | we can_deed | week STOP | will make_ | would need_ | would waive_ | year and | you _ | your case | your parcel | your pitch
-19: 's £ | , this | DEED will_deed | DONE CUSTOMER | EDGE t/c | NAME are | NOT able | NOT the | TIME DEED | WORD EDGE | WORD in | a _ | a date | around _ | at NAME | been PAST | bloke _ | canal _ | clutch _ | customers _ | dale _ | do you | double _ | finish _ | flex _ | her TIME | him NOT | inspect _ | let us | need a | office STOP | park _ | pay the | property _ | provide _ | received _ | required _ | resolved _ | ring CUSTOMER | rota _ | she says | shut TIME | sundays _ | t/c _ | that we | that will | the game | this will_deed | top _ | walk _ | we NOT | we STATE | we keep | will give | will pick | would like | you were
-20: 'll release | @ NAME | @ _ | CUSTOMER DOES | CUSTOMER EDGE | CUSTOMER direct | DOES WORD | DOES are | ING the | NUMBER DOES | NUMBER DOING | STATE NOT | about that | apply _ | can be | chase the | down _ | free STOP | going have_ | hard _ | he was | hello TITLE | help with | her own | hour _ | i intend_state | it CRAFT | keep it | look up | ministry _ | most _ | move to | number NUMBER | of DEED | on the | one to | polish _ | progressive have_ | received , | register _ | returns _ | she DONE | team STOP | the budget | the garden | the last | the shop | the water | those _ | thru _ | wait STOP | will deliver_ | will work_ | you could
-21: 'm in | 'm sorry | 've booked | CUSTOMER NAME | DEED if | DEED our | DOES as | EDGE " | EDGE says | EDGE u | STATE will_deed | TIME MODAL | TIME TIME | WORD he | WORD she | WORD what | an _ | and then | asking for | be away | boiler _ | can send_ | cent _ | coffee _ | come back | draw _ | far _ | fine , | following _ | going take_ | i was | in TIME | kindly _ | last week | last year | left w | might be | nhs _ | nothing _ | of a | of this | off STOP | offered _ | part of | round the | rules _ | see how | she was | ski _ | sleep STOP | suggest _ | the car | the revised | the totals | the vendor | they will_state | think i | this DEED | through it | ticket STOP | to change | to pick | totals _ | two of | vendor _ | we ship | when we | who WORD | will run | will want_ | win _ | would suggest | would suggest_ | your own | your visit
-22: 'd have | 's _ | , she | CRAFT going_deed | CRAFT will | DEED , | DEED of | EDGE cheque | EDGE feel | EDGE mark | EDGE tel | EDGE would_state | ING we | MODAL STOP | NAME on | NOT on | PAST that | all DONE | and NAME | and was | applicant _ | asked for | boat _ | call them | call to | car STOP | comes out | coming to | day STOP | did the | does _ | drive STOP | feel _ | feel free | for his | free to | further _ | great _ | his WORD | i had | i see | i write | is NUMBER | lot STOP | missed you | monthly _ | neighbour _ | of our | put you | sam _ | server _ | ship _ | size _ | sort the | studio _ | taking the | tel _ | that STOP | the clock | the lot | the offer | the wrong | them back | too STOP | two CRAFT | we give | were _ | where _ | will make | work _ | you i | your way
-23: 'd , | 'll get | 'll give | DEED we | EDGE do | EDGE good | EDGE his | EDGE sent | ING NUMBER | WORD DEED | WORD that | and it | apologised STOP | asked if | can we | chance _ | choose _ | cross _ | expected _ | fee for | flat _ | get your | have TIME | have you | i ca | i guess | is to | know when | known _ | leaves _ | lorry _ | number EDGE | on _ | papers _ | pass STOP | pays _ | physio _ | please STOP | please bring | put the | px _ | registry _ | say they | says MODAL | send me | sent _ | should get | straight to | the boat | the family | the gym | the team | this message | title _ | tone _ | tuesday _ | wants it | we should | website _ | will lay_ | will not_state_active | will refund | will ring_ | wind _ | works STOP | yep _ | you tried | your bank | your desk
-24: 'll fix | ( WORD | , a | CUSTOMER will_deed | DOING his | EDGE for | ING MODAL | PAST you | asks _ | auction _ | call STOP | call back | can call | can call_ | can deed_active | can ring_ | can travel_ | diary _ | drop the | free of | fridays _ | get a | held TIME | i might | in room | inspection _ | it WORD | it would_state | mattress _ | my desk | night STOP | numbers _ | or _ | own CRAFT | pitch TIME | pitch _ | return the | rise _ | said you | shown _ | taken STOP | the whole | though _ | to their | up SOON | up on | we will | we would_state | when the | whole _ | will ask | will rise | will rise_ | will travel_ | wrong _ | years STOP | you think | you would
-25: 'll ring | 've sent | DEED DOES | DOES TIME | DOING , | DONE MODAL | DONE here | EDGE did | NAME if | NOT answer | PAST , | TIME if | WORD STATE | a new | and NOT | appt _ | as per | be leaving | be £ | declined STOP | declined to | easter _ | game _ | get to | going be_ | going state_being | groom _ | it would | laid _ | london _ | on sale | only STOP | page STOP | pages , | paid £ | pym _ | quarter STOP | she WORD | someone to | that the | the form | they have | ticket _ | til _ | to TIME | to £ | trying to | unfortunately _ | very _ | walk you | was ING | watch _ | we start | whether _ | will apply_ | will revert | will start | you how | your call
-26: 're here | , all | CRAFT for | CUSTOMER WORD | DOING ING | EDGE would_verb | NAME ING | NAME says | WORD can_state | WORD with | a NAME | about it | already _ | bar _ | broker _ | call , | call me | call the | collected _ | crack _ | direct to | do NOT | everyone _ | go CRAFT | guess _ | hello this | is ready | leave TIME | leeds _ | let have_ | lock _ | meets TIME | meets _ | of charge | once you | parcel _ | pass _ | phone , | progressive ring_ | rates _ | rd _ | refunds _ | sale _ | say it | see a | sent you | sick _ | start TIME | sweep _ | take TIME | the press | the receipt | they do | to STATE | too _ | too high | tour _ | us by | were you | will rain_
-27: 'm WORD | , CRAFT | CRAFT DONE | DEED NAME | DEED by | DOES MODAL | EDGE NUMBER | EDGE bank | EDGE yeah | NOT take | WORD ING | afraid STOP | back if | be CRAFT | blue _ | cant _ | community _ | council STOP | dead STOP | for free | himself STOP | i CRAFT | i thought | kids _ | meet with | now _ | reach your | said you_would | send NUMBER | supposed _ | supposed to | the post | the train | thought _ | to keep | usually _ | vat _ | warm _ | we were | went _ | wife _ | will need | would have | yeah _
-28: 'll pass | CUSTOMER MODAL | DASH that | DEED 's | EDGE lady | EDGE see | EDGE that | EDGE their | EDGE tom | PAST it | WORD can_deed | WORD will_verb | assessor _ | discussed _ | free _ | it when | karl _ | office TIME | on hold | passed _ | past _ | phoned _ | plan _ | possible STOP | progressive come_ | spot _ | street _ | thanks for | the conference | the phone | the price | the tour | to meet | told you | took it | two weeks | users _ | visiting _ | wanted to | we had | whenever _ | which DOES | will amend_ | will show | will submit_ | will swap_ | will turn_ | you ,
-29: 'd call | 's only | CRAFT we | CUSTOMER NUMBER | CUSTOMER on | DOING EDGE | DOING is | DONE the | NUMBER STATE | NUMBER agreed | PAST them | STATE we | STATE when | WORD here | afraid EDGE | batch _ | by hand | by now | dark _ | decides _ | done _ | drop _ | fix the | frau _ | given STOP | hand STOP | happy with | he 'll | i going_state | i plan | it rains | listened _ | load _ | more than | morning it | move TIME | per policy | pharmacy _ | planning _ | product _ | rains _ | really _ | she 'd | solicitor _ | stand _ | table _ | taking _ | the cake | the website | thing _ | to confirm | told me | we expect | will end | will end_ | will publish_ | worse STOP | worse _
-30: 're DEED | 're open | CRAFT DOES | DOING with | EDGE booked | EDGE ll | NOT DOES | WORD was | a month | and CRAFT | as PAST | excess _ | eze _ | for one | hive _ | i explained | in one | itself _ | leaving the | logged _ | meet TIME | meter reading | oak _ | ring if | shut _ | so if | surgery _ | talk _ | the plant | unable _ | unable to | us STATE | us _ | us know | we ring | will turn | would get_ | year STOP | years _ | you CRAFT | your booking | yourself _
-31: 've put | CRAFT three | CUSTOMER in | DEED at | DOES EDGE | DOES on | EDGE advised | EDGE lift | EDGE looking | EDGE sending | EDGE thank | ING in | NAME with | PAST with | WORD STOP | WORD has | a refund | and ING | be taken | can go | checked _ | cold _ | cover STOP | d _ | down , | flue _ | having _ | hearing _ | him the | hold for | left msg | me STATE | month _ | opened _ | outage _ | pay TIME | seats _ | since _ | take _ | takes _ | the one | the seats | they told | train STOP
-32: 'll pick | CRAFT at | DEED there | DONE from | DONE her | EDGE prices | EDGE viewing | ING STATE | ING of | NOT be | PAST me | STATE if | TIME on | again STOP | answer , | are coming | be able | by CUSTOMER | by a | completion _ | each other | farmer _ | garlic _ | get there | happy w | i do | i think | idea _ | in the | is out | lady _ | look forward | per NAME | policy is | some _ | stands _ | thanks _ | the credit | to the | tried _ | used to | was DOING | was going | we CRAFT | we did | with our | would send
-33: 'm NOT | EDGE DONE | EDGE declined | NUMBER mths | NUMBER times | STATE i | WORD , | a TIME | a quarter | calls _ | code _ | college _ | end TIME | ferry _ | floor _ | form in | goes out | good morning | have two | hi NAME | his CUSTOMER | hoping to | insurance _ | it 's | key _ | letterbox _ | march _ | mths _ | note that | of your | paying _ | prepared _ | rep _ | sent STOP | share _ | so the | that 's | that this | the name | the passport | to replace | understand _ | us , | we do | will state_being | wine _ | with his
-34: 'll CRAFT | 'll be | DEED me | DONE & | DONE for | EDGE mgr | EDGE who | ING DASH | MODAL CRAFT | STOP _ | WORD at | WORD they | WORD those | WORD told | am WORD | appointment TIME | be given | be held | client _ | due TIME | friend _ | have NUMBER | have a | mrs _ | pin _ | read _ | said they_would | shall i | shows _ | ten minutes | took _ | used _ | will file | with WORD | would pay_ | you about | you for
-35: , which | DASH vat | DOES STOP | DOING NUMBER | EDGE insurer | NAME , | NAME TIME | STATE for | STATE me | WORD DOES | a letter | and WORD | and that | cover _ | date , | dial _ | drops _ | fire _ | for NAME | friday _ | from CUSTOMER | had WORD | happy _ | he DONE | if it | insurers _ | me about | months _ | moved _ | needs to | one for | party TIME | point of | power _ | prices will | progressive write_ | query re | re DASH | receipt DASH | reserve _ | the link | there 's | this number | vat receipt | we might | will send | with it | would call_
-36: # NUMBER | # _ | 'd been | DEED them | EDGE # | EDGE emailed | MODAL been | NUMBER days | PAST if | WORD said | are DONE | bag _ | booking for | budget _ | calling _ | can you | explained STOP | for WORD | her to | me have | meet _ | never _ | numbers STOP | objection _ | once she | says they | son _ | us EDGE | us SOON | would tell_ | year _ | – _
-37: 'm going | CUSTOMER _ | CUSTOMER is | DOING a | EDGE hope | ING a | NOT going | always _ | and write | at _ | broke _ | bus _ | by the | emailed _ | gp _ | he MODAL | he will_deed | held _ | i were | it EDGE | know if | msg _ | must be | only to | out TIME | platt _ | so do | the fee | the key | the order | the side | them about | to start | vote _
-38: 'll leave | 've got | , as | DONE him | EDGE parcel | NOT refund | as i | ask you | be moving | believe _ | card CRAFT | days _ | dog _ | doubt _ | flight will | in DOING | it has | let know_ | paint _ | pax _ | place STOP | shall we | she is | tell her | thinking about | told him | we open | will be_ | will hold | your DEED
-39: 'll go | DEED ING | NAME and | PAST him | STATE _ | before we | best _ | fortnight _ | he reckons | intend verb_active | mail STOP | make it | next time | only _ | progressive get_ | sales _ | this is | to pay | when you | you DONE | you through
-40: 'll need | / NAME | DOES for | DONE £ | EDGE shall | PAST by | aid _ | appointment _ | be signed | brandt _ | change the | collect _ | dead _ | discount _ | forgot _ | go STOP | here TIME | hi _ | how to | in this | like it | me know | permits _ | press one | to my | train _ | we close | will find | worried _ | you 'd
-41: CRAFT STATE | EDGE awaiting | WORD MODAL | WORD her | a message | awaiting _ | aware STOP | car _ | family _ | gas _ | ll _ | love to | morning _ | number STOP | save _ | sending _ | take your | weeks _ | would love | would love_ | write _ | you MODAL | you said
-42: 'm afraid | EDGE as | NAME PAST | TIME w | all _ | as it | brother _ | close TIME | council will | first STOP | gate NUMBER | he PAST | it will_deed | lost _ | new CRAFT | on DEED | ref _ | router _ | the date | the van | up STOP | will collect | your card
-43: EDGE order | EDGE would | NOT CRAFT | NUMBER mins | TIME is | able _ | and he | at NUMBER | close _ | collect EDGE | driver _ | for a | i PAST | map _ | off _ | office _ | party _ | ready to | see STOP | showing _ | to wait | with CUSTOMER | you will | you would_deed | € NUMBER | € _
-44: , PAST | , keys | , that | CRAFT told | DONE his | EDGE intend_deed | WORD NAME | about _ | all WORD | call him | do WORD | home _ | i would_state | looking forward | mins _ | person _ | plant _ | progressive move_ | progressive work_ | take the | they would_deed | want to | we charge | will leave_
-45: & DONE | EDGE cl | NOT know | able to | after the | agency _ | assist _ | by phone | come _ | discuss _ | filed _ | get _ | her CUSTOMER | hoping _ | in and | st _ | the scheme | to move | was PAST
-46: 'd _ | 'll probably | 's NAME | , back | CUSTOMER PAST | EDGE SOON | EDGE hi | STATE that | WORD be | address _ | advise _ | closed TIME | expire _ | hope to | hours _ | if we | message STOP | not _ | on site | pick _ | scheme _ | sent TIME | spoke to | the DOING | thinking _ | to discuss | viewing _ | will expire | will expire_
-47: DEED as | EDGE we | WORD us | a discount | be closed | be happy | building _ | has NOT | i leave | it to | me WORD | monday _ | nobody _ | reset _ | restart _ | takes TIME | thought we | to come | will close_ | will find_
-48: 'll call | ) STOP | MODAL you | about NUMBER | asked to | boiler locking | in EDGE | it was | late _ | locking _ | me back | mot _ | needs _ | portal _ | press _ | refunded _ | sell _ | start _ | the quote | trouble _ | which _ | will go_ | will pay_ | your DOING
-49: , and | DASH CRAFT | EDGE come | any _ | deal with | hearing aid | intend move_ | off the | pay _ | refer _ | ring back | shop _ | stuck _ | the dog | told WORD | will allow_ | your appointment
-50: / CUSTOMER | = _ | CUSTOMER 's | CUSTOMER asked | embassy _ | her NAME | him STOP | numbers TIME | said _ | the embassy | then STOP | they 'd | they 'll | times _ | urgent _ | we will_state | will have_ | you can_deed | you get
-51: DOES will_deed | WORD PAST | but _ | crew _ | had _ | love _ | man _ | our DEED | sign _ | supply _ | to see | ward _ | water _ | will use_
-52: CRAFT in | CRAFT you | CUSTOMER DOING | DASH DONE | EDGE ask | airline _ | emergency _ | here _ | his own | it back | need NOT | number _ | ombudsman _ | pass on | the NAME | to hear
-53: WORD tell | can _ | dinner _ | doing the | forward _ | has to | his STATE | missing from | parking _ | police _ | prescription _ | said he | should deed_active
-54: , too | EDGE please | EDGE they | NOT DEED | NOT our | NUMBER we | TIME and | come in | do it | if you | in ING | know _ | may _ | paid STOP | people _ | she would_deed | they will_deed | try _
-55: DOING for | EDGE next | NUMBER DONE | confirm numbers | moving _ | seeing _ | tell _ | them WORD
-56: DOING to | DONE by | SOON from | deal _ | does NOT | if i | leaving _ | people will | quarter _ | requested _ | you 've
-57: ! _ | 've DONE | , wants | DONE you | afraid _ | and ring | forward to | help you | herself _ | hi it | lunch _ | me the | missed _ | ring me | think _ | will take_ | you DEED
-58: , DEED | EDGE query | ING from | NAME DOING | by WORD | company will | customer _ | letting _ | maybe _ | prices _ | she _
-59: DEED DEED | EDGE all | EDGE asked | better _ | build _ | fine _ | flowers _ | he progressive_deed | is the | lot _ | to take | will see_ | work STOP
-60: & WORD | EDGE this | EDGE three | MODAL i | amended _ | customs _ | go to | i DONE | last _ | other _ | plan to | reckons we
-61: DASH CUSTOMER | DEED NUMBER | big _ | checking _ | eye _ | he will | home TIME | try the | want _
-62: closing STOP | did _ | how _ | in for | it MODAL | mother _ | need _ | their CRAFT | will pay
-63: CUSTOMER will | decide _ | directly _ | have WORD | out on | phone STOP | signed for | the money | told to | will hold_
-64: bank will | hospital _ | probably _ | query _ | said she | see you | support _ | tenant _ | they progressive_deed | till _ | to remind | usr _ | yesterday _
-65: , so | bins _ | declined _ | he will_verb | progressive run_ | ten _ | thinks _ | to help | us STOP
-66: , DONE | , told | direct _ | will decide
-67: TIME NAME | WORD NOT | none _ | will decide_ | will need_
-68: EDGE boiler | bags _ | foot _ | i will_state | remind you | test _ | will pick_
-69: , he | PAST on | advised to | cc _ | hope _ | let 's | open _ | parents _ | seed _ | would have_
-70: DOING DEED | STATE WORD | arrived _ | county _ | given _ | going to | it , | own _ | reading _ | will sign_
-71: away _ | from your | i would | they MODAL | working _
-72: CRAFT EDGE | EDGE NOT | left _
-73: NOT STOP | before STOP | is _ | running _ | was _
-74: asked _ | for DOING | gone _ | moving to | nine _ | reckons _ | remind _ | send it | straight _ | will give_
-75: 's CRAFT | CRAFT said | NAME DONE | council _ | for ING | options _ | use _
-76: CRAFT says | courier _ | lift _
-77: time _
-78: CUSTOMER to | job _ | using _ | would _
-79: EDGE it
-80: 'll see | NAME EDGE | first and | to us
-81: EDGE he
-82: ING to | STOP EDGE | ring us | would state_active
-83: NUMBER STOP | ask _ | closed _ | closing _ | help _ | might _ | vet _
-84: EDGE i | meeting _ | open TIME | write to
-86: NOT _ | anything _ | paid _ | their WORD
-87: says WORD | up to
-88: MODAL we
-89: on NAME | via _
-90: , NOT | rang _ | the new
-91: until _
-92: CRAFT PAST | STATE it
-93: EDGE her | WORD have | himself _ | the NUMBER
-94: change _ | due _
-97: DEED DONE
-98: EDGE supplier | wanted _ | will bring
-99: are _ | service _ | to try
-100: per _
-102: DEED us | meeting TIME
-103: " _ | ' _ | see _
-105: have to
-106: EDGE she | NAME STOP | bank _
-107: could _
-108: company _
-109: they _
-110: EDGE _ | NUMBER TIME | themselves _
-112: please _
-119: be DOING
-120: EDGE wants
-121: insurer _
-126: EDGE the
-132: wants _
-141: EDGE TITLE | says _ | their _
-145: three _
-155: EDGE CUSTOMER
-191: ? _
`
