/// The vocabulary: one entry a language, and nothing about a language anywhere else.
///
/// What is in: words that head a part of an article or label a point, in every form that headings
/// use, and that there mean nothing else. What is often something else is left out, however often it
/// would be right: `Highs`, `Costs`, `Challenges`, `Recommendations`.
extension Language {
  /// Where two languages say different things by one word, the first of them counts.
  static let all = [
    english, german, french, spanish, italian, japanese, portuguese, dutch, polish, ukrainian,
    russian, turkish, chinese, korean, arabic,
  ]

  private static let english = Language(
    tag: "en",
    phrases: [
      .objectives: """
      objectives | objective | goals | goal | aims | aim | strategic objectives | strategic goals
      | goals and objectives | aims and objectives | desired outcomes | intended outcomes
      | what * wants | what * want | what does * want | what do * want | what * seeks | what * seek
      | what * hopes to gain | what * hope to gain | what * hopes to achieve
      | what * hope to achieve | what * is after | what * are after | what * aims for | what we want
      | what we want to achieve | project goals | design goals | priorities | ambitions
      | aspirations | intentions | key aims | what * hopes for | what * hope for | what * aim for
      | what * is seeking | what * are seeking | what * would like | what does * hope to achieve
      | what do * hope to achieve | the aim | the aims | the goal | the goals
      """,
      .nonGoals: """
      non goals | non goal | nongoals | nongoal | non objectives | not goals | anti goals | no goals
      | out of scope | not in scope | explicitly out of scope | what is out of scope
      | what * does not want | what * do not want | what this is not | non requirements
      | outside the scope | beyond the scope | what is not in scope | what we are not doing
      | what this is not about
      """,
      .pros: """
      pros | pro | advantages | advantage | benefits | benefit | upsides | upside | strengths
      | positives | positive consequences | positive aspects | positive effects | good points
      | plus points | the good | what we liked | what we like | what i liked | what works
      | arguments for | arguments in favor | arguments in favour | arguments in favor of
      | arguments in favour of | reasons for | reasons to support | reasons in favor of
      | reasons in favour of | points in favor | points in favour | case for | the case for
      | what speaks for | what speaks for it | what speaks in favor | what speaks in favour
      | in favor | in favour | opportunities | on the plus side | on the upside
      | on the positive side | positive | positive points | positive impacts | positive impact
      | advantages and benefits | benefits and advantages | strong points | merits | pluses
      | upsides and benefits | what's good | what is good | what we loved | what we love
      | what i like | what we liked most | reasons to buy | argument for | argument in favor
      | argument in favour | arguments pro | supporting arguments | the arguments for | the pros
      | the upside | the upsides | the positives | the positive | the benefits
      """,
      .cons: """
      cons | con | disadvantages | disadvantage | drawbacks | drawback | downsides | downside
      | weaknesses | negatives | negative consequences | negative aspects | negative effects
      | bad points | minus points | the bad | trade offs | trade off | tradeoffs | tradeoff
      | shortcomings | limitations | risks | dangers | what we disliked | what we did not like
      | what we didn't like | what i disliked | what doesn't work | arguments against
      | reasons against | reasons to oppose | points against | case against | the case against
      | objections | what speaks against | what speaks against it | on the downside
      | on the minus side | on the negative side | negative | negative points | negative impacts
      | negative impact | weak points | demerits | minuses | what's bad | what's not so good
      | what we don't like | what we didn't love | what i don't like | what i didn't like
      | what we dislike | what does not work | what didn't work | what did not work
      | reasons to avoid | reasons not to buy | argument against | arguments contra
      | opposing arguments | counterarguments | counter arguments | counterargument
      | the arguments against | the negatives | the negative | the downside | the downsides
      | disbenefits
      """,
      .neutral: """
      neutral consequences | neutral aspects | neutral points | neither here nor there | neutral
      | neutral effects
      """,
      .takeaways: """
      key takeaways | takeaways | takeaway | key takeaway | bottom line | key points | key point
      | key findings | key messages | key insights | key lessons | what to remember
      | what to take away | points to remember | main points | main takeaways | in a nutshell
      | at a glance | highlights | lessons learned | lessons | tl dr | tldr | the short version
      | the bottom line | essential points | core points | main findings | principal findings
      | main messages | main lessons | core messages | what we learned | what we've learned
      | what we have learned | what i learned | things to remember | the essentials
      | the main points | the key points | the takeaways | the takeaway | summary of key points
      | key conclusions | five key takeaways | take home message | take home messages | take aways
      | take away | key take aways
      """,
      .prosAndCons: """
      pros and cons | pro and con | pro and contra | pros & cons | arguments for and against
      | reasons for and against | the case for and against | for and against | the good and the bad
      | costs and benefits | benefits and costs | cost benefit analysis | swot analysis
      | benefits and risks | risks and benefits | positives and negatives
      | positive and negative consequences | plus and minus | pros & contras | pros and contras
      | pros / cons | pros cons | advantages and disadvantages | advantages & disadvantages
      | benefits and drawbacks | benefits and challenges | advantages and challenges
      | opportunities and challenges | opportunities and threats | risks and opportunities
      | opportunities and risks | risks and rewards | risk and reward | pluses and minuses
      | merits and demerits | reasons to buy and avoid | arguments pro and con | for or against
      | for & against | good and bad | the good the bad | the good the bad and the ugly
      | the good the bad the ugly | plus / minus
      """,
      .goalsAndNonGoals: """
      goals and non goals | scope and non goals | goals & non goals | goals / non goals
      | scope and non scope | in scope and out of scope
      """,
      .introduction: "introduction | intro | overview | prologue",
      .summary: """
      summary | executive summary | abstract | in brief | synopsis | in short | executive brief
      """,
      .context: """
      context | background | history | the backdrop | historical background | setting the scene
      | how we got here | context and problem statement | problem statement | motivation | problem
      | the problem | the context | the background | background and context | context and background
      | motivation and context | background and motivation | motivation and background
      | where things stand | the story so far | the current situation | current situation
      | the situation | the situation today | what happened
      """,
      .analysis: """
      analysis | in depth analysis | discussion | assessment | evaluation | deep dive | the analysis
      | detailed analysis | our analysis | findings and analysis | analysis and discussion
      """,
      .outlook: """
      outlook | future outlook | what comes next | what's next | what is next | what happens next
      | the road ahead | looking ahead | looking forward | next steps and outlook | the way forward
      | way forward | scenarios | possible scenarios | what to expect | future prospects
      | what may come next | what might come next | what lies ahead | looking further ahead
      | the outlook | the future | the path ahead | the path forward | the way ahead
      | future directions | future work | future possibilities | future developments
      | what the future holds | where things go from here | where we go from here
      | where it goes from here | what could come next | what could happen next | what comes after
      | what now | future plans | outlook and next steps
      """,
      .callToAction: """
      call to action | calls to action | what you can do | what can you do | take action
      | get involved | how you can help | act now | how to help | what to do now
      | the call to action | a call to action | our call to action | what you can do now
      | what you can do today | what you can do next | what you should do | what can i do
      | what can we do | what we can do | how you can act | how to act | how to get involved
      | time to act | what we ask of you
      """,
      .conclusion: """
      conclusion | conclusions | verdict | final thoughts | closing thoughts | concluding remarks
      | final verdict | our verdict | the verdict | wrapping up | in conclusion | to conclude
      | concluding thoughts | closing remarks | final remarks | final word | final words
      | a final word | the last word | wrap up | summing up | summary and conclusion
      | summary and conclusions | conclusion and recommendations | conclusions and recommendations
      | our take
      """,
      .options: """
      options | considered options | options considered | alternatives | alternatives considered
      | considered alternatives | the options | the alternatives | policy options | option
      | alternatives and options | alternatives we considered | other options
      | other options considered | alternative solutions | rejected alternatives | rejected ideas
      | alternatives rejected
      """,
      .setAside: """
      risks and mitigations | risks and mitigation | risk mitigation | decision drivers
      | consequences | decision outcome | risks & mitigations | risks & mitigation
      | risks / mitigations | risk and mitigation | risk & mitigation | mitigations | mitigation
      | risk management | risk assessment | risk analysis | decision criteria
      | consequences of the decision
      """,
    ],
    nouns: [
      .objectives: "objectives | goals | aims | ambitions",
      .nonGoals: "non goals",
      .pros: """
      advantages | benefits | pros | upsides | strengths | arguments for | reasons for | merits
      """,
      .cons: """
      disadvantages | drawbacks | downsides | cons | weaknesses | shortcomings | risks
      | arguments against | reasons against | objections | counterarguments
      """,
      .takeaways: "takeaways | key points | lessons",
    ],
    stances: [
      .pros: "good because | good since | good as | positive because | positive since",
      .cons: "bad because | bad since | bad as | negative because | negative since",
      .neutral: "neutral because | neutral since | neutral as",
    ],
    sides: [
      .pros: "for | in favor | in favour | yes | pro | plus",
      .cons: "against | no | contra | minus",
    ],
    agents: """
      group | board | council | government | company | ministry | party | union | president | minister
      | mayor | committee | commission | kremlin | team | agency | federation | alliance | bank
      | states | administration | coalition | movement | opposition | army | church | court
      | authority | parliament | senate | congress | house | office | union | association
      | organisation | organization | campaign | cabinet | faction | bloc
      """,
    divisions: "section | part | chapter | article",
    qualifiers: """
      potential | possible | likely | expected | anticipated | perceived | alleged | claimed
      | supposed | main | major | key | primary | principal | central | biggest | chief | top
      | important | significant | notable | additional | further | other | general | specific
      | overall | short term | long term | near term | immediate | strategic | economic | political
      | social | environmental | technical | practical | financial | security | stated | declared
      | real | hidden | obvious | serious | ultimate | broader | official | core | common | hoped for
      | intended | clear | real world | long run | unintended
      """,
    determiners: """
      the | a | an | its | their | his | her | our | my | your | some | several | these | those | many
      | few | two | three | four | five | six | seven | eight | nine | ten | all | any
      """,
    negations: "not | no | without | never | hardly",
    complements: "of | for | to | in | from | with | behind",
    conjunctions: "and | or | & | / | + | vs | versus",
    conditionals: "if",
    connectives: """
      conversely | however | but | alternatively | by contrast | in contrast | otherwise | yet | and
      | on the other hand | then | equally | likewise | similarly | still | instead | meanwhile
      """,
    consequents: "then",
    continuations: """
      and | or | but | even | if | nor | especially | particularly | including | such | which | who
      | whom | whose | where | when | as | with | without | by | for | from | in | on | at | to | of
      | either | however | perhaps | though | although | because | since | unless | until | while
      | whether | not | rather | despite | regardless | let | say | like | albeit | once
      """,
    finiteVerbs: """
      could | would | will | may | might | can | should | shall | must | is | are | was | were | has
      | have | had | do | does | did | cannot | won't | can't | wouldn't | couldn't | it's | there's
      """,
    placeholders: """
      none | n / a | na | n.a | tbd | todo | to do | not applicable | none known | none so far
      | nothing | none that we know of | none identified | none at this time | none yet | no
      | to be determined | to be decided | to be done | nothing known | unknown | not yet known | nil
      | tba | to be announced | none to date | nothing to report | not known | nothing yet
      """,
    bylines: "by | written by | story by | text by | words by | reported by | analysis by",
    furniture: """
      share this | share this article | share this story | share | advertisement | advertising | ad
      | sponsored | sponsored content | read more | related articles | sign up for our newsletter
      | subscribe | subscribe to our newsletter | continue reading | continue reading below
      | story continues below advertisement | print this page | email this article
      """,
    abbreviations: """
      mr | mrs | ms | dr | st | prof | sen | rep | gov | gen | col | lt | sgt | rev | hon | jr | sr
      | vs | etc | e.g | i.e | no | nos | fig | figs | cf | al | ca | approx | dept | est | inc | ltd
      | co | corp | vol | pp | p | u.s | u.k | u.n | e.u | a.m | p.m | jan | feb | mar | apr | jun
      | jul | aug | sep | sept | oct | nov | dec
      """,
    months: """
      january | february | march | april | may | june | july | august | september | october | november
      | december
      """,
    frequent: """
      the | of | and | to | in | is | that | it | for | was | with | as | are | be | this | on | by
      | not | have | from | at | or | an | has | but | they | we | which | will | a
      """
  )

  private static let german = Language(
    tag: "de",
    phrases: [
      .objectives: """
      ziele | ziel | zielsetzung | zielsetzungen | zielstellung | absichten | anliegen | was * will
      | was * wollen | was will * | was wollen * | was * anstrebt | was * anstreben | was wir wollen
      | zielvorgaben | zielbild | projektziele | absicht | was * erreichen will
      | was * erreichen wollen | was * möchte | was * möchten | was will * erreichen
      | was wollen * erreichen | ziele und absichten
      """,
      .nonGoals: """
      nicht ziele | nichtziele | nicht ziel | keine ziele | nicht im umfang | außerhalb des umfangs
      | nicht teil des vorhabens | nicht im scope | außer scope | was nicht ziel ist | nichtziel
      | explizit ausgeschlossen | was es nicht ist
      """,
      .pros: """
      vorteile | vorteil | pro | pros | nutzen | stärken | pluspunkte | chancen | positive folgen
      | positive konsequenzen | positive auswirkungen | argumente für | argumente dafür | gründe für
      | gründe dafür | was dafür spricht | was spricht dafür | was für * spricht | dafür
      | das spricht dafür | pro argumente | gute gründe | was uns gefällt | was uns gefallen hat
      | was gefällt | was gut ist | positives | das spricht für * | argument dafür | argumente pro
      | pro argument | befürwortende argumente | vorzüge | vorzug | nutzen und vorteile
      | positive aspekte | positive seiten
      """,
      .cons: """
      nachteile | nachteil | contra | kontra | cons | schwächen | minuspunkte | risiken
      | negative folgen | negative konsequenzen | negative auswirkungen | argumente gegen
      | argumente dagegen | gründe gegen | gründe dagegen | was dagegen spricht
      | was spricht dagegen | dagegen | einwände | das spricht dagegen | contra argumente
      | kontra argumente | was uns nicht gefällt | was uns nicht gefallen hat | was nicht gefällt
      | was schlecht ist | negatives | argument dagegen | argumente contra | argumente kontra
      | gegenargumente | gegenargument | bedenken | schwachstellen | schwäche
      | nachteile und risiken | risiken und nachteile | negative aspekte | negative seiten
      | schattenseiten | mängel | einwand | was gegen * spricht | das spricht gegen *
      """,
      .neutral: """
      neutrale folgen | neutrale konsequenzen | neutral | neutrale auswirkungen | neutrale aspekte
      """,
      .takeaways: """
      die wichtigsten erkenntnisse | wichtigste erkenntnisse | kernaussagen | kernpunkte
      | das wichtigste in kürze | das wichtigste | auf einen blick | auf den punkt gebracht
      | was bleibt | erkenntnisse | die wichtigsten punkte | wichtigste punkte | merkpunkte
      | was man sich merken sollte | wichtige erkenntnisse | zentrale erkenntnisse
      | zentrale ergebnisse | wichtigste ergebnisse | die wichtigsten ergebnisse | kernbotschaften
      | kernbotschaft | kernaussage | kernergebnisse | das wichtigste zusammengefasst
      | das wichtigste vorab | die wichtigsten fakten | was man mitnehmen sollte | was wir mitnehmen
      | was wir gelernt haben | merksätze | lehren | die lehren
      """,
      .prosAndCons: """
      vor und nachteile | vorteile und nachteile | pro und contra | pro und kontra | pro & contra
      | für und wider | das für und wider | chancen und risiken | stärken und schwächen
      | argumente für und gegen | vorteile & nachteile | vor & nachteile | vor und nachteil
      | pro / contra | pro / kontra | pro contra | pro kontra | plus und minus | plus & minus
      | pluspunkte und minuspunkte | nutzen und risiken | risiken und chancen | chancen & risiken
      | argumente dafür und dagegen | was dafür und was dagegen spricht
      | was dafür und dagegen spricht | pros und cons | pros & cons | gründe dafür und dagegen
      """,
      .goalsAndNonGoals: """
      ziele und nicht ziele | ziele und nichtziele | ziele & nicht ziele | ziele / nicht ziele
      """,
      .introduction: "einleitung | einführung | überblick | einstieg | vorwort",
      .summary: """
      zusammenfassung | kurzfassung | in kürze | kurz gefasst | kurz und knapp | kurzzusammenfassung
      | abstract | management summary
      """,
      .context: """
      hintergrund | kontext | ausgangslage | vorgeschichte | zusammenhang | hintergründe
      | problemstellung | motivation | hintergrund und kontext | kontext und hintergrund
      | worum es geht | worum geht es | das problem | problem | ausgangssituation | ausgangspunkt
      | die lage | die vorgeschichte | motivation und hintergrund | anlass
      | historischer hintergrund
      """,
      .analysis: """
      analyse | einordnung | bewertung | diskussion | auswertung | beurteilung | die analyse
      | eingehende analyse | erörterung
      """,
      .outlook: """
      ausblick | wie es weitergeht | wie geht es weiter | was kommt als nächstes | was nun kommt
      | szenarien | mögliche szenarien | was als nächstes kommt | zukunftsaussichten | aussichten
      | nächste schritte und ausblick | wie geht's weiter | blick nach vorn | blick in die zukunft
      | was kommt | was nun | wie weiter | perspektiven | zukunft | die zukunft
      """,
      .callToAction: """
      was sie tun können | was du tun kannst | was wir tun können | was zu tun ist | aufruf
      | handlungsaufruf | jetzt handeln | machen sie mit | was sie jetzt tun können
      | was du jetzt tun kannst | was kann ich tun | was können wir tun | was können sie tun
      | was jetzt zu tun ist | aufruf zum handeln | handlungsaufforderung | werden sie aktiv
      | werde aktiv | mach mit | mitmachen
      """,
      .conclusion: """
      fazit | schluss | schlussfolgerung | schlussfolgerungen | resümee | urteil | unser fazit
      | mein fazit | das fazit | schlusswort | schlussbemerkung | schlussbemerkungen
      | schlussbetrachtung | abschließende gedanken | konklusion | das urteil | unser urteil
      | zum schluss | fazit und empfehlung
      """,
      .options: """
      alternativen | betrachtete optionen | erwogene optionen | optionen | varianten | option
      | handlungsoptionen | geprüfte alternativen | betrachtete alternativen
      | verworfene alternativen | untersuchte varianten | lösungsvarianten | mögliche alternativen
      """,
      .setAside: """
      risiken und gegenmaßnahmen | risiken und maßnahmen | entscheidungskriterien | folgen
      | konsequenzen | risiken & maßnahmen | risiken & gegenmaßnahmen | risikominderung
      | gegenmaßnahmen | entscheidungstreiber | entscheidung und folgen | folgen der entscheidung
      """,
    ],
    nouns: [
      .objectives: "ziele | absichten | anliegen | zielsetzungen",
      .nonGoals: "nicht ziele | nichtziele",
      .pros: "vorteile | stärken | argumente für | gründe für | vorzüge | pluspunkte | chancen",
      .cons: """
      nachteile | schwächen | risiken | einwände | argumente gegen | gründe gegen | gegenargumente
      | bedenken | minuspunkte
      """,
      .takeaways: "erkenntnisse | kernaussagen | kernpunkte",
    ],
    stances: [
      .pros: "gut weil | positiv weil | gut da",
      .cons: "schlecht weil | negativ weil | schlecht da",
      .neutral: "neutral weil | neutral da",
    ],
    sides: [
      .pros: "dafür | für | plus | ja",
      .cons: "dagegen | gegen | minus | nein",
    ],
    agents: """
      gruppe | rat | regierung | ministerium | partei | präsident | präsidentin | minister
      | ministerin | bürgermeister | bürgermeisterin | ausschuss | kommission | behörde | bündnis
      | bank | koalition | opposition | parlament | verband | stadt | union | bund | länder | gemeinde
      | gewerkschaft | unternehmen | verein | fraktion | konzern
      """,
    divisions: "abschnitt | teil | kapitel",
    qualifiers: """
      mögliche | möglicher | potenzielle | potentielle | potenzieller | potentieller | erwartete
      | denkbare | wichtigste | wichtigsten | wesentliche | wesentlichen | zentrale | zentralen
      | größte | größten | weitere | strategische | strategischen | langfristige | kurzfristige
      | eigentliche | eigentlichen | politische | wirtschaftliche | möglichen | potenziellen
      | potentiellen | erwarteten | denkbaren | wichtige | größter | zentraler | wesentlicher
      | weiteren | langfristigen | kurzfristigen | politischen | wirtschaftlichen | gesellschaftliche
      | ökologische | technische | finanzielle | erklärte | erklärten
      """,
    determiners: """
      die | der | das | den | dem | des | ein | eine | einer | seine | ihre | unsere | meine | einige
      | mehrere | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | alle | diese
      """,
    negations: "nicht | keine | kein | ohne | keiner | kaum | nie",
    complements: "von | vom | der | des | für | bei | beim | zu | zum | zur | einer | eines",
    conjunctions: "und | oder | & | / | vs",
    conditionals: "wenn | falls | sofern",
    connectives: """
      umgekehrt | allerdings | aber | doch | andernfalls | hingegen | dagegen | jedoch | und
      | andererseits | ebenso
      """,
    consequents: "dann | so",
    continuations: """
      und | oder | aber | sogar | auch | selbst | besonders | insbesondere | wenn | falls | weil
      | dass | der | die | das | den | dem | deren | dessen | wie | wo | ob | nicht | sei | also | um
      | ohne | mit | für | von | in | an | auf | zu | bei | welche | welcher | welches | statt
      """,
    placeholders: """
      keine | keiner | keines | entfällt | nicht zutreffend | keine bekannt | offen | entfallen
      | noch offen | noch unklar | nichts | nichts bekannt | unbekannt | noch nicht bekannt
      | wird ergänzt | folgt
      """,
    bylines: "von | text von",
    furniture: """
      teilen | artikel teilen | anzeige | werbung | mehr zum thema | newsletter abonnieren | drucken
      """,
    abbreviations: """
      bzw | ca | z.b | d.h | u.a | usw | vgl | nr | dr | prof | st | str | evtl | ggf | inkl | s | mio
      | mrd | hr | fr
      """,
    months: """
      januar | februar | märz | april | mai | juni | juli | august | september | oktober | november
      | dezember
      """,
    frequent: """
      der | die | und | das | ist | nicht | ein | eine | den | von | zu | mit | auf | sich | dem | im
      | für | des | es | auch | wird | sind | dass | bei | oder | als | wie | aus | nach | wenn | war
      | in
      """
  )

  private static let french = Language(
    tag: "fr",
    phrases: [
      .objectives: """
      objectifs | objectif | buts | but | ce que veut * | ce que veulent * | ce que * veut
      | ce que * veulent | ce que cherche * | ce que cherchent * | que veut * | que veulent *
      | finalités | finalité | ambitions | visées | intentions | objectifs visés | ce qu'il veut
      | ce que cherche à obtenir * | ce que veut obtenir * | les objectifs | l'objectif
      | objectifs et finalités | ce que recherche * | ce que recherchent *
      """,
      .nonGoals: """
      hors périmètre | hors champ | non objectifs | ce qui est exclu | non objectif
      | hors du périmètre | hors sujet | hors de portée | ce qui n'est pas visé
      | ce qui est hors périmètre
      """,
      .pros: """
      avantages | avantage | pour | les plus | points forts | atouts | bénéfices | forces
      | points positifs | conséquences positives | arguments pour | arguments en faveur de
      | arguments favorables | le pour | opportunités | le positif | avantages et bénéfices
      | les avantages | les atouts | atout | point fort | les points forts | ce qu'on aime
      | ce qu'on a aimé | ce que nous avons aimé | on aime | on a aimé | aspects positifs
      | effets positifs | ce qui plaide pour | ce qui plaide en faveur de | raisons pour
      | raisons de soutenir | en faveur de | bienfaits | les arguments pour
      """,
      .cons: """
      inconvénients | inconvénient | contre | les moins | points faibles | faiblesses | risques
      | points négatifs | conséquences négatives | arguments contre | le contre | limites
      | désavantages | le négatif | les inconvénients | point faible | les points faibles
      | faiblesse | désavantage | ce qu'on n'aime pas | ce qu'on a moins aimé | ce qu'on aime moins
      | ce que nous n'avons pas aimé | on aime moins | aspects négatifs | effets négatifs
      | ce qui plaide contre | raisons contre | arguments défavorables | les arguments contre
      | contre arguments | objections | dangers | défauts | les défauts
      """,
      .neutral: "conséquences neutres | neutre | aspects neutres",
      .takeaways: """
      points clés | à retenir | ce qu'il faut retenir | l'essentiel | les points clés
      | principaux enseignements | en résumé | l'essentiel à retenir | points essentiels
      | les enseignements | enseignements | enseignements clés | messages clés
      | principales conclusions | principaux points | idées clés | idées principales
      | faits saillants | leçons apprises | les leçons à retenir | points à retenir
      | en quelques mots | points saillants | points principaux | l'essentiel en bref
      """,
      .prosAndCons: """
      avantages et inconvénients | le pour et le contre | pour et contre | forces et faiblesses
      | arguments pour et contre | les plus et les moins | points forts et points faibles
      | avantages & inconvénients | avantages / inconvénients | les avantages et les inconvénients
      | avantages et désavantages | avantages et limites | bénéfices et risques
      | risques et bénéfices | risques et opportunités | opportunités et risques
      | forces & faiblesses | atouts et faiblesses | atouts et limites | points forts et faibles
      | points positifs et négatifs | pour ou contre | pour / contre | plus et moins
      | le bon et le mauvais | arguments pour ou contre
      """,
      .goalsAndNonGoals: "objectifs et non objectifs",
      .introduction: "introduction | avant propos | préambule",
      .summary: "résumé | synthèse | en bref | note de synthèse | sommaire exécutif | abrégé",
      .context: """
      contexte | historique | arrière plan | contexte et enjeux | rappel des faits | le contexte
      | contexte historique | contexte et problématique | problématique | le problème
      | arrière plan historique | origines | genèse | motivation | motivations | état des lieux
      | la situation
      """,
      .analysis: """
      analyse | analyse approfondie | discussion | décryptage | l'analyse | notre analyse
      | évaluation | analyse détaillée
      """,
      .outlook: """
      perspectives | perspective | et après | et maintenant | la suite | prochaines étapes
      | scénarios | perspectives d'avenir | et ensuite | ce qui vient ensuite | quelles perspectives
      | quelle suite | quel avenir | l'avenir | avenir | perspectives futures | la voie à suivre
      | scénarios possibles | les scénarios possibles | que va t il se passer | et demain
      """,
      .callToAction: """
      appel à l'action | passez à l'action | ce que vous pouvez faire | comment agir | agir
      | comment aider | que pouvez vous faire | que pouvons nous faire
      | ce que vous pouvez faire maintenant | ce que nous pouvons faire | agissez
      | agissez maintenant | agir maintenant | passer à l'action | mobilisez vous
      | comment s'impliquer
      """,
      .conclusion: """
      conclusion | conclusions | verdict | bilan | notre verdict | en conclusion | pour conclure
      | mot de la fin | le mot de la fin | le verdict | le bilan | conclusion et recommandations
      | réflexions finales | remarques finales
      """,
      .options: """
      alternatives | options | options envisagées | les options | option | solutions envisagées
      | alternatives envisagées | options étudiées | autres options | scénarios étudiés
      """,
      .setAside: """
      critères de décision | conséquences | risques et mesures | risques et atténuation
      | risques et mesures d'atténuation | mesures d'atténuation | facteurs de décision
      | conséquences de la décision
      """,
    ],
    nouns: [
      .objectives: "objectifs | buts | ambitions",
      .nonGoals: "non objectifs",
      .pros: "avantages | atouts | arguments pour | arguments en faveur | bénéfices | points forts",
      .cons: """
      inconvénients | risques | faiblesses | arguments contre | limites | objections
      | points faibles | désavantages
      """,
      .takeaways: "enseignements | points clés",
    ],
    stances: [
      .pros: "bien car | bon car | bien parce | bon parce | positif car",
      .cons: "mal car | mauvais car | mal parce | mauvais parce | négatif car",
      .neutral: "neutre car | neutre parce",
    ],
    sides: [
      .pros: "pour | oui | les pour",
      .cons: "contre | non | les contre",
    ],
    agents: """
      groupe | conseil | gouvernement | ministère | parti | président | présidente | ministre | maire
      | comité | commission | union | alliance | banque | coalition | opposition | parlement | ville
      | entreprise | région | état | syndicat | association | fédération
      """,
    divisions: "section | partie | chapitre",
    qualifiers: """
      possibles | possible | potentiels | potentielles | potentiel | éventuels | principaux
      | principales | grands | vrais | stratégiques | politiques | économiques | éventuelles
      | éventuel | principal | principale | grandes | majeurs | majeures | stratégique | attendus
      | attendues | sociaux | techniques | financiers
      """,
    determiners: """
      le | la | les | un | une | des | ses | leurs | nos | son | sa | mes | vos | quelques | plusieurs
      | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | ces | tous
      """,
    negations: "pas | aucun | sans | ne",
    complements: "de | du | des | d' | pour | à | au | aux",
    conjunctions: "et | ou | & | /",
    conditionals: "si",
    connectives: """
      à l'inverse | en revanche | mais | cependant | toutefois | au contraire | inversement | sinon
      | et | or | de même
      """,
    consequents: "alors",
    continuations: """
      et | ou | mais | même | surtout | notamment | si | que | qui | dont | où | quand | comme | avec
      | sans | par | pour | de | du | des | en | dans | sur | à | au | y | ni | voire | puis
      """,
    placeholders: """
      aucun | aucune | néant | sans objet | s / o | à définir | rien | non applicable | à déterminer
      | à préciser | à venir | inconnu | aucun connu | pas encore
      """,
    bylines: "par | texte de",
    furniture: "partager | partager cet article | publicité | lire aussi | à lire aussi | imprimer",
    abbreviations: "m | mm | mme | mlle | dr | st | ste | art | cf | p.ex | env | av | bd | n",
    months: """
      janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre
      | décembre
      """,
    frequent: """
      le | la | les | de | des | et | est | un | une | que | dans | pour | qui | du | au | en | à | ne
      | pas | il | sur | plus | par | ce | sont | avec | aux | a | elle | on
      """
  )

  private static let spanish = Language(
    tag: "es",
    phrases: [
      .objectives: """
      objetivos | objetivo | metas | meta | fines | lo que quiere * | lo que quieren *
      | lo que busca * | qué quiere * | qué quieren * | lo que * quiere | finalidad | finalidades
      | propósitos | lo que buscan * | qué busca * | qué buscan * | lo que pretende *
      | lo que pretenden * | qué pretende * | qué pretenden * | objetivos y metas | ambiciones
      | intenciones
      """,
      .nonGoals: """
      no objetivos | fuera de alcance | fuera del alcance | lo que no se busca | no objetivo
      | lo que no es un objetivo | fuera del ámbito | lo que queda fuera
      | lo que queda fuera de alcance
      """,
      .pros: """
      ventajas | ventaja | pros | pro | beneficios | beneficio | puntos fuertes | fortalezas
      | puntos a favor | argumentos a favor | a favor | lo bueno | oportunidades
      | consecuencias positivas | aspectos positivos | lo positivo | punto fuerte | puntos positivos
      | aspectos favorables | efectos positivos | argumentos favorables | razones a favor
      | motivos a favor | lo que nos gusta | lo que nos gustó | lo que más nos gusta
      | lo que más nos ha gustado | las ventajas | los beneficios | a su favor | argumento a favor
      """,
      .cons: """
      desventajas | desventaja | inconvenientes | inconveniente | contras | contra | riesgos
      | puntos débiles | debilidades | puntos en contra | argumentos en contra | en contra | lo malo
      | consecuencias negativas | aspectos negativos | limitaciones | lo negativo | punto débil
      | debilidad | puntos negativos | aspectos desfavorables | efectos negativos
      | razones en contra | motivos en contra | lo que no nos gusta | lo que no nos gustó
      | lo que menos nos gusta | lo que menos nos ha gustado | peligros | objeciones
      | las desventajas | los inconvenientes | contraargumentos | argumento en contra | defectos
      | en su contra
      """,
      .neutral: "consecuencias neutrales | aspectos neutrales | consecuencias neutras",
      .takeaways: """
      puntos clave | conclusiones clave | claves | lo esencial | ideas clave | lo más importante
      | qué recordar | para recordar | principales conclusiones | en pocas palabras
      | puntos principales | conclusiones principales | hallazgos clave | hallazgos principales
      | mensajes clave | lecciones aprendidas | las claves | en resumen | puntos destacados
      | lo más destacado | ideas principales | aspectos clave | lo fundamental
      """,
      .prosAndCons: """
      pros y contras | ventajas y desventajas | ventajas e inconvenientes
      | argumentos a favor y en contra | a favor y en contra | fortalezas y debilidades
      | pros & contras | pros / contras | los pros y los contras | pros y contra
      | ventajas & desventajas | ventajas / desventajas | las ventajas y desventajas
      | beneficios y riesgos | riesgos y beneficios | riesgos y oportunidades
      | oportunidades y riesgos | puntos fuertes y débiles | puntos fuertes y puntos débiles
      | puntos a favor y en contra | lo bueno y lo malo | lo mejor y lo peor
      | aspectos positivos y negativos
      """,
      .goalsAndNonGoals: "objetivos y no objetivos",
      .introduction: "introducción | prólogo | presentación",
      .summary: "resumen | resumen ejecutivo | síntesis | en breve | sumario",
      .context: """
      contexto | antecedentes | trasfondo | contexto y antecedentes | contexto histórico
      | el contexto | planteamiento del problema | el problema | motivación | marco
      | situación actual | la situación | cómo hemos llegado hasta aquí
      """,
      .analysis: """
      análisis | análisis en profundidad | discusión | el análisis | evaluación | valoración
      """,
      .outlook: """
      perspectivas | perspectiva | perspectivas de futuro | qué viene ahora | lo que viene
      | el camino por delante | próximos pasos | escenarios | qué pasará ahora | qué viene después
      | y ahora qué | el futuro | futuro | panorama futuro | mirando al futuro | mirada al futuro
      | posibles escenarios | escenarios posibles | qué puede pasar | qué puede pasar ahora
      | lo que está por venir | perspectivas futuras
      """,
      .callToAction: """
      llamada a la acción | llamamiento | qué puedes hacer | qué puede hacer | actúa
      | llamado a la acción | llamamiento a la acción | llamada a la accion | qué podemos hacer
      | cómo ayudar | cómo puedes ayudar | cómo actuar | pasa a la acción | participa | actúa ahora
      | lo que puedes hacer
      """,
      .conclusion: """
      conclusión | conclusiones | veredicto | balance | en conclusión | para concluir
      | reflexiones finales | reflexión final | consideraciones finales | palabras finales
      | el veredicto | conclusiones y recomendaciones | valoración final
      """,
      .options: """
      alternativas | opciones | opciones consideradas | las opciones | las alternativas
      | alternativas consideradas | opciones evaluadas | otras opciones | alternativas descartadas
      """,
      .setAside: """
      criterios de decisión | consecuencias | riesgos y medidas | riesgos y mitigación
      | riesgos y mitigaciones | riesgos y medidas de mitigación | mitigación | factores de decisión
      | consecuencias de la decisión
      """,
    ],
    nouns: [
      .objectives: "objetivos | metas",
      .nonGoals: "no objetivos",
      .pros: "ventajas | beneficios | argumentos a favor | fortalezas | puntos fuertes",
      .cons: """
      desventajas | inconvenientes | riesgos | argumentos en contra | debilidades | objeciones
      | limitaciones
      """,
      .takeaways: "puntos clave",
    ],
    stances: [
      .pros: "bueno porque | bien porque | positivo porque",
      .cons: "malo porque | mal porque | negativo porque",
      .neutral: "neutral porque | neutro porque",
    ],
    sides: [
      .pros: "a favor | sí",
      .cons: "en contra | no",
    ],
    agents: """
      grupo | consejo | gobierno | ministerio | partido | presidente | presidenta | ministro
      | ministra | alcalde | comité | comisión | unión | alianza | banco | coalición | oposición
      | parlamento | ayuntamiento | empresa | sindicato | asociación | federación
      """,
    divisions: "sección | parte | capítulo",
    qualifiers: """
      posibles | posible | potenciales | potencial | principales | grandes | verdaderos | estratégicos
      | políticos | económicos | principal | mayores | económicas | políticas | estratégicas
      | sociales | técnicas | esperados | esperadas | eventuales
      """,
    determiners: """
      el | la | los | las | un | una | unos | unas | sus | su | nuestros | nuestras | mis | algunos
      | algunas | varios | varias | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez
      """,
    negations: "no | sin | ningún",
    complements: "de | del | para | a | en | al",
    conjunctions: "y | e | o | & | /",
    conditionals: "si",
    connectives: """
      por el contrario | en cambio | pero | sin embargo | no obstante | de lo contrario | y
      | a la inversa | por otro lado
      """,
    consequents: "entonces",
    continuations: """
      y | e | o | pero | incluso | sobre | si | que | quien | donde | cuando | como | con | sin | por
      | para | de | del | en | a | ni | sino | especialmente | aunque
      """,
    placeholders: """
      ninguno | ninguna | no aplica | n / d | por determinar | por definir | nada | n / a
      | ninguno conocido | no procede | desconocido | por confirmar | pendiente
      """,
    bylines: "por | texto de | escrito por",
    furniture: "compartir | compartir este artículo | publicidad | leer más | imprimir",
    abbreviations: "sr | sra | dr | dra | ud | uds | etc | p.ej | núm | pág | av",
    months: """
      enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre
      | noviembre | diciembre
      """,
    frequent: """
      el | la | los | las | de | y | que | en | es | un | una | del | con | por | para | no | se | lo
      | al | más | su | como | pero | o | a | este | esta | sin | sobre | son
      """
  )

  private static let italian = Language(
    tag: "it",
    phrases: [
      .objectives: """
      obiettivi | obiettivo | scopi | scopo | finalità | cosa vuole * | cosa vogliono *
      | che cosa vuole * | che cosa vogliono * | ciò che vuole * | quello che vuole * | intenti
      | gli obiettivi | cosa cerca * | cosa cercano * | che cosa cerca * | che cosa cercano *
      | quello che vogliono * | ciò che vogliono * | obiettivi e finalità | ambizioni | intenzioni
      """,
      .nonGoals: """
      non obiettivi | fuori ambito | fuori dall'ambito | esclusioni | non obiettivo
      | fuori dallo scopo | fuori dal perimetro | cosa non è incluso | ciò che non è un obiettivo
      """,
      .pros: """
      vantaggi | vantaggio | pro | benefici | beneficio | punti di forza | argomenti a favore
      | a favore | aspetti positivi | conseguenze positive | opportunità | pregi | i vantaggi
      | i benefici | punto di forza | i punti di forza | pregio | aspetti favorevoli
      | punti positivi | effetti positivi | lati positivi | lato positivo | cosa ci piace
      | cosa ci è piaciuto | motivi a favore | ragioni a favore | argomenti favorevoli
      | argomento a favore | i pro
      """,
      .cons: """
      svantaggi | svantaggio | contro | rischi | punti deboli | punti di debolezza | difetti
      | argomenti contro | argomenti contrari | aspetti negativi | conseguenze negative | limiti
      | gli svantaggi | i rischi | punto debole | i punti deboli | difetto | aspetti sfavorevoli
      | punti negativi | effetti negativi | lati negativi | lato negativo | cosa non ci piace
      | cosa non ci è piaciuto | motivi contro | ragioni contro | argomenti sfavorevoli
      | controargomenti | obiezioni | criticità | debolezze | inconvenienti | pericoli | i contro
      | argomento contro | limitazioni
      """,
      .neutral: "conseguenze neutre | conseguenze neutrali | aspetti neutri",
      .takeaways: """
      punti chiave | punti salienti | in sintesi | cosa ricordare | da ricordare | messaggi chiave
      | l'essenziale | i punti chiave | punti principali | i punti principali | in breve
      | in pillole | che cosa ricordare | conclusioni principali | risultati principali
      | lezioni apprese | punti essenziali | i punti essenziali | idee chiave | concetti chiave
      | da tenere a mente
      """,
      .prosAndCons: """
      pro e contro | i pro e i contro | vantaggi e svantaggi | punti di forza e di debolezza
      | argomenti a favore e contro | pro & contro | pro / contro | pro contro
      | vantaggi & svantaggi | vantaggi / svantaggi | i vantaggi e gli svantaggi | benefici e rischi
      | rischi e benefici | rischi e opportunità | opportunità e rischi | punti di forza e debolezza
      | punti di forza e punti deboli | pregi e difetti | a favore e contro
      | lati positivi e negativi | aspetti positivi e negativi | argomenti pro e contro
      """,
      .goalsAndNonGoals: "obiettivi e non obiettivi",
      .introduction: "introduzione | premessa | presentazione",
      .summary: """
      sommario | riassunto | sintesi | sommario esecutivo | sintesi esecutiva | riepilogo
      """,
      .context: """
      contesto | antefatti | retroscena | contesto e antefatti | il contesto | contesto storico
      | il problema | motivazione | motivazioni | la situazione | la situazione attuale
      | come siamo arrivati qui
      """,
      .analysis: """
      analisi | analisi approfondita | discussione | l'analisi | valutazione | analisi dettagliata
      """,
      .outlook: """
      prospettive | prospettive future | cosa succede ora | cosa ci aspetta | i prossimi passi
      | prossimi passi | scenari | uno sguardo al futuro | il futuro | futuro | sguardo al futuro
      | e adesso | e ora | che cosa succede ora | cosa succederà | cosa succederà ora
      | che cosa ci aspetta | possibili scenari | scenari possibili | gli scenari
      | la strada da percorrere | prospettiva
      """,
      .callToAction: """
      invito all'azione | cosa puoi fare | cosa potete fare | agisci ora | appello
      | chiamata all'azione | call to action | che cosa puoi fare | cosa possiamo fare
      | cosa si può fare | come agire | come aiutare | come puoi aiutare | passa all'azione | agisci
      | un appello
      """,
      .conclusion: """
      conclusione | conclusioni | verdetto | bilancio | in conclusione | per concludere
      | considerazioni finali | riflessioni finali | il verdetto | il bilancio
      | conclusioni e raccomandazioni | giudizio finale | osservazioni conclusive
      """,
      .options: """
      alternative | opzioni | opzioni considerate | le opzioni | le alternative
      | alternative considerate | opzioni valutate | altre opzioni | alternative scartate
      """,
      .setAside: """
      criteri di decisione | conseguenze | rischi e misure | rischi e mitigazione
      | rischi e mitigazioni | rischi e contromisure | mitigazione | fattori decisionali
      | conseguenze della decisione
      """,
    ],
    nouns: [
      .objectives: "obiettivi | scopi",
      .nonGoals: "non obiettivi",
      .pros: "vantaggi | benefici | argomenti a favore | punti di forza | pregi",
      .cons: "svantaggi | rischi | argomenti contro | punti deboli | difetti | obiezioni | limiti",
      .takeaways: "punti chiave",
    ],
    stances: [
      .pros: "bene perché | buono perché | positivo perché",
      .cons: "male perché | cattivo perché | negativo perché",
      .neutral: "neutro perché | neutrale perché",
    ],
    sides: [
      .pros: "a favore | pro | sì",
      .cons: "contro | no",
    ],
    agents: """
      gruppo | consiglio | governo | ministero | partito | presidente | ministro | ministra | sindaco
      | comitato | commissione | unione | alleanza | banca | coalizione | opposizione | parlamento
      | comune | regione | azienda | sindacato | associazione | federazione
      """,
    divisions: "sezione | parte | capitolo",
    qualifiers: """
      possibili | possibile | potenziali | potenziale | principali | grandi | veri | strategici
      | politici | economici | principale | maggiori | economiche | politiche | strategiche | sociali
      | tecnici | attesi | attese | eventuali
      """,
    determiners: """
      il | lo | la | i | gli | le | un | uno | una | suoi | sue | loro | nostri | nostre | alcuni
      | alcune | diversi | due | tre | quattro | cinque | sei | sette | otto | nove | dieci
      """,
    negations: "non | nessun | senza",
    complements: """
      di | del | della | dei | degli | delle | dell' | per | a | al | dello | alla | nel
      """,
    conjunctions: "e | ed | o | & | /",
    conditionals: "se",
    connectives: """
      al contrario | viceversa | ma | tuttavia | invece | altrimenti | e | d'altra parte | però
      """,
    consequents: "allora",
    continuations: """
      e | ed | o | ma | anche | persino | se | che | chi | cui | dove | quando | come | con | senza
      | per | di | del | della | in | a | né | soprattutto | specialmente | sebbene
      """,
    placeholders: """
      nessuno | nessuna | non applicabile | n / d | da definire | niente | n / a | nessuno noto
      | nessuna nota | da stabilire | da confermare | sconosciuto | nulla
      """,
    bylines: "di | testo di | a cura di",
    furniture: "condividi | pubblicità | leggi anche | stampa",
    abbreviations: "sig | sig.ra | dott | prof | ecc | es | pag | art | ca",
    months: """
      gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre
      | novembre | dicembre
      """,
    frequent: """
      il | la | di | che | e | un | una | per | non | in | sono | del | della | con | gli | è | le | i
      | si | a | da | al | nel | più | ma | anche | dei | alla | lo | come
      """
  )

  private static let japanese = Language(
    tag: "ja", script: .kana,
    phrases: [
      .objectives: "目的 | 目標 | ねらい | 狙い | 目的と目標 | 目標と目的 | 主な目的 | 主な目標",
      .nonGoals: "非目標 | 対象外 | スコープ外 | 範囲外 | 目的としないこと | 目標としないこと | ノンゴール | 非ゴール",
      .pros: """
      メリット | 利点 | 長所 | 主なメリット | 主な利点 | 良い点 | よい点 | 良いところ | 良かった点 | よかった点 | 強み | 賛成意見 | 賛成論 | 賛成の理由
      | 賛成する理由 | 賛成派の意見 | 肯定的な意見 | プラス面
      """,
      .cons: """
      デメリット | 欠点 | 短所 | 課題 | 主なデメリット | 主な欠点 | 主な課題 | 悪い点 | 悪いところ | 悪かった点 | 気になる点 | 気になった点 | 残念な点
      | 弱み | 弱点 | 反対意見 | 反対論 | 反対の理由 | 反対する理由 | 反対派の意見 | 否定的な意見 | マイナス面 | リスク | 懸念点 | 懸念事項
      """,
      .neutral: "中立的な意見",
      .takeaways: """
      まとめ | 要点 | ポイント | 重要なポイント | 主なポイント | 要点まとめ | 要点のまとめ | 要点整理 | この記事のポイント | この記事の要点 | 記事のポイント
      | 本記事のポイント | 重要ポイント | 覚えておきたいこと | 押さえておきたいポイント | 学んだこと | 教訓
      """,
      .prosAndCons: """
      メリットとデメリット | メリット デメリット | メリットデメリット | メリット・デメリット | メリット / デメリット | メリットおよびデメリット | 長所と短所 | 利点と欠点
      | 賛成と反対 | 賛否 | 賛否両論 | 良い点と悪い点 | 良い点悪い点 | 強みと弱み | プロコン
      """,
      .goalsAndNonGoals: "目標と非目標 | ゴールと非ゴール",
      .introduction: "はじめに | 導入 | 序論 | 序文",
      .summary: "概要 | 要約 | 要旨 | サマリー",
      .context: "背景 | 経緯 | これまでの経緯 | 背景と経緯 | 歴史的背景 | 背景と課題 | 問題の背景 | 動機 | 現状",
      .analysis: "分析 | 考察 | 議論 | 検討 | 評価",
      .outlook: """
      今後の展望 | 展望 | 今後の見通し | 見通し | 将来の展望 | 将来展望 | 今後の予定 | 今後 | これから | 今後について | 今後の課題と展望 | 今後のシナリオ
      | シナリオ | 次に来るもの
      """,
      .callToAction: """
      行動 | 行動の呼びかけ | 行動を起こそう | 呼びかけ | 私たちにできること | わたしたちにできること | あなたにできること | 今できること | 今すぐできること
      """,
      .conclusion: "結論 | おわりに | 終わりに | 結び | むすび | 最後に | さいごに | 総評 | 総括",
      .options: "選択肢 | 代替案 | 検討した選択肢 | 検討した代替案 | 他の選択肢",
      .setAside: "リスクと対策 | リスクと緩和策 | 課題と対策 | 決定要因 | 判断基準 | 影響 | 決定の影響 | 結果",
    ],
    sides: [
      .pros: "賛成 | 賛成派 | 良い | プラス",
      .cons: "反対 | 反対派 | 悪い | マイナス",
    ],
    conditionals: "もし | もしも",
    conditionEndings: "なら | ならば | れば | たら | だら | 場合 | 場合は | 場合には",
    connectives: "逆に | 反対に | 一方 | 一方で | しかし | ただし | また | そして | 反面",
    consequents: "その場合 | そのときは",
    placeholders: "なし | 無し | 特になし | 特に無し | 該当なし | 該当無し | 未定 | 不明 | 検討中 | ありません | 特にありません",
    furniture: "広告 | シェア | シェアする | 関連記事 | あわせて読みたい | 続きを読む | この記事をシェア"
  )

  private static let portuguese = Language(
    tag: "pt",
    phrases: [
      .objectives: """
      objetivos | objetivo | objectivos | objectivo | metas | meta | finalidades | finalidade
      | o que quer * | o que querem * | o que * quer | o que * querem | o que pretende *
      | o que pretendem * | o que * pretende | o que * pretendem | o que busca * | o que buscam *
      | os objetivos | ambições | intenções
      """,
      .nonGoals: """
      não objetivos | não objetivo | não objectivos | fora do escopo | fora de escopo
      | fora do âmbito | o que não é objetivo
      """,
      .pros: """
      vantagens | vantagem | prós | pró | benefícios | benefício | pontos fortes | ponto forte
      | pontos positivos | aspectos positivos | aspetos positivos | efeitos positivos
      | consequências positivas | argumentos a favor | argumentos favoráveis | razões a favor
      | lado positivo | o lado bom | oportunidades | forças | as vantagens | os benefícios | os prós
      | o que gostamos | do que gostamos
      """,
      .cons: """
      desvantagens | desvantagem | contras | riscos | pontos fracos | ponto fraco | pontos negativos
      | aspectos negativos | aspetos negativos | efeitos negativos | consequências negativas
      | argumentos contra | argumentos contrários | argumentos desfavoráveis | razões contra
      | lado negativo | o lado ruim | limitações | fraquezas | inconvenientes | defeitos
      | as desvantagens | os riscos | os contras | do que não gostamos | objeções
      """,
      .neutral: "consequências neutras | aspectos neutros",
      .takeaways: """
      pontos principais | principais pontos | pontos chave | principais conclusões
      | principais mensagens | mensagens chave | ideias chave | ideias principais | o essencial
      | em poucas palavras | lições aprendidas | o que reter | o que lembrar | destaques
      | pontos essenciais | em resumo
      """,
      .prosAndCons: """
      prós e contras | prós & contras | os prós e os contras | vantagens e desvantagens
      | benefícios e riscos | riscos e benefícios | riscos e oportunidades | oportunidades e riscos
      | pontos fortes e fracos | pontos fortes e pontos fracos | pontos positivos e negativos
      | argumentos a favor e contra | a favor e contra | lado bom e lado ruim
      """,
      .goalsAndNonGoals: "objetivos e não objetivos",
      .introduction: "introdução | apresentação",
      .summary: "resumo | resumo executivo | sumário | sumário executivo | síntese",
      .context: """
      contexto | o contexto | contexto histórico | contextualização | enquadramento | antecedentes
      | motivação | o problema | problema | a situação | a situação atual
      """,
      .analysis: "análise | análise aprofundada | discussão | avaliação",
      .outlook: """
      perspectivas | perspetivas | perspectiva | perspectivas futuras | perspectivas para o futuro
      | o que vem a seguir | o que vem por aí | o que esperar | e agora | o futuro | futuro
      | cenários | cenários possíveis | possíveis cenários | olhando para o futuro
      """,
      .callToAction: """
      chamada à ação | chamada para a ação | chamada para ação | chamado à ação | apelo à ação
      | o que você pode fazer | o que pode fazer | o que podemos fazer | como ajudar | como agir
      | aja agora | participe
      """,
      .conclusion: """
      conclusão | conclusões | considerações finais | reflexões finais | em conclusão | veredicto
      | veredito | balanço | palavras finais | conclusões e recomendações
      """,
      .options: """
      alternativas | opções | opções consideradas | alternativas consideradas | as opções
      | as alternativas | outras opções
      """,
      .setAside: """
      critérios de decisão | consequências | consequências da decisão | riscos e mitigação
      | riscos e mitigações | riscos e medidas | mitigação
      """,
    ],
    nouns: [
      .objectives: "objetivos | objectivos | metas",
      .pros: "vantagens | benefícios",
      .cons: "desvantagens | riscos | limitações",
    ],
    stances: [
      .pros: "bom porque | bem porque",
      .cons: "ruim porque | mau porque | mal porque",
      .neutral: "neutro porque",
    ],
    sides: [
      .pros: "a favor | pró | sim",
      .cons: "contra | não",
    ],
    agents: """
      grupo | conselho | governo | ministério | partido | presidente | presidenta | ministro
      | ministra | prefeito | prefeita | câmara | comissão | comitê | união | aliança | banco
      | oposição | parlamento | sindicato | empresa
      """,
    divisions: "seção | secção | capítulo",
    qualifiers: """
      possíveis | possível | potenciais | principais | grandes | estratégicos | estratégicas
      | políticos | económicos | econômicos | sociais | esperados | esperadas
      """,
    determiners: """
      um | uma | os | seus | suas | nossos | nossas | alguns | algumas | vários | várias | dois | duas
      | três | quatro | cinco | seis | sete | oito | nove | dez
      """,
    negations: "não | sem | nenhum",
    complements: "da | dos | das | para",
    conjunctions: "e | ou",
    conditionals: "se | caso",
    connectives: """
      pelo contrário | ao contrário | em contrapartida | por outro lado | mas | porém | no entanto
      | contudo | caso contrário | e
      """,
    consequents: "então",
    continuations: """
      e | ou | mas | mesmo | sobretudo | especialmente | se | que | quem | onde | quando | como
      | embora | porque | nem | ainda
      """,
    placeholders: """
      nenhum | nenhuma | não aplicável | não se aplica | a definir | por definir | a determinar | nada
      | n / d
      """,
    bylines: "texto de",
    furniture: """
      compartilhar | partilhar | compartilhe | publicidade | leia mais | leia também | imprimir
      """,
    abbreviations: "sr | sra | dr | dra | prof | núm | pág | av",
    months: """
      janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro
      | novembro | dezembro
      """,
    frequent: """
      o | a | os | as | de | do | da | dos | das | e | que | em | no | na | um | uma | não | com
      | para | é | ao | se | por | mais | são | como | mas
      """
  )

  private static let dutch = Language(
    tag: "nl",
    phrases: [
      .objectives: """
      doelen | doel | doelstellingen | doelstelling | de doelen | het doel
      | doelen en doelstellingen | ambities | wat * wil | wat * willen | wat wil * | wat willen *
      | wat * wil bereiken | wat * willen bereiken | wat wil * bereiken | wat willen * bereiken
      | wat wil de * | wat willen de * | wat de * wil | wat de * willen
      """,
      .nonGoals: """
      niet doelen | geen doelen | buiten scope | buiten de scope | buiten bereik | buiten het bereik
      | valt buiten de scope
      """,
      .pros: """
      voordelen | voordeel | de voordelen | pluspunten | pluspunt | sterke punten | sterke kanten
      | positieve punten | positieve gevolgen | positieve aspecten | argumenten voor | redenen voor
      | kansen | pluspunten en voordelen | wat ons bevalt
      """,
      .cons: """
      nadelen | nadeel | de nadelen | minpunten | minpunt | zwakke punten | zwakke kanten
      | negatieve punten | negatieve gevolgen | negatieve aspecten | argumenten tegen
      | redenen tegen | tegenargumenten | bezwaren | risico's | beperkingen | wat ons niet bevalt
      """,
      .neutral: "neutrale gevolgen | neutrale aspecten",
      .takeaways: """
      belangrijkste punten | de belangrijkste punten | belangrijkste inzichten
      | de belangrijkste inzichten | belangrijkste conclusies | de belangrijkste conclusies
      | belangrijkste bevindingen | kernpunten | hoofdpunten | kernboodschap | kernboodschappen
      | in een notendop | het belangrijkste | het belangrijkste op een rij | op een rij
      | om te onthouden | geleerde lessen
      """,
      .prosAndCons: """
      voor en nadelen | voor & nadelen | voordelen en nadelen | de voor en nadelen
      | de voordelen en nadelen | plus en minpunten | pluspunten en minpunten | voors en tegens
      | de voors en tegens | sterke en zwakke punten | sterktes en zwaktes | voor en tegen
      | kansen en risico's | risico's en kansen | argumenten voor en tegen
      """,
      .goalsAndNonGoals: "doelen en niet doelen",
      .introduction: "inleiding | introductie",
      .summary: "samenvatting | in het kort | kort samengevat | managementsamenvatting",
      .context: """
      achtergrond | de achtergrond | context | aanleiding | voorgeschiedenis | probleemstelling
      | het probleem | achtergrond en context | de situatie
      """,
      .analysis: "analyse | discussie | beoordeling | evaluatie | duiding",
      .outlook: """
      vooruitblik | vooruitzichten | toekomst | de toekomst | toekomstperspectief
      | blik op de toekomst | wat nu | en nu | hoe nu verder | hoe verder | hoe gaat het verder
      | scenario's | mogelijke scenario's
      """,
      .callToAction: """
      oproep tot actie | oproep | wat u kunt doen | wat je kunt doen | wat kunt u doen
      | wat kun je doen | wat kunnen we doen | wat we kunnen doen | kom in actie | doe mee
      """,
      .conclusion: """
      conclusie | conclusies | de conclusie | slotwoord | slotsom | tot slot | eindoordeel
      | ons oordeel | oordeel | conclusie en aanbevelingen | conclusies en aanbevelingen
      """,
      .options: """
      alternatieven | opties | de opties | overwogen opties | overwogen alternatieven
      | andere opties
      """,
      .setAside: """
      gevolgen | risico's en maatregelen | risico's en beheersmaatregelen | besliscriteria
      """,
    ],
    nouns: [
      .objectives: "doelen | doelstellingen",
      .pros: "voordelen | pluspunten",
      .cons: "nadelen | risico's | bezwaren | minpunten",
    ],
    stances: [
      .pros: "goed omdat",
      .cons: "slecht omdat",
      .neutral: "neutraal omdat",
    ],
    sides: [
      .pros: "voor | ja",
      .cons: "tegen | nee",
    ],
    agents: """
      groep | raad | regering | kabinet | ministerie | partij | president | minister | burgemeester
      | commissie | unie | alliantie | coalitie | oppositie | parlement | gemeente | vakbond | bedrijf
      """,
    divisions: "deel | hoofdstuk | paragraaf",
    qualifiers: """
      mogelijke | potentiële | belangrijkste | voornaamste | grootste | verwachte | belangrijke
      | strategische | politieke | economische | technische | praktische
      """,
    determiners: """
      het | een | zijn | haar | hun | onze | mijn | enkele | verschillende | twee | drie | vier | vijf
      | zes | zeven | acht | negen | tien | alle | deze
      """,
    negations: "niet | geen | zonder",
    complements: "van | voor",
    conjunctions: "en | of",
    conditionals: "als | indien | mocht",
    connectives: "omgekeerd | daarentegen | maar | echter | anderzijds | en",
    consequents: "dan",
    continuations: """
      en | of | maar | ook | zelfs | vooral | als | indien | dat | die | omdat | terwijl | waar | hoe
      | wanneer | zoals
      """,
    placeholders: """
      geen | niet van toepassing | n.v.t | nvt | nog te bepalen | nog onbekend | onbekend | niets
      """,
    bylines: "door | tekst",
    furniture: "delen | deel dit artikel | advertentie | lees ook | lees meer | afdrukken",
    abbreviations: "bijv | enz | o.a | d.w.z | nr | mw | dhr | blz",
    months: """
      januari | februari | maart | april | mei | juni | juli | augustus | september | oktober
      | november | december
      """,
    frequent: """
      de | het | een | en | van | is | dat | niet | op | te | voor | met | zijn | die | in | er | aan
      | ook | als | maar | om | wordt | naar | door | bij | of
      """
  )

  private static let polish = Language(
    tag: "pl",
    phrases: [
      .objectives: """
      cele | cel | główne cele | czego chce * | czego chcą * | co chce osiągnąć *
      | co chcą osiągnąć * | do czego dąży * | do czego dążą *
      """,
      .nonGoals: "poza zakresem | poza zakresem projektu | co nie jest celem",
      .pros: """
      zalety | zaleta | plusy | korzyści | korzyść | mocne strony | argumenty za | pozytywne skutki
      | pozytywne konsekwencje | pozytywne strony | pozytywy | szanse | co przemawia za
      | argumenty na tak
      """,
      .cons: """
      wady | wada | minusy | słabe strony | argumenty przeciw | argumenty przeciwko
      | negatywne skutki | negatywne konsekwencje | negatywne strony | negatywy | ryzyka
      | ograniczenia | co przemawia przeciw | argumenty na nie | zastrzeżenia
      """,
      .neutral: "neutralne skutki | neutralne konsekwencje",
      .takeaways: """
      najważniejsze wnioski | kluczowe wnioski | główne wnioski | najważniejsze informacje
      | najważniejsze punkty | kluczowe punkty | główne punkty | najważniejsze | w skrócie
      | w pigułce | co warto zapamiętać | o czym warto pamiętać | o czym pamiętać
      """,
      .prosAndCons: """
      zalety i wady | wady i zalety | plusy i minusy | za i przeciw | argumenty za i przeciw
      | mocne i słabe strony | korzyści i ryzyka | korzyści i zagrożenia | szanse i zagrożenia
      | szanse i ryzyka
      """,
      .introduction: "wstęp | wprowadzenie",
      .summary: "streszczenie | podsumowanie",
      .context: """
      kontekst | tło | tło historyczne | geneza | kontekst historyczny | problem | motywacja
      """,
      .analysis: "analiza | ocena | dyskusja | omówienie",
      .outlook: """
      perspektywy | perspektywy na przyszłość | co dalej | co będzie dalej | prognoza | prognozy
      | przyszłość | scenariusze | możliwe scenariusze
      """,
      .callToAction: """
      wezwanie do działania | co możesz zrobić | co możemy zrobić | co można zrobić | jak pomóc
      | działaj
      """,
      .conclusion: """
      wnioski | wniosek | zakończenie | konkluzja | konkluzje | werdykt | wnioski końcowe
      """,
      .options: """
      alternatywy | opcje | warianty | rozważane opcje | rozważane warianty | rozważane alternatywy
      """,
      .setAside: "skutki | konsekwencje | kryteria decyzji",
    ],
    nouns: [
      .objectives: "cele",
      .pros: "zalety | korzyści",
      .cons: "wady",
    ],
    stances: [
      .pros: "dobrze bo | dobre bo",
      .cons: "źle bo | złe bo",
      .neutral: "neutralne bo",
    ],
    sides: [
      .pros: "za",
      .cons: "przeciw | przeciwko",
    ],
    qualifiers: """
      możliwe | potencjalne | główne | najważniejsze | kluczowe | największe | istotne | strategiczne
      """,
    negations: "nie | bez",
    complements: "dla",
    conjunctions: "oraz | lub",
    conditionals: "jeśli | jeżeli",
    connectives: "odwrotnie | natomiast | ale | jednak | z kolei | w przeciwnym razie",
    consequents: "wtedy | to",
    continuations: """
      i | oraz | lub | albo | ale | a | że | który | która | które | którzy | których | którego
      | której | gdy | kiedy | gdzie | jak | bo | ponieważ | choć | nawet | zwłaszcza | szczególnie
      | jeśli | jeżeli | aby | żeby | co
      """,
    placeholders: "brak | nie dotyczy | n / d | do ustalenia | nieznane | nic | żadne",
    furniture: "udostępnij | reklama | czytaj także | czytaj też | czytaj więcej | drukuj",
    abbreviations: "np | itd | itp | tzn | tzw | m.in | ul | tj | nr",
    months: """
      stycznia | lutego | marca | kwietnia | maja | czerwca | lipca | sierpnia | września
      | października | listopada | grudnia
      """,
    frequent: """
      i | w | z | na | się | nie | że | do | jest | to | jak | ale | po | za | przez | od | są | dla
      | oraz | co | o | ma
      """
  )

  private static let ukrainian = Language(
    tag: "uk", script: .cyrillic,
    phrases: [
      .objectives: """
      цілі | ціль | мета | головні цілі | чого хоче * | чого хочуть * | чого прагне *
      | чого прагнуть * | чого домагається * | чого домагаються *
      """,
      .nonGoals: "не цілі | що не є метою | поза межами проєкту",
      .pros: """
      переваги | перевага | плюси | вигоди | сильні сторони | аргументи за | доводи за
      | позитивні наслідки | позитивні сторони
      """,
      .cons: """
      недоліки | недолік | мінуси | слабкі сторони | аргументи проти | доводи проти
      | негативні наслідки | негативні сторони | ризики | обмеження
      """,
      .takeaways: """
      головне | найважливіше | ключові висновки | основні висновки | головні висновки | ключові тези
      | основні тези | ключові моменти | коротко про головне | що варто запам'ятати
      """,
      .prosAndCons: """
      плюси і мінуси | плюси та мінуси | переваги і недоліки | переваги та недоліки | за і проти
      | за та проти | аргументи за і проти | аргументи за та проти | сильні та слабкі сторони
      | сильні і слабкі сторони | ризики та можливості | можливості та ризики
      """,
      .introduction: "вступ",
      .summary: "резюме | стислий виклад | анотація",
      .context: "контекст | передісторія | передумови | історичний контекст",
      .analysis: "аналіз | обговорення | оцінка",
      .outlook: """
      перспективи | що далі | що буде далі | прогноз | прогнози | сценарії | можливі сценарії
      | погляд у майбутнє | майбутнє
      """,
      .callToAction: """
      заклик до дії | що ви можете зробити | що можна зробити | що ми можемо зробити | як допомогти
      """,
      .conclusion: "висновок | висновки | підсумок | підсумки | вердикт",
      .options: "альтернативи | варіанти | розглянуті варіанти",
      .setAside: "наслідки | ризики та заходи | ризики і заходи | критерії рішення",
    ],
    nouns: [
      .objectives: "цілі",
      .pros: "переваги",
      .cons: "недоліки",
    ],
    sides: [
      .pros: "за",
      .cons: "проти",
    ],
    qualifiers: "можливі | потенційні | головні | основні | ключові | стратегічні | очікувані",
    negations: "не | без",
    complements: "для",
    conjunctions: "і | й | та | або",
    conditionals: "якщо | якби",
    connectives: "навпаки | однак | але | натомість | а | проте | і",
    consequents: "тоді | то",
    continuations: """
      і | й | та | або | але | що | який | яка | яке | які | яких | якого | якої | коли | де | як | бо
      | хоча | навіть | особливо | якщо | щоб
      """,
    placeholders: "немає | нема | не застосовується | невідомо | буде визначено",
    bylines: "автор | авторка | автори",
    furniture: "поділитися | реклама | читайте також",
    months: """
      січня | лютого | березня | квітня | травня | червня | липня | серпня | вересня | жовтня
      | листопада | грудня
      """,
    frequent: """
      що | це | як | та | із | але | або | від | також | якщо | є | й | у | до | був | цей | ми | його
      """,
    letters: "і | ї | є | ґ"
  )

  private static let russian = Language(
    tag: "ru", script: .cyrillic,
    phrases: [
      .objectives: """
      цели | цель | цели и задачи | главные цели | чего хочет * | чего хотят * | чего добивается *
      | чего добиваются * | к чему стремится * | к чему стремятся *
      """,
      .nonGoals: "не цели | что не является целью | вне рамок проекта",
      .pros: """
      преимущества | преимущество | плюсы | достоинства | выгоды | сильные стороны | аргументы за
      | доводы за | положительные стороны | положительные последствия
      """,
      .cons: """
      недостатки | недостаток | минусы | слабые стороны | аргументы против | доводы против
      | отрицательные стороны | отрицательные последствия | негативные последствия | риски
      | ограничения
      """,
      .takeaways: """
      главное | самое главное | ключевые выводы | основные выводы | главные выводы | ключевые тезисы
      | основные тезисы | ключевые моменты | коротко о главном | что важно запомнить
      """,
      .prosAndCons: """
      плюсы и минусы | за и против | преимущества и недостатки | достоинства и недостатки
      | аргументы за и против | доводы за и против | сильные и слабые стороны | риски и возможности
      | возможности и риски
      """,
      .introduction: "введение | вступление",
      .summary: "резюме | краткое содержание | аннотация",
      .context: "контекст | предыстория | предпосылки | исторический контекст",
      .analysis: "анализ | разбор | обсуждение | оценка",
      .outlook: """
      перспективы | что дальше | что будет дальше | прогноз | прогнозы | сценарии
      | возможные сценарии | взгляд в будущее | будущее
      """,
      .callToAction: """
      призыв к действию | что вы можете сделать | что можно сделать | что мы можем сделать
      | как помочь
      """,
      .conclusion: "заключение | вывод | выводы | вердикт | итог | итоги",
      .options: "альтернативы | варианты | рассмотренные варианты",
      .setAside: "последствия | риски и меры | критерии выбора | критерии решения",
    ],
    nouns: [
      .objectives: "цели",
      .pros: "преимущества",
      .cons: "недостатки",
    ],
    sides: [
      .pros: "за",
      .cons: "против",
    ],
    qualifiers: """
      возможные | потенциальные | главные | основные | ключевые | стратегические | ожидаемые
      """,
    negations: "не | без",
    complements: "для",
    conjunctions: "и | или",
    conditionals: "если",
    connectives: "напротив | наоборот | однако | но | а | и | в противном случае",
    consequents: "тогда | то",
    continuations: """
      и | или | но | что | который | которая | которое | которые | которых | которого | которой
      | когда | где | как | хотя | даже | особенно | если | чтобы | потому
      """,
    placeholders: "нет | отсутствует | отсутствуют | не применимо | неизвестно | будет определено",
    bylines: "автор | авторы",
    furniture: "поделиться | реклама | читайте также",
    months: """
      января | февраля | марта | апреля | мая | июня | июля | августа | сентября | октября | ноября
      | декабря
      """,
    frequent: """
      что | это | как | из | был | его | также | или | чтобы | если | но | они | от | к | с | у | ещё
      | уже
      """,
    letters: "ы | э | ё"
  )

  private static let turkish = Language(
    tag: "tr",
    phrases: [
      .objectives: "hedefler | hedef | hedefleri | amaçlar | amaç | amaçları | * ne istiyor",
      .nonGoals: "kapsam dışı",
      .pros: """
      avantajlar | avantaj | avantajları | artılar | artıları | faydalar | faydaları | yararlar
      | yararları | olumlu yönler | olumlu yönleri | olumlu yanlar | güçlü yönler | güçlü yönleri
      | lehte argümanlar
      """,
      .cons: """
      dezavantajlar | dezavantaj | dezavantajları | eksiler | eksileri | sakıncalar | sakıncaları
      | olumsuz yönler | olumsuz yönleri | olumsuz yanlar | zayıf yönler | zayıf yönleri | riskler
      | riskleri | aleyhte argümanlar
      """,
      .takeaways: """
      önemli noktalar | ana noktalar | temel noktalar | öne çıkanlar | temel çıkarımlar
      | önemli çıkarımlar | kilit noktalar
      """,
      .prosAndCons: """
      artılar ve eksiler | artıları ve eksileri | avantajlar ve dezavantajlar
      | avantajları ve dezavantajları | avantaj ve dezavantajlar | avantaj ve dezavantajları
      | güçlü ve zayıf yönler | güçlü ve zayıf yönleri | olumlu ve olumsuz yönler
      | riskler ve fırsatlar | fırsatlar ve riskler
      """,
      .introduction: "giriş",
      .summary: "özet | yönetici özeti",
      .context: "arka plan | arkaplan | bağlam",
      .analysis: "analiz | değerlendirme | tartışma",
      .outlook: """
      geleceğe bakış | gelecek | bundan sonra ne olacak | şimdi ne olacak | senaryolar
      | olası senaryolar
      """,
      .callToAction: "eylem çağrısı | harekete geçin | ne yapabilirsiniz | ne yapabiliriz",
      .conclusion: "sonuç | son söz | değerlendirme ve sonuç",
      .options: "alternatifler | seçenekler",
      .setAside: "riskler ve önlemler",
    ],
    sides: [
      .pros: "lehte | artı",
      .cons: "aleyhte | eksi",
    ],
    qualifiers: "olası | muhtemel | potansiyel | temel | başlıca | ana | önemli",
    conjunctions: "ve | veya",
    conditionals: "eğer | şayet",
    connectives: "aksine | tersine | ancak | ama | fakat | öte yandan",
    continuations: "ve | veya | ya | ama | hatta | özellikle | eğer",
    placeholders: "yok | bulunmuyor | geçerli değil | belirlenecek | bilinmiyor",
    furniture: "paylaş | reklam | ilgili haberler",
    months: """
      ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
      """,
    frequent: """
      ve | bir | bu | da | de | için | ile | olarak | daha | çok | en | gibi | olan | sonra | kadar
      | ama | değil | ise | her | var | yeni
      """
  )

  private static let chinese = Language(
    tag: "zh", script: .han,
    phrases: [
      .objectives: "目标 | 目標 | 目的 | 主要目标 | 主要目標 | 战略目标 | 戰略目標",
      .nonGoals: "非目标 | 非目標 | 不在范围内 | 不在範圍內",
      .pros: """
      优点 | 優點 | 优势 | 優勢 | 好处 | 好處 | 益处 | 益處 | 利处 | 利處 | 主要优点 | 主要優點 | 主要优势 | 主要優勢 | 潜在优势 | 潛在優勢
      | 支持理由 | 支持的理由 | 赞成理由 | 贊成理由
      """,
      .cons: """
      缺点 | 缺點 | 劣势 | 劣勢 | 弊端 | 坏处 | 壞處 | 不足之处 | 不足之處 | 主要缺点 | 主要缺點 | 主要劣势 | 主要劣勢 | 风险 | 風險 | 潜在风险
      | 潛在風險 | 反对理由 | 反對理由 | 反对的理由 | 反對的理由
      """,
      .takeaways: """
      要点 | 要點 | 关键要点 | 關鍵要點 | 主要要点 | 主要要點 | 核心要点 | 核心要點 | 要点总结 | 要點總結 | 重点摘要 | 重點摘要 | 重點整理 | 关键结论
      | 關鍵結論
      """,
      .prosAndCons: """
      优缺点 | 優缺點 | 优点和缺点 | 優點和缺點 | 优点与缺点 | 優點與缺點 | 优势与劣势 | 優勢與劣勢 | 优势和劣势 | 優勢和劣勢 | 优劣势 | 優劣勢 | 利弊
      | 利与弊 | 利與弊 | 利弊分析 | 正反两面 | 正反兩面 | 机遇与风险 | 機遇與風險 | 支持与反对 | 支持與反對 | 赞成与反对 | 贊成與反對
      """,
      .introduction: "引言 | 导言 | 導言 | 前言",
      .summary: "摘要 | 概要 | 概述",
      .context: "背景 | 历史背景 | 歷史背景 | 背景介绍 | 背景介紹",
      .analysis: "分析 | 深入分析 | 讨论 | 討論",
      .outlook: "展望 | 未来展望 | 未來展望 | 前景 | 未来前景 | 未來前景 | 前景展望 | 可能的情景",
      .callToAction: "行动呼吁 | 行動呼籲 | 呼吁行动 | 呼籲行動 | 号召行动 | 你可以做什么 | 你可以做什麼 | 我们能做什么 | 我們能做什麼",
      .conclusion: "结论 | 結論 | 结语 | 結語 | 总结 | 總結 | 小结 | 小結",
      .options: "备选方案 | 備選方案 | 替代方案 | 选项 | 選項",
      .setAside: "风险与对策 | 風險與對策 | 风险及对策 | 风险和对策 | 后果 | 後果",
    ],
    sides: [
      .pros: "支持 | 赞成 | 贊成 | 利",
      .cons: "反对 | 反對 | 弊",
    ],
    conditionals: "如果 | 假如 | 倘若 | 要是 | 假使",
    connectives: "反之 | 相反 | 但 | 但是 | 然而 | 不过 | 不過 | 否则",
    consequents: "那么 | 那麼 | 那麽 | 则 | 則",
    placeholders: "无 | 無 | 暂无 | 暫無 | 没有 | 沒有 | 不适用 | 不適用 | 待定 | 未知",
    furniture: "广告 | 廣告 | 分享 | 相关文章 | 相關文章 | 延伸阅读 | 延伸閱讀"
  )

  private static let korean = Language(
    tag: "ko", script: .hangul,
    phrases: [
      .objectives: "목표 | 목적 | 주요 목표 | 핵심 목표",
      .nonGoals: "비목표 | 범위 외 | 범위 밖",
      .pros: "장점 | 이점 | 주요 장점 | 강점 | 좋은 점 | 찬성 의견 | 찬성 이유 | 찬성 근거",
      .cons: "단점 | 주요 단점 | 약점 | 나쁜 점 | 아쉬운 점 | 반대 의견 | 반대 이유 | 반대 근거",
      .takeaways: "핵심 요약 | 핵심 요점 | 핵심 포인트 | 요점 | 요점 정리 | 주요 내용 | 기억할 점",
      .prosAndCons: "장단점 | 장점과 단점 | 장점 및 단점 | 찬반 | 찬성과 반대 | 강점과 약점 | 찬반 의견",
      .introduction: "서론 | 들어가며 | 머리말",
      .summary: "요약 | 개요",
      .context: "배경 | 배경과 맥락 | 추진 배경 | 역사적 배경",
      .analysis: "분석 | 심층 분석 | 논의",
      .outlook: "전망 | 향후 전망 | 앞으로의 전망 | 미래 전망 | 시나리오",
      .callToAction: "행동 촉구 | 우리가 할 수 있는 일 | 당신이 할 수 있는 일",
      .conclusion: "결론 | 맺음말 | 마치며 | 총평",
      .options: "대안 | 선택지 | 검토한 대안",
      .setAside: "위험과 대책 | 결정 요인",
    ],
    sides: [
      .pros: "찬성",
      .cons: "반대",
    ],
    qualifiers: "주요 | 잠재적 | 예상되는",
    conditionals: "만약 | 만일",
    connectives: "반대로 | 그러나 | 하지만 | 반면",
    consequents: "그러면",
    placeholders: "없음 | 해당 없음 | 미정 | 특별히 없음",
    furniture: "광고 | 공유하기 | 관련 기사"
  )

  private static let arabic = Language(
    tag: "ar", script: .arabic,
    phrases: [
      .objectives: """
      الأهداف | أهداف | الهدف | الأهداف الرئيسية | الأهداف الاستراتيجية | ماذا يريد * | ماذا تريد *
      """,
      .nonGoals: "خارج النطاق | ما ليس من الأهداف",
      .pros: """
      المزايا | مزايا | الإيجابيات | إيجابيات | الفوائد | فوائد | المميزات | نقاط القوة
      | الحجج المؤيدة
      """,
      .cons: """
      العيوب | عيوب | السلبيات | سلبيات | المساوئ | مساوئ | نقاط الضعف | المخاطر | مخاطر
      | الحجج المعارضة
      """,
      .takeaways: "النقاط الرئيسية | أهم النقاط | أبرز النقاط | النقاط الأساسية | أهم الاستنتاجات",
      .prosAndCons: """
      المزايا والعيوب | مزايا وعيوب | الإيجابيات والسلبيات | إيجابيات وسلبيات | الفوائد والمخاطر
      | نقاط القوة والضعف | المزايا والمساوئ | الفرص والمخاطر
      """,
      .introduction: "مقدمة | المقدمة",
      .summary: "ملخص | الملخص | الملخص التنفيذي",
      .context: "الخلفية | خلفية | السياق | خلفية تاريخية | الخلفية التاريخية",
      .analysis: "تحليل | التحليل | مناقشة",
      .outlook: """
      آفاق المستقبل | الآفاق المستقبلية | التوقعات | التوقعات المستقبلية | النظرة المستقبلية
      | نظرة مستقبلية | السيناريوهات المحتملة
      """,
      .callToAction: "دعوة إلى العمل | دعوة للعمل | دعوة إلى التحرك | ماذا يمكنك أن تفعل",
      .conclusion: "الخاتمة | خاتمة | الخلاصة | خلاصة | الاستنتاج | استنتاج",
      .options: "البدائل | الخيارات",
    ],
    sides: [
      .pros: "مؤيد | المؤيدون",
      .cons: "معارض | المعارضون",
    ],
    qualifiers: "المحتملة | الرئيسية | المتوقعة",
    conjunctions: "و",
    conditionals: "إذا | وإذا | لو",
    connectives: "في المقابل | وفي المقابل | لكن | ولكن | بالمقابل | على العكس | أما",
    continuations: "أو | التي | الذي | الذين | وإذا | إذا | حيث | بل",
    placeholders: "لا يوجد | لا توجد | لا شيء | غير محدد | غير معروف | لا ينطبق",
    furniture: "إعلان | شارك | مشاركة | اقرأ أيضا",
    months: """
      يناير | فبراير | مارس | أبريل | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر | ديسمبر
      """
  )
}

extension Language {
  /// Frequent words and letters of languages without an entry, so that a text in one of them is
  /// taken for none that has one.
  static let others = Language(
    tag: "", phrases: [:],
    frequent: """
      och | att | det | som | är | för | inte | av | på | med | og | ikke | er | til | af | ett | han
      | že | je | se | a | v | ve | jsou | aby | jako | și | este | sunt | pentru | cu | din | că | ei
      | ja | on | ei | oli | mutta | että | hogy | az | és | egy | nem | van | els | amb | i | dels
      """,
    letters:
      "ў | ј | љ | њ | ћ | ђ | џ | ѓ | ќ | ә | қ | ң | ө | ү | һ | ғ | پ | چ | ژ | گ | ک | ی | ہ | ے"
  )
}
