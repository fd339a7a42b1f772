#include "config.h"

#include "ui/reach.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "ui/desk.h"
#include "ui/help.h"
#include "ui/trash.h"

bool
reach_menu(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);

	(void)call;
	(void)e;
	menu_free(sc->menu);
	sc->menu = menu_new(v->ops->name, v->id != 0);
	sc->dirty |= DIRTY_ALL;
	return true;
}

bool
reach_trash(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	if (strcmp(screen_view(sc)->ops->name, trash_kind.name))
		screen_show_view(sc, choice_view_new(sc->app, &trash_kind, NULL));
	else
		screen_say(sc, ROLE_DIM, _("This is the trash: Enter takes a record out of it."));
	return true;
}

bool
reach_put_back(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct entity *ent = v->id ? record_entity(sc->app->store, v->id) : NULL;
	struct str line = { 0 };
	char id[ID_LENGTH + 1];

	(void)call;
	if (!ent || !pane_of_entity(ent))
		return set_error(e, STATUS_NONE, _("There is no record here."));
	id_format(v->id, id);
	str_addf(&line, "restore %s %s", pane_of_entity(ent)->name, id);
	bool ok = run_line(sc, str_text(&line), e);
	str_free(&line);
	return ok;
}

bool
reach_choose(struct screen *sc, const struct call *call, struct error *e)
{
	const struct choice *row = choice_view_row(screen_view(sc));

	(void)call;
	if (!row || !row->does.command)
		return set_error(e, STATUS_NONE, _("There is nothing to run in this line."));
	struct binding b = row->does;
	screen_go(sc, sc->history.at - 1);
	return run_or_ask(sc, b, e);
}

bool
reach_help(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct view *from = screen_view(sc);

	(void)argc;
	(void)argv;
	(void)e;
	if (!strcmp(from->ops->name, help_kind.name)) {
		screen_say(sc, ROLE_DIM, _("This is the help: / finds a line, Enter runs it, Esc closes."));
		return true;
	}
	const char *place = desk_open(sc) ? "form" : from->ops->name;
	struct view *v = choice_view_new(sc->app, &help_kind, place);
	v->pane = from->pane;
	screen_show_view(sc, v);
	return true;
}
