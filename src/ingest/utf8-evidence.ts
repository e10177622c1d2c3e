import { isAscii, isUtf8 } from 'node:buffer';

/** What the bytes of a file say for and against UTF-8. */
export interface Utf8Evidence {
  /** Characters of more than one byte that are whole. */
  readonly sound: number;
  /** Sequences that are no character, among them one that the end of the file cuts. */
  readonly damaged: number;
  /** True when the sound characters speak louder than the damage; always true of a file without damage. */
  readonly isLikely: boolean;
  /** The first block with damage in it; null when there is none. */
  readonly firstDamaged: Buffer | null;
}

/** A mark for a character that was lost before, whole and valid wherever it stands. */
const REPLACEMENT = Buffer.from('\uFFFD');
/** So much damage, if it outweighs what is sound, settles that a file is no UTF-8. */
const SETTLING_DAMAGE = 10_000;

/** Number of trailing bytes that begin a UTF-8 character whose rest is still to come: 0 to 3. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** True when some bytes would complete these to one character. */
function isCutCharacter(tail: Buffer): boolean {
  const [lead = 0] = tail;
  if (tail.length === 1) return lead >= 0xc2 && lead <= 0xf4;
  const missing = (lead >= 0xf0 ? 4 : 3) - tail.length;
  return isUtf8(Buffer.concat([tail, Buffer.alloc(missing, 0x80)]));
}

/** Characters of more than one byte in a block that is valid. */
function wideCharacters(block: Buffer): number {
  if (isAscii(block)) return 0;
  let count = 0;
  for (let position = 0; position < block.length; position += 1) if ((block[position] ?? 0) >= 0xc0) count += 1;
  return count;
}

function occurrences(block: Buffer, piece: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(piece); at >= 0; at = block.indexOf(piece, at + piece.length)) count += 1;
  return count;
}

/**
 * Weighs a file's bytes for and against UTF-8 in one pass and flat memory. Every block counts, the sound ones too: a few
 * bad bytes, or a cut in the middle of a character, must not turn the accents of a whole file into others. The 8-bit
 * encodings almost never make a valid sequence by chance, so more sound characters than damage mean UTF-8. A character cut
 * by the end of the file speaks against nothing; if two of its bytes are there it even counts as sound, while a lone last
 * byte in a file without any other sign is left undecided, and not likely: `citt\xE0` is how windows-1252 ends a word.
 * `add` takes consecutive blocks cut anywhere; `end` is told whether the file was read to its end.
 */
export function createUtf8Evidence(): { add(chunk: Buffer): void; end(isWhole: boolean): Utf8Evidence } {
  let sound = 0;
  let damaged = 0;
  let firstDamaged: Buffer | null = null;
  let tail: Buffer = Buffer.alloc(0);

  function weigh(block: Buffer): void {
    if (isUtf8(block)) {
      sound += wideCharacters(block);
      return;
    }
    firstDamaged ??= block;
    for (const character of block.toString('utf8')) {
      if (character === '\uFFFD') damaged += 1;
      else if (character > '\u007F') sound += 1;
    }
    const given = occurrences(block, REPLACEMENT);
    damaged -= given;
    sound += given;
  }

  return {
    add(chunk) {
      if (damaged > SETTLING_DAMAGE && damaged > sound) {
        tail = Buffer.alloc(0);
        return;
      }
      const block = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      const open = openTail(block);
      tail = Buffer.from(block.subarray(block.length - open));
      weigh(open === 0 ? block : block.subarray(0, block.length - open));
    },
    end(isWhole) {
      if (!isWhole || tail.length === 0) return { sound, damaged, isLikely: damaged === 0 || sound > damaged, firstDamaged };
      if (!isCutCharacter(tail)) {
        weigh(tail);
        return { sound, damaged, isLikely: sound > damaged, firstDamaged };
      }
      const known = sound + (tail.length > 1 ? 1 : 0);
      return { sound: known, damaged: damaged + 1, isLikely: known > damaged, firstDamaged: firstDamaged ?? tail };
    },
  };
}
