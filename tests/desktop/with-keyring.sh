#!/bin/sh
# Starts the program that WHEELHOUSE_BEHIND_KEYRING names in a session of its own, with GNOME Keyring unlocked. The keyring lies in KEYRING_HOME, so that a second start finds what the first one put there.
: "${WHEELHOUSE_BEHIND_KEYRING:?with-keyring: names no program}" "${KEYRING_HOME:?with-keyring: names no folder}"
export HOME="$KEYRING_HOME" XDG_DATA_HOME="$KEYRING_HOME/share" XDG_RUNTIME_DIR="$KEYRING_HOME"
exec dbus-run-session -- sh -c 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$WHEELHOUSE_BEHIND_KEYRING" --password-store=gnome-libsecret "$@"' sh "$@"
