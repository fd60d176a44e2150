import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { newCertificate } from './certificate.ts';
import type { Asked, Web } from './web.ts';

/**
 * The only way out of a browser under test: a proxy on this machine behind which the test's own web lies, and nothing else.
 * Whatever was answered by nobody before ends here, whatever part of the browser or the extension asked; so it is also where
 * every request that reached the network code is seen, without any debugging protocol.
 */
export type WayOut = {
  port: number;
  /** By this Chromium is told to believe the proxy. */
  fingerprint: string;
  /** Connections on which nothing was asked, to hosts of which nothing else was asked either: `host:443`. */
  idleConnections(): string[];
  close(): Promise<void>;
};

/** Opens it. Connections to hosts that `isBrowsersOwn` are refused and not counted: the browser asks there with no extension at all. */
export async function openWayOut(web: Web, isBrowsersOwn: (host: string) => boolean): Promise<WayOut> {
  const { key, certificate, fingerprint } = newCertificate();
  const sockets = new Set<Socket>();
  const authorities = new WeakMap<object, string>();
  const connected: string[] = [];
  const spokenTo = new Set<string>();

  const reply = (request: IncomingMessage, response: ServerResponse) => {
    const authority = authorities.get(request.socket);
    const address = authority ? `https://${authority.replace(/:443$/, '')}${request.url}` : (request.url ?? '');
    const host = new URL(address).host;
    if (!authority && isBrowsersOwn(host)) return response.writeHead(502).end();
    spokenTo.add(authority ?? host);
    web.judge(asked(request, address));
    const { status, contentType, headers, body } = web.answer(address);
    return response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
  };
  const refuseSocket = (request: IncomingMessage, socket: { destroy(): void }) => {
    const authority = authorities.get(request.socket) ?? request.headers.host ?? '';
    spokenTo.add(authority);
    web.judge({ ...asked(request, `https://${authority}${request.url}`), resourceType: 'websocket' });
    socket.destroy();
  };

  const inner = createServer(reply).on('upgrade', refuseSocket);
  const outer = createServer(reply).on('upgrade', refuseSocket);
  outer.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  outer.on('connect', (request, socket: Socket) => {
    const authority = request.url ?? '';
    if (isBrowsersOwn(authority.replace(/:\d+$/, ''))) return socket.end('HTTP/1.1 502 No way out\r\n\r\n');
    connected.push(authority);
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    const secure = new TLSSocket(socket, { isServer: true, key, cert: certificate, ALPNProtocols: ['http/1.1'] });
    secure.on('error', () => secure.destroy());
    authorities.set(secure, authority);
    return inner.emit('connection', secure);
  });

  return {
    port: await listen(outer),
    fingerprint,
    idleConnections: () => connected.filter((authority) => !spokenTo.has(authority)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        outer.close(() => resolve());
      }),
  };
}

/** What the request's headers say of who asked and what for (Fetch Metadata; no script can change them). */
function asked({ method = 'GET', headers }: IncomingMessage, address: string): Asked {
  const destination = [headers['sec-fetch-dest']].flat()[0] ?? 'unknown';
  return {
    address,
    method,
    resourceType: TYPES[destination] ?? destination,
    from: headers.referer ?? headers.origin ?? 'nobody says whom',
    isMainNavigation: destination === 'document' && headers['sec-fetch-mode'] === 'navigate',
  };
}

const TYPES: Record<string, string> = { style: 'stylesheet', iframe: 'document', audio: 'media', video: 'media', empty: 'fetch' };

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
