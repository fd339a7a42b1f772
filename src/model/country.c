#include "model/country.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/match.h"

/* Codes of the term list "region", short so that a country fits its line. */
#define CEE_CA "central-eastern-europe-central-asia"
#define ESEAP "east-southeast-asia-pacific"
#define LAC "latin-america-caribbean"
#define MENA "middle-east-north-africa"
#define N_AMERICA "north-america"
#define NW_EUROPE "northern-western-europe"
#define S_ASIA "south-asia"
#define SS_AFRICA "sub-saharan-africa"

const struct country countries[] = {
	{ "AD", "AND", "Andorra", NW_EUROPE, false, NULL },
	{ "AE", "ARE", "United Arab Emirates", MENA, true, NULL },
	{ "AF", "AFG", "Afghanistan", S_ASIA, true, NULL },
	{ "AG", "ATG", "Antigua and Barbuda", LAC, false, NULL },
	{ "AI", "AIA", "Anguilla", LAC, false, NULL },
	{ "AL", "ALB", "Albania", CEE_CA, false, NULL },
	{ "AM", "ARM", "Armenia", CEE_CA, false, NULL },
	{ "AO", "AGO", "Angola", SS_AFRICA, false, NULL },
	{ "AQ", "ATA", "Antarctica", "", false, NULL },
	{ "AR", "ARG", "Argentina", LAC, false, NULL },
	{ "AS", "ASM", "American Samoa", ESEAP, false, NULL },
	{ "AT", "AUT", "Austria", NW_EUROPE, false, NULL },
	{ "AU", "AUS", "Australia", ESEAP, false, NULL },
	{ "AW", "ABW", "Aruba", LAC, false, NULL },
	{ "AX", "ALA", "Åland", NW_EUROPE, false, "Åland Islands" },
	{ "AZ", "AZE", "Azerbaijan", CEE_CA, true, NULL },
	{ "BA", "BIH", "Bosnia and Herzegovina", CEE_CA, false, NULL },
	{ "BB", "BRB", "Barbados", LAC, false, NULL },
	{ "BD", "BGD", "Bangladesh", S_ASIA, true, NULL },
	{ "BE", "BEL", "Belgium", NW_EUROPE, false, NULL },
	{ "BF", "BFA", "Burkina Faso", SS_AFRICA, false, NULL },
	{ "BG", "BGR", "Bulgaria", CEE_CA, false, NULL },
	{ "BH", "BHR", "Bahrain", MENA, true, NULL },
	{ "BI", "BDI", "Burundi", SS_AFRICA, false, NULL },
	{ "BJ", "BEN", "Benin", SS_AFRICA, false, NULL },
	{ "BL", "BLM", "Saint Barthélemy", LAC, false, NULL },
	{ "BM", "BMU", "Bermuda", LAC, false, NULL },
	{ "BN", "BRN", "Brunei", ESEAP, false, "Brunei Darussalam" },
	{ "BO", "BOL", "Bolivia", LAC, false, NULL },
	{ "BQ", "BES", "Bonaire, Sint Eustatius, and Saba",
	    LAC, false, "Bonaire, Sint Eustatius and Saba" },
	{ "BR", "BRA", "Brazil", LAC, false, NULL },
	{ "BS", "BHS", "Bahamas", LAC, false, NULL },
	{ "BT", "BTN", "Bhutan", S_ASIA, false, NULL },
	{ "BV", "BVT", "Bouvet Island", LAC, false, NULL },
	{ "BW", "BWA", "Botswana", SS_AFRICA, false, NULL },
	{ "BY", "BLR", "Belarus", CEE_CA, true, NULL },
	{ "BZ", "BLZ", "Belize", LAC, false, NULL },
	{ "CA", "CAN", "Canada", N_AMERICA, false, NULL },
	{ "CC", "CCK", "Cocos (Keeling) Islands", ESEAP, false, NULL },
	{ "CD", "COD", "Democratic Republic of the Congo",
	    SS_AFRICA, false, "Congo, The Democratic Republic of the" },
	{ "CF", "CAF", "Central African Republic", SS_AFRICA, false, NULL },
	{ "CG", "COG", "Republic of the Congo", SS_AFRICA, false, "Congo" },
	{ "CH", "CHE", "Switzerland", NW_EUROPE, false, NULL },
	{ "CI", "CIV", "Ivory Coast", SS_AFRICA, false, "Côte d'Ivoire" },
	{ "CK", "COK", "Cook Islands", ESEAP, false, NULL },
	{ "CL", "CHL", "Chile", LAC, false, NULL },
	{ "CM", "CMR", "Cameroon", SS_AFRICA, false, NULL },
	{ "CN", "CHN", "China", ESEAP, true, NULL },
	{ "CO", "COL", "Colombia", LAC, false, NULL },
	{ "CR", "CRI", "Costa Rica", LAC, false, NULL },
	{ "CU", "CUB", "Cuba", LAC, true, NULL },
	{ "CV", "CPV", "Cape Verde", SS_AFRICA, false, "Cabo Verde" },
	{ "CW", "CUW", "Curaçao", LAC, false, NULL },
	{ "CX", "CXR", "Christmas Island", ESEAP, false, NULL },
	{ "CY", "CYP", "Cyprus", CEE_CA, false, NULL },
	{ "CZ", "CZE", "Czech Republic", CEE_CA, false, "Czechia" },
	{ "DE", "DEU", "Germany", NW_EUROPE, false, NULL },
	{ "DJ", "DJI", "Djibouti", SS_AFRICA, true, NULL },
	{ "DK", "DNK", "Denmark", NW_EUROPE, false, NULL },
	{ "DM", "DMA", "Dominica", LAC, false, NULL },
	{ "DO", "DOM", "Dominican Republic", LAC, false, NULL },
	{ "DZ", "DZA", "Algeria", MENA, false, NULL },
	{ "EC", "ECU", "Ecuador", LAC, false, NULL },
	{ "EE", "EST", "Estonia", CEE_CA, false, NULL },
	{ "EG", "EGY", "Egypt", MENA, true, NULL },
	{ "EH", "ESH", "Western Sahara", SS_AFRICA, false, NULL },
	{ "ER", "ERI", "Eritrea", SS_AFRICA, true, NULL },
	{ "ES", "ESP", "Spain", NW_EUROPE, false, NULL },
	{ "ET", "ETH", "Ethiopia", SS_AFRICA, true, NULL },
	{ "FI", "FIN", "Finland", NW_EUROPE, false, NULL },
	{ "FJ", "FJI", "Fiji", ESEAP, false, NULL },
	{ "FK", "FLK", "Falkland Islands", LAC, false, "Falkland Islands (Malvinas)" },
	{ "FM", "FSM", "Federated States of Micronesia",
	    ESEAP, false, "Micronesia, Federated States of" },
	{ "FO", "FRO", "Faroe Islands", NW_EUROPE, false, NULL },
	{ "FR", "FRA", "France", NW_EUROPE, false, NULL },
	{ "GA", "GAB", "Gabon", SS_AFRICA, false, NULL },
	{ "GB", "GBR", "United Kingdom", NW_EUROPE, false, NULL },
	{ "GD", "GRD", "Grenada", LAC, false, NULL },
	{ "GE", "GEO", "Georgia", CEE_CA, false, NULL },
	{ "GF", "GUF", "French Guiana", LAC, false, NULL },
	{ "GG", "GGY", "Guernsey", NW_EUROPE, false, NULL },
	{ "GH", "GHA", "Ghana", SS_AFRICA, false, NULL },
	{ "GI", "GIB", "Gibraltar", NW_EUROPE, false, NULL },
	{ "GL", "GRL", "Greenland", NW_EUROPE, false, NULL },
	{ "GM", "GMB", "Gambia", SS_AFRICA, false, NULL },
	{ "GN", "GIN", "Guinea", SS_AFRICA, false, NULL },
	{ "GP", "GLP", "Guadeloupe", LAC, false, NULL },
	{ "GQ", "GNQ", "Equatorial Guinea", SS_AFRICA, false, NULL },
	{ "GR", "GRC", "Greece", CEE_CA, false, NULL },
	{ "GS", "SGS", "South Georgia and the South Sandwich Islands", LAC, false, NULL },
	{ "GT", "GTM", "Guatemala", LAC, false, NULL },
	{ "GU", "GUM", "Guam", ESEAP, false, NULL },
	{ "GW", "GNB", "Guinea-Bissau", SS_AFRICA, false, NULL },
	{ "GY", "GUY", "Guyana", LAC, false, NULL },
	{ "HK", "HKG", "Hong Kong", ESEAP, false, NULL },
	{ "HM", "HMD", "Heard Island and McDonald Islands", ESEAP, false, NULL },
	{ "HN", "HND", "Honduras", LAC, true, NULL },
	{ "HR", "HRV", "Croatia", CEE_CA, false, NULL },
	{ "HT", "HTI", "Haiti", LAC, false, NULL },
	{ "HU", "HUN", "Hungary", CEE_CA, false, NULL },
	{ "ID", "IDN", "Indonesia", ESEAP, false, NULL },
	{ "IE", "IRL", "Ireland", NW_EUROPE, false, NULL },
	{ "IL", "ISR", "Israel", NW_EUROPE, false, NULL },
	{ "IM", "IMN", "Isle of Man", NW_EUROPE, false, NULL },
	{ "IN", "IND", "India", S_ASIA, false, NULL },
	{ "IO", "IOT", "British Indian Ocean Territory", MENA, false, NULL },
	{ "IQ", "IRQ", "Iraq", MENA, true, NULL },
	{ "IR", "IRN", "Iran", MENA, true, NULL },
	{ "IS", "ISL", "Iceland", NW_EUROPE, false, NULL },
	{ "IT", "ITA", "Italy", NW_EUROPE, false, NULL },
	{ "JE", "JEY", "Jersey", NW_EUROPE, false, NULL },
	{ "JM", "JAM", "Jamaica", LAC, false, NULL },
	{ "JO", "JOR", "Jordan", MENA, false, NULL },
	{ "JP", "JPN", "Japan", ESEAP, false, NULL },
	{ "KE", "KEN", "Kenya", SS_AFRICA, false, NULL },
	{ "KG", "KGZ", "Kyrgyzstan", CEE_CA, false, NULL },
	{ "KH", "KHM", "Cambodia", ESEAP, false, NULL },
	{ "KI", "KIR", "Kiribati", ESEAP, false, NULL },
	{ "KM", "COM", "Comoros", SS_AFRICA, false, NULL },
	{ "KN", "KNA", "Saint Kitts and Nevis", LAC, false, NULL },
	{ "KP", "PRK", "North Korea", ESEAP, true, NULL },
	{ "KR", "KOR", "South Korea", ESEAP, false, NULL },
	{ "KW", "KWT", "Kuwait", MENA, true, NULL },
	{ "KY", "CYM", "Cayman Islands", LAC, false, NULL },
	{ "KZ", "KAZ", "Kazakhstan", CEE_CA, true, NULL },
	{ "LA", "LAO", "Laos", ESEAP, true, NULL },
	{ "LB", "LBN", "Lebanon", MENA, false, NULL },
	{ "LC", "LCA", "Saint Lucia", LAC, false, NULL },
	{ "LI", "LIE", "Liechtenstein", NW_EUROPE, false, NULL },
	{ "LK", "LKA", "Sri Lanka", S_ASIA, false, NULL },
	{ "LR", "LBR", "Liberia", SS_AFRICA, false, NULL },
	{ "LS", "LSO", "Lesotho", SS_AFRICA, false, NULL },
	{ "LT", "LTU", "Lithuania", CEE_CA, false, NULL },
	{ "LU", "LUX", "Luxembourg", NW_EUROPE, false, NULL },
	{ "LV", "LVA", "Latvia", CEE_CA, false, NULL },
	{ "LY", "LBY", "Libya", MENA, false, NULL },
	{ "MA", "MAR", "Morocco", MENA, false, NULL },
	{ "MC", "MCO", "Monaco", NW_EUROPE, false, NULL },
	{ "MD", "MDA", "Moldova", CEE_CA, false, NULL },
	{ "ME", "MNE", "Montenegro", CEE_CA, false, NULL },
	{ "MF", "MAF", "Saint Martin", LAC, false, "Saint Martin (French part)" },
	{ "MG", "MDG", "Madagascar", SS_AFRICA, false, NULL },
	{ "MH", "MHL", "Marshall Islands", ESEAP, false, NULL },
	{ "MK", "MKD", "North Macedonia", CEE_CA, false, NULL },
	{ "ML", "MLI", "Mali", SS_AFRICA, false, NULL },
	{ "MM", "MMR", "Myanmar", ESEAP, true, NULL },
	{ "MN", "MNG", "Mongolia", ESEAP, false, NULL },
	{ "MO", "MAC", "Macao", ESEAP, true, NULL },
	{ "MP", "MNP", "Northern Mariana Islands", ESEAP, false, NULL },
	{ "MQ", "MTQ", "Martinique", LAC, false, NULL },
	{ "MR", "MRT", "Mauritania", SS_AFRICA, false, NULL },
	{ "MS", "MSR", "Montserrat", LAC, false, NULL },
	{ "MT", "MLT", "Malta", NW_EUROPE, false, NULL },
	{ "MU", "MUS", "Mauritius", SS_AFRICA, false, NULL },
	{ "MV", "MDV", "Maldives", S_ASIA, false, NULL },
	{ "MW", "MWI", "Malawi", SS_AFRICA, false, NULL },
	{ "MX", "MEX", "Mexico", LAC, false, NULL },
	{ "MY", "MYS", "Malaysia", ESEAP, false, NULL },
	{ "MZ", "MOZ", "Mozambique", SS_AFRICA, false, NULL },
	{ "NA", "NAM", "Namibia", SS_AFRICA, false, NULL },
	{ "NC", "NCL", "New Caledonia", ESEAP, false, NULL },
	{ "NE", "NER", "Niger", SS_AFRICA, false, NULL },
	{ "NF", "NFK", "Norfolk Island", ESEAP, false, NULL },
	{ "NG", "NGA", "Nigeria", SS_AFRICA, false, NULL },
	{ "NI", "NIC", "Nicaragua", LAC, true, NULL },
	{ "NL", "NLD", "Netherlands", NW_EUROPE, false, NULL },
	{ "NO", "NOR", "Norway", NW_EUROPE, false, NULL },
	{ "NP", "NPL", "Nepal", S_ASIA, false, NULL },
	{ "NR", "NRU", "Nauru", ESEAP, false, NULL },
	{ "NU", "NIU", "Niue", ESEAP, false, NULL },
	{ "NZ", "NZL", "New Zealand", ESEAP, false, NULL },
	{ "OM", "OMN", "Oman", MENA, true, NULL },
	{ "PA", "PAN", "Panama", LAC, false, NULL },
	{ "PE", "PER", "Peru", LAC, false, NULL },
	{ "PF", "PYF", "French Polynesia", ESEAP, false, NULL },
	{ "PG", "PNG", "Papua New Guinea", ESEAP, false, NULL },
	{ "PH", "PHL", "Philippines", ESEAP, false, NULL },
	{ "PK", "PAK", "Pakistan", S_ASIA, true, NULL },
	{ "PL", "POL", "Poland", CEE_CA, false, NULL },
	{ "PM", "SPM", "Saint Pierre and Miquelon", NW_EUROPE, false, NULL },
	{ "PN", "PCN", "Pitcairn Islands", ESEAP, false, "Pitcairn" },
	{ "PR", "PRI", "Puerto Rico", LAC, false, NULL },
	{ "PS", "PSE", "Palestine", MENA, true, "Palestine, State of" },
	{ "PT", "PRT", "Portugal", NW_EUROPE, false, NULL },
	{ "PW", "PLW", "Palau", ESEAP, false, NULL },
	{ "PY", "PRY", "Paraguay", LAC, false, NULL },
	{ "QA", "QAT", "Qatar", MENA, false, NULL },
	{ "RE", "REU", "Réunion", SS_AFRICA, false, NULL },
	{ "RO", "ROU", "Romania", CEE_CA, false, NULL },
	{ "RS", "SRB", "Serbia", CEE_CA, false, NULL },
	{ "RU", "RUS", "Russia", CEE_CA, true, "Russian Federation" },
	{ "RW", "RWA", "Rwanda", SS_AFRICA, false, NULL },
	{ "SA", "SAU", "Saudi Arabia", MENA, true, NULL },
	{ "SB", "SLB", "Solomon Islands", ESEAP, false, NULL },
	{ "SC", "SYC", "Seychelles", SS_AFRICA, false, NULL },
	{ "SD", "SDN", "Sudan", SS_AFRICA, true, NULL },
	{ "SE", "SWE", "Sweden", NW_EUROPE, false, NULL },
	{ "SG", "SGP", "Singapore", ESEAP, false, NULL },
	{ "SH", "SHN", "Saint Helena, Ascension, and Tristan da Cunha",
	    SS_AFRICA, false, "Saint Helena, Ascension and Tristan da Cunha" },
	{ "SI", "SVN", "Slovenia", CEE_CA, false, NULL },
	{ "SJ", "SJM", "Svalbard and Jan Mayen", NW_EUROPE, false, NULL },
	{ "SK", "SVK", "Slovakia", CEE_CA, false, NULL },
	{ "SL", "SLE", "Sierra Leone", SS_AFRICA, false, NULL },
	{ "SM", "SMR", "San Marino", NW_EUROPE, false, NULL },
	{ "SN", "SEN", "Senegal", SS_AFRICA, false, NULL },
	{ "SO", "SOM", "Somalia", SS_AFRICA, false, NULL },
	{ "SR", "SUR", "Suriname", LAC, false, NULL },
	{ "SS", "SSD", "South Sudan", SS_AFRICA, false, NULL },
	{ "ST", "STP", "São Tomé and Príncipe",
	    SS_AFRICA, false, "Sao Tome and Principe" },
	{ "SV", "SLV", "El Salvador", LAC, false, NULL },
	{ "SX", "SXM", "Sint Maarten", LAC, false, "Sint Maarten (Dutch part)" },
	{ "SY", "SYR", "Syria", MENA, true, NULL },
	{ "SZ", "SWZ", "Eswatini", SS_AFRICA, false, NULL },
	{ "TC", "TCA", "Turks and Caicos Islands", LAC, false, NULL },
	{ "TD", "TCD", "Chad", SS_AFRICA, false, NULL },
	{ "TF", "ATF", "French Southern and Antarctic Lands",
	    SS_AFRICA, false, "French Southern Territories" },
	{ "TG", "TGO", "Togo", SS_AFRICA, false, NULL },
	{ "TH", "THA", "Thailand", ESEAP, false, NULL },
	{ "TJ", "TJK", "Tajikistan", CEE_CA, true, NULL },
	{ "TK", "TKL", "Tokelau", ESEAP, false, NULL },
	{ "TL", "TLS", "East Timor", ESEAP, false, "Timor-Leste" },
	{ "TM", "TKM", "Turkmenistan", CEE_CA, true, NULL },
	{ "TN", "TUN", "Tunisia", MENA, false, NULL },
	{ "TO", "TON", "Tonga", ESEAP, false, NULL },
	{ "TR", "TUR", "Turkey", CEE_CA, true, "Türkiye" },
	{ "TT", "TTO", "Trinidad and Tobago", LAC, false, NULL },
	{ "TV", "TUV", "Tuvalu", ESEAP, false, NULL },
	{ "TW", "TWN", "Taiwan", ESEAP, false, NULL },
	{ "TZ", "TZA", "Tanzania", SS_AFRICA, false, NULL },
	{ "UA", "UKR", "Ukraine", CEE_CA, false, NULL },
	{ "UG", "UGA", "Uganda", SS_AFRICA, false, NULL },
	{ "UM", "UMI", "United States Minor Outlying Islands", ESEAP, false, NULL },
	{ "US", "USA", "United States", N_AMERICA, false, NULL },
	{ "UY", "URY", "Uruguay", LAC, false, NULL },
	{ "UZ", "UZB", "Uzbekistan", CEE_CA, true, NULL },
	{ "VA", "VAT", "Vatican City",
	    NW_EUROPE, false, "Holy See (Vatican City State)" },
	{ "VC", "VCT", "Saint Vincent and the Grenadines", LAC, false, NULL },
	{ "VE", "VEN", "Venezuela", LAC, true, NULL },
	{ "VG", "VGB", "British Virgin Islands", LAC, false, "Virgin Islands, British" },
	{ "VI", "VIR", "United States Virgin Islands",
	    LAC, false, "Virgin Islands, U.S." },
	{ "VN", "VNM", "Vietnam", ESEAP, true, NULL },
	{ "VU", "VUT", "Vanuatu", ESEAP, false, NULL },
	{ "WF", "WLF", "Wallis and Futuna", ESEAP, false, NULL },
	{ "WS", "WSM", "Samoa", ESEAP, false, NULL },
	{ "XK", "XKX", "Kosovo", CEE_CA, false, NULL },
	{ "YE", "YEM", "Yemen", MENA, true, NULL },
	{ "YT", "MYT", "Mayotte", SS_AFRICA, false, NULL },
	{ "ZA", "ZAF", "South Africa", SS_AFRICA, false, NULL },
	{ "ZM", "ZMB", "Zambia", SS_AFRICA, false, NULL },
	{ "ZW", "ZWE", "Zimbabwe", SS_AFRICA, false, NULL },
	{ NULL, NULL, NULL, NULL, false, NULL }
};

/* Names in use that neither of the two lists has. */
static const struct {
	const char *name, *code;
} other_names[] = {
	{ "America", "US" },
	{ "Bosnia", "BA" },
	{ "Burma", "MM" },
	{ "Congo-Brazzaville", "CG" },
	{ "Congo-Kinshasa", "CD" },
	{ "Czech Rep.", "CZ" },
	{ "DR Congo", "CD" },
	{ "DRC", "CD" },
	{ "Great Britain", "GB" },
	{ "Holland", "NL" },
	{ "Holy See", "VA" },
	{ "Macedonia", "MK" },
	{ "Micronesia", "FM" },
	{ "Republic of Korea", "KR" },
	{ "Swaziland", "SZ" },
	{ "The Gambia", "GM" },
	{ "The Netherlands", "NL" },
	{ "UAE", "AE" },
	{ "UK", "GB" },
	{ "United States of America", "US" },
	{ NULL, NULL }
};

static int
compare_code(const void *key, const void *item)
{
	return strcmp(key, ((const struct country *)item)->code);
}

const struct country *
country_find(const char *code)
{
	return bsearch(code, countries, sizeof countries / sizeof *countries - 1,
	    sizeof *countries, compare_code);
}

static const struct country *
match_code(const char *typed, size_t n)
{
	char code[4] = "";

	if (n != 2 && n != 3)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		code[i] = typed[i];
		if (code[i] >= 'a' && code[i] <= 'z')
			code[i] = (char)(code[i] - 'a' + 'A');
	}
	if (n == 2)
		return country_find(code);
	for (const struct country *c = countries; c->code != NULL; c++)
		if (strcmp(c->code3, code) == 0)
			return c;
	return NULL;
}

static const struct country *
match_english(struct match *m)
{
	for (const struct country *c = countries; c->code != NULL; c++)
		if (match_label(m, c->name) || (c->iso != NULL && match_label(m, c->iso)))
			return c;
	for (size_t i = 0; other_names[i].name != NULL; i++)
		if (match_label(m, other_names[i].name))
			return country_find(other_names[i].code);
	return NULL;
}

static const struct country *
match_translated(struct match *m)
{
	/* The head of the catalogue: nothing where there is none. */
	if (dgettext("iso_3166", "")[0] == '\0')
		return NULL;
	for (const struct country *c = countries; c->code != NULL; c++)
		if (match_label(m, country_label(c)))
			return c;
	return NULL;
}

const struct country *
country_match(const char *typed, size_t n)
{
	const struct country *c = match_code(typed, n);
	struct match m;

	if (c != NULL)
		return c;
	match_start(&m, typed, n);
	c = match_english(&m);
	if (c == NULL)
		c = match_translated(&m);
	match_end(&m);
	return c;
}

const char *
country_label(const struct country *c)
{
	const char *asked = c->iso != NULL ? c->iso : c->name;
	const char *got = dgettext("iso_3166", asked);

	/* Not translated: our English name, not ISO's. */
	return strcmp(got, asked) == 0 ? c->name : got;
}
