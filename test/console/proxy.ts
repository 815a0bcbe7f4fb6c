import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/**
 * A CONNECT proxy that leads allowed hosts to the stand-in and refuses every other one, so that a test can prove that
 * nothing was asked of a foreign host.
 */
export function makeProxy(
  isAllowed: (host: string) => boolean,
  standInPort: number,
  refuse: (host: string) => void,
): { readonly server: Server; readonly closeTunnels: () => void } {
  const sockets = new Set<Socket>();
  // Plain http never reaches the console: whatever comes this way is foreign.
  const server = createServer((request, response) => {
    refuse(request.headers.host ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client: Socket, head) => {
    const target = request.url ?? '';
    const separator = target.lastIndexOf(':');
    const host = target.slice(0, separator).toLowerCase();
    client.on('error', () => client.destroy());
    if (target.slice(separator + 1) !== '443' || !isAllowed(host)) {
      refuse(host);
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const upstream = connect(standInPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  return {
    server,
    closeTunnels: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
