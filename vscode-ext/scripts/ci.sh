#!/usr/bin/env bash
# Installs, checks, tests and packages the extension, and runs it in a real VS Code. In CI the tests in
# the editor must run; elsewhere they are reported as skipped without chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if [ -n "${CI:-}" ] && command -v apt-get >/dev/null; then
    missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    command -v llvm-strip >/dev/null || ls /usr/bin/llvm-strip-* >/dev/null 2>&1 || missing+=(llvm)
    command -v npm >/dev/null || missing+=(npm)
    fc-list 2>/dev/null | grep -qi dejavu || missing+=(fonts-dejavu-core)
    if [ "${#missing[@]}" -gt 0 ]; then
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
fi

npm ci --no-audit --no-fund --loglevel=error
npm test

# One package for each platform; that of this machine is tested below.
if [ -n "${CI:-}" ]; then
    node scripts/package.mjs --all
else
    node scripts/package.mjs
fi

if [ -n "${CI:-}" ] || command -v chromium >/dev/null; then
    bash scripts/install-editor.sh
fi
node scripts/editor-tests.mjs
