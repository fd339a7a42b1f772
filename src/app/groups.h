/* The groups of commands, each at the end of the file that holds its handlers. */
#ifndef ALIANZA_APP_GROUPS_H
#define ALIANZA_APP_GROUPS_H

#include "app/command.h"

extern const struct command screen_commands[];	/* cmd_screen.c */
extern const struct command record_commands[];	/* cmd_record.c */
extern const struct command term_commands[];	/* cmd_terms.c */
extern const struct command form_commands[];	/* cmd_form.c */
extern const struct command minutes_commands[];	/* cmd_minutes.c */
extern const struct command act_commands[];	/* cmd_act.c */
extern const struct command care_commands[];	/* cmd_care.c */
extern const struct command item_commands[];	/* cmd_item.c */
extern const struct command starter_commands[];	/* cmd_starter.c */
extern const struct command event_commands[];	/* cmd_event.c */
extern const struct command document_commands[];	/* cmd_document.c */
extern const struct command goal_commands[];	/* cmd_goal.c */
extern const struct command door_commands[];	/* cmd_door.c */
extern const struct command file_commands[];	/* cmd_file.c */
extern const struct command log_commands[];	/* cmd_log.c */
extern const struct command table_commands[];	/* cmd_table.c */
extern const struct command tally_commands[];	/* cmd_tally.c */
extern const struct command report_commands[];	/* cmd_report.c */
extern const struct command figure_commands[];	/* cmd_figure.c */
extern const struct command comment_commands[];	/* cmd_comment.c */
extern const struct command need_commands[];	/* cmd_need.c */

#endif
