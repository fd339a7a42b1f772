#!/bin/sh
# embed.sh ARRAY HEADER FILE...: text files as C, one string each, NULL at the end.
set -eu
array=$1 header=$2
shift 2

printf '/* Made by tools/embed.sh: edit the files it names, not this one. */\n'
printf '#include "%s"\n\n#include <stddef.h>\n\n' "$header"
# Longer strings than ISO C promises are what this file is for.
printf '#pragma GCC diagnostic ignored "-Woverlength-strings"\n\n'
printf 'const char *const %s[] = {\n' "$array"
for file; do
	printf '\t/* %s */\n' "${file##*/}"
	printf '\t""\n'
	sed -e 's/[\\"?]/\\&/g' -e 's/.*/	"&\\n"/' "$file"
	printf '\t,\n'
done
printf '\tNULL\n};\n'
