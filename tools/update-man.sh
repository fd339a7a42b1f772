#!/bin/sh
# update-man.sh ALIANZA PAGE: the page with the parts that the program makes, fresh.
# They stand between lines `.\" made from NAME` and `.\" end of NAME`.
set -eu
alianza=$1 page=$2
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
unset LANGUAGE
LC_ALL=C.UTF-8
export LC_ALL

for name in $(sed -n 's/^\.\\" made from //p' "$page"); do
	"$alianza" manual "$name" >"$parts/$name"
done
awk -v parts="$parts" '
	/^\.\\" end of / { skip = 0 }
	!skip { print }
	/^\.\\" made from / {
		while ((getline line < (parts "/" $4)) > 0) print line
		skip = 1
	}' "$page"
