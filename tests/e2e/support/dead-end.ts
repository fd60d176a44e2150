import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * Where a browser under test is sent with everything that nothing else answered: a proxy on this machine that lets nothing
 * through and remembers who knocked. It sees the network as the browser's own network code does, whatever part of the browser
 * or of the extension asked, and needs no debugging protocol for it.
 */
export type DeadEnd = {
  /** As a proxy server's address, `127.0.0.1:54321`. */
  address: string;
  port: number;
  /** Every address or host that was asked for, in order: `https://host:443` for a tunnel, the whole address for plain http. */
  asked: string[];
  close(): Promise<void>;
};

export async function openDeadEnd(): Promise<DeadEnd> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`https://${request.url}`);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 No way out\r\n\r\n');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
