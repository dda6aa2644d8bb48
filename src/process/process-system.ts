/** What an operating system tells about processes. Nothing here throws: a process may end at any moment. */
export interface ProcessSystem {
  /** When a process started, in the system's own unit; undefined if there is no such process, or the system does not tell. */
  startOf(pid: number): string | undefined;
  /** Process id of the parent; undefined as above. */
  parentOf(pid: number): number | undefined;
  /** Processor time in ms that a process has used, if one of its threads runs, or would if a processor were free; undefined otherwise. */
  busyMsOf(pid: number): number | undefined;
  /** Arguments, program first; empty as above. */
  argumentsOf(pid: number): readonly string[];
  /** Arguments in one text, as the system keeps them; '' as above. */
  commandLineOf(pid: number): string;
  /** Tells apart containers that share a directory and may have equal pids; "0" where there are no namespaces. */
  namespace(): string;
  /** Whether processes form groups that one signal reaches. */
  readonly hasGroups: boolean;
}
