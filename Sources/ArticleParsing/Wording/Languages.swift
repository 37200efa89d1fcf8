/// The vocabulary: one entry a language, and nothing about a language anywhere else.
extension Language {
  static let all: [Language] = [
    Language(
      tag: "en",
      phrases: [
        .objectives: """
        objectives | objective | goals | goal | aims | aim | strategic objectives | strategic goals
        | goals and objectives | aims and objectives | desired outcomes | intended outcomes
        | what * wants | what * want | what does * want | what do * want | what * seeks
        | what * seek | what * hopes to gain | what * hope to gain | what * hopes to achieve
        | what * hope to achieve | what * is after | what * are after | what * aims for
        | what we want | what we want to achieve | project goals | design goals | priorities
        | ambitions | aspirations | intentions
        """,
        .nonGoals: """
        non goals | non goal | nongoals | nongoal | non objectives | not goals | anti goals | no goals
        | out of scope | not in scope | explicitly out of scope | what is out of scope
        | what * does not want | what * do not want | what this is not
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
        | on the positive side
        """,
        .cons: """
        cons | con | disadvantages | disadvantage | drawbacks | drawback | downsides | downside
        | weaknesses | negatives | negative consequences | negative aspects | negative effects
        | bad points | minus points | the bad | trade offs | trade off | tradeoffs | tradeoff
        | shortcomings | limitations | risks | dangers | what we disliked | what we did not like
        | what we didn't like | what i disliked | what doesn't work | arguments against
        | reasons against | reasons to oppose | points against | case against | the case against
        | objections | what speaks against | what speaks against it | on the downside
        | on the minus side | on the negative side
        """,
        .neutral:
          "neutral consequences | neutral aspects | neutral points | neither here nor there",
        .takeaways: """
        key takeaways | takeaways | takeaway | key takeaway | bottom line | key points | key point
        | key findings | key messages | key insights | key lessons | what to remember
        | what to take away | points to remember | main points | main takeaways | in a nutshell
        | at a glance | highlights | lessons learned | lessons | tl dr | tldr | the short version
        """,
        .prosAndCons: """
        pros and cons | pro and con | pro and contra | pros & cons | arguments for and against
        | reasons for and against | the case for and against | for and against | the good and the bad
        | costs and benefits | benefits and costs | cost benefit analysis | swot analysis
        | benefits and risks | risks and benefits | positives and negatives
        | positive and negative consequences | plus and minus
        """,
        .goalsAndNonGoals: "goals and non goals | scope and non goals",
        .introduction: "introduction | intro | overview",
        .summary: "summary | executive summary | abstract | in brief | synopsis",
        .context: """
        context | background | history | the backdrop | historical background | setting the scene
        | how we got here | context and problem statement | problem statement | motivation
        """,
        .analysis:
          "analysis | in depth analysis | discussion | assessment | evaluation | deep dive",
        .outlook: """
        outlook | future outlook | what comes next | what's next | what is next | what happens next
        | the road ahead | looking ahead | looking forward | next steps and outlook | the way forward
        | way forward | scenarios | possible scenarios | what to expect | future prospects
        | what may come next | what might come next | what lies ahead
        """,
        .callToAction: """
        call to action | calls to action | what you can do | what can you do | take action
        | get involved | how you can help | act now | how to help | what to do now
        """,
        .conclusion: """
        conclusion | conclusions | verdict | final thoughts | closing thoughts | concluding remarks
        | final verdict | our verdict | the verdict | wrapping up
        """,
        .options: """
        options | considered options | options considered | alternatives | alternatives considered
        | considered alternatives | the options | the alternatives
        """,
        .setAside: """
        risks and mitigations | risks and mitigation | risk mitigation | decision drivers
        | consequences | decision outcome
        """,
      ],
      nouns: [
        .objectives: "objectives | goals | aims | ambitions",
        .nonGoals: "non goals",
        .pros: "advantages | benefits | pros | upsides | strengths | arguments for | reasons for",
        .cons: """
        disadvantages | drawbacks | downsides | cons | weaknesses | shortcomings | risks
        | arguments against | reasons against | objections
        """,
        .takeaways: "takeaways | key points | lessons",
      ],
      stances: [
        .pros: "good because | good since | good as | positive because",
        .cons: "bad because | bad since | bad as | negative because",
        .neutral: "neutral because | neutral since | neutral as",
      ],
      sides: [.pros: "for", .cons: "against"],
      agents: """
        group | board | council | government | company | ministry | party | union | president
        | minister | mayor | committee | commission | kremlin | team | agency | federation | alliance
        | bank | states | administration | coalition | movement | opposition | army | church | court
        | authority | parliament | senate | congress | house | office | union | association
        """,
      divisions: "section | part | chapter | article",
      qualifiers: """
        potential | possible | likely | expected | anticipated | perceived | alleged | claimed
        | supposed | main | major | key | primary | principal | central | biggest | chief | top
        | important | significant | notable | additional | further | other | general | specific
        | overall | short term | long term | near term | immediate | strategic | economic | political
        | social | environmental | technical | practical | financial | security | stated | declared
        | real | hidden | obvious | serious | ultimate | broader | official
        """,
      determiners: """
        the | a | an | its | their | his | her | our | my | your | some | several | these | those
        | many | few | two | three | four | five | six | seven | eight | nine | ten | all | any
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
        | to be determined | to be decided | to be done | nothing known | unknown | not yet known
        """,
      bylines: "by | written by | story by",
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
        january | february | march | april | may | june | july | august | september | october
        | november | december
        """,
      frequent:
        "the | of | and | to | in | is | that | it | for | was | with | as | are | be | this"
    ),
    Language(
      tag: "de",
      phrases: [
        .objectives: """
        ziele | ziel | zielsetzung | zielsetzungen | zielstellung | absichten | anliegen
        | was * will | was * wollen | was will * | was wollen * | was * anstrebt | was * anstreben
        | was wir wollen
        """,
        .nonGoals: """
        nicht ziele | nichtziele | nicht ziel | keine ziele | nicht im umfang | außerhalb des umfangs
        | nicht teil des vorhabens
        """,
        .pros: """
        vorteile | vorteil | pro | pros | nutzen | stärken | pluspunkte | chancen
        | positive folgen | positive konsequenzen | positive auswirkungen | argumente für
        | argumente dafür | gründe für | gründe dafür | was dafür spricht | was spricht dafür
        | was für * spricht | dafür | das spricht dafür | pro argumente
        """,
        .cons: """
        nachteile | nachteil | contra | kontra | cons | schwächen | minuspunkte | risiken
        | negative folgen | negative konsequenzen | negative auswirkungen | argumente gegen
        | argumente dagegen | gründe gegen | gründe dagegen | was dagegen spricht
        | was spricht dagegen | dagegen | einwände | das spricht dagegen | contra argumente
        | kontra argumente
        """,
        .neutral: "neutrale folgen | neutrale konsequenzen",
        .takeaways: """
        die wichtigsten erkenntnisse | wichtigste erkenntnisse | kernaussagen | kernpunkte
        | das wichtigste in kürze | das wichtigste | auf einen blick | auf den punkt gebracht
        | was bleibt | erkenntnisse | die wichtigsten punkte | wichtigste punkte | merkpunkte
        | was man sich merken sollte
        """,
        .prosAndCons: """
        vor und nachteile | vorteile und nachteile | pro und contra | pro und kontra | pro & contra
        | für und wider | das für und wider | chancen und risiken | stärken und schwächen
        | argumente für und gegen
        """,
        .goalsAndNonGoals: "ziele und nicht ziele",
        .introduction: "einleitung | einführung | überblick",
        .summary: "zusammenfassung | kurzfassung | in kürze",
        .context: """
        hintergrund | kontext | ausgangslage | vorgeschichte | zusammenhang | hintergründe
        | problemstellung | motivation
        """,
        .analysis: "analyse | einordnung | bewertung | diskussion",
        .outlook: """
        ausblick | wie es weitergeht | wie geht es weiter | was kommt als nächstes | was nun kommt
        | szenarien | mögliche szenarien | was als nächstes kommt
        """,
        .callToAction: """
        was sie tun können | was du tun kannst | was wir tun können | was zu tun ist | aufruf
        | handlungsaufruf | jetzt handeln | machen sie mit
        """,
        .conclusion: "fazit | schluss | schlussfolgerung | schlussfolgerungen | resümee | urteil",
        .options: "alternativen | betrachtete optionen | erwogene optionen | optionen | varianten",
        .setAside:
          "risiken und gegenmaßnahmen | risiken und maßnahmen | entscheidungskriterien | folgen | konsequenzen",
      ],
      nouns: [
        .objectives: "ziele | absichten | anliegen",
        .pros: "vorteile | stärken | argumente für | gründe für",
        .cons: "nachteile | schwächen | risiken | einwände | argumente gegen | gründe gegen",
        .takeaways: "erkenntnisse",
      ],
      stances: [
        .pros: "gut weil", .cons: "schlecht weil", .neutral: "neutral weil",
      ],
      sides: [.pros: "dafür | für", .cons: "dagegen | gegen"],
      agents:
        "gruppe | rat | regierung | ministerium | partei | präsident | präsidentin | minister | ministerin | bürgermeister | bürgermeisterin | ausschuss | kommission | behörde | bündnis | bank | koalition | opposition | parlament | verband | stadt | union",
      divisions: "abschnitt | teil | kapitel",
      qualifiers: """
        mögliche | möglicher | potenzielle | potentielle | potenzieller | potentieller | erwartete
        | denkbare | wichtigste | wichtigsten | wesentliche | wesentlichen | zentrale | zentralen
        | größte | größten | weitere | strategische | strategischen | langfristige | kurzfristige
        | eigentliche | eigentlichen | politische | wirtschaftliche
        """,
      determiners: """
        die | der | das | den | dem | des | ein | eine | einer | seine | ihre | unsere | meine | einige
        | mehrere | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | alle | diese
        """,
      negations: "nicht | keine | kein | ohne",
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
      placeholders: "keine | keiner | keines | entfällt | nicht zutreffend | keine bekannt | offen",
      bylines: "von",
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
      frequent:
        "der | die | und | das | ist | nicht | ein | eine | den | von | zu | mit | auf | sich"
    ),
    Language(
      tag: "fr",
      phrases: [
        .objectives: """
        objectifs | objectif | buts | but | ce que veut * | ce que veulent * | ce que * veut
        | ce que * veulent | ce que cherche * | ce que cherchent * | que veut * | que veulent *
        """,
        .nonGoals: "hors périmètre | hors champ | non objectifs | ce qui est exclu",
        .pros: """
        avantages | avantage | pour | les plus | points forts | atouts | bénéfices | forces
        | points positifs | conséquences positives | arguments pour | arguments en faveur de
        | arguments favorables | le pour | opportunités
        """,
        .cons: """
        inconvénients | inconvénient | contre | les moins | points faibles | faiblesses | risques
        | points négatifs | conséquences négatives | arguments contre | le contre | limites
        | désavantages
        """,
        .neutral: "conséquences neutres",
        .takeaways: """
        points clés | à retenir | ce qu'il faut retenir | l'essentiel | les points clés
        | principaux enseignements | en résumé | l'essentiel à retenir | points essentiels
        """,
        .prosAndCons: """
        avantages et inconvénients | le pour et le contre | pour et contre | forces et faiblesses
        | arguments pour et contre | les plus et les moins | points forts et points faibles
        """,
        .introduction: "introduction",
        .summary: "résumé | synthèse | en bref",
        .context: "contexte | historique | arrière plan | contexte et enjeux | rappel des faits",
        .analysis: "analyse | analyse approfondie | discussion | décryptage",
        .outlook: """
        perspectives | perspective | et après | et maintenant | la suite | prochaines étapes
        | scénarios | perspectives d'avenir
        """,
        .callToAction: """
        appel à l'action | passez à l'action | ce que vous pouvez faire | comment agir | agir
        | que faire
        """,
        .conclusion: "conclusion | conclusions | verdict | bilan | notre verdict",
        .options: "alternatives | options | options envisagées",
        .setAside: "critères de décision | conséquences | risques et mesures",
      ],
      nouns: [
        .objectives: "objectifs | buts | ambitions",
        .pros: "avantages | atouts | arguments pour | arguments en faveur",
        .cons: "inconvénients | risques | faiblesses | arguments contre",
        .takeaways: "enseignements",
      ],
      stances: [
        .pros: "bien car | bon car", .cons: "mal car | mauvais car", .neutral: "neutre car",
      ],
      sides: [.pros: "pour", .cons: "contre"],
      agents:
        "groupe | conseil | gouvernement | ministère | parti | président | présidente | ministre | maire | comité | commission | union | alliance | banque | coalition | opposition | parlement | ville",
      divisions: "section | partie | chapitre",
      qualifiers: """
        possibles | possible | potentiels | potentielles | potentiel | éventuels | principaux
        | principales | grands | vrais | stratégiques | politiques | économiques
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
      placeholders: "aucun | aucune | néant | sans objet | s / o | à définir | rien",
      bylines: "par",
      furniture:
        "partager | partager cet article | publicité | lire aussi | à lire aussi | imprimer",
      abbreviations: "m | mm | mme | mlle | dr | st | ste | art | cf | p.ex | env | av | bd | n",
      months: """
        janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre
        | novembre | décembre
        """,
      frequent: "le | la | les | de | des | et | est | un | une | que | dans | pour | qui | du | au"
    ),
    Language(
      tag: "es",
      phrases: [
        .objectives: """
        objetivos | objetivo | metas | meta | fines | lo que quiere * | lo que quieren *
        | lo que busca * | qué quiere * | qué quieren * | lo que * quiere
        """,
        .nonGoals: "no objetivos | fuera de alcance | fuera del alcance | lo que no se busca",
        .pros: """
        ventajas | ventaja | pros | pro | beneficios | beneficio | puntos fuertes | fortalezas
        | puntos a favor | argumentos a favor | a favor | lo bueno | oportunidades
        | consecuencias positivas | aspectos positivos
        """,
        .cons: """
        desventajas | desventaja | inconvenientes | inconveniente | contras | contra | riesgos
        | puntos débiles | debilidades | puntos en contra | argumentos en contra | en contra | lo malo
        | consecuencias negativas | aspectos negativos | limitaciones
        """,
        .neutral: "consecuencias neutrales",
        .takeaways: """
        puntos clave | conclusiones clave | claves | lo esencial | ideas clave | lo más importante
        | qué recordar | para recordar | principales conclusiones | en pocas palabras
        """,
        .prosAndCons: """
        pros y contras | ventajas y desventajas | ventajas e inconvenientes
        | argumentos a favor y en contra | a favor y en contra | fortalezas y debilidades
        """,
        .goalsAndNonGoals: "objetivos y no objetivos",
        .introduction: "introducción",
        .summary: "resumen | resumen ejecutivo | síntesis",
        .context: "contexto | antecedentes | trasfondo | contexto y antecedentes",
        .analysis: "análisis | análisis en profundidad | discusión",
        .outlook: """
        perspectivas | perspectiva | perspectivas de futuro | qué viene ahora | lo que viene
        | el camino por delante | próximos pasos | escenarios | qué pasará ahora
        """,
        .callToAction:
          "llamada a la acción | llamamiento | qué puedes hacer | qué puede hacer | actúa",
        .conclusion: "conclusión | conclusiones | veredicto | balance",
        .options: "alternativas | opciones | opciones consideradas",
        .setAside: "criterios de decisión | consecuencias | riesgos y medidas",
      ],
      nouns: [
        .objectives: "objetivos | metas",
        .pros: "ventajas | beneficios | argumentos a favor",
        .cons: "desventajas | inconvenientes | riesgos | argumentos en contra",
      ],
      stances: [
        .pros: "bueno porque", .cons: "malo porque", .neutral: "neutral porque",
      ],
      sides: [.pros: "a favor", .cons: "en contra"],
      agents:
        "grupo | consejo | gobierno | ministerio | partido | presidente | presidenta | ministro | ministra | alcalde | comité | comisión | unión | alianza | banco | coalición | oposición | parlamento",
      divisions: "sección | parte | capítulo",
      qualifiers: """
        posibles | posible | potenciales | potencial | principales | grandes | verdaderos
        | estratégicos | políticos | económicos
        """,
      determiners: """
        el | la | los | las | un | una | unos | unas | sus | su | nuestros | nuestras | mis | algunos
        | algunas | varios | varias | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez
        """,
      negations: "no | sin | ningún",
      complements: "de | del | para | a | en",
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
      placeholders: "ninguno | ninguna | no aplica | n / d | por determinar | por definir | nada",
      bylines: "por",
      furniture: "compartir | compartir este artículo | publicidad | leer más | imprimir",
      abbreviations: "sr | sra | dr | dra | ud | uds | etc | p.ej | núm | pág | av",
      months: """
        enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre
        | noviembre | diciembre
        """,
      frequent: "el | la | los | las | de | y | que | en | es | un | una | del | con | por | para"
    ),
    Language(
      tag: "it",
      phrases: [
        .objectives: """
        obiettivi | obiettivo | scopi | scopo | finalità | cosa vuole * | cosa vogliono *
        | che cosa vuole * | che cosa vogliono * | ciò che vuole * | quello che vuole *
        """,
        .nonGoals: "non obiettivi | fuori ambito | fuori dall'ambito | esclusioni",
        .pros: """
        vantaggi | vantaggio | pro | benefici | beneficio | punti di forza | argomenti a favore
        | a favore | aspetti positivi | conseguenze positive | opportunità | pregi
        """,
        .cons: """
        svantaggi | svantaggio | contro | rischi | punti deboli | punti di debolezza | difetti
        | argomenti contro | argomenti contrari | aspetti negativi | conseguenze negative | limiti
        """,
        .neutral: "conseguenze neutre",
        .takeaways: """
        punti chiave | punti salienti | in sintesi | cosa ricordare | da ricordare | messaggi chiave
        | l'essenziale | le cose da sapere
        """,
        .prosAndCons: """
        pro e contro | i pro e i contro | vantaggi e svantaggi | punti di forza e di debolezza
        | argomenti a favore e contro
        """,
        .goalsAndNonGoals: "obiettivi e non obiettivi",
        .introduction: "introduzione",
        .summary: "sommario | riassunto | sintesi",
        .context: "contesto | antefatti | retroscena | contesto e antefatti",
        .analysis: "analisi | analisi approfondita | discussione",
        .outlook: """
        prospettive | prospettive future | cosa succede ora | cosa ci aspetta | i prossimi passi
        | prossimi passi | scenari | uno sguardo al futuro
        """,
        .callToAction:
          "invito all'azione | cosa puoi fare | cosa potete fare | agisci ora | appello",
        .conclusion: "conclusione | conclusioni | verdetto | bilancio",
        .options: "alternative | opzioni | opzioni considerate",
        .setAside: "criteri di decisione | conseguenze | rischi e misure",
      ],
      nouns: [
        .objectives: "obiettivi | scopi",
        .pros: "vantaggi | benefici | argomenti a favore",
        .cons: "svantaggi | rischi | argomenti contro",
      ],
      stances: [
        .pros: "bene perché | buono perché", .cons: "male perché | cattivo perché",
        .neutral: "neutro perché | neutrale perché",
      ],
      sides: [.pros: "a favore | pro", .cons: "contro"],
      agents:
        "gruppo | consiglio | governo | ministero | partito | presidente | ministro | ministra | sindaco | comitato | commissione | unione | alleanza | banca | coalizione | opposizione | parlamento",
      divisions: "sezione | parte | capitolo",
      qualifiers: """
        possibili | possibile | potenziali | potenziale | principali | grandi | veri | strategici
        | politici | economici
        """,
      determiners: """
        il | lo | la | i | gli | le | un | uno | una | suoi | sue | loro | nostri | nostre | alcuni
        | alcune | diversi | due | tre | quattro | cinque | sei | sette | otto | nove | dieci
        """,
      negations: "non | nessun | senza",
      complements: "di | del | della | dei | degli | delle | dell' | per | a | al",
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
      placeholders: "nessuno | nessuna | non applicabile | n / d | da definire | niente",
      bylines: "di",
      furniture: "condividi | pubblicità | leggi anche | stampa",
      abbreviations: "sig | sig.ra | dott | prof | ecc | es | pag | art | ca",
      months: """
        gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre
        | novembre | dicembre
        """,
      frequent:
        "il | la | di | che | e | un | una | per | non | in | sono | del | della | con | gli"
    ),
  ]
}
