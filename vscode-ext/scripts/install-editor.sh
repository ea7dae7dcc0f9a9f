#!/usr/bin/env bash
# Installs the editor of the end-to-end tests (code-server with its Node) by its lock file. Nothing
# is compiled: what would be (the terminal, key rings) the tests do not need.
set -euo pipefail
cd "$(dirname "$0")/../e2e/editor"

quiet=(--no-audit --no-fund --loglevel=error --ignore-scripts)
npm ci "${quiet[@]}"
# code-server brings lock files of its own for these (npm-shrinkwrap.json).
(cd node_modules/code-server/lib/vscode && npm install --omit=dev "${quiet[@]}")
(cd node_modules/code-server/lib/vscode/extensions && npm install --omit=dev "${quiet[@]}")
