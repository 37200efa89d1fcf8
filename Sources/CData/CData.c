// Files that are built into the program. A new language is a block and a line here.

#include "CData.h"

// `#embed` is of C23, which the package cannot ask for; the compiler has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en[] = {
#embed "Languages/en.txt"
};
static const unsigned char de[] = {
#embed "Languages/de.txt"
};
static const unsigned char fr[] = {
#embed "Languages/fr.txt"
};
static const unsigned char es[] = {
#embed "Languages/es.txt"
};
static const unsigned char it[] = {
#embed "Languages/it.txt"
};
static const unsigned char ja[] = {
#embed "Languages/ja.txt"
};
static const unsigned char pt[] = {
#embed "Languages/pt.txt"
};
static const unsigned char nl[] = {
#embed "Languages/nl.txt"
};
static const unsigned char pl[] = {
#embed "Languages/pl.txt"
};
static const unsigned char uk[] = {
#embed "Languages/uk.txt"
};
static const unsigned char ru[] = {
#embed "Languages/ru.txt"
};
static const unsigned char tr[] = {
#embed "Languages/tr.txt"
};
static const unsigned char zh[] = {
#embed "Languages/zh.txt"
};
static const unsigned char ko[] = {
#embed "Languages/ko.txt"
};
static const unsigned char ar[] = {
#embed "Languages/ar.txt"
};
static const unsigned char und[] = {
#embed "Languages/und.txt"
};

#define FILE_OF(language) {#language ".txt", language, sizeof language}

static const struct cdata_file languages[] = {
    FILE_OF(en),
    FILE_OF(de),
    FILE_OF(fr),
    FILE_OF(es),
    FILE_OF(it),
    FILE_OF(ja),
    FILE_OF(pt),
    FILE_OF(nl),
    FILE_OF(pl),
    FILE_OF(uk),
    FILE_OF(ru),
    FILE_OF(tr),
    FILE_OF(zh),
    FILE_OF(ko),
    FILE_OF(ar),
    FILE_OF(und),
};

const struct cdata_file *cdata_languages(size_t *count) {
  *count = sizeof languages / sizeof languages[0];
  return languages;
}
