/**
 * Tells the servers that share a database that one of them came, left or gave another up. It carries no truth: that is in the database, where
 * each looks every second anyway. So what the bus loses, and a time without it, cost that second and nothing else.
 */
export interface Bus {
  /** To all servers, this one too. Never throws, and never waits. */
  tell(): void;
  /** Called some time after any server has told; returns the undoing. */
  onTold(listener: () => void): () => void;
  /** May be called twice. */
  close(): Promise<void>;
}
