/** A part of a document, in pieces that are whole or left out. */
export interface Part {
  /** Stands before the first piece, and is left out when no piece fits. */
  readonly head: string;
  readonly pieces: readonly string[];
  readonly foot: string;
  /** What the pieces are, such as `finding`. */
  readonly unit: string;
}

/** What is left out, to be said at the end. */
export interface Omission {
  readonly unit: string;
  readonly count: number;
}

/** Takes as many pieces as fit, the first parts first. */
export function fit(parts: readonly Part[], limit: number): { text: string; left: Omission[] } {
  let text = '';
  const left: Omission[] = [];
  for (const { head, pieces, foot, unit } of parts) {
    let room = limit - text.length - head.length - foot.length;
    const taken: string[] = [];
    for (const piece of pieces) {
      if (piece.length > room) break;
      room -= piece.length;
      taken.push(piece);
    }
    if (taken.length > 0) text += head + taken.join('') + foot;
    if (taken.length < pieces.length) left.push({ unit, count: pieces.length - taken.length });
  }
  return { text, left };
}
