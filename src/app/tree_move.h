/* Moving a record of a tree (goals) by one place. */
#ifndef ALIANZA_APP_TREE_MOVE_H
#define ALIANZA_APP_TREE_MOVE_H

#include "app/app.h"

enum tree_way {
	TREE_UP, TREE_DOWN,	/* among those of the same owner beside it */
	TREE_IN,		/* below the one above it */
	TREE_OUT		/* beside the one it stands below */
};

/* Within an action. STATUS_NONE and a sentence where there is no way further, STATUS_USAGE
 * for records that are no tree. */
bool tree_move(struct app *app, const struct entity *ent, int64_t id, enum tree_way way,
    struct error *e);

#endif
