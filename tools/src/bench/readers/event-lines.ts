/** Finds the ids of server-sent events in text that comes in pieces; keeps no more than the last line. */
export class EventLines {
  private rest = '';
  private id: number | undefined;

  constructor(private readonly onEvent: (id: number) => void) {}

  take(piece: string): void {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.takeLine(line);
  }

  private takeLine(line: string): void {
    if (line.startsWith('id: ')) this.id = Number(line.slice(4));
    if (line !== '' || this.id === undefined) return;
    this.onEvent(this.id);
    this.id = undefined;
  }
}
