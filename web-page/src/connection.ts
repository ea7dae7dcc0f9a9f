// The connection to the language server: a WebSocket that is opened again when it is lost.

import type { LSPClient, Transport } from "@codemirror/lsp-client";

const tryAgainLater = 1013;
const policyViolation = 1008;
const firstPause = 1000;
const longestPause = 15000;

export interface Events {
  opened(): void;
  lost(tooMany: boolean): void;
}

/** Return the address of a path of this page, wherever a proxy shows it. */
export function address(path: string): string {
  return document.documentElement.dataset.root + path;
}

/** Keep a client connected. */
export function connect(client: LSPClient, events: Events): void {
  let pause = firstPause;
  const open = (): void => {
    const url = new URL(address("/lsp"), location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    const handlers = new Set<(message: string) => void>();
    const transport: Transport = {
      send: (message) => socket.send(message),
      subscribe: (handler) => handlers.add(handler),
      unsubscribe: (handler) => handlers.delete(handler),
    };
    socket.onmessage = (event) => {
      for (const handler of handlers) handler(String(event.data));
    };
    socket.onopen = () => {
      client.connect(transport);
      client.initializing.then(
        () => {
          pause = firstPause;
          events.opened();
        },
        () => socket.close(),
      );
    };
    socket.onclose = (event) => {
      if (client.connected) client.disconnect();
      events.lost(event.code === tryAgainLater);
      if (event.code === policyViolation) return;
      setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };
  open();
}
