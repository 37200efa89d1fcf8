// Which letters fold to which: data, taken from the decompositions of Unicode 14 (a letter and the
// marks that are dropped), with the letters that Unicode does not take apart (ø, ł, ß, þ) and that
// many write in two ways (the yeh and kaf of Arabic and Persian).

extension FoldedCharacter {
  /// A row for each base, then the lower-case letters and the digits that stand for it.
  static let rows = """
    0 ⁰₀⓪
    1 ¹₁①
    10 ⑩
    11 ⑪
    12 ⑫
    13 ⑬
    14 ⑭
    15 ⑮
    16 ⑯
    17 ⑰
    18 ⑱
    19 ⑲
    2 ²₂②
    20 ⑳
    3 ³₃③
    4 ⁴₄④
    5 ⁵₅⑤
    6 ⁶₆⑥
    7 ⁷₇⑦
    8 ⁸₈⑧
    9 ⁹₉⑨
    a ªàáâãäåāăąǎǟǡǻȁȃȧɑᴬᵃᵅḁạảấầẩẫậắằẳẵặₐⱥ
    ae æǣǽᴭ
    b ƀɓᴮᵇḃḅḇℬ
    c çćĉċčƈȼᶜḉℂℭⅽ
    d ðďđɖɗᴰᵈᶞḋḍḏḑḓⅅⅆⅾ
    dz ǆǳ
    e èéêëēĕėęěȅȇȩɇᴱᵉḕḗḙḛḝẹẻẽếềểễệₑℯℰⅇ
    f ƒᶠḟℱ
    ff ﬀ
    ffi ﬃ
    ffl ﬄ
    fi ﬁ
    fl ﬂ
    g ĝğġģǥǧǵɠɡᴳᵍᶢḡℊ
    h ĥħȟʰᴴḣḥḧḩḫẖₕℋℌℍℎℏ
    i ìíîïĩīĭįıǐȉȋɨᴵᵢᶤḭḯỉịⁱℐℑℹⅈⅰ
    ii ⅱ
    iii ⅲ
    ij ĳ
    iv ⅳ
    ix ⅸ
    j ĵǰȷɉɟʲᴶᶡⅉⱼ
    k ķƙǩᴷᵏḱḳḵₖ
    l ĺļľłƚɫˡᴸḷḹḻḽₗℒℓⅼ
    lj ǉ
    m ᴹᵐḿṁṃₘℳⅿ
    n ñńņňǹɲᴺᶮṅṇṉṋⁿₙℕ
    nj ǌ
    o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɵᴼᵒᶱṍṏṑṓọỏốồổỗộớờởỡợₒℴ
    oe œ
    p ƥᴾᵖṕṗₚℙ
    q ℚ
    r ŕŗřȑȓɍʳᴿᵣṙṛṝṟℛℜℝ
    s śŝşšſșˢṡṣṥṧṩẛₛ
    ss ß
    st ﬅﬆ
    t ţťŧƭțʈᵀᵗṫṭṯṱẗₜ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗʉᵁᵘᵤᶶṳṵṷṹṻụủứừửữự
    v ʋᵛᵥᶹṽṿⅴⱽ
    vi ⅵ
    vii ⅶ
    viii ⅷ
    w ŵʷᵂẁẃẅẇẉẘ
    x ˣẋẍₓⅹ
    xi ⅺ
    xii ⅻ
    y ýÿŷƴȳɏʸẏẙỳỵỷỹ
    z źżžƶȥᶻẑẓẕℤℨ
    ʒ ǯ
    α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    ε έἐἑἒἓἔἕὲέ
    η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
    ο όὀὁὂὃὄὅὸό
    ρ ῤῥ
    σ ς
    υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
    ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
    а ӑӓ
    г ѓ
    е ѐёӗ
    ж ӂӝ
    з ӟ
    и йѝӣӥ
    к ќ
    о ӧ
    у ўӯӱӳ
    ч ӵ
    ы ӹ
    э ӭ
    і ї
    ѵ ѷ
    ә ӛ
    ө ӫ
    """

  /// More rows of bases and the letters that stand for them, in code points, for scripts that an editor may show out of order.
  static let codeRows: [(base: UInt32, letters: [UInt32])] = [
    // Arabic
    (0x0627, [0x0622, 0x0623, 0x0625]),
    (0x0643, [0x06A9]),
    (0x0647, [0x0629]),
    (0x0648, [0x0624]),
    (0x064A, [0x0626, 0x0649, 0x06CC]),
    (0x06C1, [0x06C2]),
    (0x06D2, [0x06D3]),
    (0x06D5, [0x06C0]),
    // Devanagari
    (0x0915, [0x0958]),
    (0x0916, [0x0959]),
    (0x0917, [0x095A]),
    (0x091C, [0x095B]),
    (0x0921, [0x095C]),
    (0x0922, [0x095D]),
    (0x0928, [0x0929]),
    (0x092B, [0x095E]),
    (0x092F, [0x095F]),
    (0x0930, [0x0931]),
    (0x0933, [0x0934]),
    // Bengali
    (0x09A1, [0x09DC]),
    (0x09A2, [0x09DD]),
    (0x09AF, [0x09DF]),
    // Gurmukhi
    (0x0A16, [0x0A59]),
    (0x0A17, [0x0A5A]),
    (0x0A1C, [0x0A5B]),
    (0x0A2B, [0x0A5E]),
    (0x0A32, [0x0A33]),
    (0x0A38, [0x0A36]),
    // Oriya
    (0x0B21, [0x0B5C]),
    (0x0B22, [0x0B5D]),
  ]
}
