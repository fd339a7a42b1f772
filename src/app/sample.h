/* The sample: the movement's real rows, to look around in and practise on. */
#ifndef ALIANZA_APP_SAMPLE_H
#define ALIANZA_APP_SAMPLE_H

#include "app/app.h"

/* Fills an empty file with the shipped rows and the sample's own today. */
bool sample_fill(struct app *app, struct error *e);
/* A fresh copy of the sample in the state folder becomes app->path. */
bool sample_fresh(struct app *app, struct error *e);

#endif
