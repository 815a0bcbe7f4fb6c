import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** One request for a team configuration. */
export interface TeamRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

type Answering = (response: ServerResponse, request: IncomingMessage) => void;

/** A site that serves a team configuration, well or badly. */
export class TeamSite {
  readonly requests: TeamRequest[] = [];
  /** Bytes of endless bodies that were handed to the connection. */
  bytesSent = 0;
  #answering: Answering = (response) => response.writeHead(404).end();

  readonly listener: RequestListener = (request, response) => {
    // A browser that was on a page of this site asks for its icon whenever it likes.
    if (request.url === '/favicon.ico') {
      response.writeHead(404).end();
      return;
    }
    this.requests.push({ path: request.url ?? '', headers: request.headers });
    this.#answering(response, request);
  };

  /** From now on, and nothing is remembered of before. */
  answerWith(answering: Answering): void {
    this.requests.length = 0;
    this.bytesSent = 0;
    this.#answering = answering;
  }

  /** Serves a text as a static host does, with an ETag that it knows again. */
  serve(text: string, etag = `"${text.length}"`, contentType = 'text/plain; charset=utf-8'): void {
    this.answerWith((response, request) => {
      const isSame = request.headers['if-none-match'] === etag;
      response.writeHead(isSame ? 304 : 200, { 'content-type': contentType, etag }).end(isSame ? '' : text);
    });
  }

  /** Sends bytes until so many are sent or nobody takes them any more. */
  serveEndlessly(limit: number): void {
    this.answerWith((response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const chunk = Buffer.alloc(64 * 1024, '# endless\n');
      const send = () => {
        while (this.bytesSent < limit && !response.destroyed) {
          this.bytesSent += chunk.length;
          if (!response.write(chunk)) return;
        }
        response.end();
      };
      response.on('drain', send);
      send();
    });
  }
}
