#!/bin/sh
# The gots command; `npm run build` makes it of src/cli/start/launcher.sh.
# `gots go` begins with a program in the cache that needs no Node if nothing has changed (helper/shim/start.go). All else begins with Node.

if [ "$1" = go ]; then
  if [ -n "$GOTS_CACHE" ]; then gots_cache=$GOTS_CACHE
  elif [ -z "$HOME" ]; then gots_cache=
  elif [ -d /System/Library ]; then gots_cache=$HOME/Library/Caches/gots
  else gots_cache=${XDG_CACHE_HOME:-$HOME/.cache}/gots
  fi
  # Machines of different kinds may share a cache.
  gots_machine=
  for gots_file in @FILES@; do
    if [ -e "$gots_file" ]; then gots_machine=${gots_machine}1; else gots_machine=${gots_machine}0; fi
  done
  case $gots_machine in *@NONE@) gots_machine=$gots_machine-$HOSTTYPE ;; esac
  gots_start=$gots_cache/bin/start-@DIGEST@-$gots_machine
  # Ours alone: what others put there is not run. Node looks at its mode and content each time that it looks at everything. An empty file, as a
  # crash may leave, would be a script that does nothing and succeeds.
  case $gots_start in
    /*) if [ -f "$gots_start" ] && [ -s "$gots_start" ] && [ -x "$gots_start" ] && [ -O "$gots_start" ] && ! [ -L "$gots_start" ]; then
      exec "$gots_start" start "$0" "$gots_cache" "$@"
    fi ;;
  esac
fi

case $0 in
  /*) gots_file=$0 ;;
  *) gots_file=./$0 ;;
esac
while [ -L "$gots_file" ]; do
  gots_link=$(readlink "$gots_file") || exit 1
  case $gots_link in
    /*) gots_file=$gots_link ;;
    *) gots_file=${gots_file%/*}/$gots_link ;;
  esac
done
if ! command -v node >/dev/null; then
  echo 'gots: needs Node 20.19 or newer, and there is no node in PATH' >&2
  exit 127
fi
exec node "${gots_file%/*}/cli.mjs" "$@"
