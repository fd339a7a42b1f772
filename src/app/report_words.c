#include "config.h"

#include "app/report_words.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

/* The column of a word in the table below. */
static const char *const languages_known[] = { "en", "es", "pt" };
enum { LANGUAGES = sizeof languages_known / sizeof *languages_known };

static const struct word {
	const char *key;
	const char *in[LANGUAGES];
} words[] = {
	/* the documentation of an event */
	{ "in-short", { "The meeting in short", "El encuentro en breve", "O encontro em resumo" } },
	{ "process", { "The work process", "El proceso de trabajo", "O processo de trabalho" } },
	{ "themes", { "Themes", "Temas", "Temas" } },
	{ "caveats", { "What to keep in mind", "A tener en cuenta", "A ter em conta" } },
	{ "objectives", { "Objectives", "Objetivos", "Objetivos" } },
	{ "topics-for", { "Topics for", "Temas para", "Temas para" } },
	{ "items", { "Items", "Asuntos", "Assuntos" } },
	{ "who-where", { "Who and where", "Quiénes y dónde", "Quem e onde" } },
	{ "present-were", { "Present were", "Estuvieron presentes", "Estiveram presentes" } },
	{ "facilitated-by", { "Facilitated by", "Facilitado por", "Facilitado por" } },
	{ "hosted-by", { "Hosted by", "Anfitriones", "Anfitriões" } },
	{ "funded-by", { "Funded by", "Financiado por", "Financiado por" } },
	{ "initiated-by", { "Initiated by", "Iniciativa de", "Iniciativa de" } },
	{ "supported-by", { "Supported by", "Con el apoyo de", "Com o apoio de" } },
	{ "funding", { "Funding", "Financiamiento", "Financiamento" } },
	{ "delegations", { "Delegations", "Delegaciones", "Delegações" } },
	{ "guests", { "Guests", "Invitados", "Convidados" } },
	{ "observers", { "Observers", "Observadores", "Observadores" } },
	{ "basis", { "Based on", "Base", "Base" } },
	{ "abstract", { "Abstract", "Resumen", "Resumo" } },
	{ "description", { "Description", "Descripción", "Descrição" } },
	{ "outcomes", { "Outcomes", "Resultados", "Resultados" } },
	{ "place", { "Place", "Lugar", "Local" } },
	{ "dates", { "Dates", "Fechas", "Datas" } },
	/* columns and labels */
	{ "date", { "Date", "Fecha", "Data" } },
	{ "name", { "Name", "Nombre", "Nome" } },
	{ "username", { "User name", "Usuario", "Nome de usuário" } },
	{ "organisation", { "Organisation", "Organización", "Organização" } },
	{ "code", { "Code", "Código", "Sigla" } },
	{ "country", { "Country", "País", "País" } },
	{ "category", { "Category", "Categoría", "Categoria" } },
	{ "state", { "State", "Estado", "Estado" } },
	{ "status", { "Status", "Estado", "Estado" } },
	{ "event", { "Event", "Evento", "Evento" } },
	{ "signed", { "Signed", "Inscripción", "Inscrição" } },
	{ "kind", { "Kind", "Tipo", "Tipo" } },
	{ "text", { "Text", "Texto", "Texto" } },
	{ "owners", { "Who", "Quién", "Quem" } },
	{ "due", { "Due", "Para cuándo", "Prazo" } },
	{ "priority", { "Priority", "Prioridad", "Prioridade" } },
	{ "for-event", { "For event", "Para el evento", "Para o evento" } },
	{ "carried-from", { "Carried over from", "Viene de", "Vem de" } },
	{ "raised", { "Raised", "Planteado", "Levantado" } },
	{ "done", { "Done", "Hecho", "Feito" } },
	{ "starts", { "Starts", "Empieza", "Começa" } },
	{ "ends", { "Ends", "Termina", "Termina" } },
	{ "session", { "Session", "Sesión", "Sessão" } },
	{ "track", { "Track", "Eje", "Eixo" } },
	{ "room", { "Room", "Sala", "Sala" } },
	{ "language", { "Language", "Idioma", "Idioma" } },
	{ "speakers", { "With", "Con", "Com" } },
	/* lists of the file */
	{ "other-name", { "Other name", "Otro nombre", "Outro nome" } },
	{ "region", { "Region", "Región", "Região" } },
	{ "languages", { "Languages", "Idiomas", "Idiomas" } },
	{ "founded", { "Founded", "Fundación", "Fundação" } },
	{ "recognised", { "Recognised", "Reconocida", "Reconhecimento" } },
	{ "website", { "Website", "Sitio web", "Site" } },
	{ "wiki-page", { "Wiki page", "Página wiki", "Página wiki" } },
	{ "partner", { "Partner", "Aliado", "Parceiro" } },
	{ "partners", { "Partners", "Aliados", "Parceiros" } },
	{ "subtype", { "Subtype", "Subtipo", "Subtipo" } },
	{ "affiliate", { "Affiliate", "Afiliado", "Afiliado" } },
	{ "by-type", { "By type of partner", "Por tipo de aliado", "Por tipo de parceiro" } },
	{ "by-country", { "By country", "Por país", "Por país" } },
	{ "by-affiliate", { "By affiliate", "Por afiliado", "Por afiliado" } },
	{ "programme", { "Programme", "Programa", "Programa" } },
	{ "kinds", { "Kinds", "Tipos", "Tipos" } },
	{ "stage", { "Stage", "Etapa", "Etapa" } },
	{ "stage-by-stage", { "Stage by stage", "Etapa por etapa", "Etapa por etapa" } },
	{ "since", { "Since", "Desde", "Desde" } },
	{ "next-step", { "Next step", "Próximo paso", "Próximo passo" } },
	{ "next-on", { "On", "Fecha del paso", "Data do passo" } },
	{ "last-contact", { "Last contact", "Último contacto", "Último contato" } },
	{ "started", { "Started", "Comenzó", "Começou" } },
	{ "ended", { "Ended", "Terminó", "Terminou" } },
	{ "series", { "Series", "Serie", "Série" } },
	{ "edition", { "Edition", "Edición", "Edição" } },
	{ "begins-on", { "From", "Desde", "De" } },
	{ "ends-on", { "To", "Hasta", "Até" } },
	{ "venue", { "Venue", "Sede", "Sede" } },
	{ "people-there", { "Participants", "Participantes", "Participantes" } },
	{ "open-items", { "Open items", "Pendientes", "Assuntos abertos" } },
	{ "level", { "Level", "Nivel", "Nível" } },
	{ "parent", { "Part of", "Parte de", "Parte de" } },
	{ "goal", { "Goal", "Meta", "Meta" } },
	{ "metric", { "Metric", "Métrica", "Métrica" } },
	{ "unit", { "Unit", "Unidad", "Unidade" } },
	{ "baseline", { "Baseline", "Línea base", "Linha de base" } },
	{ "target", { "Target", "Valor meta", "Alvo" } },
	{ "actual", { "Achieved", "Logrado", "Alcançado" } },
	{ "qualifier", { "Qualifier", "Exactitud", "Precisão" } },
	{ "smart", { "SMART", "SMART", "SMART" } },
	{ "title", { "Title", "Título", "Título" } },
	{ "link", { "Link", "Enlace", "Ligação" } },
	{ "licence", { "Licence", "Licencia", "Licença" } },
	{ "year", { "Year", "Año", "Ano" } },
	{ "result", { "Result", "Resultado", "Resultado" } },
	/* figures by period, and how they are measured */
	{ "period", { "Period", "Periodo", "Período" } },
	{ "activity", { "Activity", "Actividad", "Atividade" } },
	{ "total", { "Total", "Total", "Total" } },
	{ "without-records", { "Figures in the totals that had no records behind them",
	    "Cifras en los totales sin registros que las respalden",
	    "Números nos totais sem registros que os sustentem" } },
	{ "comments", { "Comments", "Comentarios", "Comentários" } },
	{ "references", { "References", "Referencias", "Referências" } },
	{ "how-often", { "How often", "Cada cuánto", "Frequência" } },
	{ "measured-by", { "Measured by", "Quién mide", "Quem mede" } },
	{ "data-source", { "Data source", "Fuente de datos", "Fonte" } },
	{ "count-from", { "Counted from", "Se cuenta de", "Contado de" } },
	/* partners: stages, one meeting, what happened */
	{ "number", { "Number", "Cantidad", "Quantidade" } },
	{ "partnership", { "Partnership", "Alianza", "Parceria" } },
	{ "origin", { "How it began", "Cómo empezó", "Como começou" } },
	{ "agreement", { "Agreement", "Acuerdo", "Acordo" } },
	{ "partner-needs", { "What they need", "Qué necesita", "Do que precisa" } },
	{ "partner-commits", { "What they give", "Qué aporta", "O que oferece" } },
	{ "lead", { "Who leads", "Quién la lleva", "Quem conduz" } },
	{ "contact-person", { "Talks with", "Habla con", "Fala com" } },
	{ "talks", { "Last talks", "Últimas conversaciones", "Últimas conversas" } },
	{ "like-this", { "What others did with partners like this",
	    "Qué hicieron otros con aliados como este", "O que outros fizeram com parceiros como este" } },
	{ "talking-points", { "What to tell", "Qué contar", "O que contar" } },
	{ "examples", { "Examples and resources", "Ejemplos y recursos", "Exemplos e recursos" } },
	{ "events", { "Events", "Eventos", "Eventos" } },
	{ "conversations", { "Conversations", "Conversaciones", "Conversas" } },
	{ "begun", { "Partnerships begun", "Alianzas que comenzaron", "Parcerias que começaram" } },
	{ "finished", { "Partnerships ended", "Alianzas que terminaron", "Parcerias que terminaram" } },
	{ "items-done", { "Done", "Hecho", "Feito" } },
	{ "items-due", { "Due in these days", "Vence en estos días", "Vence nestes dias" } },
	{ "figures", { "Figures", "Cifras", "Números" } },
	{ "goals-due", { "Goals due", "Metas que vencen", "Metas que vencem" } },
	/* offers and needs */
	{ "direction", { "Offer or need", "Oferta o necesidad", "Oferta ou necessidade" } },
	{ "topic", { "Topic", "Tema", "Tema" } },
	{ "person", { "Person", "Persona", "Pessoa" } },
	{ "offers", { "Offers", "Ofrece", "Oferece" } },
	{ "needs", { "Needs", "Necesita", "Precisa" } },
	{ "who-for-whom", { "Who can help whom", "Quién puede ayudar a quién",
	    "Quem pode ajudar quem" } },
	{ "need", { "Need", "Necesidad", "Necessidade" } },
	{ "offer", { "Offer", "Oferta", "Oferta" } },
	{ "reason", { "Why", "Por qué", "Por quê" } },
	{ "same-kind", { "same kind: %s", "mismo tipo: %s", "mesmo tipo: %s" } },
	{ "same-topic", { "same topic: %s", "mismo tema: %s", "mesmo tema: %s" } },
	/* the page of an interview */
	{ "participants", { "Participants in meeting", "Participantes de la reunión",
	    "Participantes da reunião" } },
	{ "form", { "Form", "Formulario", "Formulário" } },
	{ "further", { "Further notes", "Otras notas", "Outras notas" } },
	/* who speaks in a session, by role */
	{ "roles/leader", { "Led by", "A cargo de", "Conduzido por" } },
	{ "roles/facilitator", { "Facilitated by", "Facilitado por", "Facilitado por" } },
	{ "roles/speaker", { "Speakers", "Ponentes", "Palestrantes" } },
	{ "roles/presenter", { "Presented by", "Presentado por", "Apresentado por" } },
	/* goals, by level: as headings */
	{ "levels/vision", { "Vision", "Visión", "Visão" } },
	{ "levels/mission", { "Mission", "Misión", "Missão" } },
	{ "levels/strategic-direction", { "Strategic direction", "Dirección estratégica",
	    "Direção estratégica" } },
	{ "levels/recommendation", { "Recommendations", "Recomendaciones", "Recomendações" } },
	{ "levels/programme", { "Programmes", "Programas", "Programas" } },
	{ "levels/goal", { "Goals", "Metas", "Metas" } },
	{ "levels/general-objective", { "General objectives", "Objetivos generales",
	    "Objetivos gerais" } },
	{ "levels/specific-objective", { "Specific objectives", "Objetivos específicos",
	    "Objetivos específicos" } },
	{ "levels/smart-goal", { "SMART goals", "Metas SMART", "Metas SMART" } },
	/* items, by kind: as headings of what there may be several of */
	{ "kinds/decision", { "Decisions", "Decisiones", "Decisões" } },
	{ "kinds/agreement", { "Agreements", "Acuerdos", "Acordos" } },
	{ "kinds/action", { "Actions", "Acciones", "Ações" } },
	{ "kinds/question", { "Questions", "Preguntas", "Perguntas" } },
	{ "kinds/topic", { "Topics", "Temas", "Temas" } },
	{ "kinds/issue", { "Issues", "Problemas", "Problemas" } },
	{ "kinds/opportunity", { "Opportunities", "Oportunidades", "Oportunidades" } },
	/* terms that stand in tables */
	{ "entry-kind/decision", { "decision", "decisión", "decisão" } },
	{ "entry-kind/agreement", { "agreement", "acuerdo", "acordo" } },
	{ "entry-kind/action", { "action", "acción", "ação" } },
	{ "entry-kind/question", { "question", "pregunta", "pergunta" } },
	{ "entry-kind/topic", { "topic", "tema", "tema" } },
	{ "entry-kind/issue", { "issue", "problema", "problema" } },
	{ "entry-kind/opportunity", { "opportunity", "oportunidad", "oportunidade" } },
	{ "entry-status/open", { "open", "pendiente", "aberto" } },
	{ "entry-status/in-progress", { "in progress", "en curso", "em andamento" } },
	{ "entry-status/done", { "done", "hecho", "feito" } },
	{ "entry-status/parked", { "parked", "en espera", "em espera" } },
	{ "entry-status/carried-forward", { "carried forward", "trasladado", "passa ao próximo" } },
	{ "entry-status/dropped", { "dropped", "descartado", "descartado" } },
	{ "attendance-state/invited", { "invited", "invitación enviada", "convite enviado" } },
	{ "attendance-state/planned", { "planned", "previsto", "previsto" } },
	{ "attendance-state/registered", { "registered", "con inscripción", "com inscrição" } },
	{ "attendance-state/present", { "present", "presente", "presente" } },
	{ "attendance-state/absent", { "absent", "ausente", "ausente" } },
	{ "attendance-state/cancelled", { "cancelled", "cancelado", "cancelado" } },
	{ "attendance-category/affiliate-representative", { "affiliate representative",
	    "representante de afiliado", "representante de um afiliado" } },
	{ "attendance-category/volunteer", { "volunteer", "voluntariado", "voluntariado" } },
	{ "attendance-category/staff", { "staff", "personal", "equipe" } },
	{ "attendance-category/wmf", { "WMF", "WMF", "WMF" } },
	{ "attendance-category/committee", { "committee", "comité", "comitê" } },
	{ "attendance-category/partner", { "partner", "aliado", "parceiro" } },
	{ "attendance-category/consultant", { "consultant", "consultoría", "consultoria" } },
	{ "attendance-category/facilitator", { "facilitator", "facilitación", "facilitação" } },
	{ "attendance-category/guest", { "guest", "invitado", "convidado" } },
};

static int
language_index(const char *code, size_t n)
{
	for (int i = 0; i < LANGUAGES; i++)
		if (strlen(languages_known[i]) == n && !strncmp(languages_known[i], code, n))
			return i;
	return -1;
}

/* The head of the catalogue in use says its language; without one it is English. */
static int
screen_language(void)
{
	static const char label[] = "\nLanguage: ";
	const char *head = gettext(""), *at = strstr(head, label);

	return at ? language_index(at + strlen(label), strcspn(at + strlen(label), "\n_-@")) : 0;
}

const char *
report_language(const char *asked, struct error *e)
{
	int i = asked ? language_index(asked, strcspn(asked, "_-@")) : screen_language();

	if (i >= 0 || !asked)
		return languages_known[i < 0 ? 0 : i];
	set_error(e, STATUS_USAGE,
	    _("Reports are written in en, es or pt, and not in \"%s\"."), asked);
	return NULL;
}

const char *
report_word_find(const char *key, const char *language)
{
	int in = language_index(language, strlen(language));

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i].key, key))
			return in > 0 && words[i].in[in] ? words[i].in[in] : words[i].in[0];
	return NULL;
}

/* --- Countries --- */

/* Names of countries are in no table of ours. gettext reads LANGUAGE again when the
 * domain is set, to the same one too. */
static void
language_use(const char *code)
{
	if (code)
		setenv("LANGUAGE", code, 1);
	else
		unsetenv("LANGUAGE");
	textdomain(textdomain(NULL));
}

const char *
report_country(const struct country *c, const char *language)
{
	const char *given = getenv("LANGUAGE");

	if (!strcmp(language, languages_known[screen_language()]))
		return country_label(c);
	char *before = given ? xstrdup(given) : NULL;
	language_use(language);
	const char *label = country_label(c);
	language_use(before);
	free(before);
	return label;
}
