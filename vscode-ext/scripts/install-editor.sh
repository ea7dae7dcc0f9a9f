#!/usr/bin/env bash
# Installs the editor of the end-to-end tests (code-server with its Node) from its lock file. Native
# modules (the terminal, key rings) are not compiled: the tests do not need them.
set -euo pipefail
cd "$(dirname "$0")/../e2e/editor"

quiet=(--no-audit --no-fund --loglevel=error --ignore-scripts)
npm ci "${quiet[@]}"
# code-server has its own lock files for these (npm-shrinkwrap.json).
(cd node_modules/code-server/lib/vscode && npm install --omit=dev "${quiet[@]}")
(cd node_modules/code-server/lib/vscode/extensions && npm install --omit=dev "${quiet[@]}")
