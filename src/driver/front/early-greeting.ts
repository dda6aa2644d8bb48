import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { shimBadFrame } from '../../report/codes/toolexec.ts';
import { decodeRequest, type HelloRequest, takeFrame } from './protocol.ts';

/** Where the shim leaves its greeting for a server that has not started yet (helper/shim/server.go, leaveNote). */
export function noteFile(socket: string): string {
  return socket.replace(/\.sock$/, '.hello');
}

/**
 * Takes up that greeting: go asks for the compiler's version before it starts its cache program if none of the packages of a build
 * imports anything.
 *
 * @returns undefined if there is none
 * @throws GotsError shim_bad_frame
 */
export function takeNote(socket: string): HelloRequest | undefined {
  const note = noteFile(socket);
  if (!existsSync(note)) return undefined;
  const taken = takeFrame(readFileSync(note));
  unlinkSync(note);
  const request = decodeRequest(taken?.frame ?? shimBadFrame('a note is cut off'));
  return request.kind === 'hello' ? request : shimBadFrame(`a note holds "${request.kind}"`);
}
