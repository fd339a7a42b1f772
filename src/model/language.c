#include "model/country.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/match.h"

enum { LONGEST = 35 };	/* of a tag, BCP 47 section 4.4.1 */

const struct language languages[] = {
	{ "aa", "aar", "Afar", "Qafar" },
	{ "ab", "abk", "Abkhazian", "аԥсшәа" },
	{ "abr", NULL, "Bono", NULL },
	{ "ace", NULL, "Acehnese", "Acèh" },
	{ "ae", "ave", "Avestan", NULL },
	{ "af", "afr", "Afrikaans", "Afrikaans" },
	{ "ak", "aka", "Akan", "Akan" },
	{ "als", NULL, "Alemannic", "Alemannisch" },
	{ "am", "amh", "Amharic", "አማርኛ" },
	{ "ami", NULL, "Amis", "Pangcah" },
	{ "an", "arg", "Aragonese", "aragonés" },
	{ "ang", NULL, "Old English", "Ænglisc" },
	{ "anp", NULL, "Angika", "अंगिका" },
	{ "apd", NULL, "Sudanese Arabic", NULL },
	{ "ar", "ara", "Arabic", "العربية" },
	{ "arc", NULL, "Aramaic", "ܐܪܡܝܐ" },
	{ "ary", NULL, "Moroccan Arabic", "الدارجة" },
	{ "arz", NULL, "Egyptian Arabic", "مصرى" },
	{ "as", "asm", "Assamese", "অসমীয়া" },
	{ "ast", NULL, "Asturian", "asturianu" },
	{ "atj", NULL, "Atikamekw", "Atikamekw" },
	{ "av", "ava", "Avaric", "авар" },
	{ "awa", NULL, "Awadhi", "अवधी" },
	{ "ay", "aym", "Aymara", "Aymar aru" },
	{ "az", "aze", "Azerbaijani", "azərbaycanca" },
	{ "azb", NULL, "South Azerbaijani", "تۆرکجه" },
	{ "ba", "bak", "Bashkir", "башҡортса" },
	{ "ban", NULL, "Balinese", "Basa Bali" },
	{ "bar", NULL, "Bavarian", "Boarisch" },
	{ "bcl", NULL, "Central Bikol", "Bikol Central" },
	{ "be", "bel", "Belarusian", "беларуская" },
	{ "be-tarask", NULL, "Belarusian (Taraškievica)", "беларуская (тарашкевіца)" },
	{ "bem", NULL, "Bemba", "Ichibemba" },
	{ "ber", NULL, "Berber", "Tamaziɣt" },
	{ "bew", NULL, "Betawi", "Betawi" },
	{ "bg", "bul", "Bulgarian", "български" },
	{ "bh", "bih", "Bihari", NULL },
	{ "bho", NULL, "Bhojpuri", "भोजपुरी" },
	{ "bi", "bis", "Bislama", "Bislama" },
	{ "bjn", NULL, "Banjar", "Banjar" },
	{ "blk", NULL, "Pa'O", "ပအိုဝ်ႏဘာႏသာႏ" },
	{ "bm", "bam", "Bambara", "bamanankan" },
	{ "bn", "ben", "Bengali", "বাংলা" },
	{ "bo", "bod", "Tibetan", "བོད་ཡིག" },
	{ "bpy", NULL, "Bishnupriya", "বিষ্ণুপ্রিয়া মণিপুরী" },
	{ "br", "bre", "Breton", "brezhoneg" },
	{ "bs", "bos", "Bosnian", "bosanski" },
	{ "bug", NULL, "Buginese", "Basa Ugi" },
	{ "bxr", NULL, "Russia Buriat", "буряад" },
	{ "ca", "cat", "Catalan", "català" },
	{ "cbk-zam", NULL, "Chavacano", "Chavacano de Zamboanga" },
	{ "cdo", NULL, "Min Dong Chinese", "閩東語" },
	{ "ce", "che", "Chechen", "нохчийн" },
	{ "ceb", NULL, "Cebuano", "Cebuano" },
	{ "ch", "cha", "Chamorro", "Chamoru" },
	{ "chr", NULL, "Cherokee", "ᏣᎳᎩ" },
	{ "chy", NULL, "Cheyenne", "Tsetsêhestâhese" },
	{ "ckb", NULL, "Central Kurdish", "کوردی" },
	{ "co", "cos", "Corsican", "corsu" },
	{ "cr", "cre", "Cree", NULL },
	{ "crh", NULL, "Crimean Tatar", "qırımtatarca" },
	{ "cs", "ces", "Czech", "čeština" },
	{ "csb", NULL, "Kashubian", "kaszëbsczi" },
	{ "cu", "chu", "Church Slavic", "словѣньскъ" },
	{ "cv", "chv", "Chuvash", "чӑвашла" },
	{ "cy", "cym", "Welsh", "Cymraeg" },
	{ "da", "dan", "Danish", "dansk" },
	{ "dag", NULL, "Dagbani", "dagbanli" },
	{ "de", "deu", "German", "Deutsch" },
	{ "dga", NULL, "Southern Dagaare", "Dagaare" },
	{ "diq", NULL, "Zazaki", "Zazaki" },
	{ "dsb", NULL, "Lower Sorbian", "dolnoserbski" },
	{ "dty", NULL, "Doteli", "डोटेली" },
	{ "dv", "div", "Divehi", "ދިވެހި" },
	{ "dz", "dzo", "Dzongkha", "རྫོང་ཁ" },
	{ "ee", "ewe", "Ewe", "eʋegbe" },
	{ "egl", NULL, "Emilian", "emigliân" },
	{ "el", "ell", "Greek", "Ελληνικά" },
	{ "en", "eng", "English", "English" },
	{ "en-simple", NULL, "Simple English", "Simple English" },
	{ "eo", "epo", "Esperanto", "Esperanto" },
	{ "es", "spa", "Spanish", "español" },
	{ "et", "est", "Estonian", "eesti" },
	{ "eu", "eus", "Basque", "euskara" },
	{ "ext", NULL, "Extremaduran", "estremeñu" },
	{ "fa", "fas", "Persian", "فارسی" },
	{ "fat", NULL, "Fanti", "mfantse" },
	{ "ff", "ful", "Fulah", "Fulfulde" },
	{ "fi", "fin", "Finnish", "suomi" },
	{ "fil", NULL, "Filipino", "Filipino" },
	{ "fj", "fij", "Fijian", "Na Vosa Vakaviti" },
	{ "fo", "fao", "Faroese", "føroyskt" },
	{ "fon", NULL, "Fon", "fɔ̀ngbè" },
	{ "fr", "fra", "French", "français" },
	{ "frp", NULL, "Arpitan", "arpetan" },
	{ "frr", NULL, "Northern Frisian", "Nordfriisk" },
	{ "fur", NULL, "Friulian", "furlan" },
	{ "fy", "fry", "Western Frisian", "Frysk" },
	{ "ga", "gle", "Irish", "Gaeilge" },
	{ "gaa", NULL, "Ga", "Ga" },
	{ "gag", NULL, "Gagauz", "Gagauz" },
	{ "gan", NULL, "Gan Chinese", "贛語" },
	{ "gcr", NULL, "Guianan Creole", "kriyòl gwiyannen" },
	{ "gd", "gla", "Scottish Gaelic", "Gàidhlig" },
	{ "gl", "glg", "Galician", "galego" },
	{ "glk", NULL, "Gilaki", "گیلکی" },
	{ "gn", "grn", "Guarani", "Avañe'ẽ" },
	{ "gom", NULL, "Goan Konkani", "गोंयची कोंकणी" },
	{ "gor", NULL, "Gorontalo", "Bahasa Hulontalo" },
	{ "got", NULL, "Gothic", NULL },
	{ "gpe", NULL, "Ghanaian Pidgin", "Ghanaian Pidgin" },
	{ "gsw", NULL, "Swiss German", "Schwiizertüütsch" },
	{ "gu", "guj", "Gujarati", "ગુજરાતી" },
	{ "gur", NULL, "Frafra", "farefare" },
	{ "guw", NULL, "Gun", "gungbe" },
	{ "gv", "glv", "Manx", "Gaelg" },
	{ "ha", "hau", "Hausa", "Hausa" },
	{ "hak", NULL, "Hakka Chinese", "客家語" },
	{ "haw", NULL, "Hawaiian", "Hawaiʻi" },
	{ "he", "heb", "Hebrew", "עברית" },
	{ "hi", "hin", "Hindi", "हिन्दी" },
	{ "hif", NULL, "Fiji Hindi", "Fiji Hindi" },
	{ "ho", "hmo", "Hiri Motu", "Hiri Motu" },
	{ "hr", "hrv", "Croatian", "hrvatski" },
	{ "hsb", NULL, "Upper Sorbian", "hornjoserbsce" },
	{ "ht", "hat", "Haitian Creole", "Kreyòl ayisyen" },
	{ "hu", "hun", "Hungarian", "magyar" },
	{ "hy", "hye", "Armenian", "հայերեն" },
	{ "hyw", NULL, "Western Armenian", "Արեւմտահայերէն" },
	{ "hz", "her", "Herero", "Otsiherero" },
	{ "ia", "ina", "Interlingua", "interlingua" },
	{ "id", "ind", "Indonesian", "Bahasa Indonesia" },
	{ "ie", "ile", "Interlingue", "Interlingue" },
	{ "ig", "ibo", "Igbo", "Igbo" },
	{ "igl", NULL, "Igala", "Igala" },
	{ "ii", "iii", "Sichuan Yi", "ꆇꉙ" },
	{ "ik", "ipk", "Inupiaq", "Iñupiatun" },
	{ "ilo", NULL, "Iloko", "Ilokano" },
	{ "inh", NULL, "Ingush", "гӀалгӀай" },
	{ "io", "ido", "Ido", "Ido" },
	{ "is", "isl", "Icelandic", "íslenska" },
	{ "it", "ita", "Italian", "italiano" },
	{ "iu", "iku", "Inuktitut", "ᐃᓄᒃᑎᑐᑦ" },
	{ "ja", "jpn", "Japanese", "日本語" },
	{ "jam", NULL, "Jamaican Creole English", "Patois" },
	{ "jbo", NULL, "Lojban", "la .lojban." },
	{ "jv", "jav", "Javanese", "Jawa" },
	{ "ka", "kat", "Georgian", "ქართული" },
	{ "kaa", NULL, "Kara-Kalpak", "Qaraqalpaqsha" },
	{ "kab", NULL, "Kabyle", "Taqbaylit" },
	{ "kbd", NULL, "Kabardian", "адыгэбзэ" },
	{ "kbp", NULL, "Kabiyè", "Kabɩyɛ" },
	{ "kcg", NULL, "Tyap", "Tyap" },
	{ "kg", "kon", "Kongo", "Kongo" },
	{ "kge", NULL, "Komering", "Kumoring" },
	{ "ki", "kik", "Kikuyu", "Gĩkũyũ" },
	{ "kj", "kua", "Kuanyama", "Kwanyama" },
	{ "kk", "kaz", "Kazakh", "қазақша" },
	{ "kl", "kal", "Kalaallisut", "kalaallisut" },
	{ "km", "khm", "Khmer", "ភាសាខ្មែរ" },
	{ "kn", "kan", "Kannada", "ಕನ್ನಡ" },
	{ "ko", "kor", "Korean", "한국어" },
	{ "koi", NULL, "Komi-Permyak", "перем коми" },
	{ "kr", "kau", "Kanuri", "Kanuri" },
	{ "krc", NULL, "Karachay-Balkar", "къарачай-малкъар" },
	{ "ks", "kas", "Kashmiri", "کٲشُر" },
	{ "ksh", NULL, "Colognian", "Ripoarisch" },
	{ "ku", "kur", "Kurdish", "kurdî" },
	{ "kus", NULL, "Kusaal", "Kʋsaal" },
	{ "kv", "kom", "Komi", "коми" },
	{ "kw", "cor", "Cornish", "kernowek" },
	{ "ky", "kir", "Kirghiz", "кыргызча" },
	{ "la", "lat", "Latin", "Latina" },
	{ "lad", NULL, "Ladino", "Ladino" },
	{ "lb", "ltz", "Luxembourgish", "Lëtzebuergesch" },
	{ "lbe", NULL, "Lak", "лакку" },
	{ "lez", NULL, "Lezghian", "лезги" },
	{ "lfn", NULL, "Lingua Franca Nova", "Lingua Franca Nova" },
	{ "lg", "lug", "Ganda", "Luganda" },
	{ "li", "lim", "Limburgish", "Limburgs" },
	{ "lij", NULL, "Ligurian", "Ligure" },
	{ "lld", NULL, "Ladin", "Ladin" },
	{ "lmo", NULL, "Lombard", "lombard" },
	{ "ln", "lin", "Lingala", "lingála" },
	{ "lo", "lao", "Lao", "ລາວ" },
	{ "lt", "lit", "Lithuanian", "lietuvių" },
	{ "ltg", NULL, "Latgalian", "latgaļu" },
	{ "lu", "lub", "Luba-Katanga", "Kiluba" },
	{ "lua", NULL, "Luba-Lulua", "Tshiluba" },
	{ "lv", "lav", "Latvian", "latviešu" },
	{ "lzh", NULL, "Literary Chinese", "文言" },
	{ "mad", NULL, "Madurese", "Madhurâ" },
	{ "mai", NULL, "Maithili", "मैथिली" },
	{ "map-bms", NULL, "Banyumasan", "Basa Banyumasan" },
	{ "mdf", NULL, "Moksha", "мокшень" },
	{ "mg", "mlg", "Malagasy", "Malagasy" },
	{ "mh", "mah", "Marshallese", "Ebon" },
	{ "mhr", NULL, "Eastern Mari", "олык марий" },
	{ "mi", "mri", "Maori", "Māori" },
	{ "min", NULL, "Minangkabau", "Minangkabau" },
	{ "mk", "mkd", "Macedonian", "македонски" },
	{ "ml", "mal", "Malayalam", "മലയാളം" },
	{ "mn", "mon", "Mongolian", "монгол" },
	{ "mni", NULL, "Manipuri", "ꯃꯤꯇꯩ ꯂꯣꯟ" },
	{ "mnw", NULL, "Mon", "ဘာသာမန်" },
	{ "mos", NULL, "Mossi", "moore" },
	{ "mr", "mar", "Marathi", "मराठी" },
	{ "mrj", NULL, "Western Mari", "кырык мары" },
	{ "ms", "msa", "Malay", "Bahasa Melayu" },
	{ "mt", "mlt", "Maltese", "Malti" },
	{ "mwl", NULL, "Mirandese", "Mirandés" },
	{ "my", "mya", "Burmese", "မြန်မာဘာသာ" },
	{ "myv", NULL, "Erzya", "эрзянь" },
	{ "mzn", NULL, "Mazanderani", "مازِرونی" },
	{ "na", "nau", "Nauru", "Dorerin Naoero" },
	{ "nah", NULL, "Nahuatl", "Nāhuatl" },
	{ "nan", NULL, "Min Nan Chinese", "閩南語" },
	{ "nap", NULL, "Neapolitan", "Napulitano" },
	{ "nb", "nob", "Norwegian Bokmål", "norsk bokmål" },
	{ "nd", "nde", "North Ndebele", "isiNdebele saseNyakatho" },
	{ "nds", NULL, "Low German", "Plattdüütsch" },
	{ "nds-nl", NULL, "Low Saxon", "Nedersaksies" },
	{ "ne", "nep", "Nepali", "नेपाली" },
	{ "new", NULL, "Newari", "नेपाल भाषा" },
	{ "ng", "ndo", "Ndonga", "Oshiwambo" },
	{ "nia", NULL, "Nias", "Li Niha" },
	{ "nl", "nld", "Dutch", "Nederlands" },
	{ "nn", "nno", "Norwegian Nynorsk", "norsk nynorsk" },
	{ "no", "nor", "Norwegian", "norsk" },
	{ "nov", NULL, "Novial", "Novial" },
	{ "nqo", NULL, "N'Ko", "ߒߞߏ" },
	{ "nr", "nbl", "South Ndebele", "isiNdebele seSewula" },
	{ "nrm", NULL, "Norman", "Nouormand" },
	{ "nso", NULL, "Northern Sotho", "Sesotho sa Leboa" },
	{ "nup", NULL, "Nupe", "Nupe" },
	{ "nv", "nav", "Navajo", "Diné bizaad" },
	{ "ny", "nya", "Chichewa", "Chi-Chewa" },
	{ "oc", "oci", "Occitan", "occitan" },
	{ "oj", "oji", "Ojibwa", "ᐊᓂᔑᓈᐯᒧᐎᓐ" },
	{ "olo", NULL, "Livvi-Karelian", "livvinkarjala" },
	{ "om", "orm", "Oromo", "Oromoo" },
	{ "or", "ori", "Odia", "ଓଡ଼ିଆ" },
	{ "os", "oss", "Ossetian", "ирон" },
	{ "pa", "pan", "Punjabi", "ਪੰਜਾਬੀ" },
	{ "pag", NULL, "Pangasinan", "Pangasinan" },
	{ "pam", NULL, "Pampanga", "Kapampangan" },
	{ "pap", NULL, "Papiamento", "Papiamentu" },
	{ "pcd", NULL, "Picard", "Picard" },
	{ "pcm", NULL, "Nigerian Pidgin", "Naijá" },
	{ "pdc", NULL, "Pennsylvania German", "Deitsch" },
	{ "pfl", NULL, "Palatine German", "Pälzisch" },
	{ "pi", "pli", "Pali", "पालि" },
	{ "pl", "pol", "Polish", "polski" },
	{ "pms", NULL, "Piedmontese", "Piemontèis" },
	{ "pnb", NULL, "Western Punjabi", "پنجابی" },
	{ "pnt", NULL, "Pontic", "Ποντιακά" },
	{ "ps", "pus", "Pashto", "پښتو" },
	{ "pt", "por", "Portuguese", "português" },
	{ "pt-br", NULL, "Brazilian Portuguese", "português do Brasil" },
	{ "pwn", NULL, "Paiwan", "pinayuanan" },
	{ "qu", "que", "Quechua", "Runa Simi" },
	{ "rm", "roh", "Romansh", "rumantsch" },
	{ "rmy", NULL, "Vlax Romani", "romani čhib" },
	{ "rn", "run", "Rundi", "ikirundi" },
	{ "ro", "ron", "Romanian", "română" },
	{ "roa-rup", NULL, "Aromanian", "armãneashti" },
	{ "roa-tara", NULL, "Tarantino", "tarandíne" },
	{ "rsk", NULL, "Pannonian Rusyn", "руски" },
	{ "ru", "rus", "Russian", "русский" },
	{ "rue", NULL, "Rusyn", "русиньскый" },
	{ "rw", "kin", "Kinyarwanda", "Ikinyarwanda" },
	{ "sa", "san", "Sanskrit", "संस्कृतम्" },
	{ "sah", NULL, "Yakut", "саха тыла" },
	{ "sat", NULL, "Santali", "ᱥᱟᱱᱛᱟᱲᱤ" },
	{ "sc", "srd", "Sardinian", "sardu" },
	{ "scn", NULL, "Sicilian", "sicilianu" },
	{ "sco", NULL, "Scots", "Scots" },
	{ "sd", "snd", "Sindhi", "سنڌي" },
	{ "se", "sme", "Northern Sami", "davvisámegiella" },
	{ "sg", "sag", "Sango", "Sängö" },
	{ "sgs", NULL, "Samogitian", "žemaitėška" },
	{ "sh", "hbs", "Serbo-Croatian", "srpskohrvatski" },
	{ "shi", NULL, "Tachelhit", "Taclḥit" },
	{ "shn", NULL, "Shan", "ၽႃႇသႃႇတႆး" },
	{ "shy", NULL, "Shawiya", "tacawit" },
	{ "si", "sin", "Sinhala", "සිංහල" },
	{ "sk", "slk", "Slovak", "slovenčina" },
	{ "skr", NULL, "Saraiki", "سرائیکی" },
	{ "sl", "slv", "Slovenian", "slovenščina" },
	{ "sm", "smo", "Samoan", "Gagana Samoa" },
	{ "smn", NULL, "Inari Sami", "anarâškielâ" },
	{ "sn", "sna", "Shona", "chiShona" },
	{ "so", "som", "Somali", "Soomaaliga" },
	{ "sq", "sqi", "Albanian", "shqip" },
	{ "sr", "srp", "Serbian", "српски" },
	{ "srn", NULL, "Sranan Tongo", "Sranantongo" },
	{ "ss", "ssw", "Swati", "siSwati" },
	{ "st", "sot", "Southern Sotho", "Sesotho" },
	{ "stq", NULL, "Saterland Frisian", "Seeltersk" },
	{ "su", "sun", "Sundanese", "Sunda" },
	{ "sv", "swe", "Swedish", "svenska" },
	{ "sw", "swa", "Swahili", "Kiswahili" },
	{ "syl", NULL, "Sylheti", "ꠍꠤꠟꠐꠤ" },
	{ "szl", NULL, "Silesian", "ślůnski" },
	{ "szy", NULL, "Sakizaya", "Sakizaya" },
	{ "ta", "tam", "Tamil", "தமிழ்" },
	{ "tay", NULL, "Atayal", "Tayal" },
	{ "tcy", NULL, "Tulu", "ತುಳು" },
	{ "tdd", NULL, "Tai Nüa", "ᥖᥭᥰ ᥖᥬᥳ ᥑᥨᥒᥰ" },
	{ "te", "tel", "Telugu", "తెలుగు" },
	{ "tet", NULL, "Tetum", "tetun" },
	{ "tg", "tgk", "Tajik", "тоҷикӣ" },
	{ "th", "tha", "Thai", "ไทย" },
	{ "ti", "tir", "Tigrinya", "ትግርኛ" },
	{ "tig", NULL, "Tigre", "ትግሬ" },
	{ "tk", "tuk", "Turkmen", "Türkmençe" },
	{ "tl", "tgl", "Tagalog", "Tagalog" },
	{ "tly", NULL, "Talysh", "tolışi" },
	{ "tn", "tsn", "Tswana", "Setswana" },
	{ "to", "ton", "Tonga", "lea faka-Tonga" },
	{ "tpi", NULL, "Tok Pisin", "Tok Pisin" },
	{ "tr", "tur", "Turkish", "Türkçe" },
	{ "trv", NULL, "Taroko", "Seediq" },
	{ "ts", "tso", "Tsonga", "Xitsonga" },
	{ "tt", "tat", "Tatar", "татарча" },
	{ "tum", NULL, "Tumbuka", "chiTumbuka" },
	{ "tw", "twi", "Twi", "Twi" },
	{ "ty", "tah", "Tahitian", "reo tahiti" },
	{ "tyv", NULL, "Tuvinian", "тыва дыл" },
	{ "tzm", NULL, "Central Atlas Tamazight", "ⵜⴰⵎⴰⵣⵉⵖⵜ" },
	{ "udm", NULL, "Udmurt", "удмурт" },
	{ "ug", "uig", "Uighur", "ئۇيغۇرچە" },
	{ "uk", "ukr", "Ukrainian", "українська" },
	{ "ur", "urd", "Urdu", "اردو" },
	{ "uz", "uzb", "Uzbek", "oʻzbekcha" },
	{ "ve", "ven", "Venda", "Tshivenda" },
	{ "vec", NULL, "Venetian", "vèneto" },
	{ "vep", NULL, "Veps", "vepsän kel'" },
	{ "vi", "vie", "Vietnamese", "Tiếng Việt" },
	{ "vls", NULL, "West Flemish", "West-Vlams" },
	{ "vo", "vol", "Volapük", "Volapük" },
	{ "vro", NULL, "Võro", "võro" },
	{ "wa", "wln", "Walloon", "walon" },
	{ "war", NULL, "Waray", "Winaray" },
	{ "wo", "wol", "Wolof", "Wolof" },
	{ "wuu", NULL, "Wu Chinese", "吴语" },
	{ "xal", NULL, "Kalmyk", "хальмг" },
	{ "xh", "xho", "Xhosa", "isiXhosa" },
	{ "xmf", NULL, "Mingrelian", "მარგალური" },
	{ "yi", "yid", "Yiddish", "ייִדיש" },
	{ "yo", "yor", "Yoruba", "Yorùbá" },
	{ "yue", NULL, "Cantonese", "粵語" },
	{ "za", "zha", "Zhuang", "Vahcuengh" },
	{ "zea", NULL, "Zeelandic", "Zeêuws" },
	{ "zgh", NULL, "Standard Moroccan Tamazight", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵏⴰⵡⴰⵢⵜ" },
	{ "zh", "zho", "Chinese", "中文" },
	{ "zh-hans", NULL, "Simplified Chinese", "简体中文" },
	{ "zh-hant", NULL, "Traditional Chinese", "繁體中文" },
	{ "zu", "zul", "Zulu", "isiZulu" },
	{ NULL, NULL, NULL, NULL }
};

static int
compare_code(const void *key, const void *item)
{
	return strcmp(key, ((const struct language *)item)->code);
}

static const struct language *
find_code(const char *code)
{
	return bsearch(code, languages, sizeof languages / sizeof *languages - 1,
	    sizeof *languages, compare_code);
}

static const struct language *
find_code3(const char *code)
{
	for (const struct language *l = languages; l->code != NULL; l++)
		if (l->code3 != NULL && strcmp(l->code3, code) == 0)
			return l;
	return NULL;
}

/* Lower case, '-' between the parts; false when the shape is not that of a tag: two
 * or three letters, then parts of one to eight letters or digits. */
static bool
read_tag(const char *typed, size_t n, char tag[LONGEST + 1])
{
	size_t part = 0, parts = 0;

	if (n > LONGEST)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = typed[i] == '_' ? '-' : typed[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		tag[i] = c;
		if (c == '-') {
			if (part == 0 || (parts == 0 && part < 2))
				return false;
			parts++;
			part = 0;
		} else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && parts > 0)) {
			if (++part > (parts == 0 ? 3 : 8))
				return false;
		} else {
			return false;
		}
	}
	tag[n] = '\0';
	return parts == 0 ? part >= 2 : part > 0;
}

/* "Ga" and "Ewe" are names that look like codes. */
static const struct language *
find_exact_name(const char *typed, size_t n)
{
	for (const struct language *l = languages; l->code != NULL; l++)
		if (strncmp(l->name, typed, n) == 0 && l->name[n] == '\0')
			return l;
	return NULL;
}

static const struct language *
find_name(const char *typed, size_t n)
{
	const struct language *l = languages;
	struct match m;

	match_start(&m, typed, n);
	for (; l->code != NULL; l++)
		if (match_label(&m, l->name) || (l->own != NULL && match_label(&m, l->own)))
			break;
	match_end(&m);
	return l->code == NULL ? NULL : l;
}

bool
language_match(const char *typed, size_t n, char code[36])
{
	char tag[LONGEST + 1] = "";
	bool is_tag = read_tag(typed, n, tag);
	const struct language *l = NULL;

	if (is_tag && n <= 3 && typed[0] <= 'Z' && typed[1] > 'Z')
		l = find_exact_name(typed, n);
	if (l == NULL && is_tag)
		l = find_code(tag);
	if (l == NULL && is_tag && n == 3)
		l = find_code3(tag);
	if (l == NULL)
		l = find_name(typed, n);
	if (l == NULL && !is_tag)
		return false;
	snprintf(code, LONGEST + 1, "%s", l != NULL ? l->code : tag);
	return true;
}

const char *
language_label(const char *code)
{
	const struct language *l = find_code(code);

	if (l == NULL)
		return NULL;
	return l->own != NULL ? l->own : l->name;
}
